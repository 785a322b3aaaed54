/// Walks the chunks of a PNG file to its end.
func readPNGHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard view.number(4, 4) == 0x0D0A_1A0A else { throw .damaged("a transfer as text has changed its line ends") }
  guard view.starts(with: "IHDR", at: 12), let width = view.number(16, 4), let height = view.number(20, 4) else {
    throw .truncated("it ends within its header")
  }
  var header = Header(format: .png, width: width, height: height)
  try checkInterlaced(view, width, height)
  var offset = 8
  while let length = view.number(offset, 4), let type = view.tag(offset + 4) {
    guard let body = view.part(offset + 8, length), view.number(offset + 8 + length, 4) != nil else { break }
    offset += 12 + length
    if type == "IEND" {
      if offset < view.count { header.carried.insert(.trailing) }
      return header
    }
    if type == "acTL", (body.number(0, 4) ?? 0) > 1 { throw animated }
    readPNGChunk(type, body, &header.carried)
  }
  throw .truncated("the end of the picture is missing")
}

/// An interlaced picture cannot be decoded line by line, so it must fit in memory as a whole.
private func checkInterlaced(_ view: ByteView, _ width: Int, _ height: Int) throws(ImageProblem) {
  guard view.byte(28) == 1, height > 0, width > 25_000_000 / height else { return }
  throw ImageProblem(.tooLarge, "has \(width) × \(height) interlaced pixels, more than 25 million", remedy: "save it without interlacing")
}

private func readPNGChunk(_ type: String, _ body: ByteView, _ carried: inout Carried) {
  switch type {
  case "eXIf":
    guard let directory = TagDirectory(body) else { return carried.insert(.unreadable) }
    carried.add(directory.carried)
    carried.orientation = directory.carried.orientation
  case "tIME": carried.insert(.changed)
  case "iTXt" where body.starts(with: "XML:com.adobe.xmp"): carried.add(carriedByXMP(body))
  case "tEXt", "zTXt", "iTXt": carried.insert(.text)
  default: break
  }
}

let animated = ImageProblem(.animated, "is animated; a figure is one still picture", remedy: "save one frame of it as PNG")
