internal import Files
import Glibc
internal import Hashing
internal import Images

/// The headers of one case's pictures with the files' stamps.
///
/// A note counts while the file has the very stamp of the reading: size, times, inode and device. A file that was changed less than two
/// seconds before it was read is read again, because a further change could have left the stamp as it is.
struct PictureNotes {
  private(set) var isChanged = false
  private var old: [ContentHash: Note] = [:]
  private var used: [ContentHash: Note] = [:]

  private struct Note: Hashable {
    var stamp: FileStamp
    /// Nanoseconds since 1970.
    var readAt: Int64
    var information: ImageInformation
  }

  /// As long as the coarsest file system rounds its times to.
  private static let doubt: Int64 = 2_000_000_000
  /// Changes with what is read from headers and with how it is written here.
  private static let version = "casebook-headers 1"

  init() {}

  /// Nothing is known where the text is not whole.
  init(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return }
    let body = Array(bytes[(end + 1)...])
    guard String(decoding: bytes[..<end], as: UTF8.self) == Self.heading(body) else { return }
    for line in body.split(separator: UInt8(ascii: "\n")) {
      guard let (key, note) = parsed(line) else { continue }
      old[key] = note
    }
  }

  static func key(_ path: String, page: Int) -> ContentHash { ContentHash(of: "\(path)\0\(page)") }

  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  mutating func information(_ key: ContentHash, _ stamp: FileStamp) -> ImageInformation? {
    guard let note = old[key], note.stamp == stamp, isSettled(stamp, at: note.readAt) else { return nil }
    used[key] = note
    return note.information
  }

  mutating func add(_ information: ImageInformation, _ key: ContentHash, _ stamp: FileStamp, readAt: Int64) {
    guard isSettled(stamp, at: readAt) else { return }
    used[key] = Note(stamp: stamp, readAt: readAt, information: information)
    isChanged = true
  }

  private func isSettled(_ stamp: FileStamp, at time: Int64) -> Bool {
    stamp.changed <= time &- Self.doubt
  }

  /// Only what was asked for in this build is kept.
  var bytes: [UInt8] {
    let lines = used.sorted { $0.key < $1.key }.map { "\($0.key) \(text(of: $0.value))\n" }
    let body = Array(lines.joined().utf8)
    return Array("\(Self.heading(body))\n".utf8) + body
  }

  private static func heading(_ body: [UInt8]) -> String { "\(version) \(ContentHash(of: body))" }

  private func text(of note: Note) -> String {
    let (stamp, found) = (note.stamp, note.information)
    let numbers = "\(stamp.size) \(stamp.modified) \(stamp.changed) \(stamp.inode) \(stamp.device) \(note.readAt)"
    let header = "\(found.hash) \(found.format.rawValue) \(found.width) \(found.height) \(found.orientation) \(found.taken ?? "-")"
    return "\(numbers) \(header) \(found.metadata.joined(separator: "\t"))"
  }

  private func parsed(_ line: ArraySlice<UInt8>) -> (ContentHash, Note)? {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 13, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 14, let key = ContentHash(hexadecimal: fields[0]), let size = Int(fields[1]), let modified = Int64(fields[2]),
      let changed = Int64(fields[3]), let inode = UInt64(fields[4]), let device = UInt64(fields[5]), let readAt = Int64(fields[6]),
      let hash = ContentHash(hexadecimal: fields[7]), let format = ImageInformation.Format(rawValue: fields[8]),
      let width = Int(fields[9]), let height = Int(fields[10]), let orientation = Int(fields[11])
    else { return nil }
    let information = ImageInformation(
      format: format, width: width, height: height, orientation: orientation,
      metadata: fields[13].split(separator: "\t").map(String.init), taken: fields[12] == "-" ? nil : fields[12], hash: hash)
    let stamp = FileStamp(size: size, modified: modified, changed: changed, inode: inode, device: device)
    return (key, Note(stamp: stamp, readAt: readAt, information: information))
  }
}
