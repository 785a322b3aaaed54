internal import Files
internal import Hashing
internal import Memo

/// A share of a site's cases: `2/8` is the second of eight.
///
/// A case's share depends on its slug alone, so that a case that is added moves no other one.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
  package let number: Int
  package let count: Int

  /// Nil for what is not `i/n` with 1 ≤ i ≤ n ≤ 10,000.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...10_000).contains(count), (1...count).contains(number) else {
      return nil
    }
    (self.number, self.count) = (number, count)
  }

  package var description: String { "\(number)/\(count)" }

  package func holds(_ slug: String) -> Bool { ContentHash(of: slug).low % UInt64(count) == UInt64(number - 1) }
}

/// What a build of one shard leaves beside its outputs, for `merge` to read: all that is known of its cases.
struct Share: Memorable {
  var number: Int
  var count: Int
  var site: SiteKey
  var cases: [CaseRecord]

  static let name = ".casebook-share"
  private static let version = 1

  init(_ shard: Shard, site: SiteKey, cases: [CaseRecord]) {
    (number, count) = (shard.number, shard.count)
    self.site = site
    self.cases = cases
  }

  /// Nil where the folder holds none, or a damaged one, or one of another version.
  static func read(from folder: String) -> Share? {
    guard let bytes = MemoStore(folder: WritableFolder(folder), version: version).index(name) else { return nil }
    return try? Share(memo: bytes)  // as above
  }

  func write(to folder: String) throws(FileProblem) {
    guard MemoStore(folder: WritableFolder(folder), version: Self.version).write(Self.name, memo) else {
      throw FileProblem(Self.name, .notPermitted)
    }
  }

  func write(to writer: inout ByteWriter) {
    writer.write(number)
    writer.write(count)
    writer.write(site)
    writer.write(cases)
  }

  init(from reader: inout ByteReader) throws(DamagedMemo) {
    (number, count) = (try reader.int(), try reader.int())
    site = try reader.value()
    cases = try reader.value()
  }
}
