internal import CasebookModel

extension ObjectSchema {
  static let figure = ObjectSchema(
    "a figure",
    [
      Property("id", .id, "Its name in this case", required: true),
      Property("file", .text, "The original, relative to this file; none: not available", synonyms: ["image", "src", "path", "photo"]),
      Property("page", .integer(1...9_999), "Which page, where the file is a PDF; the first is the default"),
      Property("kind", .choice(of: Figure.Kind.self), "photograph is the default", synonyms: ["type"]),
    ] + times + [
      Property("wound", .text, "The wound it shows, whose site it then has"),
      Property("site", .text, "Where on the body", synonyms: ["location"]),
      Property("view", .text, "Such as plantar"), Property("caption", .text, "The caption"),
      Property("alt", .text, "What who can't see the picture needs to know", synonyms: ["alt-text", "alternative-text"]),
      Property("credit", .text, "Who made it", synonyms: ["photographer", "source"]),
      Property("scale", .object(.scale), "How large things are"),
      Property("crop", .object(.region), "What of the upright picture is shown"),
      Property("redact", .list(.object(.region)), "What is made unrecognisable"),
      Property("annotations", .list(.object(.annotation)), "Arrows, circles and letters on the picture"),
      Property("sensitive", .boolean, "true covers it until asked for; the default for clinical photographs"),
    ])

  static let scale = ObjectSchema(
    "a scale",
    [
      Property("pixels-per-cm", .number, "Pixels of the original to a centimetre"), Property("from", .point, "A point [x, y] on a ruler"),
      Property("to", .point, "Another point on it"), Property("cm", .number, "The distance between them"),
    ])

  static let region = ObjectSchema(
    "a region",
    [
      Property("x", .coordinate, "From the left, in pixels or percent", required: true),
      Property("y", .coordinate, "From the top, in pixels or percent", required: true),
      Property("width", .coordinate, "In pixels or percent", required: true),
      Property("height", .coordinate, "In pixels or percent", required: true),
    ])

  static let annotation = ObjectSchema(
    "an annotation",
    [
      Property("arrow", .object(.arrow), "An arrow"), Property("circle", .object(.circle), "A circle"),
      Property("at", .point, "Where a label without arrow and circle stands"), Property("label", .text, "A letter or a word"),
    ])

  static let arrow = ObjectSchema(
    "an arrow", [Property("from", .point, "Its end [x, y]", required: true), Property("to", .point, "Its tip [x, y]", required: true)])

  static let circle = ObjectSchema(
    "a circle",
    [
      Property("center", .point, "[x, y]", required: true),
      Property("radius", .coordinate, "In pixels or percent of the width", required: true),
    ])
}
