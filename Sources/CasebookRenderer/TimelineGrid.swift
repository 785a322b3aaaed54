internal import CasebookModel
internal import HTML

/// The figure timeline as tables: one for each piece of the axis, all on one sheet of equal columns.
struct TimelineGrid {
  let lines: [[TimelinePiece]]
  /// So many small pictures that only their labels fit below them.
  let isDense: Bool
  private let timeline: FigureTimeline
  private let id: String?
  private let area: TimelineArea?
  /// The longest caption in letters that stands below a picture.
  private let longestCaption: Int

  /// `area` is the place that a poster has for it; nil for a page.
  init(_ timeline: FigureTimeline, id: String?, area: TimelineArea?) {
    self.timeline = timeline
    self.id = id
    self.area = area
    guard let area else {
      lines = timeline.lines(width: 5)
      isDense = false
      longestCaption = 90
      return
    }
    let best = area.place ?? timeline.bestWidth(in: area)
    lines = timeline.lines(width: best.slots)
    isDense = best.pictureWidth < 2.4
    longestCaption = isDense ? 0 : best.pictureWidth < 4 ? 40 : 60
  }

  /// The words below a picture: its caption, as far as the grid has room and the site's name does not say it already.
  func words(for figure: Figure, in site: String) -> FigurePanel.Words {
    guard let caption = figure.caption?.inlines.plainText, caption.lowercased() != site.lowercased() else {
      return figure.credit == nil ? .none : .caption
    }
    let credit = figure.credit.map { $0.count + 9 } ?? 0
    if caption.count + credit <= longestCaption { return .caption }
    let short = Self.short(caption, upTo: longestCaption)
    return .short(short, isWhole: short == caption && credit == 0)
  }

  /// The first sentence or, where that is too long, its first words.
  ///
  ///     short("Round ulcer. After debridement", upTo: 20)   // "Round ulcer"
  ///     short("Round ulcer after debridement", upTo: 20)    // "Round ulcer after …"
  static func short(_ caption: String, upTo limit: Int) -> String {
    guard caption.count > limit else { return caption }
    let sentence = caption.prefix(limit + 2)
    for mark in [". ", "; ", ": "] {
      if let end = sentence.firstRange(of: mark), end.lowerBound > sentence.startIndex { return String(sentence[..<end.lowerBound]) }
    }
    var words = ""
    for word in caption.split(separator: " ") {
      guard words.count + word.count + 1 <= limit - 1 else { break }
      words += word + " "
    }
    return words.isEmpty ? "" : words + "…"
  }

  // MARK: Nodes

  /// The sheet; `panel` makes a figure of a site.
  func node(panel: (Figure, String) -> Node) -> Node {
    let hasSites = lines.first?.first?.site == nil
    let slots = lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 1
    let tables = lines.enumerated().flatMap { number, line in
      line.enumerated().map { index, piece in
        let place = [index == 0 ? "first" : nil, number > 0 ? "below" : nil].compactMap { $0 }
        return table(of: piece, depths: line.greatestDepths, place, panel)
      }
    }
    let name = "Figures by site and date, \(timeline.columns.first?.label ?? "") to \(timeline.columns.last?.label ?? "")"
    let style = "--columns:\(slots)" + (area.map { ";--tracks:\(tracks(hasSites, unit: $0.unit))" } ?? "")
    let kinds = ["timeline-frame", hasSites ? nil : "strips", isDense ? "dense" : nil, area == nil ? "scroll" : nil].compactMap { $0 }
    let sheet = kinds.joined(separator: " ")
    if area != nil { return .tag("div", ["class": sheet, "id": id, "style": style], tables) }
    return .tag("div", ["class": sheet, "id": id, "style": style, "role": "region", "aria-label": name, "tabindex": "0"], tables)
  }

  /// The heights of a poster's sheet: each line has its axis, and for each row a picture's height, the same everywhere, and the captions'.
  private func tracks(_ hasSites: Bool, unit: Double) -> String {
    let rows = lines.reduce(0) { $0 + $1.greatestDepths.reduce(0, +) }
    let least = (max(0.8, min(3, 6.6 / Double(max(rows, 1)))) * unit).rounded(toPlaces: 1)
    let one = " minmax(\(least)pt,1fr) auto"
    return lines.map { line in
      (hasSites ? "auto" : "auto auto") + String(repeating: one, count: line.greatestDepths.reduce(0, +))
    }.joined(separator: " ")
  }

  /// `depths` are those of the line, so that all pieces of a line end level.
  private func table(of piece: TimelinePiece, depths: [Int], _ place: [String], _ panel: (Figure, String) -> Node) -> Node {
    let heads = piece.columns.indices.map { head(of: piece, $0) }
    let rows = zip(piece.rows, depths).map { row, depth in
      let name = Node.tag("th", ["scope": "row", "style": depth > 1 ? "--deep:\(depth)" : nil], .text(row.site))
      let cells = zip(row.cells, piece.widths).map { cell(of: $0, row.site, width: $1, depth: depth, panel) }
      return Node.tag("tr", [:], [piece.site == nil ? name : .empty] + cells)
    }
    let span = "\(piece.columns.first?.label ?? "") to \(piece.columns.last?.label ?? "")"
    let caption =
      piece.site.map { Node.tag("caption", [:], .text($0), piece.isContinued ? ", continued" : .empty) }
      ?? .tag("caption", ["class": "hidden"], .text("Sites by date, \(span)"))
    let kinds = ["timeline"] + place + [piece.isContinued ? "continued" : nil, piece.goesOn ? "goes-on" : nil].compactMap { $0 }
    return .tag(
      "table",
      ["class": kinds.joined(separator: " "), "style": "--span:\(piece.width);--rows:\(depths.reduce(0, +))"],
      caption, .tag("thead", [:], .tag("tr", [:], [piece.site == nil ? .tag("td") : .empty] + heads)), .tag("tbody", [:], rows))
  }

  /// A date on the axis, and on the line to the next date what lies between. A piece that continues the axis says it below its first date.
  private func head(of piece: TimelinePiece, _ index: Int) -> Node {
    let column = piece.columns[index]
    let next = piece.columns.dropFirst(index + 1).first?.gap
    var details = [column.detail].compactMap { $0 }
    if index == 0, case .days(let days, _)? = column.gap { details.append("\(Self.words(days)) later") }
    var gap = Node.empty
    if case .days(let days, let isBroken)? = next {
      let words = Node.tag("span", [:], .text(Self.words(days)), .tag("span", ["class": "hidden"], " to the next"))
      gap = .tag("span", ["class": isBroken ? "gap broken" : "gap"], words)
    }
    return .tag(
      "th", ["scope": "col", "class": next == .unknown ? "unknown" : nil, "style": Self.style(width: piece.widths[index])],
      .tag("b", [:], .text(column.label)),
      details.isEmpty ? .empty : .tag("span", ["class": "detail"], .text(details.joined(separator: " · "))), gap)
  }

  private static func words(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }

  private static func style(width: Int, depth: Int = 1) -> String? {
    let parts = [width > 1 ? "--wide:\(width)" : nil, depth > 1 ? "--deep:\(depth)" : nil].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ";")
  }

  private func cell(of figures: [Figure], _ site: String, width: Int, depth: Int, _ panel: (Figure, String) -> Node) -> Node {
    let style = Self.style(width: width, depth: depth)
    guard !figures.isEmpty else { return .tag("td", ["class": "none", "style": style], .tag("span", [:], "not photographed")) }
    return .tag("td", ["style": style], figures.map { panel($0, site) })
  }
}
