internal import CasebookModel
internal import Diagnostics
internal import Files
internal import WoundProgress

/// Gives each wound its visits, from the case's tables and lists.
struct MeasurementFiles {
  let folder: CaseFolder
  let order: Site.DateOrder?
  let defaultFile: Located<String>?
  /// The largest table that is read.
  static let sizeLimit = 20_000_000

  func read(_ sources: [MeasurementSource], into result: inout Case, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) {
    var users = [(file: Located<String>, wounds: [Int])]()
    for (index, source) in sources.enumerated() {
      switch source {
      case .inline(let items):
        result.wounds[index].visits = MeasurementTable.read(items, order, &diagnostics).rows.map(\.visit)
      case .file(let file): Self.add(index, to: file, &users)
      case .unstated: if let defaultFile { Self.add(index, to: defaultFile, &users) }
      }
    }
    if sources.isEmpty, let defaultFile {
      diagnostics.append(
        Diagnostic(
          .warning, "measurements-without-wound", "Table has measurements, but the case has no wounds", at: defaultFile.location,
          remedy: "add the wound to case.yaml"))
    }
    for (file, wounds) in users {
      guard let table = table(file, &files, &diagnostics) else { continue }
      distribute(table, of: file, to: wounds, in: &result, &diagnostics)
    }
    checkAreaMethods(result, &diagnostics)
  }

  private static func add(_ wound: Int, to file: Located<String>, _ users: inout [(file: Located<String>, wounds: [Int])]) {
    if let known = users.firstIndex(where: { $0.file.value == file.value }) {
      users[known].wounds.append(wound)
    } else {
      users.append((file, [wound]))
    }
  }

  private func table(_ file: Located<String>, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> MeasurementTable? {
    do throws(FileProblem) {
      let bytes = try files.read(file.value, limit: Self.sizeLimit)
      return MeasurementTable.read(csv: bytes, file: file.value, order, &diagnostics)
    } catch {
      diagnostics.append(folder.diagnostic(error, namedAt: file, &files))
      return nil
    }
  }

  private func distribute(
    _ table: MeasurementTable, of file: Located<String>, to wounds: [Int], in result: inout Case, _ diagnostics: inout [Diagnostic]
  ) {
    let ids = result.wounds.map(\.id.value)
    guard table.namesWounds || wounds.count == 1 else {
      diagnostics.append(
        Diagnostic(
          .error, "missing-column", "Table has the measurements of \(wounds.count) wounds but no column \"wound\"",
          at: SourceLocation(file: file.value),
          remedy: "add a column \"wound\" with their ids: \(wounds.map { ids[$0] }.joined(separator: ", "))"))
      return
    }
    var unknown = Set<String>()
    var positions = [String: Int]()
    for wound in wounds { positions[ids[wound]] = wound }
    for row in table.rows {
      guard let name = row.wound else {
        if wounds.count == 1 { result.wounds[wounds[0]].visits.append(row.visit) } else { diagnostics.append(.noWound(row.location, ids)) }
        continue
      }
      if let position = positions[name.value] {
        result.wounds[position].visits.append(row.visit)
      } else if unknown.insert(name.value).inserted {
        diagnostics.append(ids.contains(name.value) ? .otherTable(name, file) : .dangling("wound", name, in: ids))
      }
    }
    for wound in wounds where result.wounds[wound].visits.isEmpty && file.location.file != file.value {
      diagnostics.append(
        Diagnostic(
          .warning, "no-measurements", "\"\(SourcePath.name(of: file.value))\" has no row of wound \"\(ids[wound])\"",
          at: result.wounds[wound].location, remedy: "check the ids in its column \"wound\""))
    }
  }

  private func checkAreaMethods(_ result: Case, _ diagnostics: inout [Diagnostic]) {
    for wound in result.wounds where wound.areaMethod == nil && !wound.visits.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, "missing-value", "Wound \"\(wound.id.value)\" has measurements but no \"area-method\"", at: wound.location,
          explanation: "Length times width, an ellipse and planimetry give different areas; which one is meant must be said.",
          remedy: "add \"area-method: ellipse\", or rectangle, or planimetric"))
    }
  }
}

extension MeasurementRow {
  var visit: Wound.Visit { Wound.Visit(time: time, measurement: measurement, location: location) }
}

extension Diagnostic {
  fileprivate static func noWound(_ place: SourceLocation, _ ids: [String]) -> Diagnostic {
    Diagnostic(
      .error, "missing-value", "Row names no wound", at: place,
      remedy: "write one of \(ids.joined(separator: ", ")) into its column \"wound\"")
  }

  fileprivate static func otherTable(_ wound: Located<String>, _ file: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "unused-measurements", "Rows of wound \"\(wound.value)\" are not used: case.yaml takes its measurements from elsewhere",
      at: wound.location, remedy: "remove the rows, or write measurements: \(SourcePath.name(of: file.value))")
  }
}
