extension TextCase {
  /// The nodes in this case; parts marked `nocase` stay as they are.
  ///
  ///     TextCase.title.apply(to: [.text("the art of war")], isEnglish: true)  // "The Art of War"
  func apply(to nodes: [Rendered], isEnglish: Bool, isTurkic: Bool = false) -> [Rendered] {
    var leaves: [Leaf] = []
    for node in nodes { collect(node, isKept: false, into: &leaves) }
    guard !leaves.isEmpty else { return nodes }
    if isTurkic { Self.replaceDottedLetters(&leaves, self) }
    transform(&leaves, isEnglish: isEnglish)
    var index = 0
    return nodes.map { rebuild($0, leaves, &index) }
  }

  func apply(to text: String, isEnglish: Bool) -> String {
    var leaves = [Leaf(text: text, isKept: false)]
    transform(&leaves, isEnglish: isEnglish)
    return leaves[0].text
  }

  struct Leaf {
    var text: String
    var isKept: Bool
    /// Superscript, subscript and small capitals keep their case in title and sentence case.
    var isShifted = false
  }

  private func collect(_ node: Rendered, isKept: Bool, into leaves: inout [Leaf], isShifted: Bool = false) {
    switch node {
    case .text(let text): leaves.append(Leaf(text: text, isKept: isKept, isShifted: isShifted))
    case .noCase(let children): for child in children { collect(child, isKept: true, into: &leaves, isShifted: isShifted) }
    case .group(let group):
      let font = group.formatting.font
      let isShifted = isShifted || font.variant == .smallCaps || font.alignment == .superscript || font.alignment == .subscript
      for child in group.children { collect(child, isKept: isKept, into: &leaves, isShifted: isShifted) }
    default: for child in node.children { collect(child, isKept: isKept, into: &leaves, isShifted: isShifted) }
    }
  }

  private func rebuild(_ node: Rendered, _ leaves: [Leaf], _ index: inout Int) -> Rendered {
    if case .text = node {
      index += 1
      return .text(leaves[index - 1].text)
    }
    return node.replacingChildren(node.children.map { rebuild($0, leaves, &index) })
  }

  /// Turkish and Azerbaijani have a dotted and a dotless i, each with its own capital.
  private static func replaceDottedLetters(_ leaves: inout [Leaf], _ textCase: TextCase) {
    guard textCase == .uppercase || textCase == .lowercase else { return }
    for index in leaves.indices where !leaves[index].isKept {
      let letters = leaves[index].text.unicodeScalars.map { scalar -> Unicode.Scalar in
        switch (textCase, scalar) {
        case (.uppercase, "i"): "\u{130}"
        case (.lowercase, "I"): "\u{131}"
        default: scalar
        }
      }
      leaves[index].text = String(String.UnicodeScalarView(letters))
    }
  }

  private func transform(_ leaves: inout [Leaf], isEnglish: Bool) {
    switch self {
    case .lowercase:
      for index in leaves.indices where !leaves[index].isKept { leaves[index].text = leaves[index].text.lowercased() }
    case .uppercase:
      for index in leaves.indices where !leaves[index].isKept { leaves[index].text = leaves[index].text.uppercased() }
    case .capitalizeFirst: capitalizeFirst(&leaves)
    case .capitalizeAll: capitalizeAll(&leaves)
    case .sentence: sentence(&leaves)
    case .title: if isEnglish { TitleCase.apply(to: &leaves) } else { capitalizeFirst(&leaves) }
    }
  }

  private func capitalizeFirst(_ leaves: inout [Leaf]) {
    for index in leaves.indices where leaves[index].text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.isDigit }) {
      if !leaves[index].isKept { leaves[index].text = leaves[index].text.capitalizedAtFirstLetter }
      return
    }
  }

  private func capitalizeAll(_ leaves: inout [Leaf]) {
    var isWordStart = true
    for index in leaves.indices {
      var result = String.UnicodeScalarView()
      for scalar in leaves[index].text.unicodeScalars {
        if isWordStart, !leaves[index].isKept, scalar.properties.isLowercase {
          result.append(contentsOf: scalar.properties.titlecaseMapping.unicodeScalars)
        } else {
          result.append(scalar)
        }
        isWordStart = scalar.properties.isWhitespace || isWordStart && !scalar.properties.isAlphabetic && !scalar.isDigit
      }
      leaves[index].text = String(result)
    }
  }

  /// All capitals become lower case; in other text only the first letter changes.
  private func sentence(_ leaves: inout [Leaf]) {
    for index in leaves.indices where !leaves[index].isKept {
      leaves[index].text = leaves[index].text.lowercased()
    }
    capitalizeFirst(&leaves)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { self >= "0" && self <= "9" }
}

extension String {
  /// The text with its first letter as a capital; a text that begins with a digit stays.
  var capitalizedAtFirstLetter: String {
    var result = String.UnicodeScalarView()
    var isDone = false
    for scalar in unicodeScalars {
      if !isDone, scalar.properties.isAlphabetic || scalar.isDigit {
        result.append(contentsOf: scalar.properties.titlecaseMapping.unicodeScalars)
        isDone = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  var hasLowercase: Bool { unicodeScalars.contains { $0.properties.isLowercase } }
  var hasUppercase: Bool { unicodeScalars.contains { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter } }
}
