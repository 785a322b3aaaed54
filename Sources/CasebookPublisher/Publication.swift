package import Files
package import Hashing

/// One build's way into the output folder: all of it or nothing.
///
///     let publication = try Publication(output: "/home/riley/library/output")
///     let files = try outputs.map { try publication.staging.stage($0.path, $0.bytes) }
///     try publication.publish(files)          // or publication.abandon()
///
/// The outputs are staged beside the site and flushed; a journal decides; then they are renamed into place, and own files that are no
/// longer made are removed. A build killed before the journal has changed nothing; after it, the next one finishes the work first.
package struct Publication: Sendable {
  package let staging: Staging
  let output: WritableFolder
  let area: WritableFolder
  private let folder: OutputFolder
  /// Called before each change that the journal covers; tests stop there as a kill would.
  var beforeStep: (@Sendable () throws(PublishProblem) -> Void)?

  /// Opens the folder, then as `init(_:)`.
  package init(output path: String, wait: Bool = false) throws(PublishProblem) { try self.init(try OutputFolder(path, wait: wait)) }

  /// Makes place for what will be staged.
  package init(_ folder: OutputFolder) throws(PublishProblem) {
    self.folder = folder
    output = folder.files
    area = folder.area
    do {
      try area.makeFolder(mode: 0o700)
      try area.makeFolder("files")
    } catch { throw PublishProblem(error, in: folder.path) }
    staging = Staging(files: area.folder("files"), output: output, published: try folder.published())
  }

  /// What a publication did.
  package struct Result: Hashable, Sendable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    /// Files of the last build that were asked to be kept.
    package var kept = 0
    /// The fingerprint of the manifest that tells it.
    package var manifest: ContentHash?

    package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, kept: Int = 0) {
      (self.written, self.unchanged, self.removed, self.kept) = (written, unchanged, removed, kept)
    }
  }

  /// Makes the staged files the site. Files of the last build that are not among them go, but for those that `keeping` names.
  @discardableResult
  package func publish(_ files: [StagedFile], keeping isKept: (String) -> Bool = { _ in false }) throws(PublishProblem) -> Result {
    do {
      var result = Result()
      var manifest = Manifest()
      for file in files {
        guard manifest.files.updateValue(file.hash, forKey: file.path) == nil else { throw FileProblem(file.path, .exists) }
        if file.isChanged { result.written += 1 } else { result.unchanged += 1 }
      }
      var stale: [String] = []
      for (path, hash) in staging.published where manifest.files[path] == nil {
        if isKept(path) { manifest.files[path] = hash } else { stale.append(path) }
      }
      result.removed = stale.count
      result.kept = manifest.files.count - files.count
      stale.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var survey = try Survey(of: staging, stale: stale)
      if survey.fileCount > result.written {
        try dropStaged(but: Set(files.filter(\.isChanged).map(\.path)))
        survey = try Survey(of: staging, stale: stale)
      }
      guard survey.fileCount == result.written else { throw FileProblem(output.path, .absent, "was changed by another program") }
      let bytes = manifest.bytes
      result.manifest = ContentHash(of: bytes)
      try commit(bytes, survey.journal, isSame: result.written == 0 && manifest.files == staging.published)
      return result
    } catch let problem as PublishProblem {
      throw problem
    } catch let problem as FileProblem {
      throw PublishProblem(problem, in: output.path)
    } catch {
      throw PublishProblem("output-not-writable", "\"\(output.path)\" cannot be used")
    }
  }

  /// Leaves the site as it was and removes what was staged; false where something is left, which the next build clears. Once a journal
  /// has decided, it is left for the next build to finish.
  @discardableResult
  package func abandon() -> Bool {
    guard area.status(of: Journal.name) == nil else { return false }
    try? area.removeTree()  // what cannot be removed is told by the answer
    return area.status(of: "") == nil
  }

  /// Removes staged files that are not to be published, such as those of a case that turned out to be faulty.
  private func dropStaged(but wanted: Set<String>, in folder: String = "") throws {
    for entry in try staging.files.list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        try dropStaged(but: wanted, in: path)
        staging.files.removeIfEmpty(path)
      } else if !wanted.contains(path) {
        try staging.files.remove(path)
      }
    }
  }

  private func commit(_ manifest: [UInt8], _ journal: Journal, isSame: Bool) throws {
    if isSame { return try area.removeTree() }
    try area.create(Manifest.name, manifest)
    try area.flush()
    try beforeStep?()
    try area.replace(Journal.name, with: journal.bytes, flush: true)
    try beforeStep?()
    try carryOut(journal, from: area, to: output, beforeStep: beforeStep)
  }
}
