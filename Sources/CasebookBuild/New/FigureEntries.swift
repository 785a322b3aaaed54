internal import DataFormats
package import Diagnostics

/// A photograph that becomes a figure of a case.
struct NewFigure: Hashable, Sendable {
  var id: String
  /// Relative to `case.yaml`.
  var file: String
  /// `yyyy-mm-dd` by the camera's clock.
  var date: String?

  /// As an element of `figures:`, its dash at this indentation.
  fileprivate func lines(indent: String) -> [String] {
    let date =
      date.map { "date: \($0)              # by the camera's clock; or week:, day:, visit:" }
      ?? "week:                         # or date:, day:, visit:"
    return [
      "\(indent)- id: \(id)", "\(indent)  file: \(file)", "\(indent)  \(date)",
      "\(indent)  site:                         # where on the body, such as Right foot, plantar",
      "\(indent)  alt:                          # what is to be seen, for those who cannot see it",
    ]
  }
}

/// The text of `case.yaml` with more figures at the end of its list; every other line, comments included, stays as it is.
///
/// Throws a diagnostic where the list is written so that a line cannot be added, and where the text is not YAML.
func adding(_ figures: [NewFigure], to text: [UInt8], file: String) throws(NewFiguresProblem) -> [UInt8] {
  let (root, problems) = YAML.parse(text, file: file)
  guard let root, let entries = root.entries, !problems.containErrors else {
    throw NewFiguresProblem(problems.first { $0.severity == .error } ?? unfit(file, SourceLocation(file: file)))
  }
  // By bytes: "\r\n" is one character to Swift.
  let rows = text.split(separator: 10, omittingEmptySubsequences: false)
  let ending = rows.first?.last == 13 ? "\r\n" : "\n"
  var lines = rows.map { String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self) }
  try insert(figures, into: &lines, entries, file)
  let result = Array(lines.joined(separator: ending).utf8)
  guard let read = YAML.parse(result, file: file).node, isSame(root, read, but: figures.count) else {
    throw NewFiguresProblem(unfit(file, root["figures"]?.location ?? SourceLocation(file: file)))
  }
  return result
}

struct NewFiguresProblem: Error {
  var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

private func unfit(_ file: String, _ place: SourceLocation) -> Diagnostic {
  Diagnostic(
    .error, "figures-not-added", "Figures cannot be added to a list that is written like this", at: place,
    remedy: "give each figure a line of its own that begins with a dash, then run the command again")
}

private func insert(
  _ figures: [NewFigure], into lines: inout [String], _ entries: [Node.Entry], _ file: String
) throws(NewFiguresProblem) {
  guard let number = entries.firstIndex(where: { $0.key.value == "figures" }) else {
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines += ["", "figures:"] + figures.flatMap { $0.lines(indent: "  ") } + [""]
    return
  }
  let entry = entries[number]
  let key = entry.key.location.line - 1
  guard lines.indices.contains(key), entry.key.location.column == 1 else { throw NewFiguresProblem(unfit(file, entry.key.location)) }
  let elements = entry.value.elements ?? []
  guard let first = elements.first else {
    guard let bare = withoutEmptyValue(lines[key]) else { throw NewFiguresProblem(unfit(file, entry.key.location)) }
    lines[key] = bare
    lines.insert(contentsOf: figures.flatMap { $0.lines(indent: "  ") }, at: key + 1)
    return
  }
  guard let indent = indentation(ofElementAt: first.location, lines) else { throw NewFiguresProblem(unfit(file, first.location)) }
  var end = number + 1 < entries.count ? entries[number + 1].key.location.line - 1 : lines.count
  while end > key + 1, end <= lines.count, isLoose(lines[end - 1]) { end -= 1 }
  lines.insert(contentsOf: figures.flatMap { $0.lines(indent: indent) }, at: end)
  if end == lines.count - figures.count * 5 { lines.append("") }
}

/// `figures: []  # none yet` as `figures:  # none yet`; nil where something stands there.
private func withoutEmptyValue(_ line: String) -> String? {
  guard let colon = line.firstIndex(of: ":") else { return nil }
  let value = line[line.index(after: colon)...]
  let text = value.prefix { $0 != "#" }
  guard ["", "[]", "~", "null"].contains(text.filter { $0 != " " }) else { return nil }
  let comment = value.dropFirst(text.count)
  return line[...colon] + (comment.isEmpty ? "" : "  " + comment)
}

/// The blanks before an element's dash; nil where no dash stands before it on its line.
private func indentation(ofElementAt place: SourceLocation, _ lines: [String]) -> String? {
  guard lines.indices.contains(place.line - 1) else { return nil }
  let before = lines[place.line - 1].prefix(max(0, place.column - 1))
  let blanks = before.prefix { $0 == " " }
  let rest = before.dropFirst(blanks.count)
  return rest.first == "-" && rest.dropFirst().allSatisfy { $0 == " " } ? String(blanks) : nil
}

/// A blank line, or a comment that stands at the margin and so belongs to what follows.
private func isLoose(_ line: String) -> Bool { line.hasPrefix("#") || line.allSatisfy { $0 == " " || $0 == "\t" } }

/// Do both say the same, but for `count` more figures in the second?
private func isSame(_ a: Node, _ b: Node, but count: Int) -> Bool {
  guard let before = a.entries, let after = b.entries else { return false }
  func others(_ entries: [Node.Entry]) -> [Node.Entry] { entries.filter { $0.key.value != "figures" } }
  let (old, new) = (a["figures"]?.elements ?? [], b["figures"]?.elements ?? [])
  return new.count == old.count + count && zip(old, new).allSatisfy { isSame($0, $1) }
    && isSame(Node(.mapping(others(before)), at: a.location), Node(.mapping(others(after)), at: b.location))
}

/// Equal but for their places; the reader bounds the depth.
private func isSame(_ a: Node, _ b: Node) -> Bool {
  switch (a.content, b.content) {
  case (.scalar(let a, let plain), .scalar(let b, let also)): a == b && plain == also
  case (.sequence(let a), .sequence(let b)): a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
  case (.mapping(let a), .mapping(let b)):
    a.count == b.count && zip(a, b).allSatisfy { $0.key.value == $1.key.value && isSame($0.value, $1.value) }
  default: false
  }
}
