/// A place in a picture in pixels from its upper left corner.
struct Spot: Hashable {
  var x: Double
  var y: Double

  static func + (a: Spot, b: Spot) -> Spot { Spot(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Spot, b: Spot) -> Spot { Spot(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Spot, factor: Double) -> Spot { Spot(x: a.x * factor, y: a.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }

  /// In the same direction, one pixel long; to the right where there is no direction.
  var direction: Spot { length > 0 ? self * (1 / length) : Spot(x: 1, y: 0) }

  /// Turned by the angle whose cosine and sine are given.
  func turned(cosine: Double, sine: Double) -> Spot { Spot(x: x * cosine - y * sine, y: x * sine + y * cosine) }
}

/// A line that marks are drawn with; its pixels are found by their distance from it, so that it is smooth at every size.
enum Stroke {
  case segment(Spot, Spot)
  case ring(center: Spot, radius: Double)

  func distance(to spot: Spot) -> Double {
    switch self {
    case .segment(let a, let b):
      let (along, here) = (b - a, spot - a)
      let square = along.x * along.x + along.y * along.y
      let share = square > 0 ? min(max((here.x * along.x + here.y * along.y) / square, 0), 1) : 0
      return (here - along * share).length
    case .ring(let center, let radius): return abs((spot - center).length - radius)
    }
  }

  /// The corners of the smallest rectangle round it.
  var corners: (Spot, Spot) {
    switch self {
    case .segment(let a, let b): (Spot(x: min(a.x, b.x), y: min(a.y, b.y)), Spot(x: max(a.x, b.x), y: max(a.y, b.y)))
    case .ring(let center, let radius): (center - Spot(x: radius, y: radius), center + Spot(x: radius, y: radius))
    }
  }

  /// A shaft with an open head at its end.
  static func arrow(from: Spot, to: Spot, head: Double) -> [Stroke] {
    let back = (from - to).direction * min(head, (from - to).length)
    // 27.5° to both sides of the shaft.
    return [.segment(from, to)] + [1.0, -1.0].map { .segment(to, to + back.turned(cosine: 0.887, sine: 0.462 * $0)) }
  }
}

/// Letters as an amount of cover for each pixel.
struct TextMask {
  var width: Int
  var height: Int
  /// 0 to 255, rows from the top.
  var cover: [UInt8]
}
