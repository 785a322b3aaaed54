import QRCodes
import Testing

/// A reader of QR codes is not at hand; the fixed patterns of the standard and libqrencode's own checks must do.
@Suite(.enabled(if: QRCode.isAvailable, "libqrencode is not installed"))
struct QRCodeTests {
  @Test("A symbol is 17 + 4 × version modules wide", arguments: [("A", 21), (String(repeating: "a", count: 42), 29)])
  func size(text: String, side: Int) throws {
    let code = try #require(QRCode(text))
    #expect(code.side == side)
    #expect(code.modules.count == side * side)
  }

  @Test("Three corners hold a finder, 7 modules wide with a light ring; the fourth none")
  func finders() throws {
    let code = try #require(QRCode("https://cases.example.org/cases/foot/"))
    let last = code.side - 7
    for (row, column) in [(0, 0), (0, last), (last, 0)] {
      #expect((0..<7).allSatisfy { code.isDark(row: row, column: column + $0) })
      #expect((1..<6).allSatisfy { !code.isDark(row: row + 1, column: column + $0) })
      #expect((2..<5).allSatisfy { code.isDark(row: row + 3, column: column + $0) })
    }
    #expect(!(0..<7).allSatisfy { code.isDark(row: last, column: last + $0) })
  }

  @Test("The path draws as many modules as are dark")
  func path() throws {
    let code = try #require(QRCode("foot"))
    let drawn = code.path.split(separator: "M").reduce(0) { sum, run in
      sum + (run.split(separator: "h").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0)
    }
    #expect(drawn == code.modules.count { $0 })
  }

  @Test("Nothing, and more than a symbol holds, is none")
  func limits() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "a", count: 3000)) == nil)
  }
}
