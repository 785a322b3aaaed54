internal import CasebookModel
internal import DataFormats
internal import Diagnostics
internal import Images

extension Fields {
  mutating func figure(_ context: Context) -> Figure? {
    let kind = value("kind", .choice(of: Figure.Kind.self))?.value ?? .photograph
    let isSensitive = value("sensitive", .boolean)?.value
    let id = required("id", .id)
    var figure = Figure(id: id ?? Located("", at: location), kind: kind, isSensitive: isSensitive, location: location)
    figure.file = path("file", context)
    figure.page = value("page", .integer(1...9_999))?.value
    figure.time = time(context.site.dateOrder)
    figure.wound = text("wound")
    figure.site = text("site")
    figure.view = text("view")?.value
    figure.caption = richText("caption", context)
    figure.alternativeText = text("alt")
    figure.credit = text("credit")?.value
    figure.scale = scale()
    figure.crop = object("crop", .region) { $0.region() }
    figure.redactions = objects("redact", .region) { $0.region() }
    figure.annotations = objects("annotations", .annotation) { $0.annotation() }
    return id == nil ? nil : figure
  }

  /// `{pixels-per-cm: 61}` or `{from: [x, y], to: [x, y], cm: 5}`.
  private mutating func scale() -> Located<Figure.Scale>? {
    guard let place = node("scale")?.location else { return nil }
    return object("scale", .scale) { fields -> Figure.Scale? in
      let perCentimeter = fields.value("pixels-per-cm", .positiveNumber)
      let from = fields.point("from")
      let to = fields.point("to")
      let length = fields.value("cm", .positiveNumber)
      if let perCentimeter { return .pixelsPerCentimeter(perCentimeter.value) }
      if let from, let to, let length, from != to { return .distance(from: from, to: to, centimeters: length.value) }
      if fields.diagnostics.isEmpty {
        fields.diagnostics.append(
          Diagnostic(
            .error, "missing-value", "Scale is not complete", at: fields.location,
            remedy: "write {pixels-per-cm: 61} or {from: [x, y], to: [x, y], cm: 5}"))
      }
      return nil
    }.map { Located($0, at: place) }
  }

  private mutating func region() -> Region? {
    let x = requiredCoordinate("x")
    let y = requiredCoordinate("y")
    let width = requiredCoordinate("width")
    let height = requiredCoordinate("height")
    guard let x, let y, let width, let height else { return nil }
    for (key, extent, start) in [("width", width, x), ("height", height, y)] {
      if extent.isZero || start.exceedsWhole(with: extent) {
        diagnostics.append(
          Diagnostic(
            .error, "outside-picture", extent.isZero ? "Region has no \(key)" : "Region reaches beyond 100% of the picture's \(key)",
            at: node(key)?.location ?? location, remedy: "make x + width and y + height at most 100%"))
        return nil
      }
    }
    return Region(x: x, y: y, width: width, height: height)
  }

  private mutating func annotation() -> Annotation? {
    let label = text("label")?.value
    let at = point("at")
    let arrow = object("arrow", .arrow) { fields -> Annotation.Shape? in
      let from = fields.requiredPoint("from")
      let to = fields.requiredPoint("to")
      guard let from, let to else { return nil }
      return .arrow(from: from, to: to)
    }
    let circle = object("circle", .circle) { fields -> Annotation.Shape? in
      let center = fields.requiredPoint("center")
      let radius = fields.requiredCoordinate("radius")
      guard let center, let radius else { return nil }
      return .circle(center: center, radius: radius)
    }
    if let shape = arrow ?? circle { return Annotation(shape, label: label) }
    if let at, label != nil { return Annotation(.label(at: at), label: label) }
    if diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, "missing-value", "Annotation has neither arrow nor circle nor a placed label", at: location,
          remedy: "write {arrow: {from: [x, y], to: [x, y]}, label: A} or {label: A, at: [x, y]}"))
    }
    return nil
  }

  private mutating func requiredCoordinate(_ key: String) -> Coordinate? { required(key, .coordinate)?.value }

  private mutating func requiredPoint(_ key: String) -> Point? {
    if node(key) == nil { reportMissing(key) }
    return point(key)
  }

  /// `[40%, 52%]`, `[120, 80]`.
  private mutating func point(_ key: String) -> Point? {
    guard let place = node(key) else { return nil }
    let problems = diagnostics.count
    let coordinates = values(key, .coordinate)
    if coordinates.count == 2 { return Point(x: coordinates[0].value, y: coordinates[1].value) }
    if diagnostics.count == problems { diagnostics.append(.wrongType(expected: "a point [x, y]", place, key: key)) }
    return nil
  }
}

extension Reading<Coordinate> {
  static let coordinate = Reading("pixels or percent, such as 120 or 5%") { text, _ in
    if text.hasSuffix("%") {
      guard let percent = number(trimmed(String(text.dropLast()))), percent <= 100 else { return nil }
      return .percent(percent)
    }
    return number(text.hasSuffix("px") ? trimmed(String(text.dropLast(2))) : text).flatMap { $0 <= 100_000 ? .pixels($0) : nil }
  }
}

extension Coordinate {
  fileprivate var isZero: Bool {
    switch self {
    case .pixels(let value), .percent(let value): value == 0
    }
  }

  fileprivate func exceedsWhole(with extent: Coordinate) -> Bool {
    guard case (.percent(let start), .percent(let length)) = (self, extent) else { return false }
    return start + length > 100.000_001
  }
}
