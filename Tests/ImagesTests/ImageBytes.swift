/// Small pictures written byte by byte, so that each test says what its file holds.
enum ImageBytes {
  static func be(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
  static func le(_ value: Int, _ width: Int) -> [UInt8] { be(value, width).reversed() }

  static func pngChunk(_ type: String, _ body: [UInt8]) -> [UInt8] { be(body.count, 4) + Array(type.utf8) + body + be(0, 4) }

  static func png(_ width: Int, _ height: Int, interlaced: Bool = false, chunks: [UInt8] = []) -> [UInt8] {
    let header = be(width, 4) + be(height, 4) + [8, 2, 0, 0, interlaced ? 1 : 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + pngChunk("IHDR", header) + chunks + pngChunk("IDAT", [1, 2, 3])
      + pngChunk("IEND", [])
  }

  static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] { [0xFF, marker] + be(body.count + 2, 2) + body }

  static func jpeg(_ width: Int, _ height: Int, segments: [UInt8] = [], tail: [UInt8] = [0xFF, 0xD9]) -> [UInt8] {
    let frame = [8] + be(height, 2) + be(width, 2) + [1, 1, 0x11, 0]
    return [0xFF, 0xD8] + segments + segment(0xC0, frame) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 9] + tail
  }

  /// EXIF with one directory: entries are (tag, type, count, four bytes of value or offset), little-endian.
  static func tiff(_ entries: [(Int, Int, Int, [UInt8])], after: [UInt8] = []) -> [UInt8] {
    let body = entries.flatMap { le($0.0, 2) + le($0.1, 2) + le($0.2, 4) + $0.3 }
    return Array("II*\0".utf8) + le(8, 4) + le(entries.count, 2) + body + le(0, 4) + after
  }

  static func exif(_ block: [UInt8]) -> [UInt8] { segment(0xE1, Array("Exif\0\0".utf8) + block) }

  static func box(_ type: String, _ body: [UInt8]) -> [UInt8] { be(body.count + 8, 4) + Array(type.utf8) + body }

  static func avif(_ width: Int, _ height: Int, properties: [UInt8], associations: [UInt8]) -> [UInt8] {
    let ispe = box("ispe", be(0, 4) + be(width, 4) + be(height, 4))
    let ipma = box("ipma", be(0, 4) + be(1, 4) + be(1, 2) + [UInt8(associations.count)] + associations)
    let iprp = box("iprp", box("ipco", ispe + properties) + ipma)
    let meta = box("meta", be(0, 4) + box("pitm", be(0, 4) + be(1, 2)) + iprp)
    return box("ftyp", Array("avif".utf8) + be(0, 4) + Array("avifmif1".utf8)) + meta + box("mdat", [1, 2, 3])
  }
}
