import CasebookModel
import Diagnostics
import Files
import Glibc
import Hashing
import Images
import TestSupport
import Testing

@testable import CasebookMaker

private let hasVips = (try? ImageEngine()) != nil  // tests of pictures are skipped without it

@Suite struct MakerTests {
  let folder = TemporaryFolder()

  private func maker(jobs: Int = 2, cache: String? = "cache") throws -> Maker {
    folder.folder("site")
    return Maker(
      sources: try SourceFiles(root: folder.path + "/site"), cache: cache.map { WritableFolder("\(folder.path)/\($0)") }, jobs: jobs)
  }

  private func staging(_ name: String = "staging", published: [String: ContentHash] = [:]) throws -> Staging {
    folder.folder(name)
    return Staging(files: WritableFolder("\(folder.path)/\(name)"), output: WritableFolder("\(folder.path)/output"), published: published)
  }

  /// A photograph of slowly changing colours; returns its fingerprint.
  @discardableResult
  private func photograph(_ name: String, shade: Int = 0) throws -> ContentHash {
    var pixels: [UInt8] = []
    for y in 0..<90 { for x in 0..<120 { pixels += [UInt8(x * 2), UInt8(y * 2), UInt8(truncatingIfNeeded: shade)] } }
    let bytes = try ImageEngine().encode(Raster(width: 120, height: 90, pixels: pixels), as: .jpeg)
    folder.write("site/\(name)", bytes)
    return ContentHash(of: bytes)
  }

  private func outputs(of source: String, _ hash: ContentHash, below folder: String) -> [Output] {
    [60, 30].flatMap { width in
      [ImageRecipe.Format.jpeg, .webp].map {
        Output("\(folder)/\(width).\($0.rawValue)", .image(ImageRecipe(source: source, sourceHash: hash, width: width, format: $0)))
      }
    }
  }

  @Test func bytesAreStagedAsTheyAre() throws {
    let made = try maker().make([Output("b/index.html", .bytes([1, 2])), Output("a", .bytes([]))], into: try staging())
    #expect(made.files.map(\.path) == ["b/index.html", "a"] && made.diagnostics.isEmpty)
    #expect(folder.tree("staging").filter { !$0.hasSuffix("/") } == ["staging/a", "staging/b/index.html"])
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func picturesAreMadeWithTheirFacts() throws {
    let hash = try photograph("a.jpg")
    let made = try maker().make(outputs(of: "a.jpg", hash, below: "x") + [Output("page", .bytes([1]))], into: try staging())
    #expect(made.files.map(\.path) == ["x/60.jpeg", "x/60.webp", "x/30.jpeg", "x/30.webp", "page"])
    #expect(made.facts.map(\.size.width) == [60, 60, 30, 30] && made.facts.map(\.size.height) == [45, 45, 23, 23])
    #expect(made.encoded == 4 && made.reads.map(\.path) == ["a.jpg"])
    let bytes = try WritableFolder(folder.path).read("staging/x/30.webp", limit: 100_000)
    #expect(try ImageInformation(of: bytes).width == 30 && bytes.count == made.facts[3].byteCount)
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func aSecondBuildMakesNothing() throws {
    let wanted = outputs(of: "a.jpg", try photograph("a.jpg"), below: "x")
    let first = try maker().make(wanted, into: try staging())
    let second = try maker().make(wanted, into: try staging("again"))
    #expect(
      second.encoded == 0 && second.reads.isEmpty && second.facts == first.facts && second.files.map(\.hash) == first.files.map(\.hash))
    rename(folder.path + "/staging", folder.path + "/output")
    let published = Dictionary(uniqueKeysWithValues: first.files.map { ($0.path, $0.hash) })
    let third = try maker().make(wanted, into: try staging("third", published: published))
    #expect(third.files.allSatisfy { !$0.isChanged } && folder.tree("third").isEmpty)
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func theNumberOfJobsLeavesNoTrace() throws {
    var wanted: [Output] = []
    for number in 0..<6 {
      wanted += outputs(of: "\(number).jpg", try photograph("\(number).jpg", shade: number * 40), below: "c\(number)")
    }
    folder.write("site/bad.jpg", "text")
    wanted +=
      outputs(of: "bad.jpg", ContentHash(of: "text"), below: "bad") + outputs(of: "none.jpg", ContentHash(of: "none"), below: "none")
    let one = try maker(jobs: 1, cache: nil).make(wanted, into: try staging("one"))
    let four = try maker(jobs: 4, cache: nil).make(wanted, into: try staging("four"))
    #expect(one.files == four.files && one.facts == four.facts && one.diagnostics == four.diagnostics && one.files.count == 24)
    #expect(one.diagnostics.map(\.summary) == ["\"bad.jpg\" is text, not a picture", "\"none.jpg\" does not exist"])
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func aSharedPhotographIsMadeOnce() throws {
    let hash = try photograph("a.jpg")
    let wanted = (0..<50).flatMap { outputs(of: "a.jpg", hash, below: "case-\($0)") }
    let made = try maker().make(wanted, into: try staging())
    #expect(made.files.count == 200 && made.encoded == 4 && made.reads.count == 1)
  }

  @Test(.enabled(if: hasVips, "libvips is not installed"), arguments: ["shorter", "flipped", "empty", "folder"])
  func aDamagedCacheEntryIsMadeAgain(damage: String) throws {
    let wanted = Array(outputs(of: "a.jpg", try photograph("a.jpg"), below: "x").prefix(1))
    let first = try maker().make(wanted, into: try staging())
    let entry = try #require(folder.tree("cache").first { !$0.hasSuffix("/") })
    var bytes = try WritableFolder(folder.path).read(entry, limit: 100_000)
    if damage == "folder" {
      unlink("\(folder.path)/\(entry)")
      folder.folder("\(entry)/x")
    } else {
      if damage == "flipped" { bytes[bytes.count - 9] ^= 1 }
      folder.write(entry, damage == "flipped" ? bytes : damage == "empty" ? [] : Array(bytes.dropLast()))
    }
    let second = try maker().make(wanted, into: try staging("again"))
    #expect(second.encoded == 1 && second.files == first.files)
    if damage != "folder" { #expect(try maker().make(wanted, into: try staging("third")).encoded == 0) }
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func aCacheThatCannotBeWrittenCostsTimeOnly() throws {
    folder.write("cache", "a file")
    let made = try maker().make(outputs(of: "a.jpg", try photograph("a.jpg"), below: "x"), into: try staging())
    #expect(made.files.count == 4 && made.diagnostics.isEmpty)
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func theCacheNamesNothing() throws {
    _ = try maker().make(outputs(of: "Smith.jpg", try photograph("Smith.jpg"), below: "Smith"), into: try staging())
    #expect(!folder.tree("cache").contains { $0.contains("Smith") })
    var status = stat()
    stat(folder.path + "/cache", &status)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func aPhotographThatChangedMeanwhileIsTold() throws {
    try photograph("a.jpg")
    let made = try maker().make(outputs(of: "a.jpg", ContentHash(of: "before"), below: "x"), into: try staging())
    #expect(made.diagnostics.map(\.rule) == ["image-unreadable"] && made.files.isEmpty)
  }

  @Test func drawingsStayDrawings() throws {
    let text = "<svg viewBox='0 0 4 3'><script>x</script><rect width='4' height='3'/></svg>"
    folder.write("site/d.svg", text)
    let recipe = ImageRecipe(source: "d.svg", sourceHash: ContentHash(of: text), width: 100, format: .svg)
    let made = try maker().make([Output("x/d.svg", .image(recipe))], into: try staging())
    #expect(made.diagnostics.map(\.rule) == ["drawing-part-removed"] && made.diagnostics.map(\.severity) == [.warning])
    #expect(folder.read("staging/x/d.svg")?.contains("script") == false && made.facts.map(\.size) == [PixelSize(width: 4, height: 3)])
  }

  @Test(arguments: [ImageRecipe.Format.svg, .jpeg]) func aDrawingIsNeverShownUnredacted(format: ImageRecipe.Format) throws {
    let text = "<svg viewBox='0 0 4 3'><text>Name</text></svg>"
    folder.write("site/d.svg", text)
    let edits = ImageEdits(redactions: [Region(x: .percent(0), y: .percent(0), width: .percent(50), height: .percent(50))])
    let recipe = ImageRecipe(source: "d.svg", sourceHash: ContentHash(of: text), width: 100, format: format, edits: edits)
    let made = try maker().make([Output("x/d", .image(recipe))], into: try staging())
    #expect(made.diagnostics.map(\.rule) == ["image-format-unsupported"] && made.files.isEmpty)
  }

  @Test func anOutputOutsideIsRefused() throws {
    #expect(throws: FileProblem.self) { try maker().make([Output("../x", .bytes([1]))], into: try staging()) }
    #expect(throws: FileProblem.self) { try maker().make([Output("a", .bytes([1])), Output("a", .bytes([2]))], into: try staging()) }
  }
}
