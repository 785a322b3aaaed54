import CVips

/// Pixels in memory: three bytes each, sRGB, rows from the top.
package struct Raster: Sendable {
  package let width: Int
  package let height: Int
  package private(set) var pixels: [UInt8]

  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && pixels.count == width * height * 3, "three bytes a pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Takes over what the library decoded.
  init(_ raster: casebook_vips_raster) {
    width = Int(raster.width)
    height = Int(raster.height)
    pixels = Array(UnsafeBufferPointer(start: raster.pixels, count: width * height * 3))
    casebook_vips_free(raster.pixels)
  }

  package subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let at = (y * width + x) * 3
    return (pixels[at], pixels[at + 1], pixels[at + 2])
  }

  /// Lays `red`, `green`, `blue` over the pixel, `cover` (0 to 1) opaque; outside the picture nothing happens.
  mutating func blend(_ colour: (UInt8, UInt8, UInt8), atX x: Int, y: Int, cover: Double) {
    guard x >= 0, y >= 0, x < width, y < height, cover > 0 else { return }
    let at = (y * width + x) * 3
    let share = min(cover, 1)
    pixels[at] = mixed(pixels[at], colour.0, share)
    pixels[at + 1] = mixed(pixels[at + 1], colour.1, share)
    pixels[at + 2] = mixed(pixels[at + 2], colour.2, share)
  }

  /// Sets every pixel of the box to black.
  mutating func blacken(_ box: PixelBox) {
    guard !box.isEmpty else { return }
    for y in box.y..<(box.y + box.height) {
      let start = (y * width + box.x) * 3
      for at in start..<(start + box.width * 3) { pixels[at] = 0 }
    }
  }

  func cropped(to box: PixelBox) -> Raster {
    guard !box.isEmpty else { return self }
    var part: [UInt8] = []
    part.reserveCapacity(box.width * box.height * 3)
    for y in box.y..<(box.y + box.height) {
      let start = (y * width + box.x) * 3
      part += pixels[start..<(start + box.width * 3)]
    }
    return Raster(width: box.width, height: box.height, pixels: part)
  }
}

private func mixed(_ below: UInt8, _ above: UInt8, _ share: Double) -> UInt8 {
  UInt8((Double(below) + (Double(above) - Double(below)) * share).rounded())
}
