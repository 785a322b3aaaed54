package import Diagnostics

/// A person who stands in the byline.
package struct Author: Hashable, Sendable {
  package var name: PersonName
  package var credentials: [String]
  /// Keys of the case's affiliations, in the author's order.
  package var affiliations: [Located<String>]
  package var orcid: Located<String>?
  package var isPresenting: Bool
  package var corresponding: Correspondence?
  package var disclosure: RichText?
  package var location: SourceLocation

  package init(
    name: PersonName, credentials: [String] = [], affiliations: [Located<String>] = [], orcid: Located<String>? = nil,
    isPresenting: Bool = false, corresponding: Correspondence? = nil, disclosure: RichText? = nil, location: SourceLocation
  ) {
    self.name = name
    self.credentials = credentials
    self.affiliations = affiliations
    self.orcid = orcid
    self.isPresenting = isPresenting
    self.corresponding = corresponding
    self.disclosure = disclosure
    self.location = location
  }

  /// That the author answers letters, and where.
  package struct Correspondence: Hashable, Sendable {
    package var email: String?

    package init(email: String? = nil) { self.email = email }
  }
}

/// The parts of a name: "Riley", "van", "Sample", "Jr".
package struct PersonName: Hashable, Sendable {
  package var given: String
  package var particle: String
  package var family: String
  package var suffix: String

  package init(given: String = "", particle: String = "", family: String, suffix: String = "") {
    self.given = given
    self.particle = particle
    self.family = family
    self.suffix = suffix
  }

  /// "Riley van Sample Jr".
  package var full: String { [given, particle, family, suffix].filter { !$0.isEmpty }.joined(separator: " ") }

  /// "van Sample R Jr", as in a list of references.
  package var indexed: String {
    let initials = given.split { $0 == " " || $0 == "-" || $0 == "." }.compactMap(\.first).map { String($0).uppercased() }.joined()
    return [particle, family, initials, suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

package struct Affiliation: Hashable, Sendable {
  package var key: String
  package var name: String
  package var place: String?
  /// Path of the logo relative to the site's folder.
  package var logo: Located<String>?
  package var location: SourceLocation

  package init(key: String, name: String, place: String? = nil, logo: Located<String>? = nil, location: SourceLocation) {
    self.key = key
    self.name = name
    self.place = place
    self.logo = logo
    self.location = location
  }
}

/// An ORCID iD: 16 characters of which the last checks the others (ISO 7064 MOD 11-2).
package enum ORCID {
  /// `0000-0002-1825-0097` from that or from its http(s) address; nil for another form. Hyphens and a capital X are part of the form.
  package static func normalized(_ text: String) -> String? {
    var rest = Substring(text)
    for prefix in ["https://orcid.org/", "http://orcid.org/"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    guard rest.utf8.count == 19 else { return nil }
    for (index, byte) in rest.utf8.enumerated() {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      let isRight = index % 5 == 4 ? byte == UInt8(ascii: "-") : isDigit || index == 18 && byte == UInt8(ascii: "X")
      guard isRight else { return nil }
    }
    return String(rest)
  }

  /// The check character that the first 15 digits ask for: `(12 − (2 × total) mod 11) mod 11`, 10 written X.
  package static func checkCharacter(of orcid: String) -> Character {
    var total = 0
    for digit in orcid.compactMap(\.wholeNumberValue).prefix(15) { total = (total + digit) * 2 % 11 }
    let check = (12 - total) % 11
    return check == 10 ? "X" : Character(String(check))
  }
}
