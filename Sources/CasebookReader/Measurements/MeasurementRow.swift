internal import CasebookModel
internal import Diagnostics
internal import WoundProgress

/// One visit as a row of a table or an item of a list gave it.
struct MeasurementRow {
  var wound: Located<String>?
  var time: TimePoint
  var measurement: Measurement
  var location: SourceLocation
}

/// A filled cell of a row; `line` and `position` are its place in the file.
struct MeasurementCell {
  var column: MeasurementColumn
  var text: String
  var line: Int32
  var position: Int32
}

/// Reads rows; what many rows have in common is said once.
struct MeasurementRowReader {
  let file: String
  let dateOrder: Site.DateOrder?
  private(set) var diagnostics = [Diagnostic]()
  private var repeated = [(rule: String, field: MeasurementColumn.Field?, index: Int, count: Int)]()
  private var field: MeasurementColumn.Field?
  /// Spreadsheets' habits that were met: "times of day beside dates".
  private(set) var habits = [String]()

  private static let shownPlaces = 3

  init(file: String, dateOrder: Site.DateOrder?) {
    self.file = file
    self.dateOrder = dateOrder
  }

  /// The row's values; nil, with its diagnostic, when it says of no time.
  mutating func row(_ cells: [MeasurementCell], at location: SourceLocation) -> MeasurementRow? {
    var row = MeasurementRow(time: .visit(0), measurement: Measurement(), location: location)
    var time: (point: TimePoint, rank: Int)?
    var hasBadTime = false
    for cell in cells where !cell.text.isEmpty {
      field = cell.column.field
      switch cell.column.field {
      case .date, .day, .week, .visit:
        guard let found = self.time(cell) else {
          hasBadTime = hasBadTime || !Self.isMissing(cell.text)
          continue
        }
        if case .visit(let number) = found.point { row.measurement.visit = number }
        if found.rank < time?.rank ?? Int.max { time = found }
      case .wound: row.wound = Located(cell.text, at: self.location(of: cell))
      default: read(cell, into: &row.measurement)
      }
    }
    dropClocksWithoutLength(from: &row.measurement, cells)
    field = nil
    guard let time else {
      if !hasBadTime {
        report(.init("missing-value", "Row says neither date nor day, week or visit", remedy: "fill in one of them"), at: location)
      }
      return nil
    }
    row.time = time.point
    return row
  }

  private func location(of cell: MeasurementCell) -> SourceLocation {
    SourceLocation(file: file, line: Int(cell.line), column: Int(cell.position), length: cell.text.unicodeScalars.count)
  }

  /// Adds how often each repeated problem came.
  mutating func finish() -> [Diagnostic] {
    for (_, _, index, count) in repeated where count > Self.shownPlaces {
      diagnostics[index].notes.append(.init("and \(count - Self.shownPlaces) more like it"))
    }
    return diagnostics
  }
}

extension MeasurementRowReader {
  /// A clock position without its depth or length is no measurement; 0 would be a wrong one.
  private mutating func dropClocksWithoutLength(from measurement: inout Measurement, _ cells: [MeasurementCell]) {
    guard measurement.undermining?.clock != nil || measurement.tunnel?.clock != nil else { return }
    for (clock, length) in [(MeasurementColumn.Field.underminingClock, MeasurementColumn.Field.undermining), (.tunnelClock, .tunnel)] {
      guard let cell = cells.first(where: { $0.column.field == clock && !$0.text.isEmpty }) else { continue }
      if cells.contains(where: { $0.column.field == length && !Self.isMissing($0.text) }) { continue }
      let summary = "\(capitalized(length.rawValue)) has a clock position but no length"
      report(.init("missing-value", summary, remedy: "fill in \(length.rawValue)_cm"), at: location(of: cell))
      if length == .undermining { measurement.undermining = nil } else { measurement.tunnel = nil }
    }
  }

  /// The time and how much it counts beside others in the row: a date most.
  private mutating func time(_ cell: MeasurementCell) -> (point: TimePoint, rank: Int)? {
    if Self.isMissing(cell.text) { return nil }
    switch cell.column.field {
    case .date: return date(cell).map { (.date($0), 0) }
    case .day: return integer(cell, TimePoint.days, "day").map { (.day($0), 1) }
    case .week: return integer(cell, TimePoint.weeks, "week").map { (.week($0), 2) }
    default: return integer(cell, TimePoint.visits, "visit").map { (.visit($0), 3) }
    }
  }

  private mutating func date(_ cell: MeasurementCell) -> CalendarDate? {
    if let date = wholeDate(cell.text) { return date }
    var written = Substring(cell.text)
    if written.contains(":"), let end = written.firstIndex(where: { $0 == " " || $0 == "T" }) {
      written = written[..<end]
      note(habit: "times of day beside dates")
    }
    if let date = dateWithMonthName(String(written)) {
      note(habit: "dates with the month's name")
      return date
    }
    do throws(Rejection) {
      if let serial = Int(written), (20_000...80_000).contains(serial), let date = CalendarDate(dayNumber: serial - 25_569) {
        throw Rejection(
          "invalid-date", "\"\(serial)\" is a spreadsheet's number of a day", remedy: "write \(date), if the table counts from 1900")
      }
      if let date = try readDate(String(written), dateOrder) { return date }
      throw Rejection("invalid-date", "\"\(shortened(cell.text))\" is not a date", remedy: "write it as year-month-day")
    } catch {
      report(error, at: location(of: cell))
      return nil
    }
  }

  private mutating func read(_ cell: MeasurementCell, into row: inout Measurement) {
    switch cell.column.field {
    case .length: row.length = length(cell)
    case .width: row.width = length(cell)
    case .depth: row.depth = length(cell)
    case .area: row.area = length(cell)
    case .perimeter: row.perimeter = length(cell)
    case .undermining:
      if let depth = length(cell) { row.undermining = .init(depth: depth, clock: row.undermining?.clock) }
    case .underminingClock: row.undermining = .init(depth: row.undermining?.depth ?? .zero, clock: cell.text)
    case .tunnel:
      if let length = length(cell) { row.tunnel = .init(length: length, clock: row.tunnel?.clock) }
    case .tunnelClock: row.tunnel = .init(length: row.tunnel?.length ?? .zero, clock: cell.text)
    case .exudate: row.exudate = cell.text
    case .exudateType: row.exudateType = cell.text
    case .epithelial: row.tissue.epithelial = percent(cell)
    case .granulation: row.tissue.granulation = percent(cell)
    case .slough: row.tissue.slough = percent(cell)
    case .eschar: row.tissue.eschar = percent(cell)
    case .other: row.tissue.other = percent(cell)
    case .pain: row.pain = integer(cell, 0...10, "pain")
    case .method: row.lengthMethod = method(cell)
    case .moment: row.moment = cell.text
    case .closed: row.isClosed = closed(cell) ?? false
    case .note: row.note = cell.text
    case .wound, .date, .day, .week, .visit: break
    }
  }

  /// A length in cm or an area in cm², converted exactly.
  private mutating func length(_ cell: MeasurementCell) -> Decimal? {
    guard !Self.isMissing(cell.text) else { return nil }
    guard let value = Decimal(parsing: cell.text) else {
      report(Self.rejection(ofNumber: cell.text), at: location(of: cell))
      return nil
    }
    if cell.column.unit == .cm, value >= .zero { return value }
    do {
      return cell.column.field == .area ? try cell.column.unit.squareCentimetres(value) : try cell.column.unit.centimetres(value)
    } catch {
      let remedy = "leave the cell empty when nothing was measured"
      report(.init("negative-measurement", "\"\(cell.text)\" is less than nothing", remedy: remedy), at: location(of: cell))
      return nil
    }
  }

  private mutating func integer(_ cell: MeasurementCell, _ range: ClosedRange<Int>, _ name: String) -> Int? {
    if let number = Int(cell.text), range.contains(number) { return number }
    if Self.isMissing(cell.text) { return nil }
    if cell.text.hasSuffix(".0"), let number = Int(cell.text.dropLast(2)), range.contains(number) { return number }
    if Decimal(parsing: cell.text) == nil {
      report(Self.rejection(ofNumber: cell.text), at: location(of: cell))
    } else {
      let summary = "\"\(shortened(cell.text))\" is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      report(.init("wrong-type", summary, remedy: "correct the \(name)"), at: location(of: cell))
    }
    return nil
  }

  private mutating func percent(_ cell: MeasurementCell) -> Int? {
    guard cell.text.utf8.last == UInt8(ascii: "%") else { return integer(cell, 0...100, "percentage") }
    var number = cell
    number.text = trimmed(String(cell.text.dropLast()))
    return integer(number, 0...100, "percentage")
  }

  private mutating func method(_ cell: MeasurementCell) -> Measurement.LengthMethod? {
    if let method = Measurement.LengthMethod(rawValue: cell.text.lowercased()) { return method }
    report(
      .init("unknown-value", "\"\(shortened(cell.text))\" is not clock or longest", remedy: "write how the length was taken"),
      at: location(of: cell))
    return nil
  }

  private mutating func closed(_ cell: MeasurementCell) -> Bool? {
    switch cell.text.lowercased() {
    case "yes", "true", "y", "1": return true
    case "no", "false", "n", "-", "0": return false
    default:
      report(
        .init("unknown-value", "\"\(shortened(cell.text))\" is not yes or no", remedy: "write yes at a visit that found the wound closed"),
        at: location(of: cell))
      return nil
    }
  }

  /// What people write where there is nothing; a number that was not taken is missing, never 0.
  private static func isMissing(_ text: String) -> Bool {
    if text.utf8.first?.isDigit == true { return false }
    return switch text {
    case "", "-", "–", "—", "NA", "N/A", "n/a", "na", "nd", "ND", "NaN": true
    default: false
    }
  }

  private static func rejection(ofNumber text: String) -> Rejection {
    let shown = shortened(text)
    if text.hasPrefix("=") { return .init("formula-cell", "\"\(shown)\" is a formula", remedy: "save the table with its values") }
    if text.hasPrefix("#") {
      return .init("wrong-type", "\"\(shown)\" is a spreadsheet's error", remedy: "repair it there, or leave the cell empty")
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) {
      return .init("decimal-comma", "\"\(shown)\" has a decimal comma", remedy: "write \(parts[0]).\(parts[1])")
    }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    if !digits.isEmpty, digits.count < text.count, text.dropFirst(digits.count).allSatisfy({ $0.isLetter || $0 == " " }) {
      return .init("wrong-type", "\"\(shown)\" holds more than a number", remedy: "put the unit into the column's name and leave \(digits)")
    }
    return .init("wrong-type", "\"\(shown)\" is not a number", remedy: "write digits with a point, or leave the cell empty")
  }

  private mutating func note(habit: String) {
    if !habits.contains(habit) { habits.append(habit) }
  }

  /// The first problem of a rule in a column stands for those that follow.
  private mutating func report(_ rejection: Rejection, at location: SourceLocation) {
    if let known = repeated.firstIndex(where: { $0.rule == rejection.rule && $0.field == field }) {
      repeated[known].count += 1
      if repeated[known].count <= Self.shownPlaces {
        diagnostics[repeated[known].index].notes.append(.init(repeated[known].count == 1 ? "also here" : "and here", at: location))
      }
      return
    }
    repeated.append((rejection.rule, field, diagnostics.count, 0))
    diagnostics.append(Diagnostic(.error, rejection.rule, rejection.summary, at: location, remedy: rejection.remedy))
  }
}
