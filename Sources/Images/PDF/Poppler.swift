import Glibc
internal import Hashing
internal import Processes

/// Pages of PDF documents as pictures, by poppler's programs in child processes with limits.
enum Poppler {
  /// Pixels of the longer side of a page that becomes a picture: what a poster needs at most.
  static let side = 3_600
  private static let folder = "/usr/bin"

  /// Names what draws pages, for keys of caches: "pdftocairo 150832".
  static var identity: String {
    var status = stat()
    return stat("\(folder)/pdftocairo", &status) == 0 ? "pdftocairo \(status.st_size)" : ""
  }

  /// The page's picture as a PNG file of exactly this size.
  static func picture(of bytes: [UInt8], page: Int, size: PixelSize, _ limits: ChildLimits = ChildLimits()) throws(ImageProblem) -> [UInt8]
  {
    let arguments =
      ["-png", "-singlefile", "-cropbox", "-f", "\(page)", "-l", "\(page)"] + [
        "-scale-to-x", "\(size.width)", "-scale-to-y", "\(size.height)",
      ]
    do {
      return try output(of: "\(folder)/pdftocairo", arguments + ["-", "-"], input: bytes, limits)
    } catch { throw problem(error) }
  }

  /// What `pdfinfo` says of the document and of one page.
  static func header(of bytes: [UInt8], page: Int) throws(ImageProblem) -> Header {
    let report: PDFReport
    do {
      report = try information(of: bytes, page: page)
    } catch {
      // It ends with an error where the document has no such page.
      if page > 1, let pages = (try? information(of: bytes, page: 1))?.pages, pages < page {
        throw ImageProblem(.unsupported, "has \(pages) page\(pages == 1 ? "" : "s"), no page \(page)", remedy: "correct \"page\"")
      }
      throw problem(error)
    }
    guard let size = report.size else { throw .damaged("its page \(page) has no size") }
    return Header(format: .pdf, width: size.width, height: size.height, carried: report.carried)
  }

  private static func information(of bytes: [UInt8], page: Int) throws(ChildFailure) -> PDFReport {
    let arguments = ["-box", "-f", "\(page)", "-l", "\(page)", "-"]
    return PDFReport(try output(of: "\(folder)/pdfinfo", arguments, input: bytes, ChildLimits(seconds: 5)), page: page)
  }

  private static func problem(_ failure: ChildFailure) -> ImageProblem {
    let export = "export the page as PNG at 300 dpi"
    switch failure {
    case .notInstalled:
      return ImageProblem(
        .machine, "is a PDF, and poppler, which draws its pages, is not installed",
        remedy: "install it (Debian and Ubuntu: apt-get install poppler-utils), or \(export)")
    case .tookTooLong: return ImageProblem(.tooLarge, "is a PDF whose page takes too long to draw", remedy: export)
    case .wroteTooMuch: return ImageProblem(.tooLarge, "is a PDF whose page makes too large a picture", remedy: export)
    case .failed(let reason) where reason.contains("assword"):
      return ImageProblem(.unsupported, "is a PDF with a password", remedy: export)
    case .failed(let reason): return ImageProblem(.damaged, "is a PDF that cannot be drawn (\(reason))", remedy: export)
    }
  }
}

/// The lines of `pdfinfo` that matter.
private struct PDFReport {
  var pages: Int?
  var carried = Carried()
  /// Of the upright page, its longer side `Poppler.side` pixels.
  var size: PixelSize?

  init(_ text: [UInt8], page: Int) {
    var (box, turns): ([Double], Int) = ([], 0)
    for line in text.split(separator: UInt8(ascii: "\n")).prefix(2_000) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let words = line[..<colon].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      let value = line[(colon + 1)...].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      switch words.count == 3 && words[0] == "Page" && words[1] == "\(page)" ? words[2] : words.joined(separator: " ") {
      case "Pages": pages = value.first.flatMap { Int($0) }
      case "rot": turns = value.first.flatMap { Int($0) } ?? 0
      case "CropBox": box = value.compactMap { Double($0) }
      case "Author" where !value.isEmpty: carried.insert(.artist)
      case "Title", "Subject", "Keywords": if !value.isEmpty { carried.insert(.description) }
      case "CreationDate", "ModDate": carried.insert(.changed)
      case "Creator", "Producer": carried.insert(.software)
      case "Metadata Stream" where value == ["yes"]: carried.insert(.xmp)
      default: break
      }
    }
    size = Self.size(of: box, turns: turns)
  }

  private static func size(of box: [Double], turns: Int) -> PixelSize? {
    guard box.count == 4 else { return nil }
    let (width, height) = (abs(box[2] - box[0]), abs(box[3] - box[1]))
    guard width.isFinite, height.isFinite, width > 0, height > 0, max(width, height) < 1e9 else { return nil }
    let scale = Double(Poppler.side) / max(width, height)
    let size = PixelSize(width: max(1, Int((width * scale).rounded())), height: max(1, Int((height * scale).rounded())))
    return turns % 180 == 0 ? size : PixelSize(width: size.height, height: size.width)
  }
}
