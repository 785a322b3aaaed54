/// The primary picture's properties and the metadata items of a `meta` box.
struct HEIFItems {
  private(set) var width = 0
  private(set) var height = 0
  private(set) var orientation = 1
  private let boxes: [HEIFBox]

  init(_ boxes: [HEIFBox]) {
    self.boxes = boxes
    let properties = boxes.first { $0.type == "iprp" }.map { Images.boxes(in: $0.body) } ?? []
    let values = properties.first { $0.type == "ipco" }.map { Images.boxes(in: $0.body) } ?? []
    let own = properties.filter { $0.type == "ipma" }.flatMap { associations($0.body, of: primary) }
    for index in own where values.indices.contains(index - 1) { apply(values[index - 1]) }
    if width == 0 { applyLargest(values) }
  }

  private var primary: Int {
    guard let body = boxes.first(where: { $0.type == "pitm" })?.body, let version = body.byte(0) else { return 1 }
    return body.number(4, version == 0 ? 2 : 4) ?? 1
  }

  private mutating func apply(_ property: HEIFBox) {
    switch property.type {
    case "ispe": (width, height) = (property.body.number(4, 4) ?? 0, property.body.number(8, 4) ?? 0)
    case "irot": orientation = turned(orientation, quarterTurns: (property.body.byte(0) ?? 0) & 3)
    case "imir": orientation = mirrored(orientation, upsideDown: (property.body.byte(0) ?? 0) & 1 == 1)
    default: break
    }
  }

  /// A file that does not say which properties are whose: its largest picture is meant.
  private mutating func applyLargest(_ values: [HEIFBox]) {
    for value in values where value.type == "ispe" {
      if let w = value.body.number(4, 4), let h = value.body.number(8, 4), w > width { (width, height) = (w, h) }
    }
  }

  /// What the EXIF and XMP items say; their orientation does not count in these formats.
  func carried(in file: ByteView) -> Carried {
    var carried = Carried()
    for item in metadata(in: file) {
      guard item.isEXIF else {
        if !(item.place?.bytes.allSatisfy { $0 == 0x20 || $0 == 0 } ?? false) { carried.insert(.xmp) }
        continue
      }
      if let block = item.place, let skip = block.number(0, 4), let directory = block.rest(4 + skip).flatMap({ TagDirectory($0) }) {
        carried.add(directory.carried)
      } else {
        carried.insert(.unreadable)
      }
    }
    return carried
  }

  /// An EXIF or XMP item, and where it lies when it lies in one piece.
  struct Metadata {
    var isEXIF: Bool
    var place: ByteView?
  }

  func metadata(in file: ByteView) -> [Metadata] {
    guard let body = boxes.first(where: { $0.type == "iinf" })?.body, let version = body.byte(0) else { return [] }
    let locations = boxes.first { $0.type == "iloc" }?.body
    return Images.boxes(in: body.rest(version == 0 ? 6 : 8) ?? ByteView([])).compactMap { entry in
      let isWide = entry.body.byte(0) == 3
      guard entry.type == "infe", let item = entry.body.number(4, isWide ? 4 : 2), let type = entry.body.tag(isWide ? 10 : 8),
        type == "Exif" || type == "mime"
      else { return nil }
      return Metadata(isEXIF: type == "Exif", place: locations.flatMap { location($0, of: item, in: file) })
    }
  }
}

/// The numbers, from 1, of an item's properties in an `ipma` box.
private func associations(_ body: ByteView, of item: Int) -> [Int] {
  guard let version = body.byte(0), let flags = body.byte(3), let count = body.number(4, 4) else { return [] }
  let (idWidth, width) = (version == 0 ? 2 : 4, flags & 1 == 1 ? 2 : 1)
  var offset = 8
  for _ in 0..<min(count, 10_000) {
    guard let id = body.number(offset, idWidth), let entries = body.byte(offset + idWidth) else { return [] }
    offset += idWidth + 1
    if id == item {
      return (0..<entries).compactMap { body.number(offset + $0 * width, width) }.map { $0 & (width == 2 ? 0x7FFF : 0x7F) }
    }
    offset += entries * width
  }
  return []
}

/// The bytes of an item that lies in one piece in the file, by an `iloc` box.
private func location(_ body: ByteView, of item: Int, in file: ByteView) -> ByteView? {
  guard let version = body.byte(0), let sizes = body.number(4, 2) else { return nil }
  let (offsetSize, lengthSize, baseSize) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15)
  let indexSize = version == 0 ? 0 : sizes & 15
  let idWidth = version < 2 ? 2 : 4
  guard let count = body.number(6, idWidth) else { return nil }
  var at = 6 + idWidth
  for _ in 0..<min(count, 10_000) {
    guard let id = body.number(at, idWidth) else { return nil }
    // 0 counts from the file's start; 1 and 2 count from elsewhere.
    let method = version == 0 ? 0 : (body.number(at + idWidth, 2) ?? 0) & 15
    at += idWidth + (version == 0 ? 0 : 2) + 2
    guard let base = body.number(at, min(baseSize, 7)), let extents = body.number(at + baseSize, 2) else { return nil }
    at += baseSize + 2
    if id == item {
      guard method == 0, extents == 1, let offset = body.number(at + indexSize, min(offsetSize, 7)),
        let length = body.number(at + indexSize + offsetSize, min(lengthSize, 7))
      else { return nil }
      return file.part(base + offset, length)
    }
    at += extents * (indexSize + offsetSize + lengthSize)
  }
  return nil
}
