package import Diagnostics

extension Style {
  /// Reads a style; nil and diagnostics when it cannot be used.
  ///
  /// What is not understood is named with its place; a style with such parts is still returned, with warnings.
  package static func parse(_ bytes: [UInt8], file: String) -> (Style?, [Diagnostic]) {
    let (root, problems) = readXML(bytes, file: file)
    guard let root else { return (nil, problems) }
    guard root.name == "style" else {
      let place = SourceLocation(file: file, line: root.line, column: root.column)
      return (nil, [Diagnostic(.error, "invalid-style", "Root element is \"\(root.name)\", not \"style\"", at: place)])
    }
    var reader = StyleReader(file: file)
    let style = reader.style(root)
    return (reader.diagnostics.containErrors ? nil : style, reader.diagnostics)
  }
}

/// Turns the elements of a style file into a `Style`.
struct StyleReader {
  let file: String
  var diagnostics: [Diagnostic] = []
  var macroIndex: [String: Int] = [:]
  var hasDisambiguateCondition = false
  var placesYearSuffix = false
  /// Each macro's calls of other macros, with their places.
  var calls: [[(macro: Int, location: SourceLocation)]] = []
  var currentMacro: Int?

  init(file: String) { self.file = file }

  mutating func style(_ root: XMLElement) -> Style {
    var style = Style()
    style.isNote = root["class"] == "note"
    style.version = root["version"] ?? ""
    style.defaultLocale = root["default-locale"]
    style.demoteNonDroppingParticle = choice(root, "demote-non-dropping-particle") ?? .displayAndSort
    style.initializesWithHyphen = root.flag("initialize-with-hyphen") ?? true
    style.pageRangeFormat = choice(root, "page-range-format")
    readInfo(root.first("info"), into: &style)
    if style.parent != nil { return style }
    readMacros(root, into: &style)
    style.locales = root.all("locale").map { locale($0) }
    guard let citation = root.first("citation") else {
      report(.error, "invalid-style", "Style has no \"citation\" element", root)
      return style
    }
    let options = nameOptions(root, isName: false)
    style.citation = readCitation(citation, options)
    style.bibliography = root.first("bibliography").map { readBibliography($0, options) }
    style.citation.disambiguation.hasCondition = hasDisambiguateCondition
    style.placesYearSuffix = placesYearSuffix
    for child in root.children where !Self.topLevel.contains(child.name) { reportUnknown(child) }
    return style
  }

  private static let topLevel = ["info", "locale", "macro", "citation", "bibliography"]

  private mutating func readInfo(_ info: XMLElement?, into style: inout Style) {
    guard let info else { return }
    style.id = info.first("id")?.text.trimmed ?? ""
    style.title = info.first("title")?.text.trimmed ?? ""
    style.parent = info.all("link").first { $0["rel"] == "independent-parent" }?["href"]
  }

  private mutating func readMacros(_ root: XMLElement, into style: inout Style) {
    let macros = root.all("macro")
    for element in macros {
      guard let name = element["name"] else {
        report(.error, "invalid-style", "Macro has no name", element)
        continue
      }
      if macroIndex[name] != nil { report(.warning, "invalid-style", "Macro \"\(name)\" is defined twice", element) }
      macroIndex[name] = calls.count
      calls.append([])
    }
    style.macros = macroIndex.sorted { $0.value < $1.value }.map { Style.Macro(name: $0.key, elements: []) }
    // A macro defined twice leaves a gap in the numbering that the later definition fills.
    style.macros = Array(repeating: Style.Macro(name: "", elements: []), count: calls.count)
    for element in macros {
      guard let name = element["name"], let index = macroIndex[name] else { continue }
      currentMacro = index
      style.macros[index] = Style.Macro(name: name, elements: elements(element))
    }
    currentMacro = nil
    reportLoops(style.macros)
  }

  private mutating func readCitation(_ element: XMLElement, _ outer: NameOptions) -> Style.Citation {
    var citation = Style.Citation()
    citation.options = nameOptions(element, isName: false).inheriting(outer)
    citation.collapse = choice(element, "collapse")
    citation.citeGroupDelimiter = element["cite-group-delimiter"]
    citation.yearSuffixDelimiter = element["year-suffix-delimiter"]
    citation.afterCollapseDelimiter = element["after-collapse-delimiter"]
    citation.nearNoteDistance = element["near-note-distance"].flatMap { Int($0) } ?? 5
    citation.disambiguation.addsNames = element.flag("disambiguate-add-names") ?? false
    citation.disambiguation.addsGivenNames = element.flag("disambiguate-add-givenname") ?? false
    citation.disambiguation.addsYearSuffix = element.flag("disambiguate-add-year-suffix") ?? false
    citation.disambiguation.givenNameRule = choice(element, "givenname-disambiguation-rule") ?? .byCite
    citation.sort = sortKeys(element.first("sort"))
    citation.layout = layout(element)
    return citation
  }

  private mutating func readBibliography(_ element: XMLElement, _ outer: NameOptions) -> Style.Bibliography {
    var bibliography = Style.Bibliography()
    bibliography.options = nameOptions(element, isName: false).inheriting(outer)
    bibliography.hangingIndent = element.flag("hanging-indent") ?? false
    bibliography.secondFieldAlign = choice(element, "second-field-align")
    bibliography.lineSpacing = element["line-spacing"].flatMap { Int($0) } ?? 1
    bibliography.entrySpacing = element["entry-spacing"].flatMap { Int($0) } ?? 1
    bibliography.subsequentAuthorSubstitute = element["subsequent-author-substitute"]
    bibliography.subsequentAuthorRule = choice(element, "subsequent-author-substitute-rule") ?? .completeAll
    bibliography.sort = sortKeys(element.first("sort"))
    bibliography.layout = layout(element)
    return bibliography
  }

  private mutating func layout(_ parent: XMLElement) -> Style.Layout {
    guard let element = parent.first("layout") else {
      report(.error, "invalid-style", "\"\(parent.name)\" has no \"layout\" element", parent)
      return Style.Layout()
    }
    return Style.Layout(elements: elements(element), formatting: formatting(element))
  }

  private mutating func sortKeys(_ element: XMLElement?) -> [Style.SortKey] {
    guard let element else { return [] }
    var keys: [Style.SortKey] = []
    for key in element.all("key") {
      let source: Style.SortKey.Source
      if let name = key["macro"] {
        guard let index = call(name, key) else { continue }
        source = .macro(index)
      } else if let variable = key["variable"] {
        source = .variable(variable)
      } else {
        report(.warning, "invalid-style", "Sort key has neither \"macro\" nor \"variable\"", key)
        continue
      }
      keys.append(
        Style.SortKey(
          source: source, isDescending: key["sort"] == "descending", namesMin: key["names-min"].flatMap { Int($0) },
          namesUseFirst: key["names-use-first"].flatMap { Int($0) }, namesUseLast: key.flag("names-use-last")))
    }
    return keys
  }

  /// The index of a macro that is called here; nil with a diagnostic when there is none.
  mutating func call(_ name: String, _ element: XMLElement) -> Int? {
    guard let index = macroIndex[name] else {
      let near = nearest(to: name, in: macroIndex.keys.sorted())
      diagnostics.append(
        Diagnostic(
          .error, "unknown-macro", "\"\(name)\" is not a macro of the style", at: location(element),
          remedy: near.map { "did you mean \"\($0)\"?" }))
      return nil
    }
    if let currentMacro { calls[currentMacro].append((index, location(element))) }
    return index
  }
}

extension StyleReader {
  func location(_ element: XMLElement) -> SourceLocation { SourceLocation(file: file, line: element.line, column: element.column) }

  mutating func report(_ severity: Severity, _ rule: String, _ summary: String, _ element: XMLElement) {
    diagnostics.append(Diagnostic(severity, rule, summary, at: location(element)))
  }

  mutating func reportUnknown(_ element: XMLElement) {
    report(.warning, "unknown-element", "\"\(element.name)\" is not an element that CSL has here", element)
  }

  /// The value of an attribute with a fixed set of values; a value outside the set is named and ignored.
  mutating func choice<Value: RawRepresentable<String>>(_ element: XMLElement, _ attribute: String) -> Value? {
    guard let text = element[attribute] else { return nil }
    let value = Value(rawValue: text)
    if value == nil, !text.isEmpty {
      report(.warning, "unknown-value", "\"\(text)\" is not a value of \"\(attribute)\"", element)
    }
    return value
  }
}
