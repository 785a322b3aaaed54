/// Rendered output, before affixes are merged with what stands next to them.
indirect enum Rendered: Hashable, Sendable {
  case text(String)
  case group(Group)
  /// Text in quotation marks; which pair depends on what surrounds it.
  case quoted([Rendered])
  /// Text whose case is kept.
  case noCase([Rendered])
  case tagged(Tag, [Rendered])

  struct Group: Hashable, Sendable {
    var formatting: Formatting
    var children: [Rendered]
  }
}

/// What a part of the output is, for the phases that look for it later.
enum Tag: Hashable, Sendable {
  case citationNumber
  case yearSuffix
  /// A date; holds where an implicit year suffix goes.
  case date
  case year
  /// The whole output of a names element.
  case names
  /// The names of one variable, without label and affixes.
  case nameList
  case name
  /// What stands in for names and is none: a title, a term.
  case standIn
  case locator
  case term
  case link(String)
}

extension Rendered {
  /// The nodes as one; nil when there are none.
  static func joined(_ nodes: [Rendered]) -> Rendered? {
    switch nodes.count {
    case 0: nil
    case 1: nodes[0]
    default: .group(Group(formatting: .none, children: nodes))
    }
  }

  /// The nodes with formatting around them; nil when there are none.
  static func dressed(_ nodes: [Rendered], _ formatting: Formatting) -> Rendered? {
    guard !nodes.isEmpty else { return nil }
    if formatting == .none { return joined(nodes) }
    return .group(Group(formatting: formatting, children: nodes))
  }

  var children: [Rendered] {
    switch self {
    case .text: []
    case .group(let group): group.children
    case .quoted(let children), .noCase(let children), .tagged(_, let children): children
    }
  }

  func replacingChildren(_ children: [Rendered]) -> Rendered {
    switch self {
    case .text: self
    case .group(let group): .group(Group(formatting: group.formatting, children: children))
    case .quoted: .quoted(children)
    case .noCase: .noCase(children)
    case .tagged(let tag, _): .tagged(tag, children)
    }
  }

  /// Whether there is no text in it.
  var isEmpty: Bool {
    if case .text(let text) = self { return text.isEmpty }
    return children.allSatisfy { $0.isEmpty }
  }

  /// Whether a node with the tag is here.
  func contains(_ tag: Tag) -> Bool {
    if case .tagged(tag, _) = self { return true }
    return children.contains { $0.contains(tag) }
  }

  /// The first node with the tag, in reading order.
  func first(_ tag: Tag) -> Rendered? {
    if case .tagged(tag, _) = self { return self }
    for child in children {
      if let found = child.first(tag) { return found }
    }
    return nil
  }

  /// The tree without what `isRemoved` picks; a parent left empty goes too.
  func removing(_ isRemoved: (Rendered) -> Bool) -> Rendered? {
    if isRemoved(self) { return nil }
    if case .text = self { return self }
    let old = children
    let kept = old.compactMap { $0.removing(isRemoved) }
    if kept.isEmpty, !old.isEmpty { return nil }
    return replacingChildren(kept)
  }

  /// The tree with the first node of a tag replaced.
  func replacingFirst(_ tag: Tag, isDone: inout Bool, with replacement: (Rendered) -> Rendered?) -> Rendered? {
    if isDone { return self }
    if case .tagged(tag, _) = self {
      isDone = true
      return replacement(self)
    }
    if case .text = self { return self }
    let kept = children.compactMap { $0.replacingFirst(tag, isDone: &isDone, with: replacement) }
    return kept.isEmpty ? nil : replacingChildren(kept)
  }
}

extension [Rendered] {
  /// The nodes with a capital at the term that they begin with, unless the style sets the term's case: "Ibid.", "No date".
  var capitalizingFirstTerm: [Rendered] {
    var isDone = false
    return map { $0.capitalizingFirst(isTerm: false, &isDone) }
  }
}

extension Rendered {
  fileprivate func capitalizingFirst(isTerm: Bool, _ isDone: inout Bool) -> Rendered {
    if isDone { return self }
    switch self {
    case .text(let text):
      if text.isEmpty { return self }
      isDone = true
      return isTerm ? .text(text.capitalizedAtFirstLetter) : self
    case .tagged(.term, let children): return .tagged(.term, children.map { $0.capitalizingFirst(isTerm: true, &isDone) })
    default: return replacingChildren(children.map { $0.capitalizingFirst(isTerm: isTerm, &isDone) })
    }
  }
}
