/// Text of fields that are not prose.
enum Verbatim {
  /// An address as it is: LaTeX's escapes and braces are taken away.
  ///
  ///     "https://example.org/a\_b"  → "https://example.org/a_b"
  static func text(_ value: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var rest = value.trimmingBlanks
    if rest.starts(with: "\\url{".utf8) { rest = rest.dropFirst(5) }
    for (i, byte) in zip(rest.indices, rest) {
      if byte == .openBrace || byte == .closeBrace || byte.isBlank { continue }
      let next = i + 1 < rest.endIndex ? rest[i + 1] : 0
      if byte == .backslash, !next.isLetter { continue }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A DOI without the address or the word before it.
  ///
  ///     doi("https://doi.org/10.1000/x")  // "10.1000/x"
  static func doi(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let prefixes = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:"]
    for prefix in prefixes where bytes.prefix(prefix.utf8.count).elementsEqual(prefix.utf8, by: { $0.lowered == $1 }) {
      return String(decoding: bytes[prefix.utf8.count...].trimmingBlanks, as: UTF8.self)
    }
    return text
  }
}

/// Page ranges.
enum PageRange {
  /// One hyphen between the numbers, whatever dash was written.
  ///
  ///     normalized("455--462")  // "455-462"
  ///     normalized("455 – 462") // "455-462"
  static func normalized(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      let isDash =
        bytes[i] == .hyphen || (bytes[i...].starts(with: [0xE2, 0x80]) && i + 2 < bytes.count && (0x90...0x95).contains(bytes[i + 2]))
      if isDash {
        while out.last == .space { out.removeLast() }
        if out.last != .hyphen { out.append(.hyphen) }
        i += bytes[i] == .hyphen ? 1 : 3
      } else {
        if bytes[i] != .space || out.last != .hyphen { out.append(bytes[i]) }
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Languages.
enum Language {
  /// The code of a language that is given by its name or by MARC's three letters.
  ///
  ///     code(of: "ngerman")  // "de"
  static func code(of text: String) -> String {
    switch text.lowercased() {
    case "eng", "english", "american", "usenglish": "en"
    case "british", "ukenglish": "en-GB"
    case "ger", "deu", "german", "ngerman", "deutsch": "de"
    case "fre", "fra", "french", "français": "fr"
    case "spa", "spanish", "español": "es"
    case "ita", "italian": "it"
    case "por", "portuguese": "pt"
    case "brazilian": "pt-BR"
    case "dut", "nld", "dutch": "nl"
    case "jpn", "japanese": "ja"
    case "chi", "zho", "chinese": "zh"
    case "rus", "russian": "ru"
    case "pol", "polish": "pl"
    case "swe", "swedish": "sv"
    case "dan", "danish": "da"
    case "nor", "norwegian": "no"
    case "fin", "finnish": "fi"
    case "cze", "ces", "czech": "cs"
    case "tur", "turkish": "tr"
    case "kor", "korean": "ko"
    default: text
    }
  }
}
