import Files
import Hashing
import Memo
import TestSupport
import Testing

/// What is kept comes back as it was, or not at all.
struct MemoStoreTests {
  private let folder = TemporaryFolder()
  private var store: MemoStore { MemoStore(folder: WritableFolder(folder.path), version: 1) }

  @Test func aPieceComesBack() {
    let hash = store.keep([1, 2, 3])
    #expect(store.keep([1, 2, 3]) == hash)
    #expect(store.piece(hash) == [1, 2, 3])
    #expect(store.piece(ContentHash(of: "other")) == nil)
  }

  @Test func aDamagedPieceIsNoticedAndMadeAgain() throws {
    let hash = store.keep([1, 2, 3])
    let path = try #require(folder.tree().first { $0.hasSuffix(hash.description) })
    folder.write(path, [1, 2, 4])
    #expect(store.piece(hash) == nil)
    #expect(store.keep([1, 2, 3]) == hash && store.piece(hash) == [1, 2, 3])
    folder.write(path, [1])
    #expect(store.keep([1, 2, 3]) == hash && store.piece(hash) == [1, 2, 3])
  }

  @Test func anIndexComesBackWholeOrNotAtAll() throws {
    #expect(store.index("index") == nil)
    #expect(store.write("index", Array("what was built".utf8)))
    #expect(store.index("index").map { Array($0) } == Array("what was built".utf8))
    #expect(MemoStore(folder: WritableFolder(folder.path), version: 2).index("index") == nil)
    let text = try #require(folder.read("index"))
    let bytes = try WritableFolder(folder.path).read("index", limit: 1_000)
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x20
      folder.write("index", damaged)
      #expect(store.index("index") == nil, "byte \(position) of \(text.utf8.count)")
      folder.write("index", Array(bytes[..<position]))
      #expect(store.index("index") == nil)
    }
  }

  @Test func theOldestGoesFirst() throws {
    let cache = WritableFolder(folder.path)
    for (age, name) in ["a/old", "b/middle", "new"].enumerated() {
      folder.write(name, [UInt8](repeating: 0, count: 100))
      setModified("\(folder.path)/\(name)", 1_000 + age)
    }
    #expect(CacheSweep.sweep(cache) { _ in 300 } == 300)
    #expect(CacheSweep.sweep(cache) { _ in 250 } == 200)
    #expect(folder.tree().filter { !$0.hasSuffix("/") } == ["b/middle", "new"])
    #expect(CacheSweep.sweep(cache, isNeeded: { $0 == "b/middle" }, limit: { $0 }) == 100)
    #expect(folder.tree().filter { !$0.hasSuffix("/") } == ["b/middle"])
  }
}
