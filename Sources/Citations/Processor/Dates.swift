extension Evaluator {
  /// A date or range, localized (`form`) or by the style's own parts.
  mutating func date(_ element: DateElement) -> Rendered? {
    hasCalled = true
    if suppressed.contains(element.variable) || isComparing && element.variable == "accessed" { return nil }
    if isSubstituting { substituted.append(element.variable) }
    guard let date = reference.dates[element.variable], !date.isEmpty else { return nil }
    hasFilled = true
    if date.parts.isEmpty, let literal = date.literal {
      var nodes = adjusted(FieldMarkup.parse(literal), element.formatting)
      if let suffix = implicitYearSuffix() { nodes.append(suffix) }
      return .dressed([.tagged(.date, nodes)], element.formatting)
    }
    if sortKey != nil { return .text(sortText(date, element)) }
    var formatting = element.formatting
    let parts = parts(of: element, delimiter: &formatting.delimiter)
    let nodes = dateNodes(date, parts, formatting.delimiter)
    guard !nodes.isEmpty else { return nil }
    let adjusted = formatting.textCase.map { $0.apply(to: nodes, isEnglish: isEnglish) } ?? nodes
    return Rendered.dressed(adjusted, formatting).map { .tagged(.date, [$0]) }
  }

  /// Year, month and day with leading zeros; years before Christ come first.
  private func sortText(_ date: ReferenceDate, _ element: DateElement) -> String {
    var names: [DatePart.Name] = [.year, .month, .day]
    if element.form != nil {
      names.removeLast(element.precision == .year ? 2 : element.precision == .yearMonth ? 1 : 0)
    } else if !element.parts.isEmpty {
      names.removeAll { name in !element.parts.contains { $0.name == name } }
    }
    return date.parts.map { day in
      names.map { name in
        switch name {
        case .year: String(String(20_000 + max(-9_999, min(day.year, 9_999))).dropFirst(0))
        case .month: twoDigits(day.month ?? 0)
        case .day: twoDigits(day.day ?? 0)
        }
      }.joined()
    }.joined(separator: "-")
  }

  /// The parts to print, in order: those of the locale's format, with the style's changes, or those of the style.
  private func parts(of element: DateElement, delimiter: inout String) -> [DatePart] {
    guard let form = element.form, let format = locale.dates[form] else { return element.parts }
    delimiter = format.formatting.delimiter
    return format.parts.compactMap { part in
      switch (part.name, element.precision) {
      case (.day, .year), (.day, .yearMonth), (.month, .year): return nil
      default: break
      }
      guard let change = element.parts.first(where: { $0.name == part.name }) else { return part }
      var part = part
      if !change.form.isEmpty { part.form = change.form }
      part.rangeDelimiter = change.rangeDelimiter ?? part.rangeDelimiter
      part.formatting.font = change.formatting.font
      part.formatting.textCase = change.formatting.textCase ?? part.formatting.textCase
      part.formatting.stripsPeriods = change.formatting.stripsPeriods || part.formatting.stripsPeriods
      return part
    }
  }

  private mutating func dateNodes(_ date: ReferenceDate, _ parts: [DatePart], _ delimiter: String) -> [Rendered] {
    guard let first = date.parts.first else {
      return date.season == nil ? [] : parts.compactMap { datePart($0, ReferenceDate.Day(year: 0), date.season) }
    }
    guard date.parts.count > 1, let last = date.parts.last, first != last else {
      return parts.compactMap { datePart($0, first, date.season) }
    }
    return rangeNodes(first, last, parts, delimiter)
  }

  /// A range says what both ends share once: "May 1–3, 2012", "May 30–June 2, 2012".
  private mutating func rangeNodes(_ first: ReferenceDate.Day, _ last: ReferenceDate.Day, _ parts: [DatePart], _ partDelimiter: String)
    -> [Rendered]
  {
    let has = { (name: DatePart.Name) in parts.contains { $0.name == name } }
    let differing: [DatePart.Name]
    if first.year != last.year && has(.year) {
      differing = [.year, .month, .day]
    } else if first.month != last.month || first.season != last.season, has(.month) {
      differing = [.month, .day]
    } else if first.day != last.day && has(.day) {
      differing = [.day]
    } else {
      return parts.compactMap { datePart($0, first, nil) }
    }
    let isOpen = last.year == 0
    guard let from = parts.firstIndex(where: { differing.contains($0.name) }),
      let to = parts.lastIndex(where: { differing.contains($0.name) })
    else { return [] }
    let delimiter = parts.first { $0.name == differing[0] }?.rangeDelimiter ?? "\u{2013}"
    var nodes = parts[..<from].compactMap { datePart($0, first, nil) }
    var range = Array(parts[from...to])
    let rendered = range.indices.filter { exists(range[$0].name, first) }
    if let final = rendered.last { range[final].formatting.suffix = "" }
    let formatting = Formatting(delimiter: partDelimiter)
    var sides = [Rendered.group(Rendered.Group(formatting: formatting, children: range.compactMap { datePart($0, first, nil) }))]
    sides.append(.text(delimiter))
    var end = Array(parts[from...to])
    if let initial = end.indices.first(where: { exists(end[$0].name, last) }) { end[initial].formatting.prefix = "" }
    if !isOpen { sides.append(.group(Rendered.Group(formatting: formatting, children: end.compactMap { datePart($0, last, nil) }))) }
    nodes.append(.group(Rendered.Group(formatting: .none, children: sides)))
    if !isOpen { nodes += parts[(to + 1)...].compactMap { datePart($0, last, nil) } }
    return nodes
  }

  private func exists(_ name: DatePart.Name, _ day: ReferenceDate.Day) -> Bool {
    switch name {
    case .year: day.year != 0
    case .month: day.month != nil || day.season != nil
    case .day: day.day != nil
    }
  }

  private mutating func datePart(_ part: DatePart, _ day: ReferenceDate.Day, _ season: Int?) -> Rendered? {
    var nodes: [Rendered]
    switch part.name {
    case .year:
      guard day.year != 0 else { return nil }
      nodes = [.text(year(day.year, form: part.form))]
      if let suffix = implicitYearSuffix() { nodes.append(suffix) }
    case .month:
      guard let text = month(day, season, form: part.form) else { return nil }
      nodes = [.text(text)]
    case .day:
      guard let number = day.day, day.month != nil else { return nil }
      nodes = FieldMarkup.parse(self.day(number, month: day.month, form: part.form))
    }
    nodes = adjusted(nodes, part.formatting)
    let node = Rendered.dressed(nodes, part.formatting)
    return part.name == .year ? node.map { .tagged(.year, [$0]) } : node
  }

  /// The year suffix, after the first year of a cite, when the style doesn't say where.
  mutating func implicitYearSuffix() -> Rendered? {
    guard let suffix = choices.yearSuffix, !style.placesYearSuffix, !hasYearSuffix else { return nil }
    hasYearSuffix = true
    return .tagged(.yearSuffix, [.text(letters(suffix))])
  }

  /// Years before 1000 carry their era: "500AD", "100 BC".
  private func year(_ year: Int, form: String) -> String {
    if year < 0 { return String(year.magnitude) + (locale.term("bc") ?? "BC") }
    if form == "short", year >= 1000 { return twoDigits(year % 100) }
    return year < 1000 ? String(year) + (locale.term("ad") ?? "AD") : String(year)
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private func month(_ day: ReferenceDate.Day, _ season: Int?, form: String) -> String? {
    guard let month = day.month else {
      if form.hasPrefix("numeric"), season == nil { return nil }
      return (day.season ?? season).flatMap { locale.term("season-0\($0)") }
    }
    guard (1...12).contains(month) else { return nil }
    switch form {
    case "numeric": return String(month)
    case "numeric-leading-zeros": return twoDigits(month)
    default: return locale.term("month-" + twoDigits(month), form: form == "short" ? .short : .long)
    }
  }

  private func day(_ day: Int, month: Int?, form: String) -> String {
    switch form {
    case "numeric-leading-zeros": return twoDigits(day)
    case "ordinal":
      if locale.limitsDayOrdinalsToDay1 ?? false, day != 1 { return String(day) }
      let gender = month.map { locale.gender(of: "month-" + twoDigits($0)) } ?? .none
      return ordinal(day, gender: gender)
    default: return String(day)
    }
  }
}
