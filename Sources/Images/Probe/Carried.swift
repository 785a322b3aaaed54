/// What a file carries beyond its pixels, each kind once, in a fixed order for people.
struct Carried {
  /// In the order in which they are told: what identifies most comes first.
  enum Kind: Int, Comparable, CaseIterable {
    case position, cameraSerial, lensSerial, owner, artist, uniqueID, date, changed, description, comment, copyright, camera
    case software, thumbnail, secondPicture, makerNote, iptc, xmp, text, trailing, unreadable

    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

    var words: String {
      switch self {
      case .position: "GPS position"
      case .cameraSerial: "camera serial number"
      case .lensSerial: "lens serial number"
      case .owner: "camera owner's name"
      case .artist: "photographer's name"
      case .uniqueID: "unique image number"
      case .date: "date"
      case .changed: "date of last change"
      case .description: "description"
      case .comment: "comment"
      case .copyright: "copyright notice"
      case .camera: "camera model"
      case .software: "software or computer name"
      case .thumbnail: "preview picture"
      case .secondPicture: "second picture"
      case .makerNote: "camera maker's notes"
      case .iptc: "IPTC or Photoshop data"
      case .xmp: "XMP data"
      case .text: "text notes"
      case .trailing: "bytes after the picture"
      case .unreadable: "EXIF data that cannot be read"
      }
    }
  }

  /// What may lead to a person, a place or a day, in words.
  static let identifying = Set(
    [Kind.position, .cameraSerial, .lensSerial, .owner, .artist, .uniqueID, .description, .comment, .thumbnail, .secondPicture]
      .map(\.words))

  var kinds: Set<Kind> = []
  /// EXIF's `yyyy:mm:dd hh:mm:ss` of the exposure, else of the file.
  var exposure: String?
  var orientation = 1

  mutating func insert(_ kind: Kind) { kinds.insert(kind) }

  mutating func add(_ other: Carried) {
    kinds.formUnion(other.kinds)
    if exposure == nil { exposure = other.exposure }
  }

  /// "GPS position", "camera serial number", "2018-05-10 14:03".
  var list: [String] {
    kinds.sorted().map { kind in kind == .date ? exposure.flatMap { dateAndTime($0) } ?? kind.words : kind.words }
  }

  /// `yyyy-mm-dd`, when the date is one.
  var day: String? { exposure.flatMap { dateAndTime($0) }.map { String($0.prefix(10)) } }
}

/// `2018:05:10 14:03:59` as `2018-05-10 14:03`; nil for a date that does not exist, such as a camera's all zeros.
private func dateAndTime(_ exif: String) -> String? {
  let parts = exif.utf8.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "T") }
  let numbers = parts.prefix(5).compactMap { $0.count <= 4 ? Int(String(decoding: Array($0), as: UTF8.self)) : nil }
  guard numbers.count >= 3, numbers[0] >= 1900, numbers[0] <= 9999, (1...12).contains(numbers[1]),
    numbers[2] >= 1, numbers[2] <= days(inMonth: numbers[1], year: numbers[0])
  else { return nil }
  let day = "\(numbers[0])-\(padded(numbers[1]))-\(padded(numbers[2]))"
  guard numbers.count == 5, (0...23).contains(numbers[3]), (0...59).contains(numbers[4]) else { return day }
  return "\(day) \(padded(numbers[3])):\(padded(numbers[4]))"
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func days(inMonth month: Int, year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}
