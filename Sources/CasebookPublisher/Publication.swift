package import Files

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
  private let lock: FolderLock
  /// Called before each change that the journal covers; tests stop there as a kill would.
  var beforeStep: (@Sendable () throws(PublishProblem) -> Void)?

  private static let areaName = ".casebook-staging"

  /// Makes the folder where it is missing, locks it, finishes or clears what a killed build left, and refuses a folder of others.
  package init(output path: String, wait: Bool = false) throws(PublishProblem) {
    let output = WritableFolder(path)
    do {
      try output.makeFolder()
      guard let lock = try FolderLock(output, wait: wait) else { throw PublishProblem.inUse(path) }
      self.lock = lock
      area = output.folder(Self.areaName)
      self.output = output
      try finishLeftWork(in: area, output: output)
      let manifest = try readManifest(in: output)
      try area.makeFolder(mode: 0o700)
      try area.makeFolder("files")
      staging = Staging(files: area.folder("files"), output: output, published: manifest.files)
    } catch let problem as PublishProblem {
      throw problem
    } catch let problem as FileProblem {
      throw PublishProblem(problem, in: path)
    } catch {
      throw PublishProblem("output-not-writable", "\"\(path)\" cannot be used")
    }
  }

  /// What a publication did.
  package struct Result: Hashable, Sendable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    /// Files of the last build that were asked to be kept.
    package var kept = 0
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
      try commit(manifest, survey.journal, isSame: result.written == 0 && manifest.files == staging.published)
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

  private func commit(_ manifest: Manifest, _ journal: Journal, isSame: Bool) throws {
    if isSame { return try area.removeTree() }
    try area.create(Manifest.name, manifest.bytes)
    try area.flush()
    try beforeStep?()
    try area.replace(Journal.name, with: journal.bytes, flush: true)
    try beforeStep?()
    try carryOut(journal, from: area, to: output, beforeStep: beforeStep)
  }
}

private func readManifest(in output: WritableFolder) throws -> Manifest {
  guard output.status(of: Manifest.name) != nil else {
    guard try output.list().allSatisfy({ $0.name.hasPrefix(".") }) else { throw PublishProblem.foreignFolder(output.path) }
    return Manifest()
  }
  guard let manifest = Manifest(try output.read(Manifest.name, limit: 1_000_000_000)) else {
    throw PublishProblem.damagedManifest(output.path)
  }
  return manifest
}
