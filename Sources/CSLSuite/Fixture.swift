import DataFormats

/// A fixture of the CSL processor test suite: a text file with named sections.
struct Fixture {
  let name: String
  private let sections: [String: String]

  /// Sections are fenced by `>>===== NAME =====>>` and `<<===== NAME =====<<`; what stands between sections is ignored.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    var sections: [String: String] = [:]
    var open: String?
    var lines: [String] = []
    for line in Self.lines(bytes) {
      if let section = open {
        if Self.fence(line, "<<") == section {
          sections[section] = lines.joined(separator: "\n")
          open = nil
        } else {
          lines.append(line)
        }
      } else if let section = Self.fence(line, ">>") {
        open = section
        lines = []
      }
    }
    self.sections = sections
  }

  subscript(_ section: String) -> String? { sections[section] }

  /// The JSON of a section; nil when there is none or it can't be read.
  func json(_ section: String) -> Node? { sections[section].flatMap { JSON.parse(Array($0.utf8), file: name).node } }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// The name in a line such as `>>===== CSL =====>>`.
  private static func fence(_ line: String, _ mark: String) -> String? {
    var line = Substring(line)
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    guard line.hasPrefix(mark + "="), line.hasSuffix("=" + mark) else { return nil }
    let name = line.dropFirst(2).dropLast(2).drop { $0 == "=" }.reversed().drop { $0 == "=" }.reversed()
    return String(String(name).drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
