import Glibc
import Hashing
import Memo
import Testing

func setModified(_ path: String, _ seconds: Int) {
  var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
  _ = utimensat(AT_FDCWD, path, &times, 0)
}

/// Values as bytes and back.
struct BytesTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, Int.max, Int.min])
  func numbersComeBack(number: Int) throws {
    var writer = ByteWriter()
    writer.write(number)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.int() == number)
    #expect(reader.isAtEnd)
  }

  @Test func valuesComeBack() throws {
    let values: [String?] = ["", "é\u{0}😀", nil, "x"]
    #expect(try [String?](memo: values.memo) == values)
    let hash = ContentHash(of: "x")
    #expect(try ContentHash(memo: hash.memo) == hash)
  }

  @Test func whatNobodyWroteIsDamaged() {
    let good = (["one", nil, "three"] as [String?]).memo
    for length in good.indices { #expect(throws: DamagedMemo.self) { try [String?](memo: Array(good[..<length])) } }
    #expect(throws: DamagedMemo.self) { try [String?](memo: good + [0]) }
    // A count of 2^60 allocates nothing.
    var writer = ByteWriter()
    writer.write(1 << 60)
    #expect(throws: DamagedMemo.self) { try [String](memo: writer.bytes) }
    #expect(throws: DamagedMemo.self) { try [String](memo: [UInt8](repeating: 0xFF, count: 40)) }
  }
}
