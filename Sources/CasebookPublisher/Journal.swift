internal import Files

/// What is left to do once a publication is decided; written last, so that its presence decides.
///
/// The staged files are moved into place between the two kinds of removal.
struct Journal: Hashable {
  static let name = "journal"

  /// Own files that stand where a folder is needed, or in a folder where a file is needed.
  var removedFirst: [String] = []
  /// Own files that the new site does not have.
  var removedLast: [String] = []

  var bytes: [UInt8] {
    let lines = ["casebook journal 1"] + removedFirst.map { "first \($0)" } + removedLast.map { "last \($0)" } + ["end", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  init(removedFirst: [String] = [], removedLast: [String] = []) {
    self.removedFirst = removedFirst
    self.removedLast = removedLast
  }

  /// Nil for a journal that is not whole.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == "casebook journal 1", lines.last == "end" else { return nil }
    for line in lines.dropFirst().dropLast() {
      let path = String(line.drop { $0 != " " }.dropFirst())
      guard (try? checkOutputPath(path)) != nil else { return nil }  // why does not matter: it is not ours
      if line.hasPrefix("first ") {
        removedFirst.append(path)
      } else if line.hasPrefix("last ") {
        removedLast.append(path)
      } else {
        return nil
      }
    }
  }
}
