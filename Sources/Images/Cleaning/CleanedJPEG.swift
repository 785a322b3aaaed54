/// Its JFIF header without a preview, an EXIF block with nothing but an orientation that turns, profiles and picture; to the picture's end.
func cleanedJPEG(_ bytes: [UInt8], orientation: Int) -> [UInt8] {
  let view = ByteView(bytes)
  var result: [UInt8] = [0xFF, 0xD8]
  if orientation != 1 { result += segment(0xE1, Array("Exif\0\0".utf8) + orientationBlock(orientation)) }
  var offset = 2
  while let marker = nextMarker(view, &offset) {
    switch marker {
    case 0xD9: return result + [0xFF, 0xD9]
    case 0x01, 0xD0...0xD8: continue
    default: break
    }
    guard let length = view.number(offset, 2), length >= 2, let body = view.part(offset + 2, length - 2) else { return result }
    if let kept = kept(marker, body) { result += segment(marker, kept) }
    offset += length
    guard marker == 0xDA else { continue }
    let end = endOfScan(view, from: offset)
    result += bytes[offset..<end]
    offset = end
  }
  return result
}

/// What of a segment stays; nil for one that goes.
private func kept(_ marker: Int, _ body: ByteView) -> [UInt8]? {
  switch marker {
  case 0xE0: body.starts(with: "JFIF\0") ? body.part(0, 12).map { $0.bytes + [0, 0] } : nil
  case 0xE2: body.starts(with: "ICC_PROFILE\0") ? Array(body.bytes) : nil
  // Adobe's says how the colours are coded.
  case 0xEE: body.starts(with: "Adobe") ? Array(body.bytes) : nil
  case 0xE0...0xEF, 0xFE: nil
  default: Array(body.bytes)
  }
}

private func segment(_ marker: Int, _ body: [UInt8]) -> [UInt8] {
  [0xFF, UInt8(truncatingIfNeeded: marker)] + bigEndian(body.count + 2, 2) + body
}
