internal import CasebookModel
internal import WoundProgress

/// A column of a wound's table: its heading with the unit, and a cell for each visit.
struct WoundColumn {
  typealias Kind = GeneratedPart.WoundSelection.Column

  var heading: String
  /// nil: not recorded, shown as a dash.
  var cells: [String?]
  var isWords = false

  var isEmpty: Bool { cells.allSatisfy { $0 == nil } }
}

extension WoundColumn {
  static let dash = "–"

  /// Numbers of one column, their points below each other: figure spaces stand for the digits that a shorter number lacks.
  static func aligned(_ cells: [String?]) -> [String?] {
    let fractions = cells.map { $0.flatMap(fractionDigits) }
    let longest = fractions.compactMap { $0 }.max() ?? 0
    return zip(cells, fractions).map { cell, digits in
      guard let cell, let digits, digits < longest else { return cell }
      return cell + (digits == 0 ? "\u{2008}" : "") + String(repeating: "\u{2007}", count: longest - digits)
    }
  }

  /// Digits after the point of "11.8", ">99.9"; nil for words.
  private static func fractionDigits(_ cell: String) -> Int? {
    guard let last = cell.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) else { return nil }
    guard let point = cell.utf8.lastIndex(of: UInt8(ascii: ".")) else { return 0 }
    return cell.utf8.distance(from: point, to: cell.utf8.endIndex) - 1
  }
}

extension WoundCourse {
  /// The columns of a kind that this course has data for; tissue may give several.
  func columns(_ kind: WoundColumn.Kind) -> [WoundColumn] {
    switch kind {
    case .size: [sizeColumn].compactMap { $0 }
    case .area: [column("Area, cm²") { point, _ in point.area.text }]
    case .reduction:
      series.points.count == 1 ? [] : [column("Area reduction, %") { $0.change == nil ? nil : $0.reduction?.typeset }]
    case .change: series.points.count == 1 ? [] : [column("Change, cm²") { point, _ in point.change?.typesetChange }]
    case .rate: [rateColumn].compactMap { $0 }
    case .perimeter: [recorded("Perimeter, cm") { $0.perimeter?.recorded }]
    case .undermining: [recorded("Undermining, cm", isWords: true) { $0.undermining.map { Self.words($0.depth, $0.clock) } }]
    case .tunnel: [recorded("Tunnel, cm", isWords: true) { $0.tunnel.map { Self.words($0.length, $0.clock) } }]
    case .tissue: tissueColumns
    case .exudate: [recorded("Exudate", isWords: true, Self.exudate)]
    case .pain: [recorded("Pain, 0–10") { $0.pain.map(String.init) }]
    case .push:
      [
        recorded(wound.kind == .pressureInjury || wound.kind == nil ? "PUSH" : "PUSH (not a pressure injury)") {
          PushScore($0).map { "\($0.total)" }
        }
      ]
    case .treatment: []
    }
  }

  private func column(_ heading: String, _ cell: (Series.Point, Int) -> String?) -> WoundColumn {
    WoundColumn(heading: heading, cells: WoundColumn.aligned(rows.map { row in row.point.flatMap { cell(series.points[$0], $0) } }))
  }

  private func column(_ heading: String, _ cell: (Series.Point) -> String?) -> WoundColumn { column(heading) { point, _ in cell(point) } }

  private func recorded(_ heading: String, isWords: Bool = false, _ cell: (Measurement) -> String?) -> WoundColumn {
    let cells = rows.map { cell(measurement($0)) }
    return WoundColumn(heading: heading, cells: isWords ? cells : WoundColumn.aligned(cells), isWords: isWords)
  }

  /// What is said of a row instead of, or above, its size: "closed", "not measured", "reopened".
  func state(_ row: Row) -> String? {
    guard let point = row.point else { return "not measured" }
    return series.closure(at: point)?.words ?? (series.isReopened(at: point) ? "reopened" : nil)
  }

  /// "3.2 × 2.4 × 0.6", with a dash for a side that was not measured; nil when no visit has length and width.
  private var sizeColumn: WoundColumn? {
    let sizes = rows.map { measurement($0) }
    guard zip(rows, sizes).contains(where: { $0.point != nil && $1.length != nil && !$1.isClosed && $1.length?.isZero == false }) else {
      return nil
    }
    let hasDepth = sizes.contains { $0.depth != nil }
    let places = max(1, min(2, sizes.flatMap { [$0.length, $0.width, $0.depth] }.compactMap { $0.map { Int($0.scale) } }.max() ?? 1))
    let text: (Decimal?) -> String = { $0?.text(places: places) ?? WoundColumn.dash }
    let cells = zip(rows, sizes).map { row, size -> String? in
      let state = state(row)
      if let state, state != "reopened" { return state }
      guard size.length != nil || size.width != nil else { return nil }
      return ([size.length, size.width] + (hasDepth ? [size.depth] : [])).map(text).joined(separator: " × ")
    }
    return WoundColumn(heading: hasDepth ? "L × W × D, cm" : "L × W, cm", cells: cells)
  }

  /// cm² a week since the visit before, positive = smaller; nil for numbered visits.
  private var rateColumn: WoundColumn? {
    guard isDated, series.points.count > 1 else { return nil }
    return column("Reduction, cm²/week") { [series] point, index in
      guard index > 0 else { return nil }
      let before = series.points[index - 1]
      do {
        return try WeeklyRate(from: before.area, to: point.area, days: point.time.number - before.time.number).absolute.typeset(places: 2)
      } catch {
        return nil
      }
    }
  }

  /// Whether the visits are unevenly spaced, so that a change from visit to visit does not compare.
  var isUneven: Bool {
    let days = series.points.map(\.time.number)
    let gaps = Set(zip(days.dropFirst(), days).map { $0 - $1 })
    return isDated && gaps.count > 1
  }

  /// A column for each of one or two types of tissue, else one column in words.
  private var tissueColumns: [WoundColumn] {
    let shares = rows.map { measurement($0).tissue.recorded }
    let kinds = TissuePercentages.Kind.allCases.filter { kind in
      shares.contains { $0.contains { $0.kind == kind && $0.percent > 0 } }
    }
    func share(_ kind: TissuePercentages.Kind, of measurement: Measurement) -> Int? {
      measurement.tissue.recorded.first { $0.kind == kind }?.percent
    }
    if kinds.count <= 2 {
      return kinds.map { kind in recorded("\(kind.title), %") { share(kind, of: $0).map(String.init) } }
    }
    let column = recorded("Tissue, %", isWords: true) { measurement in
      let parts = measurement.tissue.recorded.filter { $0.percent > 0 }.map { "\($0.kind.rawValue) \($0.percent)" }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
    return [column]
  }

  private static func exudate(_ measurement: Measurement) -> String? {
    let parts = [measurement.exudate, measurement.exudateType].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// "1.5, 9 to 2 o’clock"
  private static func words(_ length: Decimal, _ clock: String?) -> String {
    guard let clock else { return length.recorded }
    let span = ClockSpan(parsing: clock)?.text.replacing("'", with: "’") ?? (clock.allSatisfy(\.isNumber) ? clock + " o’clock" : clock)
    return "\(length.recorded), \(span)"
  }
}

extension TissuePercentages.Kind {
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
