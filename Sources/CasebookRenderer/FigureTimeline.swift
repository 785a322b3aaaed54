internal import CasebookModel

/// Figures by site and time: rows are sites in the order of their first date, columns are times from the oldest on.
struct FigureTimeline {
  var rows: [Row]
  var columns: [Column]
  /// Figures without a time; they have no place on the axis.
  var undated: [Figure]

  struct Row {
    var site: String
    /// One list of figures a column; empty where the site was not photographed.
    var cells: [[Figure]]
  }

  struct Column {
    var label: String
    /// Days since day 0, where known.
    var day: Int?
    /// "Week 5 · 35 days later": with calendar dates the week too, and the gap to the column before.
    var detail: String
  }

  /// The panels in reading order, row by row: the order of their letters.
  var panels: [Figure] { rows.flatMap { $0.cells.joined() } + undated }
}

extension FigureTimeline {
  init(of figures: [Figure], in case: Case) {
    let chronology = `case`.chronology
    undated = figures.filter { $0.time == nil }
    let dated = figures.filter { $0.time != nil }
    func key(_ figure: Figure) -> Int { figure.time.map { chronology.sortKey(of: $0.value) } ?? 0 }
    let times = Dictionary(dated.map { (key($0), $0.time?.value) }, uniquingKeysWith: { first, _ in first }).sorted { $0.key < $1.key }
    columns = Self.columns(times.compactMap(\.value), chronology)
    let columnOfKey = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1.key, $0) })
    var rowOfSite: [String: Int] = [:]
    rows = []
    // A stable order: by time, and where times are equal as the author listed them.
    for (_, figure) in dated.enumerated().sorted(by: { (key($0.element), $0.offset) < (key($1.element), $1.offset) }) {
      let site = `case`.site(of: figure)?.value ?? "Site not stated"
      let row = rowOfSite[site] ?? rows.count
      if row == rows.count {
        rowOfSite[site] = row
        rows.append(Row(site: site, cells: Array(repeating: [], count: columns.count)))
      }
      if let column = columnOfKey[key(figure)] { rows[row].cells[column].append(figure) }
    }
  }

  private static func columns(_ times: [TimePoint], _ chronology: Chronology) -> [Column] {
    let labels = chronology.labels(of: times)
    let days = times.map { chronology.day(of: $0) }
    return times.indices.map { index in
      var details: [String] = []
      if chronology.policy == .calendar, let day = days[index] { details.append(TimeLabel.week(TimeLabel.week(ofDay: day))) }
      if index > 0, let day = days[index], let before = days[index - 1] {
        details.append(day - before == 1 ? "1 day later" : "\(day - before) days later")
      }
      return Column(label: labels[index], day: days[index], detail: details.joined(separator: " · "))
    }
  }

  /// The grid cut into strips of at most `width` columns, so that a long series wraps with its axis continued.
  func wrapped(at width: Int) -> [FigureTimeline] {
    guard columns.count > width else { return [self] }
    let strips = (columns.count + width - 1) / width
    let share = (columns.count + strips - 1) / strips
    return stride(from: 0, to: columns.count, by: share).map { start in
      let range = start..<min(start + share, columns.count)
      let kept = rows.map { Row(site: $0.site, cells: Array($0.cells[range])) }.filter { $0.cells.contains { !$0.isEmpty } }
      return FigureTimeline(rows: kept, columns: Array(columns[range]), undated: range.upperBound == columns.count ? undated : [])
    }
  }
}
