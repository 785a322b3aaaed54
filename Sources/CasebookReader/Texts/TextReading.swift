internal import CasebookModel
internal import DataFormats
internal import Diagnostics
internal import Files
internal import Markdown

/// A Markdown file that was read, and what it asks for.
struct ReadText {
  var text: Case.Text
  var contents: TextContents
}

extension ReadText {
  /// The largest text that is read.
  static let sizeLimit = 5_000_000

  /// nil, with its diagnostic, for a file that cannot be had or is not UTF-8.
  static func read(_ file: String, _ context: Context, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> ReadText? {
    do throws(FileProblem) {
      let bytes = try files.read(file, limit: sizeLimit)
      if let problem = TextEncoding.problem(in: bytes, file: file) {
        diagnostics.append(problem)
        return nil
      }
      return ReadText(bytes, file: file, context, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic())
      return nil
    }
  }

  private init(_ bytes: [UInt8], file: String, _ context: Context, _ diagnostics: inout [Diagnostic]) {
    let (document, problems) = Document.parse(bytes, options: context.markdown, file: file)
    diagnostics += problems
    contents = TextContents(document)
    text = Case.Text(document, file: file)
    for part in contents.parts {
      guard let read = GeneratedPart.read(part, file: file, context, &diagnostics) else { continue }
      text.parts[part.line] = read
      contents.ids.formUnion(read.ids)
    }
  }

  /// The parts in the order of the text.
  var parts: [GeneratedPart] { contents.parts.compactMap { text.parts[$0.line] } }
}
