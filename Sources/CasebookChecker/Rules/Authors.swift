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
      lead to nobody, or to somebody else.
      """,
    remedy: "copy the iD from the author's page at orcid.org",
    bad: "orcid: 0000-0002-1825-0079",
    good: "orcid: 0000-0002-1825-0097"
  ) { subject in
    subject.case.authors.compactMap { author in
      guard let orcid = author.orcid else { return nil }
      guard let iD = ORCID.normalized(orcid.value) else {
        return Problem(
          "authors", "\"\(orcid.value)\" is not an ORCID iD", at: orcid.location, remedy: "write it as 0000-0002-1825-0097, with hyphens")
      }
      guard iD.last != ORCID.checkCharacter(of: iD) else { return nil }
      return Problem("authors", "ORCID iD \"\(iD)\" has a wrong check digit", at: orcid.location, remedy: author.copyingORCID)
    }
  }

  static let orcidRepeated = Rule(
    "orcid-repeated", .error, "ORCID iD belongs to one author",
    why: "An ORCID iD names one person. Copied to a second author, it links that author's name to somebody else's work.",
    remedy: "copy each author's own iD from orcid.org",
    bad: """
      authors:
        - {name: Jordan Example, orcid: 0000-0002-1825-0097}
        - {name: Riley Sample, orcid: 0000-0002-1825-0097}
      """,
    good: """
      authors:
        - {name: Jordan Example, orcid: 0000-0002-1825-0097}
        - {name: Riley Sample, orcid: 0000-0002-1694-233X}
      """
  ) { subject in
    var first: [String: Author] = [:]
    return subject.case.authors.compactMap { author in
      guard let orcid = author.orcid, let iD = ORCID.normalized(orcid.value) else { return nil }
      guard let other = first[iD] else {
        first[iD] = author
        return nil
      }
      return Problem(
        "authors", "ORCID iD \"\(iD)\" is also that of \(other.name.full)", at: orcid.location, remedy: author.copyingORCID,
        notes: [.init("first used here", at: other.orcid?.location)])
    }
  }
}

extension Author {
  fileprivate var copyingORCID: String { "copy the iD of \(name.full) from orcid.org" }
}
