internal import Files

/// Finishes what a killed build had decided, and clears what it had only begun.
func finishLeftWork(in area: WritableFolder, output: WritableFolder) throws {
  guard let status = output.status(of: ".casebook-staging") else { return }
  guard status.kind == .folder else { throw PublishProblem.link(".casebook-staging") }
  if area.status(of: Journal.name) != nil, area.status(of: Manifest.name) != nil,
    let journal = Journal(try area.read(Journal.name, limit: 1_000_000_000))
  {
    try carryOut(journal, from: area, to: output, beforeStep: nil)
  } else {
    try area.removeTree()
  }
}

/// Does what the journal says; may be done again from any point where it stopped.
func carryOut(
  _ journal: Journal, from area: WritableFolder, to output: WritableFolder, beforeStep: (@Sendable () throws(PublishProblem) -> Void)?
) throws {
  let steps = Steps(area: area, files: area.folder("files"), output: output, before: beforeStep)
  try steps.remove(journal.removedFirst)
  try steps.moveContents(of: "")
  try steps.remove(journal.removedLast)
  try beforeStep?()
  if area.status(of: Manifest.name) != nil { try area.move(Manifest.name, to: output, as: Manifest.name) }
  try beforeStep?()
  try area.removeTree()
}

private struct Steps {
  let area: WritableFolder
  let files: WritableFolder
  let output: WritableFolder
  let before: (@Sendable () throws(PublishProblem) -> Void)?

  /// Removes own files, and the folders that they leave empty.
  func remove(_ paths: [String]) throws {
    var links = LinkGuard(output)
    for path in paths {
      try links.check(path)
      try before?()
      try output.remove(path)
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard output.removeIfEmpty(String(folder)) else { break }
      }
    }
  }

  /// Moves a staged folder's contents into place: a folder that the site does not have yet moves as a whole.
  func moveContents(of folder: String) throws {
    guard files.status(of: folder) != nil else { return }
    for entry in try files.list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      let standing = entry.kind == .folder ? output.status(of: path) : nil
      if let standing {
        guard standing.kind == .folder else { throw PublishProblem.link(path) }
        try moveContents(of: path)
      } else {
        try before?()
        try files.move(path, to: output, as: path)
      }
    }
  }
}
