internal import CasebookModel
internal import Diagnostics
internal import Markdown

extension Rule {
  static let laterality = Rule(
    "laterality", .error, "Right and left agree",
    why: """
      A figure's site, its wound's site and name, its caption, its alternative text and its id must not name different sides
      of the body. A sentence that mentions the figure (@fig-…) or a number of the wound and names only the other side is
      doubtful, and a warning. Places on the page ("Left: before", "left to right"), the verb ("left open") and "bilateral"
      are not taken for a side.
      """,
    remedy: "look at the photograph, and correct the text that is wrong",
    bad: """
      - {id: heel-1, site: Left heel, caption: Ulcer of the right heel}
      """,
    good: """
      - {id: heel-1, site: Left heel, caption: Ulcer of the left heel; the right heel is intact}
      """
  ) { subject in
    var sides: [String: Sides] = [:]
    var problems: [Problem] = []
    for wound in subject.case.wounds {
      let claims = claims(of: wound)
      sides["wound " + wound.id.value] = Claim.sides(of: claims)
      problems += Claim.contradictions(claims, in: "Wound \"\(wound.id.value)\"", target: "wounds.\(wound.id.value)")
    }
    for figure in subject.case.figures {
      let claims = claims(of: figure, in: subject.case)
      sides["fig-" + figure.id.value] = Claim.sides(of: claims)
      problems += Claim.contradictions(claims, in: "Figure \"\(figure.id.value)\"", target: "figures.\(figure.id.value)")
    }
    sides = sides.filter { $0.value.word != nil }
    guard !sides.isEmpty else { return problems }
    for text in subject.texts { problems += contradictions(in: text, sides) }
    return problems
  }
}

/// A side that a field names.
private struct Claim {
  var field: String
  var sides: Sides
  var location: SourceLocation
  /// An id may have been chosen before the side was known.
  var isID = false

  static func sides(of claims: [Claim]) -> Sides { claims.first { $0.sides.word != nil }?.sides ?? [] }

  /// At most one: the first field that contradicts the first one that names a side.
  static func contradictions(_ claims: [Claim], in owner: String, target: String) -> [Problem] {
    guard let known = claims.first(where: { $0.sides.word != nil }),
      let wrong = claims.first(where: { $0.sides.contradicts(known.sides) })
    else { return [] }
    let isDoubtful = wrong.isID || known.isID
    return [
      Problem(
        target, "\(owner): \(wrong.field) says \(wrong.sides.word ?? ""), \(known.field) says \(known.sides.word ?? "")",
        at: wrong.location,
        severity: isDoubtful ? .warning : nil, remedy: "look at the picture or the record, and correct the one that is wrong",
        notes: [.init("\(known.field) says \(known.sides.word ?? "")", at: known.location)])
    ]
  }
}

private func claims(of figure: Figure, in case: Case) -> [Claim] {
  var claims: [Claim] = []
  if let site = figure.site { claims.append(Claim(field: "site", sides: Sides(ofLabel: site.value), location: site.location)) }
  if let wound = figure.wound.flatMap({ `case`.wound($0.value) }), let name = figure.wound {
    let site = wound.site.map { Sides(ofLabel: $0.value) } ?? []
    let sides = site.isEmpty ? Sides(ofLabel: wound.label ?? "") : site
    claims.append(Claim(field: "wound \"\(name.value)\"", sides: sides, location: name.location))
  }
  if let caption = figure.caption {
    claims.append(Claim(field: "caption", sides: Sides(ofText: caption.inlines.plainText), location: caption.location))
  }
  if let alt = figure.alternativeText {
    claims.append(Claim(field: "alternative text", sides: Sides(ofText: alt.value), location: alt.location))
  }
  claims.append(Claim(field: "id", sides: Sides(ofLabel: figure.id.value), location: figure.id.location, isID: true))
  return claims
}

private func claims(of wound: Wound) -> [Claim] {
  var claims: [Claim] = []
  if let site = wound.site { claims.append(Claim(field: "site", sides: Sides(ofLabel: site.value), location: site.location)) }
  if let label = wound.label { claims.append(Claim(field: "label", sides: Sides(ofLabel: label), location: wound.location)) }
  claims.append(Claim(field: "id", sides: Sides(ofLabel: wound.id.value), location: wound.id.location, isID: true))
  return claims
}

/// Sentences that mention a figure or a wound of one side and name only the other.
private func contradictions(in text: Prose, _ sides: [String: Sides]) -> [Problem] {
  var problems: [Problem] = []
  for paragraph in text.paragraphs {
    var index = 0
    // No author mentions more in one paragraph; the limit keeps hostile ones cheap.
    var rest = 300
    while rest > 0, let (mention, end) = paragraph.mention(from: index) {
      index = end
      rest -= 1
      guard let known = sides[mention] else { continue }
      let sentence = paragraph.bytes[paragraph.sentence(around: end - 1)]
      let other: Sides = known == .right ? .left : .right
      guard sentence.contains(word: known == .right ? "left" : "right"), !sentence.contains(word: known == .right ? "right" : "left"),
        Sides(ofProse: sentence) == other, !sentence.compares
      else { continue }
      let what = mention.hasPrefix("fig-") ? "figure \"\(mention.dropFirst(4))\"" : "wound \"\(mention.dropFirst(6))\""
      problems.append(
        Problem(
          text.target, "Sentence says \(other.word ?? "") where it mentions \(what), which is on the \(known.word ?? "")",
          at: text.location(paragraph, at: end - 1), severity: .warning, remedy: "check right and left in the text and in case.yaml"))
    }
  }
  return problems
}

extension Prose.Paragraph {
  /// The next `@fig-heel-1`, as `fig-heel-1`, or `{area heel week 4}`, as `wound heel`, and where it ends.
  fileprivate func mention(from start: Int) -> (name: String, end: Int)? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "@"), bytes[index...].starts(with: "@fig-".utf8) {
        let end =
          bytes[(index + 5)...].firstIndex { !$0.isLetter && !$0.isDigit && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
          ?? bytes.count
        return (String(decoding: bytes[(index + 1)..<end], as: UTF8.self), end)
      }
      if bytes[index] == UInt8(ascii: "{"), let end = bytes[index..<min(index + 200, bytes.count)].firstIndex(of: UInt8(ascii: "}")) {
        let words = bytes[(index + 1)..<end].split(separator: UInt8(ascii: " "))
        if words.count > 1 { return ("wound " + String(decoding: words[1], as: UTF8.self), end) }
      }
      index += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// A sentence that sets one side against the other.
  fileprivate var compares: Bool {
    contains(word: "other") || contains(word: "opposite") || contains(word: "contralateral") || contains(word: "compared")
      || contains(word: "unlike") || contains(word: "than") || contains(word: "both")
  }
}
