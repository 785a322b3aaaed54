internal import CasebookModel
internal import DataFormats
internal import Diagnostics

/// The rows of `measurements.csv`, or of a list in `case.yaml`.
struct MeasurementTable {
  var rows: [MeasurementRow]
  /// Does a column or key name the wounds?
  var namesWounds: Bool
}

extension MeasurementTable {
  static func read(csv bytes: [UInt8], file: String, _ order: Site.DateOrder?, _ diagnostics: inout [Diagnostic]) -> MeasurementTable? {
    let (table, problems) = CSV.parse(bytes, file: file)
    diagnostics += problems
    guard let table, table.rowCount > 0 else {
      if problems.isEmpty {
        diagnostics.append(
          Diagnostic(.warning, "empty-file", "\"\(SourcePath.name(of: file))\" has no rows", at: SourceLocation(file: file)))
      }
      return nil
    }
    let columns = columns(of: table, &diagnostics)
    var reader = MeasurementRowReader(file: file, dateOrder: order)
    var values = [MeasurementCell]()
    var rows = [MeasurementRow]()
    var totals = [SourceLocation]()
    rows.reserveCapacity(table.rowCount)
    for index in 1..<max(1, table.rowCount) {
      let cells = table[index]
      guard let first = cells.first else { continue }
      let place = SourceLocation(file: file, line: Int(first.line))
      if isTotal(cells) {
        totals.append(place)
        continue
      }
      values.removeAll(keepingCapacity: true)
      for (column, cell) in zip(columns, cells) where !cell.text.isEmpty {
        if let column { values.append(MeasurementCell(column: column, text: cell.text, line: cell.line, position: cell.column)) }
      }
      if let row = reader.row(values, at: place) { rows.append(row) }
    }
    diagnostics += reader.finish()
    diagnostics += habits(reader.habits, totals, file)
    return MeasurementTable(rows: rows, namesWounds: columns.contains { $0?.field == .wound })
  }

  /// Items such as `{week: 0, length_cm: 3.2, width_cm: 2.4}`.
  static func read(_ items: [Node], _ order: Site.DateOrder?, _ diagnostics: inout [Diagnostic]) -> MeasurementTable {
    var reader = MeasurementRowReader(file: items.first?.location.file ?? "", dateOrder: order)
    var rows = [MeasurementRow]()
    for item in items {
      guard let entries = item.entries else {
        diagnostics.append(.wrongType(expected: "a measurement's keys and values", item))
        continue
      }
      var cells = [MeasurementCell]()
      for entry in entries {
        guard let column = column(entry.key, &diagnostics) else { continue }
        guard let text = Fields.scalar(entry.value, .text, key: entry.key.value, &diagnostics), !entry.value.isNull else { continue }
        let line = Int32(clamping: text.location.line)
        let position = Int32(clamping: text.location.column)
        cells.append(MeasurementCell(column: column, text: text.value, line: line, position: position))
      }
      if let row = reader.row(cells, at: item.location) { rows.append(row) }
    }
    diagnostics += reader.finish()
    return MeasurementTable(rows: rows, namesWounds: false)
  }

  /// One column for each field of the header; nil for what is unknown, given twice or empty.
  private static func columns(of table: CSV.Table, _ diagnostics: inout [Diagnostic]) -> [MeasurementColumn?] {
    var known = [MeasurementColumn.Field: SourceLocation]()
    var columns = [MeasurementColumn?]()
    var foreign = [Located<String>]()
    for (index, cell) in table[0].enumerated() {
      let header = Located(cell.text, at: table.location(of: cell))
      if header.value.isEmpty {
        columns.append(nil)
        if let filled = (1..<max(1, table.rowCount)).first(where: {
          table[$0].count > index && !table[$0][table[$0].startIndex + index].text.isEmpty
        }) {
          let cell = table[filled][table[filled].startIndex + index]
          diagnostics.append(
            Diagnostic(
              .error, "unknown-column", "Column \(index + 1) has values but no name", at: table.location(of: cell),
              remedy: "name it in the first line"))
        }
        continue
      }
      if isREDCaps(header.value) {
        foreign.append(header)
        columns.append(nil)
        continue
      }
      let column = column(header, &diagnostics)
      if let column, let first = known[column.field] {
        diagnostics.append(
          Diagnostic(
            .error, "duplicate-column", "Column \"\(column.field.rawValue)\" is there twice", at: header.location,
            remedy: "keep one of the two",
            notes: [.init("first defined here", at: first)]))
        columns.append(nil)
      } else {
        columns.append(column)
        if let column { known[column.field] = header.location }
      }
    }
    if let first = foreign.first {
      let names = foreign.map { shortened($0.value) }.joined(separator: ", ")
      let summary = "Table was read with a spreadsheet's habits: columns of REDCap itself (\(names)) are left out"
      diagnostics.append(Diagnostic(.info, "spreadsheet-habits", summary, at: first.location))
    }
    return columns
  }

  /// What REDCap adds to every export: the record, the event, the instrument and whether it is complete.
  private static func isREDCaps(_ header: String) -> Bool {
    let name = header.lowercased()
    return name == "record_id" || name.hasPrefix("redcap_") || (name.hasSuffix("_complete") && name.utf8.count > 9)
  }

  private static func column(_ header: Located<String>, _ diagnostics: inout [Diagnostic]) -> MeasurementColumn? {
    do throws(Rejection) {
      return try MeasurementColumn(header)
    } catch {
      diagnostics.append(Diagnostic(.error, error.rule, error.summary, at: header.location, remedy: error.remedy))
      return nil
    }
  }

  /// A row that a spreadsheet computed: its first text is "Total", "Mean" …
  private static func isTotal(_ cells: ArraySlice<CSV.Cell>) -> Bool {
    guard let first = cells.first(where: { !$0.text.isEmpty })?.text, first.utf8.count <= 8, first.utf8.first?.isLetter == true else {
      return false
    }
    return ["total", "totals", "total:", "sum", "mean", "average", "median", "min", "max", "sd"].contains(first.lowercased())
  }

  private static func habits(_ habits: [String], _ totals: [SourceLocation], _ file: String) -> [Diagnostic] {
    var found = [Diagnostic]()
    if !habits.isEmpty {
      let summary = "Table was read with a spreadsheet's habits: \(habits.joined(separator: ", "))"
      found.append(Diagnostic(.info, "spreadsheet-habits", summary, at: SourceLocation(file: file)))
    }
    if let first = totals.first {
      found.append(
        Diagnostic(
          .info, "totals-row", "Row of totals is left out", at: first, remedy: "remove it: Casebook computes from the measurements",
          notes: totals.dropFirst().map { .init("and this one", at: $0) }))
    }
    return found
  }
}
