internal import CQR

/// A QR code as a square of dark and light modules, without its quiet zone of four modules.
package struct QRCode: Hashable, Sendable {
  /// How much of the symbol may be lost: 7, 15, 25 or 30 per cent.
  package enum Correction: Int32, Sendable { case low, medium, quartile, high }

  /// Modules of a side: 17 + 4 times the version, 21 to 177.
  package let side: Int
  /// Row by row, true for a dark module.
  package let modules: [Bool]

  /// Whether libqrencode is installed.
  package static var isAvailable: Bool { cqr_encode([], 0, 0, nil, 0) == 0 }

  /// nil where the text is empty or longer than a symbol holds (about 2,300 bytes), or libqrencode is not installed.
  package init?(_ text: String, correction: Correction = .medium) {
    let bytes = Array(text.utf8)
    guard let length = Int32(exactly: bytes.count) else { return nil }
    var cells = [UInt8](repeating: 0, count: 177 * 177)
    let found = cqr_encode(bytes, length, correction.rawValue, &cells, Int32(cells.count))
    guard found > 0 else { return nil }
    side = Int(found)
    modules = cells.prefix(side * side).map { $0 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool { modules[row * side + column] }

  /// The dark modules as one SVG path of unit squares, runs of a row together: `M0 0h7v1h-7zM8 0h1v1h-1z…`.
  package var path: String {
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        let start = column
        while column < side, isDark(row: row, column: column) { column += 1 }
        let length = column - start
        if length > 0 { path += "M\(start) \(row)h\(length)v1h-\(length)z" } else { column += 1 }
      }
    }
    return path
  }
}
