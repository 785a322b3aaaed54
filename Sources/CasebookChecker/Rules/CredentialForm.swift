internal import CasebookModel

extension Rule {
  static let credentialForm = Rule(
    "credential-form", .warning, "Credentials are written as the boards write them",
    why: """
      A byline gives a name and credentials without points: "Jordan Example, DPM, FACFAS". "Dr." beside a degree says the
      same thing twice, and "F.A.C.F.A.S." or "dpm" make one person look like two in a library.
      """,
    remedy: "write the credential without points, in its usual capitals, and leave out \"Dr.\"",
    bad: """
      authors:
        - Dr. Jordan Example, D.P.M., F.A.C.F.A.S.
      """,
    good: """
      authors:
        - Jordan Example, DPM, FACFAS
      """
  ) { subject in
    subject.case.authors.flatMap { author in
      var problems: [Problem] = []
      func add(_ summary: String, _ remedy: String) { problems.append(Problem("authors", summary, at: author.location, remedy: remedy)) }
      let title = author.name.given.split(separator: " ").first ?? ""
      if ["dr", "dr.", "prof", "prof."].contains(title.lowercased()) {
        add("\"\(title)\" stands before the name of \(author.name.family)", "leave it out; the credentials after the name say it")
      }
      for (index, credential) in author.credentials.enumerated() {
        if author.credentials[..<index].contains(credential) {
          add("\(author.name.full) has the credential \"\(credential)\" twice", "remove one")
        } else if let usual = usualForm(of: credential), usual != credential {
          add("Credential \"\(credential)\" is usually written \"\(usual)\"", "write \(usual)")
        }
      }
      return problems
    }
  }
}

/// "F.A.C.F.A.S." is "FACFAS", "dpm" is "DPM"; nil for what is not known.
private func usualForm(of credential: String) -> String? {
  let key = credential.lowercased().utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
  return forms[String(decoding: key, as: UTF8.self)]
}

private let forms: [String: String] = {
  let usual = [
    "DPM", "MD", "DO", "PhD", "RN", "NP", "PA-C", "DNP", "MPH", "MS", "MSc", "BSc", "MBBS", "MBA", "FACFAS", "AACFAS", "FACFAOM", "FACS",
    "FASPS",
    "FAPWCA", "FACCWS", "CWS", "CWSP", "CWCN", "CWON", "CWOCN", "WCC", "DABPS", "DABFAS", "PharmD", "PT", "DPT", "FRCS", "FRCP", "EdD",
    "ScD",
  ]
  return Dictionary(usual.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
}()
