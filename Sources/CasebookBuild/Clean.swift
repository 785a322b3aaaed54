internal import CasebookPublisher
internal import Files

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

/// Removes what Casebook keeps to be faster.
package func cleanCache(of root: String) throws {
  let site = WritableFolder(root)
  if site.status(of: ".casebook/cache") != nil { try site.removeTree(".casebook/cache") }
}
