internal import Diagnostics

/// Fills one template. Keeps going after an unknown name, so that all of them are told at once.
struct Renderer {
  private let templates: [String: Template]
  private(set) var out: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []
  /// What names are looked up in, innermost last.
  private var contexts: [TemplateValue]
  /// Blocks that replace others, of the outermost parent tag first: that one wins.
  private var replacements: [[String: Block]] = []
  /// Where the templates being written were included.
  private var inclusions: [SourceLocation] = []
  private var indentation: [UInt8] = []
  private var isAtLineStart = false
  private var depth = 0
  private var inclusionCount = 0
  private var isStopped = false
  private var reported: Set<SourceLocation> = []

  /// Sections, blocks and templates inside each other, across templates: what a template that includes itself may reach.
  private static let deepest = 400
  /// Inclusions in one page: a stop for templates that include each other many times over.
  private static let mostInclusions = 1_000_000

  init(templates: [String: Template], value: TemplateValue, out: consuming [UInt8]) {
    self.templates = templates
    self.out = out
    contexts = [value]
  }

  mutating func render(_ template: Template) { write(template.nodes) }

  private mutating func write(_ nodes: [Node]) {
    depth += 1
    defer { depth -= 1 }
    for node in nodes where !isStopped {
      switch node {
      case .text(let text): writeText(text)
      case .variable(let name, let isEscaped):
        if let value = value(of: name) { writeValue(value, name: name, isEscaped: isEscaped) }
      case .section(let name, let children):
        if let value = value(of: name) { writeSection(value, children) }
      case .inverted(let name, let children):
        if let value = value(of: name), !value.isShown { write(children) }
      case .partial(let inclusion): write(inclusion)
      case .block(let block): write(block)
      }
    }
  }

  private mutating func writeText(_ text: [UInt8]) {
    guard !indentation.isEmpty else {
      out.append(contentsOf: text)
      return
    }
    for line in text.split(separator: newline, omittingEmptySubsequences: false) {
      if line.endIndex > line.startIndex { indent() }
      out.append(contentsOf: line)
      guard line.endIndex < text.endIndex else { break }
      out.append(newline)
      isAtLineStart = true
    }
  }

  /// Writes the indentation when it is due. Empty lines get none.
  private mutating func indent() {
    if isAtLineStart, !indentation.isEmpty { out.append(contentsOf: indentation) }
    isAtLineStart = false
  }

  private mutating func writeValue(_ value: TemplateValue, name: Name, isEscaped: Bool) {
    switch value {
    case .text(var text):
      if text.isEmpty { return }
      indent()
      if isEscaped {
        text.withUTF8 { appendEscaped($0, to: &out) }
      } else {
        out.append(contentsOf: text.utf8)
      }
    case .markup(let markup):
      if markup.isEmpty { return }
      indent()
      out.append(contentsOf: markup)
    case .flag(false): break
    case .flag(true), .list, .object:
      report(
        "template-value-kind", "\"\(name.text)\" is \(value.kind), not a text", at: name.location,
        remedy: "use it as a section: {{#\(name.text)}}…{{/\(name.text)}}")
    }
  }

  private mutating func writeSection(_ value: TemplateValue, _ children: [Node]) {
    guard value.isShown else { return }
    switch value {
    case .flag: write(children)
    case .list(let elements):
      for element in elements { write(children, in: element) }
    default: write(children, in: value)
    }
  }

  private mutating func write(_ children: [Node], in value: TemplateValue) {
    contexts.append(value)
    write(children)
    contexts.removeLast()
  }
}

extension Renderer {
  private mutating func write(_ inclusion: Inclusion) {
    guard let template = templates[inclusion.template] else {
      report(unknownTemplate(inclusion.template, at: inclusion.location, known: templates.keys))
      return
    }
    inclusionCount += 1
    guard depth < Self.deepest, inclusionCount <= Self.mostInclusions else {
      isStopped = true
      return report(
        "template-without-end", "Template \"\(inclusion.template)\" is included without end", at: inclusion.location,
        remedy: "include it in a section that ends: {{#children}}{{>\(inclusion.template)}}{{/children}}")
    }
    let isReplacing = !inclusion.replacements.isEmpty
    if isReplacing { replacements.append(inclusion.replacements) }
    inclusions.append(inclusion.location)
    indented(by: inclusion.indentation) { $0.write(template.nodes) }
    inclusions.removeLast()
    if isReplacing { replacements.removeLast() }
  }

  private mutating func write(_ block: Block) {
    let content = replacement(of: block.name)?.content ?? block.content
    let start = out.count
    guard depth < Self.deepest else {
      isStopped = true
      return report(
        "template-without-end", "Block \"\(block.name)\" contains itself", at: block.location, remedy: "give one of the blocks another name"
      )
    }
    indented(by: block.indentation) { $0.write(content) }
    if block.endsLine, out.count > start, out.last != newline {
      out.append(newline)
      isAtLineStart = true
    }
  }

  private func replacement(of name: String) -> Block? {
    for blocks in replacements {
      if let block = blocks[name] { return block }
    }
    return nil
  }

  /// A tag that stood alone on its line puts its indentation before each line of what it writes.
  private mutating func indented(by more: [UInt8], _ body: (inout Renderer) -> Void) {
    guard !more.isEmpty else { return body(&self) }
    let count = indentation.count
    indentation += more
    isAtLineStart = true
    body(&self)
    indentation.removeSubrange(count...)
  }
}

extension Renderer {
  /// The value of a name, looked up from the innermost context outwards; nil, and reported, when it is not there.
  private mutating func value(of name: Name) -> TemplateValue? {
    guard let first = name.parts.first else { return contexts[contexts.count - 1] }
    var found: TemplateValue?
    for context in contexts.reversed() {
      guard case .object(let members) = context, let value = members[first] else { continue }
      found = value
      break
    }
    guard var value = found else {
      reportUnknown(name, part: 0, known: contexts.flatMap(\.names))
      return nil
    }
    for (index, part) in name.parts.enumerated().dropFirst() {
      guard case .object(let members) = value, let member = members[part] else {
        reportUnknown(name, part: index, known: value.names)
        return nil
      }
      value = member
    }
    return value
  }

  private mutating func reportUnknown(_ name: Name, part index: Int, known: [String]) {
    let part = name.parts[index]
    let owner = name.parts[..<index].joined(separator: ".")
    var location = name.location
    let before = owner.isEmpty ? 0 : owner.unicodeScalars.count + 1
    location.column += before
    location.length = part.unicodeScalars.count
    let names = Set(known).sorted()
    let listed = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    report(
      Diagnostic(
        .error, "unknown-template-name", owner.isEmpty ? "\"\(part)\" is not known here" : "\"\(owner)\" has no \"\(part)\"", at: location,
        explanation: names.isEmpty ? "No names are known here." : "Known here: \(listed).",
        remedy: nearest(to: part, in: names).map { "did you mean \"\($0)\"?" } ?? "use a name that is known here"))
  }

  private mutating func report(_ rule: String, _ summary: String, at location: SourceLocation, remedy: String) {
    report(Diagnostic(.error, rule, summary, at: location, remedy: remedy))
  }

  /// Once for each place: a list of a thousand says it once.
  private mutating func report(_ diagnostic: Diagnostic) {
    if let location = diagnostic.location, !reported.insert(location).inserted { return }
    var diagnostic = diagnostic
    if let place = inclusions.last { diagnostic.notes.append(.init("included here", at: place)) }
    diagnostics.append(diagnostic)
  }
}

extension Name {
  var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
}

extension TemplateValue {
  fileprivate var names: [String] {
    guard case .object(let members) = self else { return [] }
    return Array(members.keys)
  }

  fileprivate var kind: String {
    switch self {
    case .text: "a text"
    case .markup: "markup"
    case .flag: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
