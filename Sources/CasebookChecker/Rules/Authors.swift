internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let authorsMissing = Rule(
    "authors-missing", .warning, "Case names its authors",
    why: "A published case without a byline can't be cited, and nobody answers for it.",
    remedy: "add \"authors:\"",
    bad: "title: Closure of a plantar ulcer",
    good: """
      authors:
        - Jordan Example, DPM, PGY-3
      """
  ) { subject in
    guard subject.case.authors.isEmpty, subject.case.status.value != .draft else { return [] }
    return [Problem("authors", "Case has no authors", at: subject.case.location, remedy: "add \"authors:\"")]
  }

  static let authorWithoutAffiliation = Rule(
    "author-without-affiliation", .warning, "Every author has an affiliation or none has",
    why: "Beside authors whose affiliations are marked, one without a mark reads as an oversight.",
    remedy: "add \"affiliations:\" to the author, or set one for all in site.yaml",
    bad: """
      authors:
        - {name: Jordan Example, affiliations: [eh]}
        - {name: Riley Sample}
      """,
    good: """
      authors:
        - {name: Jordan Example, affiliations: [eh]}
        - {name: Riley Sample, affiliations: [eh]}
      """
  ) { subject in
    let authors = subject.case.authors
    guard authors.contains(where: { !$0.affiliations.isEmpty }) else { return [] }
    return authors.filter(\.affiliations.isEmpty).map { author in
      Problem("authors", "\(author.name.full) has no affiliation, others have", at: author.location, remedy: "add \"affiliations: […]\"")
    }
  }

  static let orcidCheckDigit = Rule(
    "orcid-check-digit", .error, "ORCID iD is one that exists",
    why: """
      The last character of an ORCID iD checks the fifteen before it (ISO 7064 MOD 11-2). A slip of typing makes the link
      lead to nobody, or to somebody else. Two authors can't share an iD.
      """,
    remedy: "copy the iD from the author's page at orcid.org",
    bad: "orcid: 0000-0002-1825-0079",
    good: "orcid: 0000-0002-1825-0097"
  ) { subject in
    var first: [String: Author] = [:]
    return subject.case.authors.compactMap { author in
      guard let orcid = author.orcid else { return nil }
      let remedy = "copy the iD of \(author.name.full) from orcid.org"
      guard let iD = ORCID.normalized(orcid.value) else {
        return Problem(
          "authors", "\"\(orcid.value)\" is not an ORCID iD", at: orcid.location, remedy: "write it as 0000-0002-1825-0097, with hyphens")
      }
      guard iD.last == ORCID.checkCharacter(of: iD) else {
        return Problem("authors", "ORCID iD \"\(iD)\" has a wrong check digit", at: orcid.location, remedy: remedy)
      }
      guard let other = first[iD] else {
        first[iD] = author
        return nil
      }
      return Problem(
        "authors", "ORCID iD \"\(iD)\" is also that of \(other.name.full)", at: orcid.location, remedy: remedy,
        notes: [.init("first used here", at: other.orcid?.location)])
    }
  }
}
