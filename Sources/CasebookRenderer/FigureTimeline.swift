internal import CasebookModel

/// Figures by site and time: rows are sites in the order of their first date, columns are times from the oldest on.
struct FigureTimeline {
  var rows: [Row]
  var columns: [Column]
  /// Figures without a time; they have no place on the axis.
  var undated: [Figure]

  struct Row {
    var site: String
    /// The site's photographs of each date that has any, in the order of the columns.
    var cells: [(column: Int, figures: [Figure])]
  }

  struct Column {
    var label: String
    /// Days since day 0, where known.
    var day: Int?
    /// "Week 5" below a calendar date.
    var detail: String?
    /// What lies between the column before and this one; nil for the first, and where the axis is to scale.
    var gap: Gap?
  }

  enum Gap: Hashable {
    /// The axis is broken where the columns stand closer than the time between them would have it.
    case days(Int, isBroken: Bool)
    case unknown
  }

  /// The panels in reading order, row by row: the order of their letters.
  var panels: [Figure] { rows.flatMap { $0.cells.flatMap(\.figures) } + undated }
}

extension FigureTimeline {
  init(of figures: [Figure], in case: Case) {
    let chronology = `case`.chronology
    undated = figures.filter { $0.time == nil }
    let dated = figures.filter { $0.time != nil }
    let keys = dated.map { figure in figure.time.map { chronology.sortKey(of: $0.value) } ?? 0 }
    let times = Dictionary(zip(keys, dated.map { $0.time?.value }), uniquingKeysWith: { first, _ in first }).sorted { $0.key < $1.key }
    columns = Self.columns(times.compactMap(\.value), chronology)
    let columnOfKey = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1.key, $0) })
    var rowOfSite: [String: Int] = [:]
    rows = []
    // A stable order: by time, and where times are equal as the author listed them.
    for index in dated.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) {
      let figure = dated[index]
      let site = `case`.site(of: figure)?.value ?? "Site not stated"
      let row = rowOfSite[site] ?? rows.count
      if row == rows.count {
        rowOfSite[site] = row
        rows.append(Row(site: site, cells: []))
      }
      guard let column = columnOfKey[keys[index]] else { continue }
      if rows[row].cells.last?.column != column { rows[row].cells.append((column, [])) }
      rows[row].cells[rows[row].cells.count - 1].figures.append(figure)
    }
    measureGaps()
  }

  private static func columns(_ times: [TimePoint], _ chronology: Chronology) -> [Column] {
    let labels = chronology.labels(of: times)
    return times.indices.map { index in
      let day = chronology.day(of: times[index])
      let week = chronology.policy == .calendar ? day.map { TimeLabel.week(TimeLabel.week(ofDay: $0)) } : nil
      return Column(label: labels[index], day: day, detail: week == labels[index] ? nil : week)
    }
  }

  /// The axis is to scale where all gaps are equal, give or take a quarter, as visits "every four weeks" are.
  private mutating func measureGaps() {
    let days = columns.map(\.day)
    let gaps = zip(days, days.dropFirst()).map { before, day -> Int? in
      guard let before, let day else { return nil }
      return day.subtractingReportingOverflow(before).partialValue
    }
    let known = gaps.compactMap { $0 }
    let shortest = known.min() ?? 0
    func isLonger(_ gap: Int) -> Bool { Double(gap) > Double(shortest) * 1.25 }
    let isToScale = known.count == gaps.count && !known.contains(where: isLonger)
    for (index, gap) in gaps.enumerated() {
      columns[index + 1].gap = isToScale ? nil : gap.map { .days($0, isBroken: isLonger($0)) } ?? .unknown
    }
    if !columns.isEmpty { columns[0].gap = nil }
  }

  /// Whether most cells of a grid would be empty.
  private var isSparse: Bool { columns.count > 2 && rows.reduce(0) { $0 + $1.cells.count } * 2 <= rows.count * columns.count }

  /// A strip for each site, with the dates that it has: for one site, and where a grid would be mostly empty.
  var strips: [FigureTimeline]? {
    guard rows.count == 1 || isSparse else { return nil }
    return rows.map { row in
      let cells = row.cells.enumerated().map { (column: $0.offset, figures: $0.element.figures) }
      var strip = FigureTimeline(rows: [Row(site: row.site, cells: cells)], columns: row.cells.map { columns[$0.column] }, undated: [])
      strip.measureGaps()
      return strip
    }
  }
}
