/// Chunks of the picture and of its colours, and an EXIF chunk with nothing but an orientation that turns.
func cleanedWebP(_ bytes: [UInt8], orientation: Int) -> [UInt8] {
  let view = ByteView(bytes)
  let turns = orientation != 1
  let end = min(view.count, 8 + (view.number(4, 4, little: true) ?? 0))
  var chunks: [UInt8] = []
  var offset = 12
  while offset < end, let type = view.tag(offset), let length = view.number(offset + 4, 4, little: true),
    let body = view.part(offset + 8, length)
  {
    offset += 8 + length + length % 2
    switch type {
    case "VP8X":
      var flags = Array(body.bytes)
      // EXIF is 8, XMP 4.
      if let first = flags.first { flags[0] = first & ~0x0C | (turns ? 0x08 : 0) }
      chunks += riffChunk(type, flags)
    case "ICCP", "ALPH", "VP8 ", "VP8L": chunks += riffChunk(type, Array(body.bytes))
    default: break
    }
  }
  if turns { chunks += riffChunk("EXIF", orientationBlock(orientation)) }
  return Array("RIFF".utf8) + bigEndian(chunks.count + 4, 4).reversed() + Array("WEBP".utf8) + chunks
}

func riffChunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
  Array(type.utf8) + bigEndian(body.count, 4).reversed() + body + (body.count % 2 == 1 ? [0] : [])
}
