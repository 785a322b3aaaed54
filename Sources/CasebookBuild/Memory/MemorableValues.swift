internal import CasebookChecker
internal import CasebookModel
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

// How values of the other targets are kept. Wrong would be a new property that is not written here: the tests count them.

extension SourceLocation: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(file)
    for number in [line, column, length] { writer.write(number) }
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init(file: try reader.text(), line: try reader.int(), column: try reader.int(), length: try reader.int())
  }
}

extension Diagnostic: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(rule)
    writer.write(severity.rawValue)
    writer.write(summary)
    writer.write(location)
    writer.write(explanation)
    writer.write(remedy)
    writer.write(notes)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    let rule = try reader.text()
    guard let severity = Severity(rawValue: try reader.text()) else { throw DamagedMemo() }
    self.init(
      severity, rule, try reader.text(), at: try reader.value(), explanation: try reader.value(), remedy: try reader.value(),
      notes: try reader.value())
  }
}

extension Diagnostic.Note: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(text)
    writer.write(location)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) { self.init(try reader.text(), at: try reader.value()) }
}

extension Located: Memorable where Value: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(value)
    writer.write(location)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) { self.init(try reader.value(), at: try reader.value()) }
}

extension FileStamp: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(size)
    for number in [modified, changed] { writer.write(fixed: UInt64(bitPattern: number)) }
    for number in [inode, device] { writer.write(fixed: number) }
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init(
      size: try reader.int(), modified: Int64(bitPattern: try reader.fixed()), changed: Int64(bitPattern: try reader.fixed()),
      inode: try reader.fixed(), device: try reader.fixed())
  }
}

extension SourceFiles.Read: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(path)
    switch question {
    case .content: writer.write(UInt8(0))
    case .listing: writer.write(UInt8(1))
    case .status: writer.write(UInt8(2))
    }
    writer.write(answer)
    writer.write(problem?.rawValue)
    writer.write(stamp)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    let path = try reader.text()
    let question: Question
    switch try reader.byte() {
    case 0: question = .content
    case 1: question = .listing
    case 2: question = .status
    default: throw DamagedMemo()
    }
    let answer: ContentHash? = try reader.value()
    let problem: String? = try reader.value()
    self.init(
      path: path, question: question, answer: answer, problem: problem.flatMap { FileProblem.Kind(rawValue: $0) },
      stamp: try reader.value())
  }
}

extension LibraryEntry: Memorable {
  func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(aliases)
    writer.write(topics)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init(slug: try reader.text(), aliases: try reader.value(), topics: try reader.value())
  }
}

extension Case.Status: Memorable {
  func write(to writer: inout ByteWriter) { writer.write(rawValue) }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    guard let status = Case.Status(rawValue: try reader.text()) else { throw DamagedMemo() }
    self = status
  }
}
