internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// All that a build remembers of the last one into the same output folder.
struct BuildIndex: Sendable, Memorable {
  var program: ProgramIdentity
  var site: SiteRecord
  /// By slug, sorted.
  var cases: [CaseRecord]
  var library: LibraryRecord?
  /// How many cases were made since the cache was swept.
  var unswept = 0
  /// What was wrong between cases.
  var clashes: [Diagnostic] = []
  /// The fingerprint of the manifest after that build.
  var manifest: ContentHash?
  /// All of it was published.
  var isComplete: Bool
  /// The fingerprint of the summaries that are published.
  var summaries: ContentHash?

  init(program: ProgramIdentity, site: SiteRecord, cases: [CaseRecord]) {
    self.program = program
    self.site = site
    self.cases = cases
    isComplete = false
  }

  func write(to writer: inout ByteWriter) {
    writer.write(program)
    writer.write(site)
    writer.write(cases)
    writer.write(library)
    writer.write(manifest)
    writer.write(isComplete)
    writer.write(summaries)
    writer.write(clashes)
    writer.write(unswept)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    program = try reader.value()
    site = try reader.value()
    cases = try reader.value()
    library = try reader.value()
    manifest = try reader.value()
    isComplete = try reader.flag()
    summaries = try reader.value()
    clashes = try reader.value()
    unswept = try reader.int()
  }
}

/// Which program this is: another one, even of the same version, makes everything anew.
struct ProgramIdentity: Hashable, Sendable, Memorable {
  var hash: ContentHash
  private var stamp: FileStamp

  /// The running program, whose file is not read again where its stamp is the known one's.
  static func current(_ known: ProgramIdentity?) -> ProgramIdentity {
    let place = WritableFolder("/proc/self")
    let path = (try? place.target(of: "exe")) ?? ""  // then it is read
    guard case .file(let stamp) = FolderProbe("/").look(at: String(path.drop { $0 == "/" })) else {
      return ProgramIdentity(hash: hash(of: path), stamp: FileStamp(size: 0, modified: 0, changed: 0, inode: 0, device: 0))
    }
    if let known, known.stamp == stamp { return known }
    return ProgramIdentity(hash: hash(of: path), stamp: stamp)
  }

  private init(hash: ContentHash, stamp: FileStamp) { (self.hash, self.stamp) = (hash, stamp) }

  private static func hash(of path: String) -> ContentHash {
    // A program that cannot be read is known by its place alone.
    let bytes = try? WritableFolder("/").read(String(path.drop { $0 == "/" }), limit: 2_000_000_000)
    return bytes.map { ContentHash(of: $0) } ?? ContentHash(of: path)
  }

  func write(to writer: inout ByteWriter) {
    writer.write(hash)
    writer.write(stamp)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) { (hash, stamp) = (try reader.value(), try reader.value()) }
}

/// What a site's builds keep in `.casebook/cache`.
///
/// Wrong would be: an index of one output folder used for another one; so each has its own.
struct BuildMemory: Sendable {
  let cache: WritableFolder
  let store: MemoStore
  private let name: String

  /// `output` as it is named in the site's folder: `output`, or a path elsewhere.
  init(cache: WritableFolder, output: String, isPrivate: Bool) {
    self.cache = cache
    store = MemoStore(folder: cache, version: Self.version)
    name = output == "output" && !isPrivate ? "site" : ContentHash(of: "\(isPrivate) \(output)").short
  }

  /// To be changed with whatever a `Memorable` writes.
  private static let version = 1

  func index() -> BuildIndex? {
    guard let bytes = store.index("index-\(name)") else { return nil }
    return try? BuildIndex(memo: bytes)  // a damaged one counts as absent
  }

  func write(_ index: BuildIndex) { store.write("index-\(name)", index.memo) }

  /// Keeps the cache from growing without end: to twice what is needed now, or 10 GB.
  func sweep(_ index: BuildIndex) {
    let pieces = Set(index.cases.compactMap { $0.piece.map { store.name(of: $0) } })
    CacheSweep.sweep(cache, isNeeded: { pieces.contains($0) || !$0.contains("/") }, limit: { max(10_000_000_000, 2 * $0) })
  }

  /// The summaries of the cases as they are published, for builds in which a case keeps its last good files.
  func published() -> [StoredSummary] {
    guard let bytes = store.index("published-\(name)") else { return [] }
    return (try? [StoredSummary](memo: bytes)) ?? []  // costs a card on the index, never a build
  }

  func write(published summaries: [StoredSummary]) -> ContentHash {
    let bytes = summaries.memo
    store.write("published-\(name)", bytes)
    return bytes.fingerprint
  }
}

/// A case's summary as it is kept: decoded only where its values are asked for.
struct StoredSummary: Hashable, Sendable, Memorable {
  var slug: String
  var bytes: [UInt8]

  init(slug: String, bytes: [UInt8]) { (self.slug, self.bytes) = (slug, bytes) }

  func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(bytes)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) { (slug, bytes) = (try reader.text(), try reader.array()) }
}
