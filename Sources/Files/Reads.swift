package import Hashing

extension SourceFiles {
  /// One question to the disk and what it said.
  package struct Read: Hashable, Sendable {
    package enum Question: String, Hashable, Sendable { case content, listing, status }

    package var path: String
    package var question: Question
    /// The fingerprint of the content or listing, or of kind and size; nil where there was none.
    package var answer: ContentHash?
    /// Why there was no answer.
    package var problem: FileProblem.Kind?
    package var stamp: FileStamp?

    package init(path: String, question: Question, answer: ContentHash? = nil, problem: FileProblem.Kind? = nil, stamp: FileStamp? = nil) {
      self.path = path
      self.question = question
      self.answer = answer
      self.problem = problem
      self.stamp = stamp
    }
  }
}

extension [FileEntry] {
  /// Of names and kinds. What a link leads to is among them, though a folder's own stamp does not tell when that changes.
  var fingerprint: ContentHash { ContentHash(of: map { "\($0.kind.rawValue) \($0.name)\0" }.joined()) }
}

/// Asks the disk earlier questions again, without reading what is certainly unchanged.
///
///     var check = ReadCheck(files)
///     check.check(read)   // .same, .restamped(read with its new stamp), or .changed
///
/// A stamp counts only for what lies at its own path: a link in the way makes the question be asked in full.
package struct ReadCheck: ~Copyable {
  package enum Result: Sendable {
    case same
    /// The same answer from a file with another stamp, or one that could not be trusted.
    case restamped(SourceFiles.Read)
    case changed
  }

  private let files: SourceFiles
  private let probe: FolderProbe
  private var plain: [String: Bool] = [:]
  private var last: (folder: Substring, isPlain: Bool) = ("", true)

  package init(_ files: SourceFiles) {
    self.files = files.withoutReads()
    probe = FolderProbe(files.root)
  }

  package mutating func check(_ read: SourceFiles.Read) -> Result {
    let found = probe.look(at: read.path.isEmpty ? "." : read.path)
    if read.answer == nil {
      return found == .absent && read.problem == .absent ? .same : .changed
    }
    switch found {
    case .file(let stamp), .folder(let stamp):
      guard isPlain(folderOf: read.path) else { break }
      if stamp == read.stamp { return .same }
      if read.question == .content, stamp.size != read.stamp?.size { return .changed }
    case .absent: return .changed
    case .other, .unknown: break
    }
    return ask(read)
  }

  /// The question in full.
  private func ask(_ read: SourceFiles.Read) -> Result {
    var files = files
    switch read.question {
    case .content: _ = try? files.read(read.path, limit: read.stamp?.size ?? 0)  // why it failed does not matter: it changed
    case .listing: _ = try? files.list(read.path)  // as above
    case .status: _ = files.status(of: read.path)
    }
    guard let now = files.reads.last, now.answer == read.answer else { return .changed }
    return .restamped(now)
  }

  /// No folder on the way is a link.
  private mutating func isPlain(folderOf path: String) -> Bool {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
    let folder = path[..<slash]
    if folder == last.folder { return last.isPlain }
    let found = isPlain(String(folder))
    last = (folder, found)
    return found
  }

  private mutating func isPlain(_ folder: String) -> Bool {
    if let known = plain[folder] { return known }
    var result = isPlain(folderOf: folder)
    if result { if case .folder = probe.look(at: folder) {} else { result = false } }
    plain[folder] = result
    return result
  }
}
