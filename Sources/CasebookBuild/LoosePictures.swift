internal import CasebookModel
internal import Diagnostics
internal import Files
internal import Images

extension Library {
  /// A warning for each picture in a case's folder that no figure shows and that carries what identifies.
  ///
  /// It is not published, but the folder is shared and versioned, and history keeps what a later clean-up removes.
  func loosePictures(in slug: String, shownBy case: Case?) -> [Diagnostic] {
    let shown = Set((`case`?.figures ?? []).compactMap { $0.file?.value })
    var files = files.withoutReads()
    return pictures(below: "content/cases/\(slug)", depth: 0, &files).filter { !shown.contains($0) }.compactMap { path in
      // What is no picture or cannot be read is shown nowhere: nobody needs to be told.
      guard let bytes = try? files.read(path, limit: ImageLimits.bytes), let facts = try? ImageInformation(of: bytes) else { return nil }
      let told = facts.identifying
      return told.isEmpty ? nil : warning(path, told)
    }
  }

  private func warning(_ path: String, _ told: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "loose-picture-carries-metadata", "A picture that no figure shows carries \(told.joined(separator: ", "))",
      at: SourceLocation(file: path), explanation: "It is not published, but whoever gets the folder gets it.",
      remedy: "take it out of the folder, or take the data out of it")
  }

  /// Files that are named like pictures, in the order of their names.
  private func pictures(below folder: String, depth: Int, _ files: inout SourceFiles) -> [String] {
    // A folder that cannot be listed is told by the reader, where it matters.
    guard depth < 8, let entries = try? files.list(folder) else { return [] }
    var found: [String] = []
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .folder: found += pictures(below: path, depth: depth + 1, &files)
      case .file where endings.contains(where: { entry.name.lowercased().hasSuffix($0) }): found.append(path)
      default: break
      }
    }
    return found
  }
}

private let endings = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif"]
