import CasebookModel
import CasebookReader
import Testing

/// Authors and affiliations.
@Suite struct CaseAuthorTests {
  private func check(_ yaml: String, _ expected: [String]) throws {
    #expect(try problems(inCase: yaml) == expected)
  }

  @Test func namesAndAffiliationsAreChecked() throws {
    try check(
      "authors:\n  - name: {given: Riley, familly: Sample}\n  - name: Riley van Sample Jr\n    affiliations: [xx, eh]\n    corresponding: {email: foo}\n  - ''\n  - {credentials: DPM}\naffiliations:\n  eh: Example Health\n  eu: {place: x}",
      [
        "case.yaml:11:7 missing-value Affiliation has no \"name\" → add \"name: …\"",
        "case.yaml:3:11 missing-value Name has no \"family\" → add \"family: …\"",
        "case.yaml:3:26 unknown-key \"familly\" is not a key of a name → did you mean \"family\"?",
        "case.yaml:6:28 invalid-email \"foo\" is not an e-mail address → write name@example.org",
        "case.yaml:7:5 missing-value Author has no name → write the name, then credentials",
        "case.yaml:8:19 wrong-type \"credentials\" takes a list, not \"DPM\" → write credentials: [DPM]",
        "case.yaml:8:5 missing-value Author has no \"name\" → add \"name: …\"",
        "case.yaml:5:20 unknown-affiliation No affiliation has the id \"xx\" → use one of eh",
      ])
  }

  @Test func correspondenceIsTrueOrAnAddress() throws {
    try check(
      "authors:\n  - {name: A B, corresponding: yes}\n  - {name: C D, corresponding: true}\n  - {name: E F, corresponding: {mail: x@example.org}}",
      [
        "case.yaml:3:32 wrong-type \"corresponding\" takes true or false, not \"yes\"",
        "case.yaml:5:33 unknown-key \"mail\" is not a key of a correspondence → did you mean \"email\"?",
      ])
  }
}
