internal import CasebookModel

/// How text and figures would fill a poster, computed from counts: where the fit in the browser begins, and what stands without one.
///
/// Lengths are in points. A word takes 3.4 em, a line 1.38 em.
struct PosterEstimate {
  let content: PosterContent
  let sheet: PosterSheet
  /// The body's width and height: the sheet without header, footer and margins.
  let width: Double
  let height: Double

  /// Columns of text, dates in a row of figures, size of body text, the width of the text.
  struct Fit {
    var columns = 1
    var dates = 6
    var base = 24.0
    var textWidth = 0.0
    /// The course of wounds stands beside the other figures, not below them.
    var isSplit = false
    /// In a split, the conclusion stands under the course of wounds.
    var endsBeside = false
    var score = Double.infinity
    /// Height that text and figures take of what there is; over 1 they run over.
    var textFill = 0.0
    var heroFill = 0.0
  }

  static let wordWidth = 3.4
  static let leading = 1.38

  /// The height of the text in so many columns of so much width altogether.
  func textHeight(_ base: Double, width: Double, columns: Int) -> Double {
    let column = (width - Double(columns - 1) * sheet.gap) / Double(columns)
    guard column > 0 else { return .infinity }
    let text = content.text
    // Short lines waste more of their ends.
    let ragged = 1 + 2.2 * base / column
    let small = max(0.72 * base, sheet.small)
    var area = Double(text.words) * Self.wordWidth * Self.leading * base * base * ragged
    area += Double(text.referenceWords) * Self.wordWidth * 1.34 * small * small * ragged
    area += Double(text.headings) * (1.62 * 1.1 * base + sheet.unit * 1.1) * column
    area += text.figures.reduce(0) { $0 + column * (min(column / $1, 6 * sheet.unit) + 2.4 * base) }
    area += Double(text.tableRows) * base * 1.75 * column
    return area / (column * Double(columns))
  }

  /// The natural heights of the figures' side: of its stack, or of its two beside each other.
  struct Hero {
    var main = 0.0
    var beside = 0.0
    var endsBeside = false
    var height: Double { max(main, beside) }
  }

  /// What the course of wounds is wide beside other figures.
  var besideWidth: Double { (content.wideTables ? 12.6 : 9.4) * max(sheet.unit, 3 * sheet.floor) }

  func hero(_ base: Double, width: Double, strips: [PosterContent.Strip], isSplit: Bool) -> Hero {
    let heading = 1.62 * 1.1 * base + 0.95 * sheet.unit
    let words = Double(content.heroWords) * Self.wordWidth * Self.leading * base * base
    func end(_ width: Double) -> Double { content.heroWords == 0 ? 0 : words / (width - sheet.unit) + heading + 0.7 * sheet.unit }
    let headings = Double(content.heroHeadings - (content.heroWords > 0 ? 1 : 0)) * heading
    if !isSplit {
      let main = headings + figures(base, width, strips) + progress(base, width)
      return Hero(main: main + end(width), beside: 0)
    }
    let left = width - besideWidth - sheet.gap
    var hero = Hero(main: headings - heading + figures(base, left, strips), beside: heading + progress(base, besideWidth))
    hero.endsBeside = hero.beside + end(besideWidth) <= max(height, hero.main + end(left))
    if hero.endsBeside { hero.beside += end(besideWidth) } else { hero.main += end(left) }
    return hero
  }

  private func figures(_ base: Double, _ width: Double, _ strips: [PosterContent.Strip]) -> Double {
    let (unit, small) = (sheet.unit, max(0.78 * base, sheet.small))
    var height = 0.0
    for strip in strips {
      let label = strip.namesSites ? 2.5 * unit : 0
      let cell = max(1, (width - label - (strip.columns - 1) * 0.4 * unit) / strip.columns)
      let lines = (strip.captionLength * 0.52 * small / cell).rounded(.up)
      height += 2.6 * base + 0.85 * unit
      height += strip.rows * (cell / strip.aspect + lines * small * 1.25 + 0.38 * unit)
    }
    return content.loose.isEmpty ? height : height + looseHeight(width, small)
  }

  private func looseHeight(_ width: Double, _ small: Double) -> Double {
    let count = Double(min(content.loose.count, max(1, Int(width / (4.3 * sheet.unit)))))
    let rows = (Double(content.loose.count) / count).rounded(.up)
    let aspect = content.loose.reduce(0, +) / Double(content.loose.count)
    return rows * (width / count / aspect + 3 * small + 0.5 * sheet.unit)
  }

  /// Charts and tables of wounds, side by side where there is room.
  private func progress(_ base: Double, _ width: Double) -> Double {
    let parts = Double(min(2, content.charts + content.tables.count))
    guard parts > 0 else { return 0 }
    let isWide = parts > 1 && width > (content.wideTables ? 19.5 : 17.5) * sheet.unit
    let column = isWide ? width / 2 - sheet.unit * 0.35 : width
    let charts = Double(content.charts) * (min(column, 14 * sheet.unit) * 0.64 + (3.6 + content.eventLines) * base)
    let tables = content.tables.reduce(0) { $0 + Double($1) * base * 1.62 }
    return (isWide ? max(charts, tables) : charts + tables) + 0.5 * sheet.unit
  }

  /// The best of `columns` columns of text beside figures that take the rest; `shares` bounds what part the text has.
  func besideFigures(columns: ClosedRange<Int>, shares: ClosedRange<Double>, preference: Double = 1) -> Fit {
    var best = Fit()
    for dates in choicesOfDates {
      let strips = content.strips(dates)
      for (count, isSplit) in columns.flatMap({ count in splits.map { (count, $0) } }) {
        for step in 0...30 {
          let share = shares.lowerBound + (shares.upperBound - shares.lowerBound) * Double(step) / 30
          let text = (width - sheet.gap) * share
          let fit = self.fit(Fit(columns: count, dates: dates, textWidth: text, isSplit: isSplit), strips, preference)
          if fit.score < best.score { best = fit }
        }
      }
    }
    return best
  }

  /// The best for figures over the whole width and text below them.
  func belowFigures(columns: ClosedRange<Int>) -> Fit {
    var best = Fit()
    for (dates, isSplit) in choicesOfDates.flatMap({ dates in splits.map { (dates, $0) } }) {
      let strips = content.strips(dates)
      let hero = hero(sheet.ideal, width: width, strips: strips, isSplit: isSplit)
      let figures = hero.height + sheet.gap
      for count in columns {
        var fit = Fit(columns: count, dates: dates, textWidth: width, isSplit: isSplit, endsBeside: hero.endsBeside)
        let left = max(height - figures, height * 0.25)
        fit.base = base(in: left, width: width, columns: count)
        let text = textHeight(fit.base, width: width, columns: count)
        fit.textFill = text / left
        fit.heroFill = (figures + text) / height
        fit.score = penalty(fit, column: width / Double(count)) + abs(1 - fit.heroFill) * 2 + max(0, fit.heroFill - 1) * 4
        fit.score += smallness(of: strips, in: isSplit ? width - besideWidth - sheet.gap : width)
        if isSplit { fit.score += abs(hero.main - hero.beside) / height }
        if fit.score < best.score { best = fit }
      }
    }
    return best
  }

  /// Text alone.
  func alone(columns: ClosedRange<Int>) -> Fit {
    var best = Fit()
    for count in columns {
      var fit = Fit(columns: count, textWidth: width)
      fit.base = base(in: height, width: width, columns: count)
      fit.textFill = textHeight(fit.base, width: width, columns: count) / height
      fit.score = penalty(fit, column: width / Double(count))
      if fit.score < best.score { best = fit }
    }
    return best
  }

  private func fit(_ start: Fit, _ strips: [PosterContent.Strip], _ preference: Double) -> Fit {
    var fit = start
    let (text, side) = (fit.textWidth, width - sheet.gap - fit.textWidth)
    let left = fit.isSplit ? side - besideWidth - sheet.gap : side
    guard left > max(5 * sheet.unit, 15 * sheet.floor) else { return fit }
    fit.base = base(in: height, width: text, columns: fit.columns)
    fit.textFill = textHeight(fit.base, width: text, columns: fit.columns) / height
    let hero = hero(fit.base, width: side, strips: strips, isSplit: fit.isSplit)
    (fit.heroFill, fit.endsBeside) = (hero.height / height, hero.endsBeside)
    let column = (text - Double(fit.columns - 1) * sheet.gap) / Double(fit.columns)
    let over = max(0, fit.heroFill - 1) * 6 + max(0, fit.textFill - 1) * 8
    var white = max(0, 1 - fit.textFill) * text + max(0, 1 - hero.main / height) * left
    if fit.isSplit { white += max(0, 1 - hero.beside / height) * besideWidth }
    fit.score = over + white / width * 2 + penalty(fit, column: column) * preference + smallness(of: strips, in: left)
    return fit
  }

  /// Grows with the distance from the ideal size, and of a line from 36 to 62 letters.
  private func penalty(_ fit: Fit, column: Double) -> Double {
    let off = (fit.base - sheet.ideal) / sheet.ideal
    let letters = column / (0.5 * fit.base)
    let line = letters < 36 ? (36 - letters) / 36 : letters > 62 ? (letters - 62) / 62 : 0
    return off * off * (off < 0 ? 9 : 1) + line * line * 3
  }

  /// Grows the farther pictures are from a width of six units, which is six inches on 48 by 36.
  private func smallness(of strips: [PosterContent.Strip], in width: Double) -> Double {
    guard let most = strips.map(\.columns).max() else { return 0 }
    let label = strips.contains(where: \.namesSites) ? 2.5 * sheet.unit : 0
    let share = (width - label) / most / (6 * sheet.unit)
    return share < 1 ? (1 - share) * (1 - share) * 2.5 : 0
  }

  /// The course of wounds below the figures, and beside them.
  private var splits: [Bool] {
    let hasBoth = !(content.grids.isEmpty && content.loose.isEmpty) && content.charts + content.tables.count > 0
    return hasBoth ? [false, true] : [false]
  }

  /// All dates in one row, or wrapped into two, three or four.
  private var choicesOfDates: [Int] {
    let dates = content.dates
    return [1, 2, 3, 4].map { max(1, (dates + $0 - 1) / $0) }.filter { $0 <= 8 }.unique + (dates > 32 ? [8] : [])
  }

  /// The size at which the text fills the height, between floor and ceiling.
  private func base(in height: Double, width: Double, columns: Int) -> Double {
    var (low, high) = (sheet.floor, sheet.ceiling)
    if textHeight(high, width: width, columns: columns) <= height { return high }
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if textHeight(middle, width: width, columns: columns) <= height { low = middle } else { high = middle }
    }
    return low
  }
}
