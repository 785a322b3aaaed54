import Foundation
import TestSupport
import Testing

private let hasVips = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/local/lib", "/usr/lib64"].contains {
  FileManager.default.fileExists(atPath: "\($0)/libvips.so.42")
}

/// Pictures that are broken or hostile, through the program: each is told with file and reason, and the other cases are published.
struct BadPicturesTests {
  /// Files by name, with what the program says of each; "" where the picture is made.
  private static let files: [(name: String, bytes: [UInt8], says: String)] = [
    ("empty.jpg", [], "is empty"),
    ("text.jpg", Array("no picture\n".utf8), "is text, not a picture"),
    ("truncated.png", Array(Pictures.png(width: 40, height: 20).dropLast(30)), "is cut short"),
    ("lying.png", Pictures.png(width: 40, height: 20, rows: 2), "is damaged"),
    ("huge.png", Pictures.png(width: 30_000, height: 30_000, rows: 1), "has 30000 × 30000 pixels, more than 100 million"),
    ("animated.gif", Pictures.animatedGIF, "is animated"),
    ("animated.png", Pictures.png(width: 40, height: 20, before: Pictures.chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])), "is animated"),
    ("pixels.jpg", Pictures.hollowJPEG, "is damaged"),
    ("page.pdf", Array("%PDF-1.4\n".utf8), "is a PDF"),
    ("script.svg", Array(Pictures.hostileSVG.utf8), ""),
    ("deep.png", Pictures.png(width: 40, height: 20, depth: 16), ""),
    ("bomb.png", Pictures.png(width: 9_000, height: 9_000), ""),
    ("exif.png", Pictures.png(width: 40, height: 20, before: Pictures.chunk("eXIf", Array(repeating: 0xAB, count: 300))), ""),
  ]

  private func library() throws -> TestFolder {
    var texts = Sample.library()
    for file in Self.files {
      let slug = file.name.replacing(".", with: "-")
      let figure = "figures: [{id: f, file: figures/\(file.name), kind: diagram, caption: A picture, alt: A picture}]"
      texts.merge(Sample.files(slug, Sample.case("Case \(slug)", figure))) { $1 }
    }
    let folder = try TestFolder(texts)
    for file in Self.files {
      try folder.write("content/cases/\(file.name.replacing(".", with: "-"))/figures/\(file.name)", file.bytes)
    }
    return folder
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func eachIsToldAndTheOthersArePublished() throws {
    let folder = try library()
    // 2 GB of address space hold the program, its libraries and two pictures in work; a bomb's pixels would not fit.
    let script = "ulimit -v 2000000; exec \"$0\" build --keep-going"
    let run = try start("/bin/sh", ["-c", script, casebookPath], in: folder.path).wait()
    #expect(run.status == 1)
    for file in Self.files {
      let slug = file.name.replacing(".", with: "-")
      let said = run.errors.split(separator: "\n").filter { $0.contains(file.name) && $0.contains("error") }
      if file.says.isEmpty {
        #expect(said.isEmpty && folder.exists("output/cases/\(slug)/index.html"), "\(file.name): \(said)")
      } else {
        #expect(said.contains { $0.contains("\(file.name)\" \(file.says)") }, "\(file.name): \(said)")
        #expect(!folder.exists("output/cases/\(slug)"), "\(file.name)")
      }
    }
    #expect(folder.exists("output/cases/a/index.html"))
    let drawing = folder.files(in: "output/cases/script-svg/figures").values.map { String(decoding: $0, as: UTF8.self) }
    #expect(drawing.count == 1 && drawing.allSatisfy { !$0.contains("script") && !$0.contains("passwd") && !$0.contains("http://evil") })
    #expect(run.errors.contains("drawing-part-removed"))
  }
}

/// Pictures written byte by byte.
private enum Pictures {
  /// A grey PNG of zeros whose rows are all there, or only so many.
  static func png(width: Int, height: Int, rows: Int? = nil, depth: UInt8 = 8, before: [UInt8] = []) -> [UInt8] {
    let count = (rows ?? height) * (1 + width * Int(depth) / 8)
    let header = big(width) + big(height) + [depth, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + before + chunk("IDAT", deflatedZeros(count))
      + chunk("IEND", [])
  }

  static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + body
    var sum = ~UInt32(0)
    for byte in named {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return big(body.count) + named + big(Int(~sum))
  }

  /// A zlib stream of so many zeros: one literal, then copies of 258 bytes from one byte before, with the fixed codes of RFC 1951.
  private static func deflatedZeros(_ count: Int) -> [UInt8] {
    var (bytes, buffer, used): ([UInt8], UInt32, UInt32) = ([0x78, 0x01], 0, 0)
    func put(_ value: UInt32, _ width: UInt32) {
      buffer |= value << used
      used += width
      while used >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: buffer))
        buffer >>= 8
        used -= 8
      }
    }
    put(0b011, 3)
    let copies = max(0, count - 1) / 258
    // Codes are written from their highest bit: 00110000 is the literal 0, 11000101 and five zeros a copy, seven zeros the end.
    for _ in 0..<(count - copies * 258) { put(0b0000_1100, 8) }
    for _ in 0..<copies { put(0b1010_0011, 13) }
    put(0, 7)
    put(0, 7)
    return bytes + big((count % 65_521) << 16 | 1)
  }

  private static func big(_ value: Int) -> [UInt8] { (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

  static let animatedGIF: [UInt8] = {
    let frame: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    return Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255] + frame + frame + [0x3B]
  }()

  /// A whole header and no pixels that could be decoded.
  static let hollowJPEG: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF, 0xD9]

  static let hostileSVG = """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30" onload="alert(1)">
    <script>alert(1)</script><image xlink:href="file:///etc/passwd" width="9" height="9"/><use href="http://evil.example/a.svg#x"/>
    <circle cx="20" cy="15" r="9" fill="#b33"/></svg>
    """
}
