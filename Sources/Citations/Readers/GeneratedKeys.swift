/// Makes keys that a person can guess for entries that have none.
struct GeneratedKeys {
  private var used: Set<String> = []
  /// The last number given for each stem, so that many entries of one stem cost no more each.
  private var lastNumber: [String: Int] = [:]

  /// The key that is written if it can be cited, else `pmid22431912`, else `balin2012`, then `balin2012b`, `balin2012c` …
  mutating func key(for reference: Reference, written: String? = nil) -> String {
    if let written, Self.isCitable(written), used.insert(written).inserted { return written }
    if let pmid = reference.variables["PMID"], pmid.utf8.allSatisfy(\.isDigit), used.insert("pmid" + pmid).inserted { return "pmid" + pmid }
    let stem = Self.stem(of: reference)
    if used.insert(stem).inserted { return stem }
    var number = lastNumber[stem] ?? 1
    var key: String
    repeat {
      number += 1
      key = stem + Self.letters(number)
    } while !used.insert(key).inserted
    lastNumber[stem] = number
    return key
  }

  /// A letter, then letters, digits and the marks that a citation may have within a key.
  private static func isCitable(_ key: String) -> Bool {
    guard let first = key.utf8.first, first.isLetter || first >= 0x80, let last = key.utf8.last else { return false }
    guard last.isLetter || last.isDigit || last >= 0x80 else { return false }
    return key.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || "-_:./".utf8.contains($0) }
  }

  private static func stem(of reference: Reference) -> String {
    let name = reference.names["author"]?.first ?? reference.names["editor"]?.first
    let family = name.map { $0.family.isEmpty ? $0.literal : $0.family } ?? ""
    let title = reference.variables["title"] ?? ""
    var word = letters(of: family.isEmpty ? title : family, isName: !family.isEmpty && name?.literal.isEmpty == true)
    if word.isEmpty { word = "reference" }
    let year = reference.dates["issued"]?.parts.first?.year
    return word + (year.map { String($0.magnitude) } ?? "")
  }

  /// The letters of a surname, or of the first word that is not an article, in lower case.
  ///
  ///     letters(of: "Matucci-Cerinic", isName: true)  // "matuccicerinic"
  private static func letters(of text: String, isName: Bool) -> String {
    let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" }
    let chosen = isName ? words.joined() : String(words.first { $0 != "the" && $0 != "a" && $0 != "an" } ?? "")
    let scalars = chosen.unicodeScalars.filter { $0.properties.isAlphabetic || (!isName && $0.properties.numericType != nil) }
    let word = String(String.UnicodeScalarView(scalars.prefix(40)))
    return word.unicodeScalars.first?.properties.isAlphabetic == true ? word : ""
  }

  /// 2 is `b`, 26 is `z`, 27 is `aa`.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    while rest > 0 {
      rest -= 1
      text = String(Character(Unicode.Scalar(UInt8(0x61 + rest % 26)))) + text
      rest /= 26
    }
    return text
  }
}
