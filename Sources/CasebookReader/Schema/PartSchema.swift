internal import CasebookModel

extension ObjectSchema {
  /// The options of a generated part, by its name.
  static let parts: [String: ObjectSchema] = [
    "timeline": ObjectSchema("a timeline part", figureSelection), "figures": ObjectSchema("a figures part", figureSelection),
    "figure": ObjectSchema("a figure part", [Property("id", .id, "The figure's id"), Property("figure", .id, "The same")]),
    "wound-table": ObjectSchema("a wound-table part", woundSelection), "wound-chart": ObjectSchema("a wound-chart part", woundSelection),
    "events": ObjectSchema("an events part", [Property("kinds", .list(.choice(of: Event.Kind.self)), "Only these kinds of events")]),
    "table": ObjectSchema(
      "a table part",
      [
        Property("file", .text, "A CSV file in the case's folder", required: true), Property("caption", .text, "The caption"),
        Property("id", .id, "What cross-references name"),
      ]),
    "references": ObjectSchema(
      "a references part",
      [Property("first", .integer(GeneratedPart.entries), "On posters only so many entries; it is said where the rest is")]),
  ]

  private static let figureSelection = [
    Property("figures", .list(.id), "Only these figures"), Property("wound", .id, "Only this wound's"),
    Property("site", .text, "Only this site's"),
    Property("caption", .text, "The caption"), Property("id", .id, "What cross-references name"),
  ]

  private static let woundSelection = [
    Property("wounds", .list(.id), "Only these wounds", synonyms: ["wound"]),
    Property("form", .choice(of: GeneratedPart.WoundSelection.Form.self), "area, percent or log"), Property("title", .text, "The title"),
    Property("caption", .text, "The caption"),
    Property("columns", .list(.choice(of: GeneratedPart.WoundSelection.Column.self)), "The table's columns"),
    Property("push", .boolean, "true shows PUSH scores"), Property("milestones", .boolean, "true shows milestones"),
    Property("tissue", .boolean, "true shows the tissue"), Property("id", .id, "What cross-references name"),
  ]
}
