import Glibc
import Hashing
import Testing

@testable import Images

/// Proof of absence: real cameras' photographs go in, and an independent reader finds only structure in what comes out.
@Suite(.enabled(if: hasVips && sharedFolder != nil, "needs libvips and the shared photographs")) struct AbsenceTests {
  private var photographs: [String] {
    let folder = "\(sharedFolder ?? "")/standards/exif"
    return ["gps", "orientation"].flatMap { part in names(in: "\(folder)/\(part)").map { "\(folder)/\(part)/\($0)" } }
  }

  @Test func originalsAreReadAsTheyAre() throws {
    let found = try photographs.map { try ImageInformation(of: contents($0)) }
    #expect(found.filter { $0.metadata.contains("GPS position") }.count >= 9)
    #expect(found.first?.taken == "2008-10-22")
    let portraits = found.suffix(8)
    #expect(portraits.map(\.orientation) == Array(1...8) && portraits.allSatisfy { $0.height > $0.width })
  }

  /// Tags that describe how a file is built, or that the reader itself adds.
  private static let structural: Set<String> = [
    "SourceFile", "ExifTool:ExifToolVersion", "File:FileName", "File:Directory", "File:FileSize", "File:FileModifyDate",
    "File:FileAccessDate", "File:FileInodeChangeDate", "File:FilePermissions", "File:FileType", "File:FileTypeExtension", "File:MIMEType",
    "File:ImageWidth", "File:ImageHeight", "File:EncodingProcess", "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling",
    "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution", "Composite:ImageSize", "Composite:Megapixels",
    "PNG:ImageWidth", "PNG:ImageHeight", "PNG:BitDepth", "PNG:ColorType", "PNG:Compression", "PNG:Filter", "PNG:Interlace",
    "PNG:PixelsPerUnitX", "PNG:PixelsPerUnitY", "PNG:PixelUnits", "RIFF:ImageWidth", "RIFF:ImageHeight", "RIFF:VP8Version",
    "RIFF:HorizontalScale", "RIFF:VerticalScale",
  ]

  @Test(.enabled(if: exiftool(["/dev/null"]) != nil || access("/usr/bin/exiftool", X_OK) == 0, "exiftool is not installed"))
  func nothingButStructureIsLeft() throws {
    let engine = try ImageEngine()
    let folder = "/tmp/casebook-absence-\(getpid())"
    mkdir(folder, 0o755)
    var written: [String] = []
    for (number, path) in photographs.enumerated() {
      let bytes = contents(path)
      let edits = ImageEdits(
        redactions: number % 3 == 0 ? [Region(x: .pixels(0), y: .pixels(0), width: .pixels(9), height: .pixels(9))] : [])
      let recipes = [ImageRecipe.Format.jpeg, .webp, .png].map {
        ImageRecipe(source: "a", sourceHash: ContentHash(of: bytes), width: 160, format: $0, edits: edits)
      }
      for (recipe, made) in zip(recipes, try develop(bytes, recipes: recipes)) {
        let file = "\(folder)/\(number).\(recipe.format.rawValue)"
        let output = fopen(file, "w")
        fwrite(made.bytes, 1, made.bytes.count, output)
        if let output { fclose(output) }
        written.append(file)
        #expect(try ImageInformation(of: made.bytes).metadata.isEmpty)
      }
    }
    let report = try #require(exiftool(written))
    for file in written { unlink(file) }
    rmdir(folder)
    let lines = report.split(separator: "\n")
    #expect(lines.filter { $0.contains("\"SourceFile\"") }.count == photographs.count * 3)
    let tags = Set(lines.filter { $0.hasPrefix("  \"") }.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) })
    #expect(tags.subtracting(Self.structural).sorted() == [])
  }

  @Test func allOrientationsOfOnePictureAgreeInPixels() throws {
    let engine = try ImageEngine()
    for kind in ["landscape", "portrait"] {
      let rasters = try (1...8).map { number in
        let bytes = contents("\(sharedFolder ?? "")/standards/exif/orientation/\(kind)_\(number).jpg")
        let recipe = ImageRecipe(source: "a", sourceHash: ContentHash(of: bytes), width: 120, format: .png)
        let made = try develop(bytes, recipes: [recipe])[0]
        return try engine.decode(made.bytes, format: .png, size: made.size)
      }
      for raster in rasters.dropFirst() {
        #expect(raster.width == rasters[0].width && raster.height == rasters[0].height)
        let difference = zip(raster.pixels, rasters[0].pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        #expect(difference / raster.pixels.count < 6, "mean difference \(difference / raster.pixels.count) of 255")
      }
    }
  }
}
