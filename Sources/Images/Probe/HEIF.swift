/// Reads the size, the turns and the metadata of an AVIF or HEIC file.
///
/// Source: ISO/IEC 14496-12 (boxes) and 23008-12 (items and their properties).
func readHEIFHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard let size = view.number(0, 4), let types = view.part(8, max(0, min(size, view.count) - 8)) else {
    throw .truncated("it ends within its header")
  }
  let brands = stride(from: 0, to: types.count, by: 4).compactMap { $0 == 4 ? nil : types.tag($0) }
  if brands.contains("avis") && !brands.contains("avif") { throw animated }
  let avif = brands.contains("avif")
  guard avif || brands.contains(where: { ["heic", "heix", "mif1", "heim", "heis"].contains($0) }) else {
    throw ImageProblem(.notAnImage, "is a film or sound file, not a picture", remedy: "save one frame of it as JPEG")
  }
  guard let meta = boxes(in: view).first(where: { $0.type == "meta" }), let body = meta.body.rest(4) else {
    throw .truncated("its description is missing")
  }
  let items = HEIFItems(boxes(in: body))
  var header = Header(format: avif ? .avif : .heic, width: items.width, height: items.height, carried: items.carried(in: view))
  header.carried.orientation = items.orientation
  let all = boxes(in: view)
  if all.contains(where: \.isCut) || !(all + boxes(in: body)).contains(where: { $0.type == "mdat" || $0.type == "idat" }) {
    throw .truncated("the end of the picture is missing")
  }
  return header
}

struct HEIFBox {
  var type: String
  var body: ByteView
  /// The box says that it is longer than the file.
  var isCut = false
}

/// The boxes that follow each other in a part of the file.
func boxes(in view: ByteView) -> [HEIFBox] {
  var found: [HEIFBox] = []
  var offset = 0
  while found.count < 10_000, let size = view.number(offset, 4), let type = view.tag(offset + 4) {
    var (start, length) = (offset + 8, size - 8)
    if size == 1 {
      guard let high = view.number(offset + 8, 4), high == 0, let low = view.number(offset + 12, 4) else { break }
      (start, length) = (offset + 16, low - 16)
    } else if size == 0 {
      length = view.count - start
    }
    guard length >= 0 else { break }
    guard let body = view.part(start, length) else {
      found.append(HEIFBox(type: type, body: view.rest(min(start, view.count)) ?? ByteView([]), isCut: true))
      break
    }
    found.append(HEIFBox(type: type, body: body))
    offset = start + length
  }
  return found
}
