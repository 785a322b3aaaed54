/// Walks the chunks of a WebP file.
func readWebPHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard let size = view.number(4, 4, little: true), size <= view.count - 8 else { throw .truncated("the end of the picture is missing") }
  var header = Header(format: .webp, width: 0, height: 0)
  var offset = 12
  while offset < size + 8, let type = view.tag(offset), let length = view.number(offset + 4, 4, little: true) {
    guard let body = view.part(offset + 8, length) else { throw .truncated("the end of the picture is missing") }
    try readWebPChunk(type, body, &header)
    offset += 8 + length + length % 2
  }
  if view.count > size + 9 { header.carried.insert(.trailing) }
  return header
}

private func readWebPChunk(_ type: String, _ body: ByteView, _ header: inout Header) throws(ImageProblem) {
  switch type {
  case "VP8X":
    guard let flags = body.byte(0), let width = body.number(4, 3, little: true), let height = body.number(7, 3, little: true) else {
      return
    }
    if flags & 0x02 != 0 { throw animated }
    (header.width, header.height) = (width + 1, height + 1)
  case "VP8 " where header.width == 0:
    guard body.number(3, 3) == 0x9D012A, let width = body.number(6, 2, little: true), let height = body.number(8, 2, little: true) else {
      return
    }
    (header.width, header.height) = (width & 0x3FFF, height & 0x3FFF)
  case "VP8L" where header.width == 0:
    guard body.byte(0) == 0x2F, let bits = body.number(1, 4, little: true) else { return }
    (header.width, header.height) = (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
  case "EXIF":
    let block = body.starts(with: "Exif\0\0") ? body.rest(6) : body
    guard let block, let directory = TagDirectory(block) else { return header.carried.insert(.unreadable) }
    header.carried.add(directory.carried)
    header.carried.orientation = directory.carried.orientation
  case "XMP ": header.carried.add(carriedByXMP(body))
  default: break
  }
}
