/// A rectangle of whole pixels within a picture.
package struct PixelBox: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// Every pixel that the region touches, cut at the picture's edges; 0 wide where the region lies outside or is not a number.
  package init(_ region: Region, width: Int, height: Int) {
    let (left, right) = span(region.x, region.width, extent: width)
    let (top, bottom) = span(region.y, region.height, extent: height)
    x = left
    y = top
    self.width = right - left
    self.height = bottom - top
  }

  package var isEmpty: Bool { width <= 0 || height <= 0 }
}

/// The pixels from `start` over `length`, rounded outwards and kept between 0 and `extent`.
private func span(_ start: Coordinate, _ length: Coordinate, extent: Int) -> (Int, Int) {
  let first = start.pixels(of: extent)
  let last = first + length.pixels(of: extent)
  guard first.isFinite, last.isFinite, last > first else { return (0, 0) }
  let low = min(max(first.rounded(.down), 0), Double(extent))
  let high = min(max(last.rounded(.up), 0), Double(extent))
  return high > low ? (Int(low), Int(high)) : (0, 0)
}
