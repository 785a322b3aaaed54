internal import CasebookModel
internal import DataFormats
internal import Markdown
internal import WoundProgress

/// A case's structured data as JSON, by the schema that `casebook schema case-data` prints. Ages and times are as the site publishes them.
struct CaseDataDownload {
  private let `case`: Case
  private let site: Site
  private let courses: [WoundCourse]

  init(of case: Case, _ site: Site, _ courses: [WoundCourse]) {
    self.case = `case`
    self.site = site
    self.courses = courses
  }

  var bytes: [UInt8] {
    var members: [JSONValue.Member] = [.init("format", .string(CaseDataSchema.format)), .init("slug", .string(`case`.slug))]
    func add(_ key: String, _ value: JSONValue?) {
      switch value {
      case nil, .array([]): return
      case .some(let value): members.append(.init(key, value))
      }
    }
    add("title", .string(`case`.title.inlines.plainText))
    add("keyMessage", text(`case`.keyMessage))
    add("language", .string(`case`.language))
    add("synthetic", `case`.isSynthetic ? true : nil)
    add("authors", .array(`case`.authors.map { .string($0.name.full) }))
    add("published", `case`.published.map { .string($0.value.description) })
    add("updated", `case`.updated.map { .string($0.value.description) })
    add("license", site.license.map { .string($0) })
    add("patient", `case`.patient.description(by: site.ages).map { .string($0) })
    add("diagnosis", `case`.diagnosis.map { .string($0.value) })
    add("codes", strings(`case`.codes.map(\.value)))
    add("keywords", strings(`case`.keywords.map(\.value)))
    add("topics", strings(`case`.topics.map(\.value)))
    add("outcome", `case`.outcome.map { .string($0.value) })
    add("events", .array(EventList(of: `case`, kinds: []).rows.map(event)))
    add("wounds", .array(`case`.wounds.map(wound)))
    return JSONValue.object(members).serialized(.indented)
  }

  private func text(_ text: RichText?) -> JSONValue? { text.map { .string($0.inlines.plainText) } }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func event(_ row: (label: String, event: Event)) -> JSONValue {
    .object([
      .init("time", .string(row.label)), .init("kind", .string(row.event.kind.rawValue)),
      .init("text", .string(row.event.text.inlines.plainText)),
    ])
  }

  private func wound(_ wound: Wound) -> JSONValue {
    var members: [JSONValue.Member] = [.init("id", .string(wound.id.value)), .init("name", .string(wound.name))]
    func add(_ key: String, _ value: String?) { if let value { members.append(.init(key, .string(value))) } }
    add("site", wound.site?.value)
    add("type", wound.kind?.rawValue)
    add("etiology", wound.etiology)
    if !wound.classifications.isEmpty {
      let grades = wound.classifications.map { JSONValue.Member($0.system.value, .string($0.value)) }
      members.append(.init("classifications", .object(grades)))
    }
    guard let course = courses.first(where: { $0.wound.id.value == wound.id.value }) else { return .object(members) }
    add("areaMethod", course.method.rawValue)
    add("trajectory", course.series.trajectory.rawValue)
    let times = DownloadTimes(course.rows.map { wound.visits[$0.visit].time }, in: `case`.chronology)
    members.append(.init("visits", .array(course.rows.map { visit($0, of: course, times) })))
    return .object(members)
  }

  /// What was recorded as numbers, what is computed as the page shows it.
  private func visit(_ row: WoundCourse.Row, of course: WoundCourse, _ times: DownloadTimes) -> JSONValue {
    let measurement = course.measurement(row)
    var members: [JSONValue.Member] = []
    if let time = times.value(course.wound.visits[row.visit].time) {
      members.append(.init(times.name, times.name == "date" ? .string(time) : .number(time)))
    }
    let sizes: [(String, Decimal?)] = [
      ("lengthCm", measurement.length), ("widthCm", measurement.width), ("depthCm", measurement.depth), ("tracedAreaCm2", measurement.area),
      ("perimeterCm", measurement.perimeter), ("underminingCm", measurement.undermining?.depth), ("tunnelCm", measurement.tunnel?.length),
    ]
    for case (let key, let value?) in sizes { members.append(.init(key, .number(value.text))) }
    let words = [
      ("underminingClock", measurement.undermining?.clock.flatMap(shownClock)),
      ("tunnelClock", measurement.tunnel?.clock.flatMap(shownClock)),
      ("exudate", measurement.exudate), ("exudateType", measurement.exudateType), ("method", measurement.lengthMethod?.rawValue),
    ]
    for case (let key, let value?) in words { members.append(.init(key, .string(value))) }
    let tissue = measurement.tissue.recorded.map { JSONValue.Member($0.kind.rawValue, .integer($0.percent)) }
    if !tissue.isEmpty { members.append(.init("tissuePercent", .object(tissue))) }
    if let pain = measurement.pain { members.append(.init("painNRS", .integer(pain))) }
    members.append(.init("state", .string(course.state(row) ?? "open")))
    if let point = row.point.map({ course.series.points[$0] }) {
      members.append(.init("areaCm2", .string(point.area.text)))
      if point.change != nil, let reduction = point.reduction { members.append(.init("areaReductionPercent", .string(reduction.text))) }
    }
    return .object(members)
  }
}
