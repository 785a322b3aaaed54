import Testing

@testable import CasebookChecker

@Suite struct AuthorRuleTests {
  @Test func casesNameTheirAuthors() throws {
    try expect(.authorsMissing, yaml: "▶status: published")
    try expect(.authorsMissing, yaml: "status: draft")
    try expect(.authorsMissing, yaml: "authors: [\"Jordan Example, DPM\"]")
  }

  @Test func affiliationsAreOfAllOrNone() throws {
    try expect(
      .authorWithoutAffiliation,
      yaml: """
        authors:
          - {name: Jordan Example, affiliations: [eh]}
          - ▶{name: Riley Sample}
        affiliations: {eh: Example Health}
        """)
    try expect(.authorWithoutAffiliation, yaml: "authors: [Jordan Example, Riley Sample]")
    try expect(
      .authorWithoutAffiliation, yaml: "authors: [{name: Jordan Example, affiliations: [eh]}]\naffiliations: {eh: Example Health}")
  }

  @Test func orcidsAreChecked() throws {
    try expect(
      .orcidCheckDigit,
      yaml: """
        authors:
          - {name: A Example, orcid: 0000-0002-1825-0097}
          - {name: B Example, orcid: ▶0000-0002-1825-0079}
          - {name: C Example, orcid: ▶0000000218250097}
          - {name: E Example, orcid: 0000-0002-1694-233X}
          - {name: F Example}
        """)
  }

  @Test func anORCIDBelongsToOneAuthor() throws {
    try expect(
      .orcidRepeated,
      yaml: """
        authors:
          - {name: A Example, orcid: 0000-0002-1825-0097}
          - {name: B Example, orcid: 0000-0002-1694-233X}
          - {name: C Example, orcid: ▶https://orcid.org/0000-0002-1825-0097}
          - {name: D Example}
        """)
  }

  @Test func affiliationsAreUsedAndListedOnce() throws {
    try expect(
      .affiliationUnused,
      yaml: """
        authors: [{name: A Example, affiliations: [eh]}]
        affiliations:
          eh: {name: Example Health}
          ▶eu: {name: Example University}
        """)
    let one = "authors: [{name: A Example, affiliations: [eh]}]\naffiliations: {eh: Example Health}"
    try expect(.affiliationUnused, yaml: one)
    try expect(.affiliationUnused, yaml: "authors: [A Example]")
    try expect(
      .affiliationRepeated,
      yaml: """
        authors: [{name: A Example, affiliations: [eh, ▶eh]}]
        affiliations:
          eh: {name: Example Health}
          ▶ex: {name: Example health}
          ey: {name: Example Health, place: "Springfield, USA"}
        """)
    try expect(.affiliationRepeated, yaml: one)
  }

  @Test func credentialsHaveTheirForm() throws {
    try expect(
      .credentialForm,
      yaml: """
        authors:
          - ▶Dr. Jordan Example, DPM
          - "▶Riley Sample, DPM, F.A.C.F.A.S."
          - ▶Casey Demo, dpm
          - ▶Robin Muster, MD, MD
        """.replacing("\"▶", with: "▶\""),
      says: [
        "\"Dr.\" stands before the name of Example", "Credential \"F.A.C.F.A.S.\" is usually written \"FACFAS\"",
        "Credential \"dpm\" is usually written \"DPM\"", "Robin Muster has the credential \"MD\" twice",
      ])
    try expect(
      .credentialForm,
      yaml: """
        authors: ["Jordan Example, DPM, PGY-3", "Drew Sample, PhD", "Casey Demo, RN, CWS", "Robin Muster, Dipl.-Ing."]
        """)
  }
}
