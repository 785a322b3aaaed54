internal import CasebookModel
internal import DataFormats
internal import Diagnostics
internal import Files

extension DataTable {
  static let sizeLimit = 20_000_000

  /// A CSV file's header and rows, each row as wide as the header.
  static func read(
    _ file: Located<String>, in folder: CaseFolder, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]
  ) -> DataTable? {
    let name = folder.name(of: file.value)
    do throws(FileProblem) {
      let (table, problems) = CSV.parse(try files.read(file.value, limit: sizeLimit), file: file.value)
      diagnostics += problems
      guard let table else { return nil }
      guard table.rowCount > 0 else {
        diagnostics.append(Diagnostic(.warning, "empty-file", "\"\(name)\" has no rows", at: SourceLocation(file: file.value)))
        return nil
      }
      let width = table[0].count
      let rows = (1..<max(1, table.rowCount)).map { row in
        let cells = table[row].prefix(width).map(\.text)
        return cells + Array(repeating: "", count: width - cells.count)
      }
      return DataTable(name: name, header: table[0].map(\.text), rows: rows)
    } catch {
      diagnostics.append(folder.diagnostic(error, namedAt: file, &files))
      return nil
    }
  }
}
