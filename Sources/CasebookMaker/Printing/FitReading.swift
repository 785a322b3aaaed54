package import CasebookModel
package import DataFormats

extension FitReport {
  /// Reads what a page's `casebookFit` gave; nil for anything else. A page may say what it wants, so nothing is taken for granted.
  package init?(_ node: Node) {
    guard let fits = node["fits"]?.text, let width = node["width"]?.measure, let height = node["height"]?.measure else { return nil }
    self.init(
      fits: fits == "true", width: width, height: height, body: node["body"]?.measure ?? 0, title: node["title"]?.measure ?? 0,
      floor: node["floor"]?.measure ?? 0, distance: node["distance"]?.text ?? "")
    smallest = (node["smallest"]?["points"]?.measure ?? 0, node["smallest"]?["text"]?.text ?? "")
    blocks = (node["blocks"]?.elements ?? []).prefix(500).map { Block($0) }
    columns = (node["columns"]?.elements ?? []).prefix(50).map {
      Column(index: $0["index"]?.count ?? 0, white: $0["white"]?.measure ?? 0)
    }
    pictures = (node["pictures"]?.elements ?? []).prefix(1_000).map {
      Picture(
        id: $0["id"]?.text ?? "", printedWidth: $0["printedWidth"]?.measure ?? 0, naturalWidth: $0["naturalWidth"]?.count ?? 0,
        resolution: $0["dpi"]?.measure ?? 0)
    }
    problems = (node["problems"]?.elements ?? []).prefix(100).map {
      Problem(
        block: $0["block"]?.text ?? "", words: $0["by"]?["words"]?.count, pixels: $0["by"]?["px"]?.measure,
        points: $0["by"]?["points"]?.measure, remedy: $0["remedy"]?.text ?? "")
    }
  }
}

extension FitReport.Block {
  fileprivate init(_ node: Node) {
    func measure(_ key: String) -> Double { node[key]?.measure ?? 0 }
    self.init(
      title: node["title"]?.text ?? "", words: node["words"]?.count ?? 0, column: node["column"]?.count ?? 0, x: measure("x"),
      y: measure("y"), width: measure("width"), height: measure("height"), points: measure("points"))
  }
}

extension Node {
  fileprivate var measure: Double? { text.flatMap { Double($0) }.flatMap { $0.isFinite && abs($0) < 1e9 ? $0 : nil } }
  fileprivate var count: Int? { measure.map { Int($0) } }
}

extension FitReport {
  /// As the page gave it, with what is used of it.
  package var json: JSONValue {
    func number(_ value: Double) -> JSONValue { .number(value.rounded() == value ? String(Int(value)) : "\(value)") }
    return .object([
      .init("fits", .bool(fits)), .init("width", number(width)), .init("height", number(height)), .init("body", number(body)),
      .init("title", number(title)), .init("floor", number(floor)), .init("distance", .string(distance)),
      .init("smallest", .object([.init("points", number(smallest.points)), .init("text", .string(smallest.text))])),
      .init(
        "blocks",
        .array(
          blocks.map { block in
            .object([
              .init("title", .string(block.title)), .init("words", .integer(block.words)), .init("column", .integer(block.column)),
              .init("x", number(block.x)), .init("y", number(block.y)), .init("width", number(block.width)),
              .init("height", number(block.height)), .init("points", number(block.points)),
            ])
          })),
      .init("columns", .array(columns.map { .object([.init("index", .integer($0.index)), .init("white", number($0.white))]) })),
      .init(
        "pictures",
        .array(
          pictures.map {
            .object([
              .init("id", .string($0.id)), .init("printedWidth", number($0.printedWidth)),
              .init("naturalWidth", .integer($0.naturalWidth)), .init("dpi", number($0.resolution)),
            ])
          })),
      .init(
        "problems",
        .array(
          problems.map { problem in
            .object([
              .init("block", .string(problem.block)),
              .init(
                "by",
                .object(
                  [
                    problem.words.map { JSONValue.Member("words", .integer($0)) }, problem.pixels.map { .init("px", number($0)) },
                    problem.points.map { .init("points", number($0)) },
                  ].compactMap { $0 })),
              .init("remedy", .string(problem.remedy)),
            ])
          })),
    ])
  }
}
