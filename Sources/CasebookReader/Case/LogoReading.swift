internal import CasebookModel
internal import Diagnostics
internal import Files
internal import Images

/// Reads the logos of a case: its theme's, then those of its authors' affiliations.
struct LogoFiles {
  let folder: CaseFolder

  func read(_ theme: Theme, _ affiliations: [Affiliation], _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> [Logo] {
    var named = theme.logos.map { ($0, "Logo") }
    named += affiliations.compactMap { affiliation in affiliation.logo.map { ($0, "Logo of \(affiliation.name)") } }
    var logos: [Logo] = []
    for (file, name) in named where !logos.contains(where: { $0.file.value == file.value }) {
      if let logo = logo(file, name, &files, &diagnostics) { logos.append(logo) }
    }
    return logos
  }

  private func logo(_ file: Located<String>, _ name: String, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> Logo? {
    // That a logo of the site is missing is said once, by the site.
    let isOwn = file.location.file.hasPrefix(folder.folder)
    guard files.exists(file.value) else {
      if isOwn { diagnostics.append(folder.diagnostic(FileProblem(file.value, .absent), namedAt: file, &files)) }
      return nil
    }
    do throws(FileProblem) {
      let bytes = try files.read(file.value, limit: ImageLimits.bytes)
      do throws(ImageProblem) {
        let image = try ImageInformation(of: bytes)
        let isLight = image.format == .svg && Self.isLight(bytes)
        if image.format != .svg, Self.isBlank(bytes, image) { diagnostics.append(Self.blank(file)) }
        return Logo(file: file, image: image, name: name, isLight: isLight)
      } catch {
        diagnostics.append(error.diagnostic(of: folder.name(of: file.value), at: file.location))
      }
    } catch {
      diagnostics.append(folder.diagnostic(error, namedAt: file, &files))
    }
    return nil
  }

  private static func blank(_ file: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "logo-invisible", "\"\(SourcePath.name(of: file.value))\" is white on white", at: file.location,
      explanation: "Pictures are printed without transparency, on white.",
      remedy: "use the logo as SVG, which is set on dark ground where it is light, or a version in dark colours")
  }

  /// Nothing in the picture is darker than a very light grey.
  private static func isBlank(_ bytes: [UInt8], _ image: ImageInformation) -> Bool {
    let size = PixelSize(width: image.width, height: image.height).scaled(toWidth: 48)
    // Without libvips no picture is made at all, which is said where one has to be.
    guard let engine = try? ImageEngine(), let raster = try? engine.decode(bytes, format: image.format, size: size) else { return false }
    return raster.pixels.allSatisfy { $0 > 235 }
  }

  /// All colours that a drawing names are light: `fill="#fff"`, `stroke:white`.
  static func isLight(_ drawing: [UInt8]) -> Bool {
    var colors = 0
    var index = drawing.startIndex
    while index < drawing.endIndex {
      defer { index += 1 }
      var text: String?
      if drawing[index] == UInt8(ascii: "#") {
        let digits = drawing[(index + 1)...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66 || $0 >= 0x30 && $0 <= 0x39 }
        text = String(decoding: digits, as: UTF8.self)
      } else if drawing[index...].starts(with: "white".utf8) {
        text = "ffffff"
      } else if drawing[index...].starts(with: "black".utf8) {
        text = "000000"
      }
      guard var digits = text, digits.count == 3 || digits.count == 6 else { continue }
      if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
      guard let color = Color(hexadecimal: "#" + digits) else { continue }
      if color.luminance < 0.6 { return false }
      colors += 1
    }
    return colors > 0
  }
}
