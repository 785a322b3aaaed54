internal import CasebookModel
internal import Memo
internal import Templates

extension TemplateValue: Memorable {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .flag(let flag): writer.write(UInt8(flag ? 1 : 0))
    case .text(let text):
      writer.write(UInt8(2))
      writer.write(text)
    case .markup(let bytes):
      writer.write(UInt8(3))
      writer.write(bytes)
    case .list(let elements):
      writer.write(UInt8(4))
      writer.write(elements)
    case .object(let members):
      writer.write(UInt8(5))
      writer.write(members.count)
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        writer.write(name)
        value.write(to: &writer)
      }
    }
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) { self = try Self.read(&reader, depth: 0) }

  private static func read(_ reader: inout ByteReader, depth: Int) throws(DamagedMemo) -> TemplateValue {
    guard depth < 100 else { throw DamagedMemo() }
    switch try reader.byte() {
    case 0: return .flag(false)
    case 1: return .flag(true)
    case 2: return .text(try reader.text())
    case 3: return .markup(try reader.array())
    case 4:
      var elements: [TemplateValue] = []
      for _ in 0..<(try reader.count()) { elements.append(try read(&reader, depth: depth + 1)) }
      return .list(elements)
    case 5:
      var members: [String: TemplateValue] = [:]
      for _ in 0..<(try reader.count()) { members[try reader.text()] = try read(&reader, depth: depth + 1) }
      return .object(members)
    default: throw DamagedMemo()
    }
  }
}

/// An output that no picture library is needed for: a page without its template, or bytes.
struct KeptOutput: Memorable, Sendable {
  var output: Output

  /// Nil for a recipe, which is derived again from its case.
  init?(_ output: Output) {
    switch output.content {
    case .bytes, .page: self.output = output
    default: return nil
    }
  }

  func write(to writer: inout ByteWriter) {
    writer.write(output.path)
    switch output.content {
    case .bytes(let bytes):
      writer.write("")
      writer.write(bytes)
    case .page(let template, let value):
      writer.write(template)
      writer.write(value)
    default: break
    }
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    let path = try reader.text()
    let template = try reader.text()
    output = Output(path, template.isEmpty ? .bytes(try reader.array()) : .page(template: template, try reader.value()))
  }
}

extension CaseSummary: Memorable {
  func write(to writer: inout ByteWriter) {
    for text in [slug, title, plainTitle, authors, status.rawValue] { writer.write(text) }
    writer.write(isSynthetic)
    for text in [keyMessage, published?.description, updated?.description, diagnosis, progress] { writer.write(text) }
    writer.write(topics)
    writer.write(aliases)
    writer.write(thumbnail)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    let (slug, title, plainTitle, authors) = (try reader.text(), try reader.text(), try reader.text(), try reader.text())
    let status: Case.Status = try reader.value()
    self.init(slug: slug, title: title, plainTitle: plainTitle, authors: authors, status: status, isSynthetic: try reader.flag())
    keyMessage = try reader.value()
    published = (try reader.value() as String?).flatMap { CalendarDate(iso: $0) }
    updated = (try reader.value() as String?).flatMap { CalendarDate(iso: $0) }
    diagnosis = try reader.value()
    progress = try reader.value()
    topics = try reader.value()
    aliases = try reader.value()
    thumbnail = try reader.value()
  }
}

extension CaseSummary.Thumbnail: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(width)
    writer.write(height)
    writer.write(alternativeText)
    writer.write(isSensitive)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init(
      path: try reader.text(), width: try reader.int(), height: try reader.int(), alternativeText: try reader.text(),
      isSensitive: try reader.flag())
  }
}
