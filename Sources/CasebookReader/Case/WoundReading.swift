internal import CasebookModel
internal import DataFormats
internal import Diagnostics
internal import WoundProgress

/// Where a wound's measurements come from.
enum MeasurementSource {
  /// A CSV file, relative to the site's folder.
  case file(Located<String>)
  /// The items of the list in `case.yaml`.
  case inline([Node])
  /// Nothing said: `measurements.csv`, if it is there and has rows for the wound.
  case unstated
}

extension Fields {
  mutating func wound(_ context: Context) -> (wound: Wound, source: MeasurementSource)? {
    let id = required("id", .id)
    var wound = Wound(id: id ?? Located("", at: location), location: location)
    wound.label = text("label")?.value
    wound.site = text("site")
    wound.kind = value("type", .choice(of: Wound.Kind.self))?.value
    wound.etiology = text("etiology")?.value
    wound.areaMethod = value("area-method", .choice(of: AreaMethod.self))
    wound.classifications = entries("classifications").compactMap { entry in
      guard !entry.value.isNull else { return nil }
      return Fields.scalar(entry.value, .text, key: entry.key.value, &diagnostics).map {
        Wound.Classification(system: entry.key, value: $0.value)
      }
    }
    let source = measurementSource(context)
    return id == nil ? nil : (wound, source)
  }

  private mutating func measurementSource(_ context: Context) -> MeasurementSource {
    guard let node = node("measurements") else { return .unstated }
    if let rows = node.elements { return .inline(rows) }
    return path("measurements", context).map { .file($0) } ?? .inline([])
  }
}
