internal import CasebookModel
internal import DataFormats
internal import Diagnostics

extension Fields {
  mutating func authors(_ context: Context, affiliations: [Affiliation]) -> [Author] {
    let keys = affiliations.map(\.key)
    let authors = list("authors") { node, diagnostics in
      if let text = node.text, node.entries == nil {
        return Author.shortForm(Located(text, at: node.location), &diagnostics)
      }
      return Fields.read(node, as: .author, &diagnostics) { $0.author(context) }
    }
    for author in authors {
      for key in author.affiliations where !keys.contains(key.value) { diagnostics.append(.dangling("affiliation", key, in: keys)) }
    }
    return authors
  }

  private mutating func author(_ context: Context) -> Author? {
    let credentials = texts("credentials").map(\.value)
    let affiliations = texts("affiliations")
    let orcid = text("orcid")
    let isPresenting = value("presenting", .boolean)?.value ?? false
    let corresponding = correspondence()
    let disclosure = richText("disclosure", context)
    guard let name = personName() else { return nil }
    return Author(
      name: name, credentials: credentials, affiliations: affiliations, orcid: orcid.map { $0.map { ORCID.normalized($0) ?? $0 } },
      isPresenting: isPresenting, corresponding: corresponding, disclosure: disclosure, location: location)
  }

  /// `{email: …}`, or `true` for an author whose address is not printed.
  private mutating func correspondence() -> Author.Correspondence? {
    if node("corresponding")?.entries == nil {
      return value("corresponding", .boolean)?.value == true ? Author.Correspondence() : nil
    }
    return object("corresponding", .correspondence) { fields in
      let email = fields.text("email")
      if let email, !isEmail(email.value) {
        fields.diagnostics.append(
          Diagnostic(
            .error, "invalid-email", "\"\(shortened(email.value))\" is not an e-mail address", at: email.location,
            remedy: "write name@example.org"))
      }
      return Author.Correspondence(email: email?.value)
    }
  }

  private mutating func personName() -> PersonName? {
    guard let node = node("name") else {
      reportMissing("name")
      return nil
    }
    if node.entries == nil { return requiredText("name").map { PersonName(parsing: $0.value) } }
    return object("name", .personName) { fields in
      let given = fields.text("given")?.value ?? ""
      let particle = fields.text("particle")?.value ?? ""
      let suffix = fields.text("suffix")?.value ?? ""
      return fields.requiredText("family").map { PersonName(given: given, particle: particle, family: $0.value, suffix: suffix) }
    }
  }

  mutating func affiliations(_ context: Context) -> [Affiliation] {
    entries("affiliations").compactMap { entry in
      if let text = entry.value.text, !entry.value.isNull {
        return Affiliation(key: entry.key.value, name: trimmed(text), location: entry.key.location)
      }
      return Fields.read(entry.value, as: .affiliation, &diagnostics) { fields in
        fields.affiliation(key: entry.key, context)
      }
    }
  }

  mutating func affiliation(key: Located<String>, _ context: Context) -> Affiliation? {
    let place = text("place")?.value
    let logo = path("logo", context)
    return requiredText("name").map { Affiliation(key: key.value, name: $0.value, place: place, logo: logo, location: key.location) }
  }
}

extension Author {
  /// `Jordan Example, DPM, PGY-3`: the name, then credentials.
  static func shortForm(_ text: Located<String>, _ diagnostics: inout [Diagnostic]) -> Author? {
    let parts = text.value.split(separator: ",", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    guard let first = parts.first, !first.isEmpty else {
      diagnostics.append(
        Diagnostic(.error, "missing-value", "Author has no name", at: text.location, remedy: "write the name, then credentials"))
      return nil
    }
    var name = PersonName(parsing: first)
    var credentials = parts.dropFirst().filter { !$0.isEmpty }
    if name.suffix.isEmpty, let suffix = credentials.first, PersonName.suffixes.contains(suffix) {
      name.suffix = suffix
      credentials.removeFirst()
    }
    return Author(name: name, credentials: Array(credentials), location: text.location)
  }
}

extension PersonName {
  static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  /// `Riley A. van Sample Jr`: the last word is the family name, words in lower case before it are its particle.
  init(parsing text: String) {
    var words = text.split(separator: " ").map(String.init)
    var suffix = ""
    if words.count > 2, let last = words.last, Self.suffixes.contains(last) { suffix = words.removeLast() }
    let family = words.popLast() ?? ""
    let isLowercase = family.first?.isLowercase == true
    let particleStart = isLowercase ? words.count : words.lastIndex { $0.first?.isLowercase != true }.map { $0 + 1 } ?? 0
    self.init(
      given: words[..<particleStart].joined(separator: " "), particle: words[particleStart...].joined(separator: " "), family: family,
      suffix: suffix)
  }
}

private func isEmail(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.utf8.contains { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E }
}
