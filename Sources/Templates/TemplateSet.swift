package import Diagnostics

/// All templates of a site, by the names that tags use: `head` for the file `head.html`.
package struct TemplateSet: Sendable {
  let templates: [String: Template]
  /// What is wrong between the templates: a partial that is not there, a block that its parent does not have.
  package let diagnostics: [Diagnostic]

  package init(_ templates: [String: Template]) {
    self.templates = templates
    var validator = Validator(templates: templates)
    for name in templates.keys.sorted() { validator.check(templates[name]?.nodes ?? []) }
    diagnostics = validator.diagnostics.inReadingOrder()
  }

  /// The names of the templates that a template is made of: itself, those it includes, and those that these include, sorted.
  ///
  ///     set.parts(of: "case")   // ["case", "footer", "head", "navigation", "page"]
  package func parts(of name: String) -> [String] {
    var seen = Set([name])
    var open = [name]
    var blocks = Set<String>()
    while let next = open.popLast() {
      for part in collect(templates[next]?.nodes ?? [], into: &blocks) where seen.insert(part).inserted { open.append(part) }
    }
    return seen.sorted()
  }

  /// Appends the named template, filled with a value, to `out`.
  ///
  ///     set.render("hello", ["name": "A & B"], into: &out)   // Hello, A &amp; B!
  ///
  /// With an error in the result, `out` is as it was.
  package func render(_ name: String, _ value: TemplateValue, into out: inout [UInt8]) -> [Diagnostic] {
    guard let template = templates[name] else {
      return [unknownTemplate(name, at: nil, known: templates.keys)]
    }
    let count = out.count
    var renderer = Renderer(templates: templates, value: value, out: consume out)
    renderer.render(template)
    out = renderer.out
    if renderer.diagnostics.containErrors { out.removeSubrange(count...) }
    return renderer.diagnostics
  }
}

func unknownTemplate(_ name: String, at location: SourceLocation?, known: some Sequence<String>) -> Diagnostic {
  Diagnostic(
    .error, "unknown-template", "There is no template \"\(name)\"", at: location,
    remedy: nearest(to: name, in: known).map { "did you mean \"\($0)\"?" } ?? "add templates/\(name).html, or remove the tag")
}

/// Checks what templates say of each other.
private struct Validator {
  let templates: [String: Template]
  var diagnostics: [Diagnostic] = []
  private var blocks: [String: Set<String>] = [:]

  init(templates: [String: Template]) { self.templates = templates }

  mutating func check(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .text, .variable: break
      case .section(_, let children), .inverted(_, let children): check(children)
      case .block(let block): check(block.content)
      case .partial(let inclusion):
        check(inclusion)
        for name in inclusion.replacements.keys.sorted() { check(inclusion.replacements[name]?.content ?? []) }
      }
    }
  }

  private mutating func check(_ inclusion: Inclusion) {
    guard templates[inclusion.template] != nil else {
      diagnostics.append(unknownTemplate(inclusion.template, at: inclusion.location, known: templates.keys))
      return
    }
    guard !inclusion.replacements.isEmpty else { return }
    let known = blocks(of: inclusion.template)
    for (name, block) in inclusion.replacements.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      diagnostics.append(
        Diagnostic(
          .warning, "unknown-block", "Template \"\(inclusion.template)\" has no block \"\(name)\"", at: block.location,
          explanation: "What the block holds is not shown.",
          remedy: nearest(to: name, in: known).map { "did you mean \"\($0)\"?" } ?? "name one of its blocks, or remove this one"))
    }
  }

  /// The blocks that a template and those it includes hold.
  private mutating func blocks(of name: String) -> Set<String> {
    if let known = blocks[name] { return known }
    var found = Set<String>()
    var seen = Set([name])
    var open = [name]
    while let next = open.popLast() {
      for template in collect(templates[next]?.nodes ?? [], into: &found) where seen.insert(template).inserted { open.append(template) }
    }
    blocks[name] = found
    return found
  }
}

/// Adds the names of blocks to `found`; gives the names of templates that are included.
func collect(_ nodes: [Node], into found: inout Set<String>) -> [String] {
  var included: [String] = []
  for node in nodes {
    switch node {
    case .text, .variable: break
    case .section(_, let children), .inverted(_, let children): included += collect(children, into: &found)
    case .block(let block):
      found.insert(block.name)
      included += collect(block.content, into: &found)
    case .partial(let inclusion):
      included.append(inclusion.template)
      for (name, block) in inclusion.replacements {
        found.insert(name)
        included += collect(block.content, into: &found)
      }
    }
  }
  return included
}
