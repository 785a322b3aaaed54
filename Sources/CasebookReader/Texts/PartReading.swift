internal import CasebookModel
internal import DataFormats
internal import Diagnostics

extension GeneratedPart {
  /// The part of a fenced block with its options; nil, with its diagnostic, for an unknown name or without what it needs.
  static func read(_ part: TextContents.Part, file: String, _ context: Context, _ diagnostics: inout [Diagnostic]) -> GeneratedPart? {
    guard let schema = ObjectSchema.parts[part.name] else {
      let near = nearest(to: part.name, in: names)
      diagnostics.append(
        Diagnostic(
          .error, "unknown-part", "\"{\(shortened(part.name))}\" is no generated part", at: SourceLocation(file: file, line: part.line),
          remedy: near.map { "did you mean \"{\($0)}\"?" } ?? "use one of \(names.joined(separator: ", "))"))
      return nil
    }
    let place = SourceLocation(file: file, line: part.line)
    let (parsed, problems) = YAML.parse(Array(part.options.utf8), file: file, firstLine: part.bodyLine)
    diagnostics += problems
    if parsed == nil, problems.containErrors { return nil }
    var options = parsed ?? Node(.mapping([]), at: place)
    if options.isNull { options = Node(.mapping([]), at: place) }
    if part.name == "figure", let id = options.text {
      return Fields.scalar(Node(.scalar(id, isPlain: true), at: options.location), .id, key: "id", &diagnostics).map { .figure($0) }
    }
    return Fields.read(options, as: schema, &diagnostics) { $0.part(part.name, context) }
  }

  /// How many entries a short list of references can have.
  static let entries = 1...1_000

  /// The ids that cross-references can name because of this part.
  var ids: [String] {
    switch self {
    case .timeline(let selection), .figures(let selection): selection.id.map { ["fig-" + $0] } ?? []
    case .woundTable(let selection): selection.id.map { ["tbl-" + $0] } ?? []
    case .woundChart(let selection): selection.id.map { ["fig-" + $0] } ?? []
    case .table(let selection): selection.id.map { ["tbl-" + $0] } ?? []
    case .figure, .events, .references: []
    }
  }
}

extension Fields {
  fileprivate mutating func part(_ name: String, _ context: Context) -> GeneratedPart? {
    switch name {
    case "timeline": return .timeline(figureSelection(context))
    case "figures": return .figures(figureSelection(context))
    case "figure":
      let id = value("id", .id)
      let figure = value("figure", .id)
      if id == nil, figure == nil, diagnostics.isEmpty { reportMissing("id") }
      return (figure ?? id).map { .figure($0.map { withoutPrefix($0) }) }
    case "wound-table": return .woundTable(woundSelection(context))
    case "wound-chart": return .woundChart(woundSelection(context))
    case "events": return .events(kinds: values("kinds", .choice(of: Event.Kind.self)).map(\.value))
    case "table":
      let caption = richText("caption", context)
      let id = value("id", .id)?.value
      let file = requiredText("file")
      guard let path = file.flatMap({ context.path($0, &diagnostics) }) else { return nil }
      var table = GeneratedPart.TableSelection(file: path)
      (table.caption, table.id) = (caption, id.map { withoutPrefix($0) })
      return .table(table)
    default: return .references(first: value("first", .integer(GeneratedPart.entries)).flatMap { Int($0.value) })
    }
  }

  private mutating func figureSelection(_ context: Context) -> GeneratedPart.FigureSelection {
    var selection = GeneratedPart.FigureSelection()
    selection.figures = values("figures", .id)
    selection.wound = value("wound", .id)
    selection.site = text("site")
    selection.caption = richText("caption", context)
    selection.id = value("id", .id).map { withoutPrefix($0.value) }
    return selection
  }

  private mutating func woundSelection(_ context: Context) -> GeneratedPart.WoundSelection {
    var selection = GeneratedPart.WoundSelection()
    selection.wounds = values("wounds", .id)
    if let form = value("form", .choice(of: GeneratedPart.WoundSelection.Form.self)) { selection.form = form.value }
    selection.title = text("title")?.value
    selection.caption = richText("caption", context)
    selection.columns = values("columns", .choice(of: GeneratedPart.WoundSelection.Column.self))
    selection.showsPUSH = value("push", .boolean)?.value ?? false
    selection.showsMilestones = value("milestones", .boolean)?.value ?? false
    selection.showsTissue = value("tissue", .boolean)?.value ?? false
    selection.id = value("id", .id).map { withoutPrefix($0.value) }
    return selection
  }
}

/// `fig-course` and `tbl-progress` without what cross-references put before an id.
private func withoutPrefix(_ id: String) -> String { id.hasPrefix("fig-") || id.hasPrefix("tbl-") ? String(id.dropFirst(4)) : id }
