/// White lines and letters with a black edge, collected over a whole picture before they are laid on it: legible on skin and on X-rays.
struct Ink {
  private let width: Int
  private let height: Int
  private var white: [UInt8]
  private var black: [UInt8]
  /// Half the lines' width, and the width of the black edge, in pixels.
  let half: Double
  let edge: Double

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    half = max(1, Double(width) / 480)
    edge = max(1, Double(width) / 640)
    white = Array(repeating: 0, count: width * height)
    black = white
  }

  mutating func draw(_ stroke: Stroke) {
    let (low, high) = stroke.corners
    let reach = half + edge + 1
    for y in range(low.y - reach, high.y + reach, height) {
      for x in range(low.x - reach, high.x + reach, width) {
        let distance = stroke.distance(to: Spot(x: Double(x) + 0.5, y: Double(y) + 0.5))
        cover(&white, x, y, half - distance)
        cover(&black, x, y, half + edge - distance)
      }
    }
  }

  /// Draws the letters round a centre, moved inwards where they would be cut.
  mutating func draw(_ text: TextMask, around center: Spot) {
    let margin = Int((edge * 1.5).rounded(.up)) + 1
    let left = place(center.x, text.width, within: width, margin)
    let top = place(center.y, text.height, within: height, margin)
    for y in -margin..<(text.height + margin) {
      for x in -margin..<(text.width + margin) where (0..<width).contains(left + x) && (0..<height).contains(top + y) {
        let at = (top + y) * width + left + x
        white[at] = max(white[at], value(text, x, y))
        black[at] = max(black[at], widened(text, x, y, by: margin - 1))
      }
    }
  }

  func laid(on picture: Raster) -> Raster {
    var result = picture
    for at in black.indices where black[at] > 0 || white[at] > 0 {
      result.blend((0, 0, 0), atX: at % width, y: at / width, cover: Double(black[at]) / 255)
      result.blend((255, 255, 255), atX: at % width, y: at / width, cover: Double(white[at]) / 255)
    }
    return result
  }

  /// Full cover half a pixel within the line, none half a pixel outside.
  private func cover(_ ink: inout [UInt8], _ x: Int, _ y: Int, _ depth: Double) {
    guard depth > -0.5 else { return }
    let value = UInt8((min(depth + 0.5, 1) * 255).rounded())
    let at = y * width + x
    if value > ink[at] { ink[at] = value }
  }

  private func range(_ low: Double, _ high: Double, _ extent: Int) -> Range<Int> {
    guard low.isFinite, high.isFinite else { return 0..<0 }
    let first = Int(min(max(low, 0), Double(extent)))
    return first..<max(first, Int(min(max(high.rounded(.up), 0), Double(extent))))
  }

  private func place(_ center: Double, _ length: Int, within extent: Int, _ margin: Int) -> Int {
    let start = center.isFinite ? Int(min(max(center - Double(length) / 2, -1e6), 1e6)) : 0
    return max(margin, min(start, extent - length - margin))
  }

  private func value(_ text: TextMask, _ x: Int, _ y: Int) -> UInt8 {
    x >= 0 && y >= 0 && x < text.width && y < text.height ? text.cover[y * text.width + x] : 0
  }

  /// The greatest cover within a disc.
  private func widened(_ text: TextMask, _ x: Int, _ y: Int, by radius: Int) -> UInt8 {
    var greatest: UInt8 = 0
    for dy in -radius...radius {
      for dx in -radius...radius where dx * dx + dy * dy <= radius * radius { greatest = max(greatest, value(text, x + dx, y + dy)) }
    }
    return greatest
  }
}
