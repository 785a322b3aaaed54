internal import CasebookModel
internal import Templates

/// Where the sections of a poster go, and how large its text is before a browser has measured it.
struct PosterLayout {
  var format: PosterFormat
  /// Sections whose text runs through the columns.
  var flow: [Manuscript.Section] = []
  /// Sections that stand out: figures, wounds, the conclusion.
  var hero: [Manuscript.Section] = []
  private var words = 0
  private var figureColumns = 1
  /// How many rows of pictures, and of charts and tables, the figures' side has.
  private var heroRows = 0

  init(_ format: PosterFormat, _ manuscript: Manuscript, of case: Case) {
    self.format = format
    let times = Set(`case`.figures.compactMap { $0.time.map { `case`.chronology.sortKey(of: $0.value) } }).count
    figureColumns = min(max(times, 1), 6)
    heroRows = Set(`case`.figures.filter { $0.time != nil }.compactMap { `case`.site(of: $0)?.value }).count
    if manuscript.sections.contains(where: { $0.role == .progress }) { heroRows += 2 }
    let stands = manuscript.sections.contains { $0.standsOut }
    for section in manuscript.sections {
      // The conclusion ends what the eye reads last, unless the pictures need its place.
      let isHero = section.standsOut || section.role == .conclusion && stands && heroRows <= 4
      if isHero { hero.append(section) } else { flow.append(section) }
    }
    hero = hero.filter { $0.role != .conclusion } + hero.filter { $0.role == .conclusion }
    words = flow.map(\.wordCount).reduce(0, +) + references(of: `case`)
  }

  private func references(of case: Case) -> Int {
    flow.contains { $0.role == .references } ? `case`.references.count * 18 : 0
  }

  /// An inch of a poster whose short side is 36 inches, in points.
  var unit: Double { min(format.size.widthInPoints, format.size.heightInPoints) / 36 }

  /// Two columns on a narrow poster, three on a square one, four on a wide one; five where few words stand beside many figures.
  var columns: Int {
    if let columns = format.columns { return columns }
    let ratio = format.size.widthInPoints / format.size.heightInPoints
    if ratio < 0.9 { return 2 }
    if ratio < 1.2 { return 3 }
    return heroRows > 4 && words < 450 ? 5 : 4
  }

  /// Columns that the figures take: half of them, and the odd one where there is much to show.
  var span: Int { hero.isEmpty ? 0 : max(1, (columns + (heroRows > 4 ? 1 : 0)) / 2) }

  /// Least and greatest size of body text in points, scaled with the poster and never under what can be read at its distance.
  var floor: Double { (24 * max(unit / 72, format.distance / 4)).rounded() }
  var ceiling: Double { max(floor, (36 * max(unit / 72, format.distance / 4)).rounded()) }

  /// The size of body text at which the words probably fill the columns: 0.5 em wide letters, six to a word, on lines of 1.38 em,
  /// with a tenth kept for headings.
  var estimate: Double {
    let inner = (width: format.size.widthInPoints - 2.8 * unit, height: format.size.heightInPoints * 0.68)
    let share = Double(columns - span) / Double(columns)
    let area = inner.width * share * inner.height * 0.8
    let perWord = 0.5 * 6.2 * 1.38
    let size = words == 0 ? ceiling : (area / (Double(words) * perWord)).squareRoot()
    return (min(max(size, floor), ceiling) * 10).rounded(.down) / 10
  }

  /// How many words more than fit at the least size, by the same estimate with a tenth of grace; 0 where they probably fit.
  var excessWords: Int {
    let inner = (width: format.size.widthInPoints - 2.8 * unit, height: format.size.heightInPoints * 0.68)
    let area = inner.width * Double(columns - span) / Double(columns) * inner.height * 0.9
    return max(0, words - Int(area / (0.5 * 6.2 * 1.38 * floor * floor)))
  }

  /// Pixels that a picture of the figure grid needs at 200 dots an inch, in steps of 240.
  var pictureWidth: Int {
    let inches = format.size.widthInPoints / 72 * Double(max(span, 1)) / Double(columns) / Double(figureColumns)
    return min(Picture.greatestWidth, max(480, Int((inches * 200 / 240).rounded(.up)) * 240))
  }

  /// What `poster.html` names of the layout.
  var values: [String: TemplateValue] {
    let unitName = format.size.unit.rawValue
    return [
      "width": .text(format.size.width.shortest + unitName), "height": .text(format.size.height.shortest + unitName),
      "unit": .text(unit.rounded(toPlaces: 3) + "pt"), "base": .text(estimate.shortest), "floor": .text(floor.shortest),
      "ceiling": .text(ceiling.shortest), "columns": .text(String(columns)), "span": .text(String(span)),
      "layout": .text(format.layout.rawValue),
    ]
  }
}

extension Manuscript.Section {
  fileprivate var standsOut: Bool { role == .timeline || role == .progress }
}

extension Double {
  /// "71.667" of 71.66666 to three places, without trailing zeros.
  func rounded(toPlaces places: Int) -> String {
    let factor = power(10, Double(places))
    return ((self * factor).rounded() / factor).shortest
  }
}
