internal import CasebookChecker
internal import CasebookModel
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// What came of a case, and everything it was made of.
struct CaseRecord: Sendable, Memorable {
  var slug: String
  /// The site it was made in.
  var site: SiteKey
  var reads: [SourceFiles.Read] = []
  var status: Case.Status?
  /// To be compared with other cases.
  var entry: LibraryEntry?
  /// The memo of its `CaseSummary`; nil where nothing of the case can be published.
  var summary: [UInt8]?
  /// Of reading, checking and composing, and of its pictures.
  var diagnostics: [Diagnostic] = []
  var outputs: [OutputRecord] = []
  /// The paths of the pictures that a case with errors would still show; nil where that cannot be known.
  var shown: [String]?
  /// Where its pages lie before they are put into their templates.
  var piece: ContentHash?
  /// Not to be kept: what went wrong may go right the next time.
  var isVolatile = false

  init(slug: String, site: SiteKey) {
    self.slug = slug
    self.site = site
  }

  func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(site)
    writer.write(reads)
    writer.write(status)
    writer.write(entry)
    writer.write(summary != nil)
    if let summary { writer.write(summary) }
    writer.write(diagnostics)
    writer.write(outputs)
    writer.write(shown)
    writer.write(piece)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init(slug: try reader.text(), site: try reader.value())
    reads = try reader.value()
    status = try reader.value()
    entry = try reader.value()
    summary = try reader.flag() ? try reader.array() : nil
    diagnostics = try reader.value()
    outputs = try reader.value()
    shown = try reader.value()
    piece = try reader.value()
  }
}

/// One output as it was last made.
struct OutputRecord: Sendable, Memorable {
  enum Kind: UInt8 { case bytes, page, picture }

  var path: String
  var kind: Kind
  /// The template's name and all that it is made of.
  var template: String?
  var templateKey: ContentHash?
  /// nil where it could not be made.
  var hash: ContentHash?
  /// As it was published; nil where it was not.
  var stamp: FileStamp?
  /// Of putting it into its template.
  var diagnostics: [Diagnostic] = []

  init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  func write(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(kind.rawValue)
    writer.write(template)
    writer.write(templateKey)
    writer.write(hash)
    writer.write(stamp)
    writer.write(diagnostics)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    path = try reader.text()
    guard let kind = Kind(rawValue: try reader.byte()) else { throw DamagedMemo() }
    self.kind = kind
    template = try reader.value()
    templateKey = try reader.value()
    hash = try reader.value()
    stamp = try reader.value()
    diagnostics = try reader.value()
  }
}

/// The pages that show more than one case, as they were last published.
struct LibraryRecord: Sendable, Memorable {
  var key: ContentHash
  /// The templates that its pages are made with.
  var templates: [String]
  /// The cases it shows, with the fingerprints of their summaries.
  var cases: [ShownCase]
  var outputs: [OutputRecord]
  var diagnostics: [Diagnostic]

  struct ShownCase: Hashable, Sendable, Memorable {
    var slug: String
    var hash: ContentHash

    init(slug: String, hash: ContentHash) { (self.slug, self.hash) = (slug, hash) }

    func write(to writer: inout ByteWriter) {
      writer.write(slug)
      writer.write(hash)
    }

    init(from reader: inout ByteReader) throws(DamagedMemo) { (slug, hash) = (try reader.text(), try reader.hash()) }
  }

  init(key: ContentHash, templates: [String], cases: [ShownCase], outputs: [OutputRecord], diagnostics: [Diagnostic]) {
    self.key = key
    self.templates = templates
    self.cases = cases
    self.outputs = outputs
    self.diagnostics = diagnostics
  }

  func write(to writer: inout ByteWriter) {
    writer.write(key)
    writer.write(templates)
    writer.write(cases)
    writer.write(outputs)
    writer.write(diagnostics)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init(
      key: try reader.value(), templates: try reader.value(), cases: try reader.value(), outputs: try reader.value(),
      diagnostics: try reader.value())
  }
}
