/// The data of an SVG path, written number by number into one run of bytes.
///
///     var path = ChartPath()
///     path.add("M", 4, 20.5)
///     path.add("H", 90)
///     path.text                  // "M4 20.5H90"
struct ChartPath {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ command: Unicode.Scalar, _ x: Double, _ y: Double) {
    bytes.append(UInt8(ascii: command))
    ChartText.append(x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    ChartText.append(y, to: &bytes)
  }

  mutating func add(_ command: Unicode.Scalar, _ value: Double) {
    bytes.append(UInt8(ascii: command))
    ChartText.append(value, to: &bytes)
  }

  mutating func add(_ words: String) { bytes.append(contentsOf: words.utf8) }
}
