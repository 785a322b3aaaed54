import Glibc
import Testing

@testable import Images

/// What `casebook new figures` copies: the same pixels, and nothing that identifies.
@Suite(.enabled(if: hasVips, "libvips is not installed")) struct CleaningTests {
  private func pixels(_ bytes: [UInt8]) throws -> [UInt8] {
    let facts = try ImageInformation(of: bytes)
    return try ImageEngine().decode(bytes, format: facts.format, size: PixelSize(width: facts.width, height: facts.height)).pixels
  }

  /// Tags that cleaning leaves: the picture's structure, colour profile, and an orientation.
  private func isHarmless(_ tag: String) -> Bool {
    let groups = ["File:", "JFIF:", "ICC_Profile:", "APP14:", "Composite:ImageSize", "Composite:Megapixels", "QuickTime:"]
    return ["SourceFile", "ExifTool:ExifToolVersion", "EXIF:Orientation"].contains(tag) || groups.contains { tag.hasPrefix($0) }
  }

  @Test(.enabled(if: sharedFolder != nil && access("/usr/bin/exiftool", X_OK) == 0, "needs exiftool and the shared photographs"))
  func realPhotographsKeepPixelsAndLoseTheRest() throws {
    let folder = "/tmp/casebook-cleaning-\(getpid())"
    mkdir(folder, 0o755)
    defer { rmdir(folder) }
    for part in ["gps", "orientation"] {
      for name in names(in: "\(sharedFolder ?? "")/standards/exif/\(part)") {
        let bytes = contents("\(sharedFolder ?? "")/standards/exif/\(part)/\(name)")
        let clean = try cleaned(bytes)
        #expect(try pixels(clean) == pixels(bytes) && clean.count < bytes.count, "\(name)")
        #expect(try ImageInformation(of: clean).orientation == ImageInformation(of: bytes).orientation)
        #expect(try cleaned(clean) == clean)
        #expect(try tags(of: clean, "\(folder)/\(name)").filter { !isHarmless($0) } == [], "\(name)")
      }
    }
  }

  private func tags(of bytes: [UInt8], _ file: String) throws -> [String] {
    let output = fopen(file, "w")
    fwrite(bytes, 1, bytes.count, output)
    if let output { fclose(output) }
    defer { unlink(file) }
    let report = try #require(exiftool([file]))
    return report.split(separator: "\n").filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first.map(String.init)
    }
  }

  private let block = ImageBytes.tiff(
    [(0x112, 3, 1, ImageBytes.le(6, 4)), (0x13B, 2, 8, ImageBytes.le(38, 4))], after: Array("J Smith\0".utf8))

  private func plain(_ format: ImageRecipe.Format) throws -> [UInt8] {
    let ramp = (0..<(40 * 20 * 3)).map { UInt8(truncatingIfNeeded: $0 / 7) }
    return try ImageEngine().encode(Raster(width: 40, height: 20, pixels: ramp), as: format)
  }

  @Test func chunksOfAPNG() throws {
    let png = try plain(.png)
    let extra = pngChunk("eXIf", block) + pngChunk("tEXt", Array("Author\0J Smith".utf8)) + pngChunk("tIME", [7, 226, 5, 10, 14, 3, 0])
    let dirty = Array(png[..<33]) + extra + pngChunk("prVt", [1]) + Array(png[33...]) + Array("Smith".utf8)
    #expect(try ImageInformation(of: dirty).metadata.count >= 3)
    let clean = try cleaned(dirty)
    let facts = try ImageInformation(of: clean)
    #expect(facts.metadata == [] && facts.orientation == 6 && facts.width == 20)
    #expect(try pixels(clean) == pixels(dirty))
    #expect(ByteView(clean).find("Smith") == nil && ByteView(clean).find("prVt") == nil)
    #expect(try cleaned(png) == png)
  }

  @Test func chunksOfAWebP() throws {
    let webp = try plain(.webp)
    let canvas: [UInt8] = [0x0C, 0, 0, 0, 39, 0, 0, 19, 0, 0]
    let chunks =
      riffChunk("VP8X", canvas) + Array(webp[12...]) + riffChunk("EXIF", block) + riffChunk("XMP ", Array("<x>Smith</x>".utf8))
      + riffChunk("PRIV", [1, 2, 3])
    let dirty = Array("RIFF".utf8) + bigEndian(chunks.count + 4, 4).reversed() + Array("WEBP".utf8) + chunks
    #expect(try ImageInformation(of: dirty).metadata == ["photographer's name", "XMP data"])
    let clean = try cleaned(dirty)
    let facts = try ImageInformation(of: clean)
    #expect(facts.metadata == [] && facts.orientation == 6)
    #expect(try pixels(clean) == pixels(dirty))
    #expect(ByteView(clean).find("Smith") == nil && ByteView(clean).find("PRIV") == nil)
  }

  @Test(arguments: [ForeignFiles.heic, ForeignFiles.avif]) func itemsOfTelephones(dirty: [UInt8]) throws {
    #expect(try ImageInformation(of: dirty).metadata.prefix(2) == ["GPS position", "2018-05-10 14:03"])
    let clean = try cleaned(dirty)
    #expect(clean.count == dirty.count && ByteView(clean).find("Synthcam") == nil && ByteView(clean).find("GPSLat") == nil)
    #expect(try ImageInformation(of: clean).metadata == [])
    let facts = try ImageInformation(of: dirty)
    #expect(try ImageInformation(of: clean).orientation == facts.orientation)
    if let before = try? pixels(dirty) { #expect(try pixels(clean) == before) }
  }

  @Test func whatCannotBeCleanedIsToldWithAWay() throws {
    let problem = #expect(throws: ImageProblem.self) { try cleaned(ForeignFiles.tiff) }
    #expect(problem?.reason.contains("photographer's name") == true && problem?.remedy == "save it as PNG, which keeps every pixel")
    #expect(throws: ImageProblem.self) { try cleaned(Array("text".utf8)) }
  }

  /// Damaged in every byte: no crash, and never a result that carries something.
  @Test func damagedFilesAreNoDanger() throws {
    let jpeg = ImageBytes.jpeg(7, 5, segments: ImageBytes.exif(block) + ImageBytes.segment(0xFE, Array("Smith".utf8)))
    for file in [jpeg, ForeignFiles.heic, ForeignFiles.avif, ForeignFiles.tiff, ForeignFiles.p3] {
      for index in file.indices {
        var bad = file
        bad[index] ^= 0xFF
        if let clean = try? cleaned(bad) { #expect(try ImageInformation(of: clean).metadata == []) }
      }
      for count in stride(from: 0, to: file.count, by: 7) { _ = try? cleaned(Array(file.prefix(count))) }
    }
  }
}
