internal import Files

/// Looks, before anything is decided, at every place where a staged file would go.
struct Survey {
  /// How many files are staged.
  private(set) var fileCount = 0
  private(set) var journal = Journal()

  private let staging: Staging
  private let stale: [String]
  private var first: Set<String> = []

  /// `stale` are own files that go, sorted.
  init(of staging: Staging, stale: [String]) throws {
    self.staging = staging
    self.stale = stale
    try look(at: "", isMerged: true)
    var links = LinkGuard(staging.output)
    for path in stale { try links.check(path) }
    journal.removedFirst = stale.filter(first.contains)
    journal.removedLast = stale.filter { !first.contains($0) }
  }

  /// Counts the files of a staged folder; where it meets a folder of the site, checks what stands at each name.
  private mutating func look(at folder: String, isMerged: Bool) throws {
    for entry in try staging.files.list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      let standing = isMerged ? staging.output.status(of: path) : nil
      if entry.kind == .folder {
        if let standing { try check(standing, whereFolderGoes: path) }
        try look(at: path, isMerged: standing?.kind == .folder)
      } else {
        fileCount += 1
        if let standing { try check(standing, whereFileGoes: path) }
      }
    }
  }

  private mutating func check(_ standing: WritableFolder.Status, whereFolderGoes path: String) throws {
    switch standing.kind {
    case .folder: return
    case .link where staging.published[path] == nil: throw PublishProblem.link(path)
    case .link, .file, .other:
      guard staging.published[path] != nil else { throw PublishProblem.inTheWay(path) }
      first.insert(path)
    }
  }

  private mutating func check(_ standing: WritableFolder.Status, whereFileGoes path: String) throws {
    if standing.kind == .folder {
      guard try holdsOnlyStale(path) else { throw PublishProblem.inTheWay(path) }
      first.formUnion(stale.filter { $0.hasPrefix(path + "/") })
    } else if staging.published[path] == nil {
      throw standing.kind == .link ? PublishProblem.link(path) : PublishProblem.inTheWay(path)
    }
  }

  private func holdsOnlyStale(_ folder: String) throws -> Bool {
    for entry in try staging.output.list(folder) {
      let path = "\(folder)/\(entry.name)"
      let isFine = entry.kind == .folder ? try holdsOnlyStale(path) : stale.contains(path)
      if !isFine { return false }
    }
    return true
  }
}

/// Refuses paths that a symbolic link in the output would lead elsewhere; looks at each folder once.
struct LinkGuard {
  private let output: WritableFolder
  private var checked: Set<Substring> = []

  init(_ output: WritableFolder) { self.output = output }

  mutating func check(_ path: String) throws(PublishProblem) {
    var end = path.utf8.startIndex
    while let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = path[..<slash]
      end = path.utf8.index(after: slash)
      guard checked.insert(folder).inserted else { continue }
      if output.status(of: String(folder))?.kind == .link { throw .link(String(folder)) }
    }
  }
}
