extension TextCase {
  /// The nodes in this case; parts marked `nocase` or raised stay as they are.
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
    /// `nocase`, superscript, subscript and small capitals.
    var isKept: Bool
  }

  private func collect(_ node: Rendered, isKept: Bool, into leaves: inout [Leaf]) {
    switch node {
    case .text(let text): leaves.append(Leaf(text: text, isKept: isKept))
    case .noCase(let children): for child in children { collect(child, isKept: true, into: &leaves) }
    case .group(let group):
      let font = group.formatting.font
      let isKept = isKept || font.variant == .smallCaps || font.alignment == .superscript || font.alignment == .subscript
      for child in group.children { collect(child, isKept: isKept, into: &leaves) }
    default: for child in node.children { collect(child, isKept: isKept, into: &leaves) }
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
    var isStart = true
    for index in leaves.indices {
      var letters = String.UnicodeScalarView()
      for scalar in leaves[index].text.unicodeScalars {
        let changes = !leaves[index].isKept
        switch (textCase, scalar) {
        case (.uppercase, "i") where changes: letters.append("\u{130}")
        case (.capitalizeAll, "i") where changes && isStart, (.capitalizeFirst, "i") where changes && isStart,
          (.sentence, "i") where changes && isStart:
          letters.append("\u{130}")
        case (.lowercase, "I") where changes, (.sentence, "I") where changes && !isStart: letters.append("\u{131}")
        default: letters.append(scalar)
        }
        isStart = isStart && !scalar.properties.isAlphabetic || textCase == .capitalizeAll && scalar.properties.isWhitespace
      }
      leaves[index].text = String(letters)
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
    case .title: if isEnglish { TitleCase.apply(to: &leaves) }
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
