package import CasebookModel
package import Citations
internal import Markdown

/// The site's way to cite: its style, and the references that all cases share.
package struct Bibliography: Sendable {
  let processor: Processor
  /// The references of `content/references/`, for keys that a case's own files do not have.
  let shared: [Reference]
  /// Whether the style raises the marks of its citations.
  let citesInSuperscript: Bool
  private let sharedIndex: [String: Int]

  package init(processor: Processor, shared: [Reference]) {
    self.processor = processor
    self.shared = shared
    let example = processor.format(citations: [CitationRequest([Cite("a")])], references: [Reference(id: "a", type: "book")])
    citesInSuperscript = example.citations.first?.first?.isRaised ?? false
    sharedIndex = Dictionary(shared.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func contains(_ key: String, in case: Case) -> Bool { sharedIndex[key] != nil || `case`.references.contains { $0.id == key } }

  /// Formats a document's citations, and the list of what it cites, followed by what it does not as the site wants it.
  func format(_ requests: [CitationRequest], of case: Case, _ uncited: Site.UncitedReferences) -> FormattedDocument {
    let own = Set(`case`.references.map(\.id))
    let cited = Set(requests.flatMap { $0.cites.map(\.id) })
    let borrowed = shared.filter { cited.contains($0.id) && !own.contains($0.id) }
    let listed = uncited == .omit ? [] : `case`.references.map(\.id).filter { !cited.contains($0) }
    return processor.format(citations: requests, references: `case`.references + borrowed, uncited: listed)
  }
}

extension Rich {
  fileprivate var isRaised: Bool {
    switch self {
    case .formatted(let font, let children): font.alignment == .superscript || children.first?.isRaised == true
    case .cite(_, let children), .display(_, let children), .link(_, let children): children.first?.isRaised ?? false
    case .text: false
    }
  }
}

extension CitationRequest {
  /// nil when a key has no reference.
  init?(_ citation: Citation, isKnown: (String) -> Bool) {
    guard citation.items.allSatisfy({ isKnown($0.key) }) else { return nil }
    self.init(
      citation.items.map { item in
        let locator = Locator(item.suffix.plainText)
        return Cite(
          item.key, locator: locator.value, label: locator.label, prefix: item.prefix.plainText, suffix: locator.rest,
          mode: item.suppressesAuthor ? .suppressAuthor : citation.isInText ? .authorInText : .normal)
      })
  }
}

/// What follows a citation's key: "p. 5 and elsewhere" is the page 5, and " and elsewhere".
struct Locator: Hashable {
  var label: String?
  var value: String?
  var rest: String

  init(_ suffix: String) {
    rest = suffix
    let text = suffix.drop { $0 == "," || $0 == " " }
    let lowered = text.lowercased()
    for (word, label) in Self.labels where lowered.hasPrefix(word) {
      let after = text.dropFirst(word.count)
      guard word.last == "." || word == "§" || after.first == " " else { continue }
      read(after.drop { $0 == " " }, label)
      return
    }
    if text.first?.isNumber == true { read(text, "page") }
  }

  private mutating func read(_ text: Substring, _ label: String) {
    let value = text.prefix { $0.isNumber || $0.isLetter && !$0.isWhitespace || "-–,:.".contains($0) || $0 == " " }
    // Words end the locator; numbers, roman numerals and ranges belong to it.
    var end = value.startIndex
    var index = value.startIndex
    while index < value.endIndex {
      let word = value[index...].prefix { $0 != " " }
      let core = word.drop { ",–-".contains($0) }
      guard core.isEmpty || core.first?.isNumber == true || core.allSatisfy({ "ivxlcdm,–-".contains($0) }) || end == value.startIndex else {
        break
      }
      end = word.endIndex
      index = value[end...].drop { $0 == " " }.startIndex
    }
    let found = String(value[..<end]).trimmingTrailing(",.")
    guard !found.isEmpty else { return }
    self.label = label
    self.value = found
    rest = String(text[text.index(text.startIndex, offsetBy: found.count)...])
  }

  private static let labels = [
    ("pages", "page"), ("page", "page"), ("pp.", "page"), ("p.", "page"), ("chapters", "chapter"), ("chapter", "chapter"),
    ("chap.", "chapter"), ("sections", "section"), ("section", "section"), ("sec.", "section"), ("§", "section"), ("figure", "figure"),
    ("fig.", "figure"), ("table", "table"), ("volume", "volume"), ("vol.", "volume"), ("paragraph", "paragraph"), ("para.", "paragraph"),
    ("note", "note"), ("n.", "note"), ("number", "issue"), ("no.", "issue"), ("line", "line"), ("verse", "verse"), ("appendix", "appendix"),
  ]
}

extension String {
  fileprivate func trimmingTrailing(_ characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
