package import Files
internal import Hashing
internal import Images

/// Where the headers of pictures are remembered between builds, so that an unchanged photograph is not opened again.
///
/// One small file for each case below `headers/`, under a fingerprint: it names neither the case nor its files.
package struct PictureMemory: Sendable {
  let folder: WritableFolder
  let isKept: Bool

  /// `isKept`: what is learnt is written; false for a command that writes nothing.
  package init(folder: WritableFolder, isKept: Bool) {
    self.folder = folder
    self.isKept = isKept
  }

  func notes(of caseFolder: String) -> PictureNotes {
    // An absent or unreadable memory costs time, nothing else.
    guard let bytes = try? folder.read(name(caseFolder), limit: 10_000_000) else { return PictureNotes() }
    return PictureNotes(bytes)
  }

  func keep(_ notes: PictureNotes, of caseFolder: String) {
    guard isKept, notes.isChanged else { return }
    guard (try? folder.makeFolder(mode: 0o700)) != nil else { return }  // as above
    try? folder.replace(name(caseFolder), with: notes.bytes)  // as above
  }

  private func name(_ caseFolder: String) -> String { "headers/\(ContentHash(of: caseFolder))" }
}
