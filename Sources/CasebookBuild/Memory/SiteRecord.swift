internal import CasebookModel
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// What all cases of a site depend on, as fingerprints: equal keys and equal folders give equal cases.
///
/// Wrong would be something shared that a page shows and that is in none of the parts.
struct SiteKey: Hashable, Sendable, Memorable {
  enum Part: Int, CaseIterable {
    /// The program with its templates, styles and fonts, and how it was asked to build.
    case program
    /// `site.yaml`, and the files it names.
    case settings
    case references
    /// The citation style and its locales.
    case style
    /// The titles of the static pages, which the navigation shows.
    case navigation
    /// The names of style sheets, scripts and fonts, which hold their content's hash.
    case assets

    /// For a person who asks why something was made again.
    var change: String {
      switch self {
      case .program: "another Casebook"
      case .settings: "site.yaml changed"
      case .references: "shared references changed"
      case .style: "style changed"
      case .navigation: "titles of static pages changed"
      case .assets: "style sheets or fonts changed"
      }
    }
  }

  private var parts = [ContentHash](repeating: ContentHash(high: 0, low: 0), count: Part.allCases.count)

  init() {}

  subscript(part: Part) -> ContentHash {
    get { parts[part.rawValue] }
    set { parts[part.rawValue] = newValue }
  }

  /// What differs, in words; nil for equal keys.
  func change(since old: SiteKey) -> String? { Part.allCases.first { self[$0] != old[$0] }?.change }

  var fingerprint: ContentHash { memo.fingerprint }

  func write(to writer: inout ByteWriter) { for part in parts { writer.write(part) } }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    self.init()
    for index in parts.indices { parts[index] = try reader.hash() }
  }
}

/// A site as far as its cases share it: what was read of it, what it said, and what depends on it.
struct SiteRecord: Sendable, Memorable {
  var reads: [SourceFiles.Read]
  /// Of the system's citation styles.
  var systemReads: [SourceFiles.Read]
  var slugs: [String]
  var key: SiteKey
  /// The fingerprint of each template's file.
  var templates: [String: ContentHash]
  /// The templates that each template is made of.
  var templateParts: [String: [String]]
  /// What the static pages hold.
  var pages: ContentHash
  var diagnostics: [Diagnostic]

  /// What a page of a template depends on beside its values.
  func templateKey(_ name: String) -> ContentHash {
    var writer = ByteWriter()
    for part in templateParts[name] ?? [] {
      writer.write(part)
      writer.write(templates[part])
    }
    return writer.fingerprint
  }

  var templateKeys: [String: ContentHash] { Dictionary(uniqueKeysWithValues: templates.keys.map { ($0, templateKey($0)) }) }

  /// "template head.html changed".
  func templateChange(_ name: String, since old: SiteRecord) -> String {
    let parts = Set(templateParts[name] ?? []).union(old.templateParts[name] ?? [])
    let changed = parts.filter { templates[$0] != old.templates[$0] }.sorted()
    return "template \(changed.isEmpty ? name : changed.joined(separator: ".html, ")).html changed"
  }

  func write(to writer: inout ByteWriter) {
    writer.write(reads)
    writer.write(systemReads)
    writer.write(slugs)
    writer.write(key)
    writer.write(templates.map { Pair(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name })
    writer.write(templateParts.map { Pair(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name })
    writer.write(pages)
    writer.write(diagnostics)
  }

  private struct Pair<Value: Memorable>: Memorable {
    var name: String
    var value: Value

    init(name: String, value: Value) { (self.name, self.value) = (name, value) }

    func write(to writer: inout ByteWriter) {
      writer.write(name)
      writer.write(value)
    }

    init(from reader: inout ByteReader) throws(DamagedMemo) { (name, value) = (try reader.text(), try reader.value()) }
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    reads = try reader.value()
    systemReads = try reader.value()
    slugs = try reader.value()
    key = try reader.value()
    templates = Dictionary((try reader.value() as [Pair<ContentHash>]).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    templateParts = Dictionary((try reader.value() as [Pair<[String]>]).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    pages = try reader.value()
    diagnostics = try reader.value()
  }
}

extension SiteRecord {
  /// `reads` are those of the site's folder, `style` those of the citation style in it.
  init(
    reads: [SourceFiles.Read], style: [SourceFiles.Read], system: [SourceFiles.Read], slugs: [String], program: ContentHash,
    context: RenderContext?, templates: [String: ContentHash], diagnostics: [Diagnostic]
  ) {
    var settings: [SourceFiles.Read] = []
    var references: [SourceFiles.Read] = []
    var pages: [SourceFiles.Read] = []
    for read in reads {
      switch read.path {
      case _ where read.path.hasPrefix("content/cases") || read.path.hasPrefix("templates"): break
      case _ where read.path.hasPrefix("content/references"): references.append(read)
      case _ where read.path.hasPrefix("content/pages"): pages.append(read)
      default: settings.append(read)
      }
    }
    key = SiteKey()
    key[.program] = program
    key[.settings] = settings.answers
    key[.references] = references.answers
    key[.style] = (style + system).answers
    key[.navigation] = (context?.pages.flatMap { [$0.name, $0.title] } ?? []).memo.fingerprint
    key[.assets] = (context?.assets.outputs.map(\.path) ?? []).memo.fingerprint
    self.reads = (reads + style).unique
    systemReads = system.unique
    self.slugs = slugs
    self.templates = templates
    templateParts = Dictionary(uniqueKeysWithValues: templates.keys.map { ($0, context?.templates.parts(of: $0) ?? []) })
    self.pages = pages.answers
    self.diagnostics = diagnostics
  }
}

extension [SourceFiles.Read] {
  /// The fingerprint of what was asked and said, whatever the stamps.
  var answers: ContentHash {
    var writer = ByteWriter()
    for read in self {
      var read = read
      read.stamp = nil
      writer.write(read)
    }
    return writer.fingerprint
  }

  /// Each question and answer once, in the order of first appearance.
  var unique: [SourceFiles.Read] {
    var seen: Set<SourceFiles.Read> = []
    return filter { seen.insert($0).inserted }
  }

  /// With the stamps that may be trusted later.
  func kept(at moment: Int64) -> [SourceFiles.Read] {
    map { read in
      var read = read
      read.stamp = read.stamp?.kept(at: moment)
      return read
    }
  }
}

extension [UInt8] {
  var fingerprint: ContentHash { ContentHash(of: self) }
}
