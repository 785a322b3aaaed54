/// Chunks of the picture and of its colours, and an EXIF chunk with nothing but an orientation that turns.
func cleanedPNG(_ bytes: [UInt8], orientation: Int) -> [UInt8] {
  let view = ByteView(bytes)
  var result = Array(bytes.prefix(8))
  var offset = 8
  while let length = view.number(offset, 4), let type = view.tag(offset + 4), let chunk = view.part(offset, length + 12) {
    offset += length + 12
    guard keptChunks.contains(type) else { continue }
    if type == "IDAT", orientation != 1, !hasOrientation(result) {
      result += pngChunk("eXIf", orientationBlock(orientation))
    }
    result += chunk.bytes
    if type == "IEND" { break }
  }
  return result
}

private let keptChunks: Set<String> = [
  "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs",
]

private func hasOrientation(_ result: [UInt8]) -> Bool {
  let view = ByteView(result)
  var offset = 8
  while let length = view.number(offset, 4), let type = view.tag(offset + 4) {
    if type == "eXIf" { return true }
    offset += length + 12
  }
  return false
}

func pngChunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
  let named = Array(type.utf8) + body
  return bigEndian(body.count, 4) + named + bigEndian(Int(checksum(named)), 4)
}

/// CRC-32 of ISO 3309, as PNG has it.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum = ~UInt32(0)
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}
