/// Reads XML as events, strictly, without a document type's entities: enough for SVG, and safe on any bytes.
struct XMLScanner {
  enum Event {
    case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
    case end(name: String)
    case text(String)
  }

  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ view: ByteView) throws(ImageProblem) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes = view.bytes.starts(with: mark) ? view.bytes.dropFirst(3) : view.bytes
    offset = bytes.startIndex
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ImageProblem(.damaged, "is an SVG that is not UTF-8", remedy: "save it again as UTF-8")
    }
  }

  /// The next event; nil at the end. Comments, instructions and the document type are passed over.
  mutating func next() throws(ImageProblem) -> Event? {
    while offset < bytes.endIndex {
      guard bytes[offset] == UInt8(ascii: "<") else { return .text(lenientlyDecoded(take { $0 != UInt8(ascii: "<") })) }
      if skips("<!--") {
        try skip(past: "-->")
      } else if skips("<![CDATA[") {
        let start = offset
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<(offset - 3)], as: UTF8.self))
      } else if skips("<?") {
        try skip(past: "?>")
      } else if skips("<!") {
        try skipDocumentType()
      } else if skips("</") {
        let name = try takeName()
        skipBlanks()
        guard skips(">") else { throw malformed }
        return .end(name: name)
      } else {
        offset += 1
        return try startTag()
      }
    }
    return nil
  }

  private mutating func startTag() throws(ImageProblem) -> Event {
    let name = try takeName()
    var attributes: [(name: String, value: String)] = []
    while true {
      skipBlanks()
      if skips("/>") { return .start(name: name, attributes: attributes, isEmpty: true) }
      if skips(">") { return .start(name: name, attributes: attributes, isEmpty: false) }
      guard attributes.count < 1_000 else { throw malformed }
      let key = try takeName()
      skipBlanks()
      guard skips("=") else { throw malformed }
      skipBlanks()
      guard offset < bytes.endIndex, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else { throw malformed }
      let quote = bytes[offset]
      offset += 1
      let value = take { $0 != quote }
      guard offset < bytes.endIndex else { throw malformed }
      offset += 1
      attributes.append((key, lenientlyDecoded(value)))
    }
  }

  private mutating func skipDocumentType() throws(ImageProblem) {
    var depth = 1
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      if depth == 0 { return }
    }
    throw malformed
  }

  private mutating func skips(_ text: StaticString) -> Bool {
    let found = text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    if found { offset += text.utf8CodeUnitCount }
    return found
  }

  private mutating func skip(past text: StaticString) throws(ImageProblem) {
    while offset < bytes.endIndex {
      if skips(text) { return }
      offset += 1
    }
    throw malformed
  }

  private mutating func skipBlanks() { _ = take { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }

  private mutating func take(while test: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = offset
    while offset < bytes.endIndex, test(bytes[offset]) { offset += 1 }
    return bytes[start..<offset]
  }

  private mutating func takeName() throws(ImageProblem) -> String {
    let name = take { $0 > 0x20 && !"=/>\"'<".utf8.contains($0) }
    guard !name.isEmpty else { throw malformed }
    return String(decoding: name, as: UTF8.self)
  }
}

private let malformed = ImageProblem.damaged("its XML is malformed")

/// Replaces the five named references and the numeric ones; an unknown one stays as it is written.
private func lenientlyDecoded(_ bytes: ArraySlice<UInt8>) -> String {
  guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
  var text = ""
  var rest = bytes
  while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
    text += String(decoding: rest[..<mark], as: UTF8.self)
    let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end, let scalar = character(String(decoding: rest[(mark + 1)..<end], as: UTF8.self)) else {
      text += "&"
      rest = rest[(mark + 1)...]
      continue
    }
    text.unicodeScalars.append(scalar)
    rest = rest[(end + 1)...]
  }
  return text + String(decoding: rest, as: UTF8.self)
}

private func character(_ name: String) -> Unicode.Scalar? {
  switch name {
  case "amp": "&"
  case "lt": "<"
  case "gt": ">"
  case "quot": "\""
  case "apos": "'"
  case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  default: nil
  }
}
