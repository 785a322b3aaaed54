internal import CasebookMaker
package import CasebookModel
internal import DataFormats

/// A PDF that lies ready, and all that was measured of it.
package struct PrintedPoster: Sendable {
  package var path: String
  package var fact: PrintFact
  /// It says DRAFT, since something is wrong with the case.
  package var isDraft: Bool
}

extension PrintedPoster {
  /// What an author, a mentor or a print shop wants to know, as lines.
  package var text: String {
    var lines = [path + (isDraft ? " (draft)" : "")]
    lines.append("  Sheet     \(sheet), \(bytes(fact.byteCount))")
    if let fit = fact.fit {
      let smallest = fit.smallest.points > 0 ? ", smallest \(tenths(fit.smallest.points)) pt (\"\(fit.smallest.text)\")" : ""
      lines.append("  Type      body \(tenths(fit.body)) pt, title \(tenths(fit.title)) pt\(smallest), read from \(fit.distance)")
      let words = fit.blocks.filter { $0.words > 0 }.map { "\($0.title) \($0.words)" }
      if !words.isEmpty { lines.append("  Words     \(words.joined(separator: ", "))") }
      let white = fit.columns.map { "\($0.index): \(tenths($0.white * 100)) %" }
      if !white.isEmpty { lines.append("  White     column \(white.joined(separator: ", "))") }
      let pictures = fit.pictures.map { "\($0.id) \(Int($0.resolution)) dpi" }
      if !pictures.isEmpty { lines.append("  Pictures  \(pictures.joined(separator: ", "))") }
      for problem in fit.problems { lines.append("  Too much  \(problem.block): \(problem.remedy)") }
    }
    return lines.joined(separator: "\n")
  }

  private var sheet: String {
    guard let pages = fact.pdf?.pages, let first = pages.first else { return "picture" }
    let size = "\(tenths(first.width / 72)) × \(tenths(first.height / 72)) in"
    return pages.count == 1 ? size : "\(pages.count) pages of \(size)"
  }

  /// For programs: what the page's script measured, and what the PDF is. Lengths in points and CSS pixels as their names say.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("file", .string(path)), .init("document", .string(fact.recipe.id)), .init("draft", .bool(isDraft)),
      .init("bytes", .integer(fact.byteCount)),
    ]
    if let pdf = fact.pdf {
      members.append(
        .init(
          "pages",
          .array(pdf.pages.map { .object([.init("points", .array([.number("\($0.width)"), .number("\($0.height)")]))]) })))
      members.append(
        .init("fonts", .array(pdf.fonts.map { .object([.init("name", .string($0.name)), .init("kind", .string($0.kind))]) })))
      members.append(
        .init(
          "pictures",
          .array(
            pdf.images.map { image in
              .object([
                .init("width", .integer(image.width)), .init("height", .integer(image.height)),
                .init("inches", .number("\((image.printedWidth * 100).rounded() / 100)")),
                .init("dpi", .integer(image.resolution.isFinite ? Int(min(image.resolution, 1e9)) : 0)),
              ])
            })))
    }
    members.append(.init("fit", fact.fit?.json ?? .null))
    return .object(members)
  }
}

extension [PrintedPoster] {
  /// The report as JSON, one object a document.
  package var jsonText: String { String(decoding: JSONValue.array(map(\.json)).serialized(.indented), as: UTF8.self) }
}

/// "29.4", "24".
private func tenths(_ value: Double) -> String {
  let rounded = (value * 10).rounded()
  guard rounded.isFinite, abs(rounded) < 1e12 else { return "?" }
  let number = Int(rounded)
  return number % 10 == 0 ? String(number / 10) : "\(number / 10).\(abs(number) % 10)"
}

/// "2.7 MB", "840 kB".
private func bytes(_ count: Int) -> String {
  count >= 1_000_000 ? "\(tenths(Double(count) / 1_000_000)) MB" : "\(tenths(Double(count) / 1_000)) kB"
}
