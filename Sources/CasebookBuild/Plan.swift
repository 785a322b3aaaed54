internal import CasebookMaker
internal import Files
internal import Hashing
internal import Synchronization

/// A case before the build comes to it: what is remembered of it, as far as that is still right.
struct PlannedCase: Sendable {
  enum State: Sendable {
    /// As it was, but for the outputs that were lost or whose template changed, by number, with the reason.
    case known(CaseRecord, lost: [Int: String])
    case changed(CaseRecord)
    /// Nothing is remembered.
    case new(reason: String)
  }

  var slug: String
  var state: State
  /// Stamps were renewed, so that the index is to be written.
  var isRestamped = false

  var isClean: Bool { if case .known(_, let lost) = state { lost.isEmpty } else { false } }

  /// The part of a case that is wholly as it was.
  func clean() -> CasePart? {
    guard case .known(let record, _) = state else { return nil }
    var part = CasePart(record)
    for index in record.outputs.indices { part.take(index) }
    return part
  }

  /// Why the case was made, once that is known.
  func reason(of new: CaseRecord) -> String {
    switch state {
    case .new(let reason): reason
    case .known: "what was remembered of it is gone"
    case .changed(let old): new.site.change(since: old.site) ?? new.change(since: old)
    }
  }
}

extension CaseRecord {
  /// "narrative.md changed", "figures/foot.jpg was removed": the files that differ, at most three.
  func change(since old: CaseRecord) -> String {
    let (before, after) = (old.contents, contents)
    let folder = "content/cases/\(slug)/"
    var words: [String] = []
    for path in Set(before.keys).union(after.keys).sorted() {
      let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.utf8.count)) : path
      switch (before[path] ?? nil, after[path] ?? nil) {
      case (nil, .some): words.append("\(name) was added")
      case (.some, nil): words.append("\(name) was removed")
      case (let a?, let b?) where a != b: words.append("\(name) changed")
      default: break
      }
    }
    if words.isEmpty { return "files were added or removed" }
    return words.prefix(3).joined(separator: ", ") + (words.count > 3 ? ", …" : "")
  }

  private var contents: [String: ContentHash?] {
    var contents: [String: ContentHash?] = [:]
    for read in reads where read.question != .listing { contents[read.path] = read.answer }
    return contents
  }
}

/// Finds out which cases are as they were: everything they read is unchanged, and so is what is published of them.
struct Planner: Sendable {
  let files: SourceFiles
  let output: String
  let site: SiteRecord
  /// By template.
  let templateKeys: [String: ContentHash]
  let index: BuildIndex?
  let published: PublishedFiles
  /// The paths that may have changed; nil when nobody knows.
  let changed: Set<String>?
  let moment: Int64
  let jobs: Int

  func plan(_ slugs: [String]) -> [PlannedCase] {
    let records = Dictionary((index?.cases ?? []).map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    let reason = index == nil ? "first build" : "new"
    let size = max(16, slugs.count / (4 * max(1, jobs)) + 1)
    let chunks = stride(from: 0, to: slugs.count, by: size).map { Array(slugs[$0..<min($0 + size, slugs.count)]) }
    let results = Collected<[PlannedCase]>(count: chunks.count)
    inParallel(chunks.count, jobs: jobs) { number in
      var check = ReadCheck(files)
      let probe = FolderProbe(output)
      results.set(
        number,
        chunks[number].map { slug in
          records[slug].map { planned($0, &check, probe) } ?? PlannedCase(slug: slug, state: .new(reason: reason))
        })
    }
    return results.all.flatMap { $0 ?? [] }
  }

  private func planned(_ record: CaseRecord, _ check: inout ReadCheck, _ probe: borrowing FolderProbe) -> PlannedCase {
    var (record, isRestamped) = (record, false)
    guard record.site == site.key else { return PlannedCase(slug: record.slug, state: .changed(record)) }
    for index in record.reads.indices {
      if let changed, !changed.contains(record.reads[index].path) { continue }
      switch check.check(record.reads[index]) {
      case .same: break
      case .restamped(var read):
        read.stamp = read.stamp?.kept(at: moment)
        if read == record.reads[index] { break }
        record.reads[index] = read
        isRestamped = true
      case .changed: return PlannedCase(slug: record.slug, state: .changed(record))
      }
    }
    var lost: [Int: String] = [:]
    for number in record.outputs.indices {
      switch state(of: record.outputs[number], probe) {
      case .same: break
      case .restamped(let stamp):
        record.outputs[number].stamp = stamp
        isRestamped = true
      case .lost(let reason): lost[number] = reason
      }
    }
    return PlannedCase(slug: record.slug, state: .known(record, lost: lost), isRestamped: isRestamped)
  }

  private func state(of output: OutputRecord, _ probe: borrowing FolderProbe) -> OutputCheck.State {
    if let template = output.template, output.templateKey != templateKeys[template] {
      return .lost(reason: index.map { site.templateChange(template, since: $0.site) } ?? "first build")
    }
    return OutputCheck(folder: self.output, published: published, isTold: changed != nil, moment: moment).state(of: output, probe)
  }
}

/// Finds out whether outputs are published as they are remembered: nobody removed them or wrote into them.
struct OutputCheck: Sendable {
  let folder: String
  let published: PublishedFiles
  /// Nobody but this program writes there: nothing is looked at.
  let isTold: Bool
  let moment: Int64

  enum State {
    case same
    case restamped(FileStamp)
    case lost(reason: String)
  }

  func state(of output: OutputRecord, _ probe: borrowing FolderProbe) -> State {
    guard let hash = output.hash else { return .same }
    if isTold, output.stamp != nil, published.isTrusted { return .same }
    guard let stamp = probe.stamp(of: output.path) else { return .lost(reason: "it was not in the output folder") }
    if stamp == output.stamp, published.isTrusted { return .same }
    guard published.files[output.path] == hash else { return .lost(reason: "it was not published yet") }
    if stamp == output.stamp { return .same }
    let bytes = try? WritableFolder(folder).read(output.path, limit: stamp.size)  // what can't be read is written again
    guard bytes.map({ ContentHash(of: $0) }) == hash else { return .lost(reason: "it was changed in the output folder") }
    let kept = stamp.kept(at: moment)
    return kept == output.stamp ? .same : .restamped(kept)
  }
}

/// What the manifest tells, read only when somebody asks.
final class PublishedFiles: Sendable {
  /// The manifest is the one that this memory's last build wrote.
  let isTrusted: Bool
  private let read: @Sendable () -> [String: ContentHash]
  private let known = Mutex<[String: ContentHash]?>(nil)

  init(isTrusted: Bool, read: @escaping @Sendable () -> [String: ContentHash]) {
    self.isTrusted = isTrusted
    self.read = read
  }

  var files: [String: ContentHash] {
    known.withLock { known in
      if let known { return known }
      let files = read()
      known = files
      return files
    }
  }
}

/// Results by number, filled from several threads.
final class Collected<Value: Sendable>: Sendable {
  private let slots: Mutex<[Value?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ number: Int, _ value: Value) { slots.withLock { $0[number] = value } }

  var all: [Value?] { slots.withLock { $0 } }
}
