/// Walks the blocks of a GIF file and refuses animations.
func readGIFHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard let width = view.number(6, 2, little: true), let height = view.number(8, 2, little: true), let flags = view.byte(10) else {
    throw .truncated("it ends within its header")
  }
  var header = Header(format: .gif, width: width, height: height)
  var offset = 13 + colourTable(flags)
  var pictures = 0
  while let block = view.byte(offset) {
    switch block {
    case 0x3B:
      if offset + 1 < view.count { header.carried.insert(.trailing) }
      return header
    case 0x21:
      if view.byte(offset + 1) == 0xFE { header.carried.insert(.comment) }
      offset = skipBlocks(view, offset + 2)
    case 0x2C:
      pictures += 1
      guard pictures == 1 else { throw animated }
      offset = skipBlocks(view, offset + 11 + colourTable(view.byte(offset + 9) ?? 0))
    default: throw .damaged("a block of an unknown kind")
    }
  }
  throw .truncated("the end of the picture is missing")
}

private func colourTable(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

private func skipBlocks(_ view: ByteView, _ start: Int) -> Int {
  var offset = start
  while let length = view.byte(offset), length > 0 { offset += length + 1 }
  return offset + 1
}
