/// A drawing that holds nothing but shapes, and what was left out of the original.
package struct SanitizedSVG: Hashable, Sendable {
  package var bytes: [UInt8]
  /// "script element", "onclick attribute", each once, sorted.
  package var removed: [String]
}

/// Writes an SVG anew from allowed elements and attributes: no script, no outside reference, no comment, no editor's data.
///
///     try sanitizedSVG(Array("<svg viewBox='0 0 1 1' onload='x()'><rect width='1' height='1'/></svg>".utf8)).removed
///     // ["onload attribute"]
///
/// Identifiers are renamed, since editors put file names in them.
package func sanitizedSVG(_ bytes: [UInt8]) throws(ImageProblem) -> SanitizedSVG {
  let view = ByteView(bytes)
  var writer = SVGWriter(references: try references(in: view))
  var scanner = try XMLScanner(view)
  while let event = try scanner.next() { try writer.write(event) }
  return try writer.finished()
}

/// The identifiers that are referred to within the drawing, with their new names `i1`, `i2`, … in order of appearance.
private func references(in view: ByteView) throws(ImageProblem) -> [String: String] {
  var names: [String: String] = [:]
  var scanner = try XMLScanner(view)
  while let event = try scanner.next() {
    let found =
      switch event {
      case .start(_, let attributes, _): attributes.flatMap { referencedNames($0) }
      case .text(let text): referencedNames(("", text))
      case .end: [String]()
      }
    for name in found where names[name] == nil { names[name] = "i\(names.count + 1)" }
  }
  return names
}

private func referencedNames(_ attribute: (name: String, value: String)) -> [String] {
  if localName(attribute.name) == "href", attribute.value.first == "#" { return [String(attribute.value.dropFirst())] }
  return attribute.value.split(separator: "url(#").dropFirst(attribute.value.hasPrefix("url(#") ? 0 : 1).compactMap {
    $0.split(separator: ")").first.map(String.init)
  }
}

private struct SVGWriter {
  let references: [String: String]
  private var output = ""
  private var removed: Set<String> = []
  private var open: [String] = []
  /// How deep the writer is within an element that is left out; 0 outside.
  private var skipping = 0

  init(references: [String: String]) { self.references = references }

  mutating func write(_ event: XMLScanner.Event) throws(ImageProblem) {
    switch event {
    case .start(let name, let attributes, let isEmpty): try start(name, attributes, isEmpty)
    case .end(let name):
      guard open.popLast() == name else { throw .damaged("its XML is malformed: \"\(name)\" is closed but not open") }
      if skipping > 0 { skipping -= 1 } else { output += "</\(localName(name))>" }
    case .text(let text): write(text)
    }
  }

  func finished() throws(ImageProblem) -> SanitizedSVG {
    guard open.isEmpty, !output.isEmpty else { throw .truncated("the end of the drawing is missing") }
    return SanitizedSVG(bytes: Array((output + "\n").utf8), removed: removed.sorted())
  }

  private mutating func start(_ name: String, _ attributes: [(name: String, value: String)], _ isEmpty: Bool) throws(ImageProblem) {
    guard open.count < 256 else { throw .damaged("its elements are nested more than 256 deep") }
    let local = localName(name)
    if !isEmpty { open.append(name) }
    guard skipping == 0, svgElements.contains(local), name == local || name == "svg:\(local)" else {
      if skipping == 0, !silentlyDropped.contains(local) { removed.insert("\(local) element") }
      if !isEmpty { skipping += 1 }
      return
    }
    let isRoot = output.isEmpty
    guard !isRoot || local == "svg" else { throw ImageProblem(.notAnImage, "is XML but not an SVG picture") }
    output += "<\(local)" + (isRoot ? " xmlns=\"http://www.w3.org/2000/svg\"" : "")
    if isRoot { try writeSize(attributes) }
    for attribute in attributes { write(attribute, onRoot: isRoot) }
    output += isEmpty ? "/>" : ">"
  }

  /// The root always says its width, height and box, so that every page can lay it out.
  private mutating func writeSize(_ attributes: [(name: String, value: String)]) throws(ImageProblem) {
    let size = try svgSize(attributes)
    output += " width=\"\(size.width)\" height=\"\(size.height)\""
    if !attributes.contains(where: { $0.name == "viewBox" }) { output += " viewBox=\"0 0 \(size.width) \(size.height)\"" }
  }

  private mutating func write(_ attribute: (name: String, value: String), onRoot: Bool) {
    let (name, value) = attribute
    if onRoot, name == "width" || name == "height" { return }
    if name == "id" {
      if let new = references[value] { output += " id=\"\(new)\"" }
    } else if localName(name) == "href", name == "href" || name == "xlink:href" {
      guard value.first == "#", let new = references[String(value.dropFirst())] else { return note(attribute) }
      output += " href=\"#\(new)\""
    } else if svgAttributes.contains(name), isSafeStyle(value) {
      output += " \(name)=\"\(escaped(renamed(value)))\""
    } else {
      note(attribute)
    }
  }

  /// Editors' own attributes go without a word; what could act or fetch is named.
  private mutating func note(_ attribute: (name: String, value: String)) {
    let local = localName(attribute.name)
    if local.hasPrefix("on") || local == "href" || svgAttributes.contains(local) { removed.insert("\(local) attribute") }
  }

  private mutating func write(_ text: String) {
    guard skipping == 0, let parent = open.last.map(localName) else { return }
    if parent == "style" {
      if isSafeStyle(text) { output += escaped(renamed(text)) } else { removed.insert("style element") }
    } else if parent == "text" || parent == "tspan" || parent == "textPath" {
      output += escaped(text)
    }
  }

  private func renamed(_ value: String) -> String {
    guard value.contains("url(#") else { return value }
    let parts = value.split(separator: "url(#", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      let name = part.prefix { $0 != ")" }
      return text + "url(#" + (references[String(name)] ?? "none") + part.dropFirst(name.count)
    }
  }
}

/// A value that fetches nothing: no `@import`, no escape that hides one, no `url` but to the drawing itself.
private func isSafeStyle(_ value: String) -> Bool {
  guard value.utf8.contains(where: { "(\\@:/".utf8.contains($0) }) else { return true }
  let lower = value.lowercased().filter { !$0.isWhitespace }
  if lower.contains("\\") || lower.contains("@") || lower.contains("javascript:") || lower.contains("expression(") { return false }
  if lower.contains("image(") || lower.contains("image-set(") || lower.contains("/*") { return false }
  return lower.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().allSatisfy { $0.first == "#" }
}

private func escaped(_ text: String) -> String {
  var output = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": output += "&amp;"
    case "<": output += "&lt;"
    case ">": output += "&gt;"
    case "\"": output += "&quot;"
    case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
    case _ where scalar.value < 0x20: break
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output
}
