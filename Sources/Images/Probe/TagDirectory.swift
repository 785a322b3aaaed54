/// The tag directories of TIFF, which EXIF uses too.
///
/// Source of the numbers: TIFF 6.0 and CIPA DC-008 (EXIF 2.32).
struct TagDirectory {
  var carried = Carried()
  /// 0 where the directory does not say.
  var width = 0
  var height = 0
  var pages = 0

  private let view: ByteView
  private let little: Bool

  /// Reads a TIFF structure; nil when it does not begin like one.
  init?(_ view: ByteView) {
    if view.starts(with: "II*\0") { little = true } else if view.starts(with: "MM\0*") { little = false } else { return nil }
    self.view = view
    guard let first = view.number(4, 4, little: little) else { return nil }
    readChain(from: first)
  }

  /// Main directories follow each other; the second one of EXIF holds the preview picture.
  private mutating func readChain(from first: Int) {
    var offset = first
    var seen: Set<Int> = []
    while offset != 0, seen.count < 16, seen.insert(offset).inserted {
      guard let count = view.number(offset, 2, little: little) else { break }
      pages += 1
      readEntries(at: offset, main: pages == 1)
      offset = view.number(offset + 2 + count * 12, 4, little: little) ?? 0
    }
  }

  private mutating func readEntries(at offset: Int, main: Bool) {
    guard let count = view.number(offset, 2, little: little) else { return carried.insert(.unreadable) }
    for index in 0..<count {
      guard let entry = view.part(offset + 2 + index * 12, 12), let tag = entry.number(0, 2, little: little) else {
        return carried.insert(.unreadable)
      }
      if main { read(tag, entry) } else if tag == 0x0201 { carried.insert(.thumbnail) }
    }
  }

  private mutating func read(_ tag: Int, _ entry: ByteView) {
    switch tag {
    case 0x0100: width = number(entry)
    case 0x0101: height = number(entry)
    case 0x0112: if (1...8).contains(number(entry)) { carried.orientation = number(entry) }
    case 0x8769: readSubdirectory(number(entry)) { $0.readExposure($1, $2) }
    case 0x8825: readSubdirectory(number(entry)) { directory, tag, _ in if tag != 0 { directory.carried.insert(.position) } }
    case 0x0132:
      carried.insert(.date)
      if carried.exposure == nil { carried.exposure = text(entry) }
    default: if let kind = Self.kinds[tag], !isBlank(entry) { carried.insert(kind) }
    }
  }

  private mutating func readExposure(_ tag: Int, _ entry: ByteView) {
    switch tag {
    case 0x9003:
      carried.insert(.date)
      carried.exposure = text(entry)
    case 0x9004: carried.insert(.date)
    default: if let kind = Self.kinds[tag], !isBlank(entry) { carried.insert(kind) }
    }
  }

  private mutating func readSubdirectory(_ offset: Int, _ read: (inout TagDirectory, Int, ByteView) -> Void) {
    guard let count = view.number(offset, 2, little: little) else { return carried.insert(.unreadable) }
    for index in 0..<count {
      guard let entry = view.part(offset + 2 + index * 12, 12), let tag = entry.number(0, 2, little: little) else {
        return carried.insert(.unreadable)
      }
      read(&self, tag, entry)
    }
  }

  /// A SHORT or LONG value, which lies in the entry itself; 0 for other types.
  private func number(_ entry: ByteView) -> Int {
    switch entry.number(2, 2, little: little) {
    case 1: entry.byte(8) ?? 0
    case 3: entry.number(8, 2, little: little) ?? 0
    case 4, 13: entry.number(8, 4, little: little) ?? 0
    default: 0
    }
  }

  private func text(_ entry: ByteView) -> String? { value(entry).map(\.text) }

  private func isBlank(_ entry: ByteView) -> Bool { value(entry)?.bytes.prefix(4096).allSatisfy { $0 == 0 || $0 == 0x20 } ?? false }

  private func value(_ entry: ByteView) -> ByteView? {
    let sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
    guard let type = entry.number(2, 2, little: little), sizes.indices.contains(type), let count = entry.number(4, 4, little: little) else {
      return nil
    }
    let size = count * sizes[type]
    if size <= 4 { return entry.part(8, size) }
    return entry.number(8, 4, little: little).flatMap { view.part($0, size) }
  }

  private static let kinds: [Int: Carried.Kind] = [
    0x010E: .description, 0x9C9B: .description, 0x9C9F: .description, 0x010F: .camera, 0x0110: .camera, 0xC614: .camera,
    0x0131: .software, 0x013C: .software, 0x013B: .artist, 0x9C9D: .artist, 0x8298: .copyright, 0x9286: .comment, 0x9C9C: .comment,
    0x9C9E: .comment, 0x927C: .makerNote, 0xA420: .uniqueID, 0xA430: .owner, 0xA431: .cameraSerial, 0xC62F: .cameraSerial,
    0xA435: .lensSerial, 0xA433: .camera, 0xA434: .camera, 0x02BC: .xmp, 0x83BB: .iptc, 0x8649: .iptc,
  ]
}
