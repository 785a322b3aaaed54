internal import CasebookPublisher
internal import Files
internal import Memo

/// Removes what Casebook published, and nothing else; says how many files.
package func cleanOutput(_ path: String) throws -> Int {
  let publication = try Publication(output: path)
  do {
    return try publication.publish([]).removed
  } catch {
    publication.abandon()
    throw error
  }
}

/// Removes what Casebook keeps to be faster: all of it or, what is oldest first, until at most `bytes` are left.
package func cleanCache(of root: String, keeping bytes: Int = 0) throws {
  let site = WritableFolder(root)
  if bytes > 0 {
    CacheSweep.sweep(site.folder(".casebook/cache")) { _ in bytes }
  } else if site.status(of: ".casebook/cache") != nil {
    try site.removeTree(".casebook/cache")
  }
}
