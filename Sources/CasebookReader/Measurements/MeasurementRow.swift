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

/// Reads rows; what many rows have in common is said once.
struct MeasurementRowReader {
  let dateOrder: Site.DateOrder?
  private(set) var diagnostics = [Diagnostic]()
  private var repeated = [(rule: String, field: MeasurementColumn.Field?, index: Int, count: Int)]()
  private var field: MeasurementColumn.Field?
  /// Spreadsheets' habits that were met: "times of day beside dates".
  private(set) var habits = [String]()

  private static let shownPlaces = 3

  init(dateOrder: Site.DateOrder?) { self.dateOrder = dateOrder }

  /// The row's values; nil, with its diagnostic, when it says of no time.
  mutating func row(_ cells: [(column: MeasurementColumn, text: Located<String>)], at location: SourceLocation) -> MeasurementRow? {
    var row = MeasurementRow(time: .visit(0), measurement: Measurement(), location: location)
    var times = [MeasurementColumn.Field: TimePoint]()
    var hasBadTime = false
    for (column, text) in cells where !text.value.isEmpty {
      field = column.field
      switch column.field {
      case .date, .day, .week, .visit:
        if let time = time(column.field, text) {
          times[column.field] = time
        } else {
          hasBadTime = hasBadTime || !Self.isMissing(text.value)
        }
      case .wound: row.wound = text
      default: read(column, text, into: &row.measurement)
      }
    }
    if case .visit(let number) = times[.visit] { row.measurement.visit = number }
    dropClocksWithoutLength(from: &row.measurement, cells)
    field = nil
    guard let time = times[.date] ?? times[.day] ?? times[.week] ?? times[.visit] else {
      if !hasBadTime {
        report(.init("missing-value", "Row says neither date nor day, week or visit", remedy: "fill in one of them"), at: location)
      }
      return nil
    }
    row.time = time
    return row
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
  private mutating func dropClocksWithoutLength(
    from measurement: inout Measurement, _ cells: [(column: MeasurementColumn, text: Located<String>)]
  ) {
    for (clock, length) in [(MeasurementColumn.Field.underminingClock, MeasurementColumn.Field.undermining), (.tunnelClock, .tunnel)] {
      guard let cell = cells.first(where: { $0.column.field == clock && !$0.text.value.isEmpty }) else { continue }
      if cells.contains(where: { $0.column.field == length && !Self.isMissing($0.text.value) }) { continue }
      report(
        .init(
          "missing-value", "\(capitalized(length.rawValue)) has a clock position but no length", remedy: "fill in \(length.rawValue)_cm"),
        at: cell.text.location)
      if length == .undermining { measurement.undermining = nil } else { measurement.tunnel = nil }
    }
  }

  private mutating func time(_ field: MeasurementColumn.Field, _ text: Located<String>) -> TimePoint? {
    if Self.isMissing(text.value) { return nil }
    switch field {
    case .date: return date(text).map { .date($0) }
    case .day: return integer(text, TimePoint.days, "day").map { .day($0) }
    case .week: return integer(text, TimePoint.weeks, "week").map { .week($0) }
    default: return integer(text, TimePoint.visits, "visit").map { .visit($0) }
    }
  }

  private mutating func date(_ text: Located<String>) -> CalendarDate? {
    var written = Substring(text.value)
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
      throw Rejection("invalid-date", "\"\(shortened(text.value))\" is not a date", remedy: "write it as year-month-day")
    } catch {
      report(error, at: text.location)
      return nil
    }
  }

  private mutating func read(_ column: MeasurementColumn, _ text: Located<String>, into row: inout Measurement) {
    switch column.field {
    case .length: row.length = length(text, column)
    case .width: row.width = length(text, column)
    case .depth: row.depth = length(text, column)
    case .area: row.area = length(text, column)
    case .perimeter: row.perimeter = length(text, column)
    case .undermining:
      if let depth = length(text, column) { row.undermining = .init(depth: depth, clock: row.undermining?.clock) }
    case .underminingClock: row.undermining = .init(depth: row.undermining?.depth ?? .zero, clock: text.value)
    case .tunnel:
      if let length = length(text, column) { row.tunnel = .init(length: length, clock: row.tunnel?.clock) }
    case .tunnelClock: row.tunnel = .init(length: row.tunnel?.length ?? .zero, clock: text.value)
    case .exudate: row.exudate = text.value
    case .exudateType: row.exudateType = text.value
    case .epithelial: row.tissue.epithelial = percent(text)
    case .granulation: row.tissue.granulation = percent(text)
    case .slough: row.tissue.slough = percent(text)
    case .eschar: row.tissue.eschar = percent(text)
    case .other: row.tissue.other = percent(text)
    case .pain: row.pain = integer(text, 0...10, "pain")
    case .method: row.lengthMethod = method(text)
    case .moment: row.moment = text.value
    case .closed: row.isClosed = closed(text) ?? false
    case .note: row.note = text.value
    case .wound, .date, .day, .week, .visit: break
    }
  }

  /// A length in cm or an area in cm², converted exactly.
  private mutating func length(_ text: Located<String>, _ column: MeasurementColumn) -> Decimal? {
    guard !Self.isMissing(text.value) else { return nil }
    guard let value = Decimal(parsing: text.value) else {
      report(Self.rejection(ofNumber: text.value), at: text.location)
      return nil
    }
    do {
      return column.field == .area ? try column.unit.squareCentimetres(value) : try column.unit.centimetres(value)
    } catch {
      report(
        .init("negative-measurement", "\"\(text.value)\" is less than nothing", remedy: "leave the cell empty when nothing was measured"),
        at: text.location)
      return nil
    }
  }

  private mutating func integer(_ text: Located<String>, _ range: ClosedRange<Int>, _ name: String) -> Int? {
    if Self.isMissing(text.value) { return nil }
    let digits = text.value.hasSuffix(".0") ? String(text.value.dropLast(2)) : text.value
    if let number = Int(digits), range.contains(number) { return number }
    if Decimal(parsing: text.value) == nil {
      report(Self.rejection(ofNumber: text.value), at: text.location)
    } else {
      let summary = "\"\(shortened(text.value))\" is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      report(.init("wrong-type", summary, remedy: "correct the \(name)"), at: text.location)
    }
    return nil
  }

  private mutating func percent(_ text: Located<String>) -> Int? {
    let digits = text.value.hasSuffix("%") ? trimmed(String(text.value.dropLast())) : text.value
    return integer(Located(digits, at: text.location), 0...100, "percentage")
  }

  private mutating func method(_ text: Located<String>) -> Measurement.LengthMethod? {
    if let method = Measurement.LengthMethod(rawValue: text.value.lowercased()) { return method }
    report(
      .init("unknown-value", "\"\(shortened(text.value))\" is not clock or longest", remedy: "write how the length was taken"),
      at: text.location)
    return nil
  }

  private mutating func closed(_ text: Located<String>) -> Bool? {
    switch text.value.lowercased() {
    case "yes", "true", "y": return true
    case "no", "false", "n", "-": return false
    default:
      report(
        .init("unknown-value", "\"\(shortened(text.value))\" is not yes or no", remedy: "write yes at a visit that found the wound closed"),
        at: text.location)
      return nil
    }
  }

  /// What people write where there is nothing; a number that was not taken is missing, never 0.
  private static func isMissing(_ text: String) -> Bool {
    switch text {
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
