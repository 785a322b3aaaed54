/// The text of a number variable that carries labels of its own: "12, n. 3" is 12 under the variable's label, and 3 under "note".
struct LabelledNumbers {
  struct Part {
    /// What stands before it: ", " or " & ", or a space.
    var separator = ""
    /// The term of the label; nil for the variable's own.
    var label: String?
    var text = ""
  }

  private(set) var parts = [Part()]

  /// nil when the text holds no labels. Neighbours with the same label are one part; `label` is the variable's.
  init?(_ text: String, label: String) {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let words = text.split(separator: " ")
    var hasLabel = false
    for (index, word) in words.enumerated() {
      if index + 1 < words.count, let found = Self.labels[word], Self.startsNumber(words[index + 1]) {
        hasLabel = true
        begin(found, default: label)
      } else {
        parts[parts.count - 1].text += (parts[parts.count - 1].text.utf8.last.map { $0 == 0x20 } ?? true ? "" : " ") + word
      }
    }
    guard hasLabel else { return nil }
  }

  /// Begins a part, which takes the separator that the one before ends with.
  private mutating func begin(_ label: String, default own: String) {
    var before = parts.removeLast()
    guard !before.text.isEmpty else {
      before.label = label
      return parts.append(before)
    }
    if (before.label ?? own) == label {
      before.text += " "
      return parts.append(before)
    }
    var separator = " "
    for (end, written) in [(",", ", "), (";", "; "), (" &", " & "), (" and", " and ")] where before.text.hasSuffix(end) {
      before.text.removeLast(end.count)
      separator = written
    }
    parts += [before, Part(separator: separator, label: label)]
  }

  /// Digits, or a small roman numeral.
  private static func startsNumber(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.isDigit || RomanNumeral.isOne(String(word.prefix { $0 != "," && $0 != "-" && $0 != "–" }))
  }

  private static let labels: [Substring: String] = [
    "app.": "appendix", "art.": "article", "bk.": "book", "ch.": "chapter", "chap.": "chapter", "chaps.": "chapter", "col.": "column",
    "cols.": "column", "fig.": "figure", "figs.": "figure", "fol.": "folio", "fols.": "folio", "l.": "line", "ll.": "line", "n.": "note",
    "nn.": "note", "no.": "issue", "nos.": "issue", "op.": "opus", "p.": "page", "pp.": "page", "para.": "paragraph",
    "paras.": "paragraph", "pt.": "part", "pts.": "part", "r.": "rule", "sec.": "section", "secs.": "section", "sv.": "sub-verbo",
    "tit.": "title", "v.": "verse", "vv.": "verse", "vol.": "volume", "vols.": "volume",
  ]
}

extension Evaluator {
  /// A number variable's parts with labels; nil for one without.
  func labelledNumbers(_ value: String, variable: String) -> LabelledNumbers? {
    LabelledNumbers(value, label: variable == "locator" ? cite.label : variable)
  }

  /// The parts as text, the labels but the first one's in the form of the label before; `first` writes the first part.
  func text(of numbers: LabelledNumbers, variable: String, first: (String) -> String) -> String {
    var result = ""
    for (index, part) in numbers.parts.enumerated() {
      guard index > 0, let label = part.label else {
        result += first(part.text)
        continue
      }
      let term = locale.term(label, form: labelForm, isPlural: NumberText.isPlural(part.text)) ?? ""
      result += part.separator + term + (term.isEmpty ? "" : " ") + numberText(part.text, variable: variable)
    }
    return result
  }
}
