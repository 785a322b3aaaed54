internal import CasebookModel
internal import DataFormats
internal import Diagnostics

/// `case.yaml` read, with what still needs other files: the measurements' tables.
struct CaseData {
  var `case`: Case
  var measurements: [MeasurementSource]
}

extension CaseData {
  /// nil only where the file is no mapping.
  static func read(_ node: Node, slug: String, _ context: Context, _ diagnostics: inout [Diagnostic]) -> CaseData? {
    Fields.read(node, as: .case, &diagnostics) { fields in
      let title = fields.requiredText("title") ?? Located(slug, at: fields.location)
      var result = Case(slug: slug, title: fields.rich(title, context), location: fields.location)
      fields.readHead(into: &result, context)
      fields.readPatient(into: &result, context)
      fields.readStatements(into: &result, context)
      fields.readPosters(into: &result, context)
      result.theme = fields.object("theme", .theme) { $0.theme(default: context.site.theme, context) }
      result.chronology = fields.chronology(context, hasBasis: result.basis != nil, result.waivers)
      result.events = fields.objects("events", .event) { $0.event(context) }
      result.figures = withoutDuplicates(
        fields.objects("figures", .figure) { $0.figure(context) }, "Figure", { $0.id }, &fields.diagnostics)
      let measured = fields.objects("wounds", .wound) { $0.wound(context) }
      let wounds = withoutDuplicates(measured, "Wound", { $0.wound.id }, &fields.diagnostics)
      result.wounds = wounds.map(\.wound)
      fields.checkReferences(in: result)
      return CaseData(case: result, measurements: wounds.map(\.source))
    }
  }
}

extension Fields {
  fileprivate mutating func readHead(into result: inout Case, _ context: Context) {
    result.keyMessage = richText("key-message", context)
    if let status = value("status", .choice(of: Case.Status.self)) { result.status = status }
    let order = context.site.dateOrder
    result.published = value("published", .date(order))
    result.updated = value("updated", .date(order))
    result.language = text("language")?.value ?? context.site.language
    result.isSynthetic = value("synthetic", .boolean)?.value ?? false
    result.affiliations = affiliations(context)
    result.authors = authors(context, affiliations: result.affiliations)
    result.aliases = values("aliases", .slug)
    useSiteAffiliation(in: &result, context.site)
  }

  /// Authors who name no affiliation have the site's.
  private func useSiteAffiliation(in result: inout Case, _ site: Site) {
    guard let affiliation = site.affiliation, result.authors.contains(where: { $0.affiliations.isEmpty }) else { return }
    result.affiliations.append(affiliation)
    for index in result.authors.indices where result.authors[index].affiliations.isEmpty {
      result.authors[index].affiliations = [Located(affiliation.key, at: affiliation.location)]
    }
  }

  fileprivate mutating func readPatient(into result: inout Case, _ context: Context) {
    result.patient =
      object("patient", .patient) { fields in
        Patient(age: fields.value("age", .integer(0...130))?.value, sex: fields.value("sex", .choice(of: Patient.Sex.self))?.value)
      } ?? Patient()
    result.diagnosis = text("diagnosis")
    result.codes = texts("codes")
    result.keywords = texts("keywords")
    result.topics = texts("topics")
    result.setting = text("setting")
    result.outcome = text("outcome")
    result.abstract = abstract(context)
  }

  /// Plain, or in the parts of CARE item 3.
  private mutating func abstract(_ context: Context) -> [AbstractPart] {
    if node("abstract")?.entries == nil { return richText("abstract", context).map { [AbstractPart(text: $0)] } ?? [] }
    return object("abstract", .abstract) { fields in
      ObjectSchema.abstract.keys.compactMap { key in
        fields.richText(key, context).map { AbstractPart(heading: capitalized(key), text: $0) }
      }
    } ?? []
  }

  fileprivate mutating func readStatements(into result: inout Case, _ context: Context) {
    result.statements = Statement.Kind.allCases.compactMap { kind in
      richText(kind.rawValue, context).map { Statement(kind: kind, text: $0) }
    }
    result.consent = object("consent", .consent) { fields in
      let covers = fields.values("covers", .choice(of: Consent.Coverage.self)).map(\.value)
      let note = fields.text("note")?.value
      return fields.required("status", .choice(of: Consent.Status.self)).map { Consent(status: $0, covers: covers, note: note) }
    }
    result.basis = object("basis", .basis) { fields in
      let kind = fields.required("kind", .choice(of: Basis.Kind.self))
      let source = fields.requiredText("source")
      guard let kind, let source else { return nil }
      return Basis(kind: kind.value, source: source)
    }
    result.presentations = objects("presented", .presentation) { fields in
      let date = fields.value("date", .date(context.site.dateOrder))
      let number = fields.text("number")?.value
      return fields.requiredText("meeting").map { Presentation(meeting: $0.value, date: date, number: number) }
    }
    result.waivers = objects("waivers", .waiver) { fields in
      let rule = fields.requiredText("rule")
      let target = fields.text("at")
      let reason = fields.requiredText("reason")
      guard let rule, let reason else { return nil }
      return Waiver(rule: rule, target: target, reason: reason)
    }
  }

  fileprivate mutating func readPosters(into result: inout Case, _ context: Context) {
    let posters = objects("posters", .poster) { $0.poster(default: context.site.poster, id: $0.value("id", .id)) }
    result.posters = withoutDuplicates(posters, "Poster", { $0.id }, &diagnostics)
    if result.posters.isEmpty { result.posters = [context.site.poster] }
  }

  fileprivate mutating func event(_ context: Context) -> Event? {
    let kind = value("kind", .choice(of: Event.Kind.self))?.value ?? .event
    let time = requiredTime(context.site.dateOrder)
    let text = requiredText("text")
    var ending: Located<Event.End>?
    if let time { ending = end(after: time.value, context.site.dateOrder) }
    guard let time, let text else { return nil }
    var event = Event(time: time.value, kind: kind, text: rich(text, context), location: location)
    event.end = ending
    return event
  }

  /// Day 0 and the policy; without `day-0`, the case's reader finds it in the measurements and figures.
  fileprivate mutating func chronology(_ context: Context, hasBasis: Bool, _ waivers: [Waiver]) -> Chronology {
    var chronology = Chronology(dayZero: nil, policy: context.site.dates)
    _ = object("timeline", .timeline) { fields -> Bool? in
      if let day = fields.value("day-0", .date(context.site.dateOrder)) {
        chronology.dayZero = day.value.dayNumber
        if day.value.dayNumber == nil {
          fields.diagnostics.append(
            Diagnostic(
              .error, "invalid-date", "Day 0 is \(day.value), which is not a day", at: day.location,
              remedy: "write the whole date, or leave it out"))
        }
      }
      guard let policy = fields.value("dates", .choice(of: DatePolicy.self)) else { return nil }
      let isAllowed = policy.value >= context.site.dates || hasBasis || waivers.contains { $0.rule.value == "looser-dates" }
      if isAllowed {
        chronology.policy = policy.value
      } else {
        fields.diagnostics.append(
          Diagnostic(
            .error, "looser-dates",
            "Case publishes dates as \"\(policy.value.rawValue)\" where the site says \"\(context.site.dates.rawValue)\"",
            at: policy.location, explanation: "A case may be stricter than its site, but looser only for a reason that it names.",
            remedy: "remove it, add a basis such as {kind: previously-published, source: …}, or waive \"looser-dates\" with the reason"))
      }
      return nil
    }
    return chronology
  }

  /// Figures' wounds and waivers' targets must be there.
  fileprivate mutating func checkReferences(in result: Case) {
    let wounds = result.wounds.map(\.id.value)
    let figures = result.figures.map(\.id.value)
    for case let wound? in result.figures.map(\.wound) where !wounds.contains(wound.value) {
      diagnostics.append(.dangling("wound", wound, in: wounds))
    }
    for case let target? in result.waivers.map(\.target) {
      let parts = target.value.split(separator: ".", maxSplits: 1).map(String.init)
      let id = Located(parts.last ?? "", at: target.location)
      switch parts.first {
      case "figures" where parts.count == 2 && !figures.contains(parts[1]): diagnostics.append(.dangling("figure", id, in: figures))
      case "wounds" where parts.count == 2 && !wounds.contains(parts[1]): diagnostics.append(.dangling("wound", id, in: wounds))
      case .some(let key) where !ObjectSchema.case.keys.contains(key) && key != "narrative" && key != "poster":
        let near = nearest(to: key, in: ObjectSchema.case.keys)
        diagnostics.append(
          Diagnostic(
            .error, "unknown-value", "\"\(target.value)\" is no place in a case", at: target.location,
            remedy: near.map { "did you mean \"\($0)\"?" } ?? "write a key of the case, or figures.<id> or wounds.<id>"))
      default: break
      }
    }
  }
}

extension Fields {
  /// A poster's format; what it leaves out is the default's.
  mutating func poster(default format: PosterFormat, id: Located<String>?) -> PosterFormat {
    var poster = format
    poster.id = id ?? Located("poster", at: location)
    if let size = value("size", .paperSize) { poster.size = size.value }
    if let layout = value("layout", .choice(of: PosterFormat.Layout.self)) { poster.layout = layout.value }
    if let columns = value("columns", .integer(1...12)) { poster.columns = columns.value }
    if let distance = value("distance", .distance) { poster.distance = distance.value }
    if has("sections") { poster.sections = texts("sections") }
    if has("spans") { poster.spans = spans() }
    poster.export = object("export", .pictureExport) { $0.pictureExport() }
    return poster
  }

  /// `{format: jpeg, width: 1920, max-bytes: 2MB}`
  private mutating func pictureExport() -> PictureExport? {
    guard let format = value("format", .choice(of: PictureExport.Format.self)), let width = value("width", .integer(320...8_192)) else {
      return nil
    }
    return PictureExport(format: format.value, width: width.value, greatestBytes: value("max-bytes", .byteCount)?.value)
  }

  /// `{timeline: 2}`
  private mutating func spans() -> [PosterFormat.Span] {
    entries("spans").compactMap { entry in
      Self.scalar(entry.value, .integer(1...12), key: entry.key.value, &diagnostics).map {
        PosterFormat.Span(section: entry.key, columns: $0.value)
      }
    }
  }
}
