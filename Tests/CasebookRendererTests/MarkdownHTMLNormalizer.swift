/// HTML with what does not matter made alike, as CommonMark's own test runner does: blanks between blocks, the order of attributes,
/// `<br />` and `<br>`, forms of character references.
///
///     normalizedHTML("<p>\n a  &quot; <br />\n</p>")    // "<p>a \" <br> </p>" without the blanks beside block tags
func normalizedHTML(_ html: String) -> String {
  var normalizer = HTMLNormalizer(characters: Array(html))
  return normalizer.run()
}

private struct HTMLNormalizer {
  let characters: [Character]
  var index = 0
  var out = ""
  var isInPre = false
  /// The tag right before, and whether it is an end tag.
  var last: (name: String, isEnd: Bool)?

  static let blocks: Set<String> = [
    "article", "header", "aside", "hgroup", "blockquote", "hr", "iframe", "body", "li", "map", "button", "object", "canvas", "ol",
    "caption",
    "output", "col", "p", "colgroup", "pre", "dd", "progress", "div", "section", "dl", "table", "td", "dt", "tbody", "embed", "textarea",
    "fieldset", "tfoot", "figcaption", "th", "figure", "thead", "footer", "tr", "form", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "video",
    "script", "style",
  ]

  mutating func run() -> String {
    var text = ""
    while index < characters.count {
      if characters[index] == "<", let markup = markup() {
        append(text: text)
        text = ""
        append(markup)
      } else {
        text.append(characters[index])
        index += 1
      }
    }
    append(text: text)
    return out.trimmingBlanks(start: false)
  }

  enum Markup {
    case tag(name: String, isEnd: Bool, attributes: [(String, String?)])
    case other(String)
  }

  /// A tag, comment, declaration or instruction at the index, which moves behind it.
  mutating func markup() -> Markup? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")] where isAt(index, opening) {
      var end = index
      while end < characters.count, !isAt(end, closing) { end += 1 }
      guard end < characters.count else { return nil }
      let text = String(characters[index..<(end + closing.count)])
      index = end + closing.count
      return .other(text)
    }
    var position = index + 1
    let isEnd = isAt(position, "/")
    if isEnd { position += 1 }
    let name = take(&position) { $0.isLetter || $0.isNumber || $0 == "-" }
    guard let first = name.first, first.isLetter else { return nil }
    var attributes: [(String, String?)] = []
    while position < characters.count {
      _ = take(&position) { $0.isWhitespace || $0 == "/" }
      if isAt(position, ">") {
        index = position + 1
        return .tag(name: name.lowercased(), isEnd: isEnd, attributes: attributes)
      }
      guard let attribute = attribute(&position) else { return nil }
      attributes.append(attribute)
    }
    return nil
  }

  func attribute(_ position: inout Int) -> (String, String?)? {
    let name = take(&position) { !$0.isWhitespace && !"=>/<\"'".contains($0) }
    guard !name.isEmpty else { return nil }
    var next = position
    _ = take(&next) { $0.isWhitespace }
    guard isAt(next, "=") else { return (name.lowercased(), nil) }
    next += 1
    _ = take(&next) { $0.isWhitespace }
    guard next < characters.count else { return nil }
    let quote = characters[next]
    guard quote == "\"" || quote == "'" else {
      position = next
      return (name.lowercased(), take(&position) { !$0.isWhitespace && $0 != ">" })
    }
    position = next + 1
    let value = take(&position) { $0 != quote }
    position += 1
    return (name.lowercased(), value)
  }

  func take(_ position: inout Int, while condition: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, condition(characters[position]) { position += 1 }
    return String(characters[min(start, characters.count)..<position])
  }

  func isAt(_ position: Int, _ text: String) -> Bool {
    position + text.count <= characters.count && characters[position..<(position + text.count)].elementsEqual(text)
  }

  mutating func append(_ markup: Markup) {
    guard case .tag(let name, let isEnd, let attributes) = markup else {
      if case .other(let text) = markup { out += text }
      last = nil
      return
    }
    if name == "pre" { isInPre = !isEnd }
    if Self.blocks.contains(name) && !(isEnd && name == "pre") { out = out.trimmingBlanks(start: false) }
    out += isEnd ? "</\(name)" : "<\(name)"
    for (key, value) in attributes.sorted(by: { ($0.0, $0.1 ?? "") < ($1.0, $1.1 ?? "") }) {
      out += " \(key)" + (value.map { "=\"\(resolved($0))\"" } ?? "")
    }
    out += ">"
    last = (name, isEnd)
  }

  mutating func append(text: String) {
    guard !text.isEmpty else { return }
    var text = text
    if last?.name == "br" { text = String(text.drop { $0 == "\n" }) }
    if !isInPre {
      text = text.collapsingBlanks()
      if let last, Self.blocks.contains(last.name) { text = text.trimmingBlanks(start: true, end: last.isEnd) }
    }
    out += resolved(text)
    last = nil
  }

  /// `&quot;` as the character and what must be escaped in one way.
  func resolved(_ text: String) -> String {
    text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing("\"", with: "&quot;")
  }
}

extension String {
  fileprivate func collapsingBlanks() -> String {
    var out = ""
    for character in self {
      if character.isASCII, character.isWhitespace {
        if out.last != " " { out.append(" ") }
      } else {
        out.append(character)
      }
    }
    return out
  }

  fileprivate func trimmingBlanks(start: Bool, end: Bool = true) -> String {
    var text = self[...]
    while start, let first = text.first, first.isASCII, first.isWhitespace { text.removeFirst() }
    while end, let last = text.last, last.isASCII, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
