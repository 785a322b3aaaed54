import CasebookModel
import DataFormats
import WoundProgress

let courseEvaluators: [String: Evaluator] = [
  "trajectory": { input throws(WoundError) in
    var areas: [Area] = []
    for element in input.node["areasCm2"]?.elements ?? [] {
      guard let value = element.text.flatMap({ Decimal(parsing: $0) }) else { continue }
      areas.append(try .planimetric(value))
    }
    guard let trajectory = Trajectory(areas) else { throw .noMeasurements }
    return ["trajectory": .text(trajectory.rawValue)]
  },
  "par_threshold": { input throws(WoundError) in
    guard let milestone = input.text("rule").flatMap(Milestone.init(rawValue:)) else { throw .missing }
    var values: [String: VectorValue] = ["threshold": .number(Int(milestone.percent))]
    let outcome = milestone.outcome(of: try input.points())
    switch outcome {
    case .met(let day, let reduction), .notMet(let day, let reduction):
      values["day"] = .number(day)
      values["par"] = .number(reduction.percent.double)
      values["display"] = .text(reduction.truncatedText)
      if case .met = outcome { values["result"] = .text("met") } else { values["result"] = .text("notMet") }
    case .notEvaluable(let reason):
      values["result"] = .text("notEvaluable")
      values["reason"] = .text(reason.rawValue)
    }
    return values
  },
  "series": { input throws(WoundError) in
    let elements = input.elements("series")
    var entries: [Series.Entry] = []
    for element in elements { entries.append(try entry(element)) }
    do throws(SeriesRefusal) {
      return values(of: try Series(entries), dates: elements.map { $0.text("date") ?? "" })
    } catch {
      return Suite.value(of: error.reason).merging(["issues": kinds(of: error.issues)]) { a, _ in a }
    }
  },
]

private func entry(_ row: VectorInput) throws(WoundError) -> Series.Entry {
  let day = row.text("date").flatMap { CalendarDate(iso: $0) }?.dayNumber
  let time = day.map(Series.Time.day) ?? row.integer("visit").map(Series.Time.visit) ?? row.integer("day").map(Series.Time.day)
  let method = row.text("method").flatMap { $0 == "rect" ? .rectangle : AreaMethod(rawValue: $0) }
  if let area = try row.area("areaCm2") { return Series.Entry(time: time, area: area, method: method) }
  var unit = LengthUnit.cm
  if let name = row.text("unit") {
    guard let known = LengthUnit(rawValue: name) else { throw .unknownUnit }
    unit = known
  }
  guard let length = try row.decimal("length"), let width = try row.decimal("width") else {
    return Series.Entry(time: time, area: nil, method: method)
  }
  let (first, second) = (try unit.centimetres(length), try unit.centimetres(width))
  let area = method == .ellipse ? try Area.ellipse(length: first, width: second) : try Area.rectangle(length: first, width: second)
  return Series.Entry(time: time, area: area, method: method ?? .rectangle, unit: unit)
}

private func values(of series: Series, dates: [String]) -> [String: VectorValue] {
  var rows: [VectorValue] = []
  for (index, point) in series.points.enumerated() {
    var row: [String: VectorValue] = [
      "date": .text(dates[point.row]), "day": .number(point.time.number - series.baseline.time.number),
      "areaCm2": .number(point.area.squareCentimetres), "par": .optional(point.reduction?.percent.double),
      "parDisplay": .optional(point.reduction.map { index == 0 ? "-" : $0.text }),
    ]
    if let change = point.change { row["deltaPrevCm2"] = .number(change.squareCentimetres) }
    rows.append(.object(row))
  }
  return [
    "issues": kinds(of: series.issues), "baselineDate": .text(dates[series.baseline.row]), "rows": .list(rows),
    "trajectory": .text(series.trajectory.rawValue),
  ]
}

private func kinds(of issues: [SeriesIssue]) -> VectorValue { .list(issues.map { .text($0.kind.rawValue) }) }
