/// The same file with its EXIF and XMP items blanked where they lie, so that every other byte keeps its place.
///
/// The turning of these formats is a property of the picture, not of EXIF. What lies in pieces is left, and found by the caller's look.
func cleanedHEIF(_ bytes: [UInt8]) -> [UInt8] {
  let view = ByteView(bytes)
  guard let body = boxes(in: view).first(where: { $0.type == "meta" })?.body.rest(4) else { return bytes }
  var result = bytes
  for item in HEIFItems(boxes(in: body)).metadata(in: view) {
    guard let place = item.place else { continue }
    result.replaceSubrange(place.bytes.indices, with: item.isEXIF ? emptyEXIF(place.count) : Array(repeating: 0x20, count: place.count))
  }
  return result
}

/// A directory without entries, filled up with zeros.
private func emptyEXIF(_ count: Int) -> [UInt8] {
  let block: [UInt8] = [0, 0, 0, 0] + Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 0, 0, 0, 0, 0]
  return count < block.count ? Array(repeating: 0, count: count) : block + Array(repeating: 0, count: count - block.count)
}
