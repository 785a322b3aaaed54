package import Files
package import Hashing

/// The output folder, locked for one build: what was published there, and by whom it may be changed.
///
/// What a killed build had decided is finished first; what it had only begun is cleared.
package struct OutputFolder: Sendable {
  package let path: String
  package let files: WritableFolder
  /// The fingerprint of the manifest; nil where nothing was published yet.
  package let manifest: ContentHash?
  let area: WritableFolder
  private let manifestBytes: [UInt8]?
  private let lock: FolderLock

  /// Makes the folder where it is missing; refuses a folder of others, and one that another build is writing to.
  package init(_ path: String, wait: Bool = false) throws(PublishProblem) {
    let output = WritableFolder(path)
    do {
      try output.makeFolder()
      guard let lock = try FolderLock(output, wait: wait) else { throw PublishProblem.inUse(path) }
      self.lock = lock
      self.path = path
      files = output
      area = output.folder(".casebook-staging")
      try finishLeftWork(in: area, output: output)
      if output.status(of: Manifest.name) != nil {
        let bytes = try output.read(Manifest.name, limit: 1_000_000_000)
        manifest = ContentHash(of: bytes)
        manifestBytes = bytes
      } else {
        guard try output.list().allSatisfy({ $0.name.hasPrefix(".") }) else { throw PublishProblem.foreignFolder(path) }
        manifest = nil
        manifestBytes = nil
      }
    } catch let problem as PublishProblem {
      throw problem
    } catch let problem as FileProblem {
      throw PublishProblem(problem, in: path)
    } catch {
      throw PublishProblem("output-not-writable", "\"\(path)\" cannot be used")
    }
  }

  /// The published files' fingerprints by path.
  package func published() throws(PublishProblem) -> [String: ContentHash] {
    guard let manifestBytes else { return [:] }
    guard let manifest = Manifest(manifestBytes) else { throw PublishProblem.damagedManifest(path) }
    return manifest.files
  }
}
