import Glibc

/// Walks the segments of a JPEG file to its end, so that a file cut short is noticed.
func readJPEGHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard view.number(0, 2) == 0xFFD8 else { throw ImageProblem(.notAnImage, "is not a picture that is known") }
  var header = Header(format: .jpeg, width: 0, height: 0)
  var offset = 2
  while true {
    guard let marker = nextMarker(view, &offset) else { throw .truncated("the end of the picture is missing") }
    switch marker {
    case 0xD9:
      if view.rest(offset)?.bytes.contains(where: { $0 != 0 }) ?? false { header.carried.insert(.trailing) }
      return header
    case 0x01, 0xD0...0xD8: continue
    default: break
    }
    guard let length = view.number(offset, 2), length >= 2, let body = view.part(offset + 2, length - 2) else {
      throw .truncated("it ends within its header")
    }
    try readSegment(marker, body, &header)
    offset += length
    if marker == 0xDA { offset = endOfScan(view, from: offset) }
  }
}

/// The next marker's code; fill bytes before it are skipped.
func nextMarker(_ view: ByteView, _ offset: inout Int) -> Int? {
  guard view.byte(offset) == 0xFF else { return nil }
  while view.byte(offset) == 0xFF { offset += 1 }
  guard let code = view.byte(offset) else { return nil }
  offset += 1
  return code
}

private func readSegment(_ marker: Int, _ body: ByteView, _ header: inout Header) throws(ImageProblem) {
  switch marker {
  case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
    guard let height = body.number(1, 2), let width = body.number(3, 2) else { throw .truncated("it ends within its header") }
    (header.width, header.height) = (width, height)
  case 0xE1: readAPP1(body, &header)
  case 0xE2: if body.starts(with: "MPF\0") { header.carried.insert(.secondPicture) }
  case 0xED: header.carried.insert(.iptc)
  case 0xFE: header.carried.insert(.comment)
  case 0xDA: if header.width == 0 { throw .damaged("its pixels come before its size") }
  default: break
  }
}

private func readAPP1(_ body: ByteView, _ header: inout Header) {
  if body.starts(with: "Exif\0"), let block = body.rest(6) {
    guard let directory = TagDirectory(block) else { return header.carried.insert(.unreadable) }
    header.carried.add(directory.carried)
    header.carried.orientation = directory.carried.orientation
  } else {
    header.carried.add(carriedByXMP(body))
  }
}

/// XMP may hold the position a second time.
func carriedByXMP(_ body: ByteView) -> Carried {
  var carried = Carried()
  carried.insert(.xmp)
  if body.find("GPSLatitude") != nil { carried.insert(.position) }
  if body.find("SerialNumber") != nil { carried.insert(.cameraSerial) }
  return carried
}

/// Where the entropy-coded bytes end: at the next 0xFF that no 0x00 and no restart marker follows.
func endOfScan(_ view: ByteView, from start: Int) -> Int {
  view.bytes.withUnsafeBytes { buffer in
    var offset = start
    while offset < buffer.count, let base = buffer.baseAddress {
      guard let found = memchr(base + offset, 0xFF, buffer.count - offset) else { return buffer.count }
      offset = UnsafeRawPointer(found) - base
      guard offset + 1 < buffer.count else { return buffer.count }
      let next = buffer[offset + 1]
      if next == 0xFF {
        offset += 1
      } else if next == 0 || (0xD0...0xD7).contains(next) {
        offset += 2
      } else {
        return offset
      }
    }
    return buffer.count
  }
}
