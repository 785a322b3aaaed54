internal import CasebookModel
internal import Diagnostics
internal import Files
internal import Images

/// Reads the headers of a case's pictures.
struct PictureFiles {
  let folder: CaseFolder

  func read(_ figures: inout [Figure], _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) {
    var known = [String: ImageInformation]()
    for index in figures.indices {
      guard let file = figures[index].file else { continue }
      if known[file.value] == nil { known[file.value] = information(of: file, &files, &diagnostics) }
      figures[index].image = known[file.value]
    }
  }

  private func information(of file: Located<String>, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> ImageInformation? {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try files.read(file.value, limit: ImageLimits.bytes)
    } catch {
      diagnostics.append(folder.diagnostic(error, namedAt: file, &files))
      return nil
    }
    do throws(ImageProblem) {
      return try ImageInformation(of: bytes)
    } catch {
      diagnostics.append(error.diagnostic(of: folder.name(of: file.value), at: file.location))
      return nil
    }
  }

  func checkLogo(_ logo: Located<String>, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) {
    guard logo.location.file.hasPrefix(folder.folder), !files.exists(logo.value) else { return }
    diagnostics.append(folder.diagnostic(FileProblem(logo.value, .absent), namedAt: logo, &files))
  }
}
