/// A file format for references.
package enum ReferenceFormat: String, CaseIterable, Sendable {
  case bibtex
  case ris
  case nbib
  case cslJSON = "csl-json"
  case cslYAML = "csl-yaml"

  /// The format that a file's name ending promises, or nil for another ending.
  ///
  ///     ReferenceFormat(file: "references.BIB")  // .bibtex
  package init?(file: String) {
    guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch file[file.utf8.index(after: dot)...].lowercased() {
    case "bib", "bibtex", "biblatex": self = .bibtex
    case "ris": self = .ris
    case "nbib", "medline": self = .nbib
    case "json", "csljson": self = .cslJSON
    case "yaml", "yml": self = .cslYAML
    default: return nil
    }
  }

  /// The format that the first characters show beyond doubt, or nil.
  ///
  ///     ReferenceFormat(content: Array("PMID- 22431912".utf8))  // .nbib
  package init?(content bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let start = bytes.dropFirst(hasMark ? 3 : 0).firstIndex(where: { $0 > 0x20 }) else { return nil }
    let head = bytes[start...].prefix(64)
    if head.starts(with: "PMID".utf8) && head.dropFirst(4).prefix(4).contains(UInt8(ascii: "-")) {
      self = .nbib
    } else if head.starts(with: "TY ".utf8) && head.dropFirst(3).prefix(3).contains(UInt8(ascii: "-")) {
      self = .ris
    } else if let first = head.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      self = .cslJSON
    } else if head.first == UInt8(ascii: "@") {
      self = .bibtex
    } else if head.starts(with: "---".utf8) || head.starts(with: "references:".utf8) {
      self = .cslYAML
    } else {
      return nil
    }
  }

  /// The usual ending of such a file, without the dot.
  package var fileExtension: String {
    switch self {
    case .bibtex: "bib"
    case .ris: "ris"
    case .nbib: "nbib"
    case .cslJSON: "json"
    case .cslYAML: "yaml"
    }
  }
}
