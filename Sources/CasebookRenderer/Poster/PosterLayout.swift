internal import CasebookModel
internal import Diagnostics
internal import Templates

/// Where the sections of a poster go, and how large its text is before a browser has measured it.
struct PosterLayout {
  /// How text and figures stand to each other.
  enum Arrangement: String {
    /// Text in columns on the left, figures on the right.
    case side
    /// Figures over the whole width, text below.
    case stack
    /// Text, the key message, figures.
    case center
    /// Text in columns, nothing else.
    case plain
  }

  private(set) var sheet: PosterSheet
  var arrangement = Arrangement.plain
  /// Figures come first: on the left, or at the top.
  var figuresFirst = false
  /// Sections whose text runs through the columns.
  var flow: [Manuscript.Section] = []
  /// Sections that stand out: figures, wounds, the conclusion.
  var hero: [Manuscript.Section] = []
  var fit = PosterEstimate.Fit()
  private(set) var diagnostics: [Diagnostic] = []
  private var content = PosterContent()
  private var besideWidth = 0.0

  var format: PosterFormat { sheet.format }

  /// `bodyHeight` is what header, key message and footer leave, in points.
  init(_ format: PosterFormat, _ manuscript: Manuscript, of case: Case, bodyHeight: Double) {
    sheet = PosterSheet(format: format)
    let order = PosterOrder(format, manuscript.sections)
    diagnostics = order.diagnostics
    let sections = order.sections
    let spanned = order.spanned
    let stands = sections.indices.filter { sections[$0].standsOut || spanned[$0] > 1 }
    let isBillboard = format.layout == .billboard && `case`.keyMessage != nil
    var choices: [Set<Int>] = [Set(stands.filter { spanned[$0] != 1 })]
    // The conclusion ends what the eye reads last, if the figures leave room for it.
    if let end = sections.firstIndex(where: { $0.role == .conclusion }), !stands.isEmpty, spanned[end] == 0, !isBillboard {
      choices.insert(choices[0].union([end]), at: 0)
    }
    figuresFirst = order.startsWithFigures || format.layout == .photo
    let size = (width: sheet.width - 2 * sheet.margin, height: bodyHeight)
    for choice in choices {
      var next = self
      next.take(sections, hero: choice, of: `case`, isBillboard: isBillboard)
      next.estimate(size, spans: order.greatestSpan)
      if next.fit.score < fit.score { self = next }
    }
  }

  private mutating func take(_ sections: [Manuscript.Section], hero chosen: Set<Int>, of case: Case, isBillboard: Bool) {
    flow = sections.indices.filter { !chosen.contains($0) }.map { sections[$0] }
    let standing = sections.indices.filter { chosen.contains($0) }.map { sections[$0] }
    hero = standing.filter { $0.role != .conclusion } + standing.filter { $0.role == .conclusion }
    content = PosterContent(flow: flow, hero: hero, of: `case`)
    if hero.isEmpty && flow.isEmpty {
      arrangement = .plain
    } else if isBillboard {
      arrangement = .center
    } else if hero.isEmpty {
      arrangement = .plain
    } else {
      let isUpright = sheet.width < 0.9 * sheet.height
      arrangement = format.layout == .portrait || (format.layout == .photo && isUpright) || flow.isEmpty ? .stack : .side
    }
    if arrangement == .stack { figuresFirst = true }
  }

  private mutating func estimate(_ size: (width: Double, height: Double), spans: Int) {
    let model = PosterEstimate(content: content, sheet: sheet, width: size.width, height: size.height)
    besideWidth = model.besideWidth
    switch arrangement {
    case .plain: fit = model.alone(columns: only(format.columns) ?? 2...max(2, sheet.usualColumns + 1))
    case .stack: fit = model.belowFigures(columns: only(format.columns) ?? 2...max(2, sheet.usualColumns + 1))
    case .center:
      // Its sides are too narrow to be split again.
      let side = PosterEstimate(content: content, sheet: sheet, width: size.width * 0.54, height: size.height)
      fit = side.besideFigures(columns: 1...1, shares: 0.42...0.58)
    case .side:
      let total = format.columns ?? (spans > 1 ? sheet.usualColumns : nil)
      let isPhoto = format.layout == .photo
      if let total, total > 1 {
        let hero = spans > 1 ? max(1, total - spans)...max(1, total - spans) : max(1, total / 2 - (isPhoto ? 1 : 0))...max(1, total - 1)
        let slack = 0.4 / Double(total)
        let least = Double(hero.lowerBound) / Double(total) - slack
        let most = Double(hero.upperBound) / Double(total) + slack
        fit = model.besideFigures(columns: hero, shares: max(0.12, least)...min(0.8, most))
      } else {
        fit = model.besideFigures(columns: 1...(isPhoto ? 2 : 3), shares: isPhoto ? 0.18...0.42 : 0.2...0.68, preference: isPhoto ? 0.5 : 1)
      }
    }
  }

  private func only(_ columns: Int?) -> ClosedRange<Int>? { columns.map { $0...$0 } }

  /// The width of a picture in the figure timeline, in units.
  var timelinePictureWidth: Double {
    let width = arrangement == .side ? sheet.width - 2 * sheet.margin - sheet.gap - fit.textWidth : sheet.width - 2 * sheet.margin
    let own = (arrangement == .center ? width * 0.26 : width) - (fit.isSplit ? besideWidth + sheet.gap : 0)
    return own / sheet.unit / Double(max(1, min(fit.dates, content.dates))) - 0.5
  }

  /// Pixels that a picture of the figure grid needs at 200 dots an inch, in steps of 240.
  var pictureWidth: Int {
    let width = arrangement == .stack ? sheet.width : sheet.width - fit.textWidth * 0.8
    let inches = width / 72 / Double(max(1, content.grids.isEmpty ? 1 : min(fit.dates, content.dates)))
    return min(Picture.greatestWidth, max(480, Int((inches * 200 / 240).rounded(.up)) * 240))
  }

  /// The figures, and in a split what stands beside them.
  var stacks: (main: [Manuscript.Section], beside: [Manuscript.Section]) {
    guard fit.isSplit else { return (hero, []) }
    let isBeside = { (section: Manuscript.Section) in
      section.role == .progress || section.role == .conclusion && fit.endsBeside
    }
    return (hero.filter { !isBeside($0) }, hero.filter(isBeside))
  }

  /// What `poster.html` names of the layout.
  var values: [String: TemplateValue] {
    let unitName = format.size.unit.rawValue
    var classes = [format.layout.rawValue, "arranged-\(arrangement.rawValue)"]
    if fit.isSplit { classes.append("split") }
    if figuresFirst { classes.append("figures-first") }
    if flow.isEmpty { classes.append("without-text") }
    return [
      "width": .text(format.size.width.shortest + unitName), "height": .text(format.size.height.shortest + unitName),
      "unit": points(sheet.unit), "base": .text(fit.base.rounded(toPlaces: 2)), "floor": .text(sheet.floor.rounded(toPlaces: 2)),
      "ceiling": .text(sheet.ceiling.rounded(toPlaces: 2)), "ideal": .text(sheet.ideal.rounded(toPlaces: 2)),
      "small": points(sheet.small), "columns": .text(String(fit.columns)), "textWidth": points(fit.textWidth),
      "distance": .text(format.distance.shortest + "ft"), "arrangement": .text(arrangement.rawValue),
      "beside": points(besideWidth), "classes": .text(classes.joined(separator: " ")), "layout": .text(format.layout.rawValue),
    ]
  }

  private func points(_ value: Double) -> TemplateValue { .text(value.rounded(toPlaces: 3) + "pt") }
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
