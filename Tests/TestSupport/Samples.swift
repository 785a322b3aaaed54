/// The parts that tests put sites together from.
package enum Sample {
  package static let site = """
    title: Test library
    url: https://cases.example.org/
    visibility: public
    navigation: [cases, topics]

    """

  /// A published case without pictures; `more` are further lines of `case.yaml`.
  package static func `case`(_ title: String, status: String = "published", _ more: String = "") -> String {
    """
    title: \(title)
    status: \(status)
    published: 2026-11-01
    synthetic: true
    authors: ["Jordan Example, DPM"]
    affiliations: {eh: {name: Example Health}}
    diagnosis: Ulcer
    consent: {status: not-required}
    \(more)

    """
  }

  package static let narrative = """
    ## Introduction

    Why this case is told.

    ## Case presentation

    What was found.

    ## Conclusion

    What it shows.

    """

  /// A case's files below `content/cases/`.
  package static func files(_ slug: String, _ yaml: String, narrative: String = Sample.narrative) -> [String: String] {
    ["content/cases/\(slug)/case.yaml": yaml, "content/cases/\(slug)/narrative.md": narrative]
  }

  /// A site with the cases `a` and `b`, and what is added.
  package static func library(_ more: [String: String] = [:]) -> [String: String] {
    ["content/site.yaml": site].merging(files("a", `case`("Case A"))) { $1 }.merging(files("b", `case`("Case B"))) { $1 }
      .merging(more) { $1 }
  }

  /// A drawing that needs no codec.
  package static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="400" height="300"><circle cx="20" cy="15" r="9" fill="#b33"/></svg>

    """
}
