internal import CasebookModel
internal import Diagnostics
internal import Files
internal import Images

/// Reads the headers of a case's pictures, or remembers them.
struct PictureFiles {
  let folder: CaseFolder
  var memory: PictureMemory?

  func read(_ figures: inout [Figure], _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) {
    guard figures.contains(where: { $0.file != nil }) else { return }
    var notes = memory?.notes(of: folder.folder) ?? PictureNotes()
    var known: [Original: ImageInformation?] = [:]
    for index in figures.indices {
      guard let file = figures[index].file else { continue }
      let original = Original(path: file.value, page: figures[index].page ?? 1)
      let found = known[original] ?? information(of: original, namedAt: file.location, &notes, &files, &diagnostics)
      known[original] = .some(found)
      figures[index].image = found
    }
    memory?.keep(notes, of: folder.folder)
  }

  private struct Original: Hashable {
    var path: String
    var page: Int
  }

  private func information(
    of original: Original, namedAt place: SourceLocation, _ notes: inout PictureNotes, _ files: inout SourceFiles,
    _ diagnostics: inout [Diagnostic]
  ) -> ImageInformation? {
    let key = PictureNotes.key(original.path, page: original.page)
    if let stamp = files.stamp(of: original.path), let known = notes.information(key, stamp) {
      files.note(original.path, content: known.hash, stamp: stamp)
      return known
    }
    let began = PictureNotes.now
    do {
      let bytes = try files.read(original.path, limit: ImageLimits.bytes)
      let information = try ImageInformation(of: bytes, page: original.page)
      if let stamp = files.reads.last?.stamp { notes.add(information, key, stamp, readAt: began) }
      return information
    } catch let problem as FileProblem {
      diagnostics.append(folder.diagnostic(problem, namedAt: Located(original.path, at: place), &files))
    } catch let problem as ImageProblem {
      diagnostics.append(problem.diagnostic(of: folder.name(of: original.path), at: place))
    } catch {
      diagnostics.append(ImageProblem(.damaged, "cannot be read").diagnostic(of: folder.name(of: original.path), at: place))
    }
    return nil
  }
}
