internal import CasebookModel
internal import Diagnostics
internal import Markdown
internal import WoundProgress

/// A text of a case that may speak of its wounds.
struct ClaimText {
  var text: String
  /// What a waiver names.
  var target: String
  var location: SourceLocation
  /// A paragraph's own lines; nil for a text whose place is one.
  var place: (@Sendable (Int) -> SourceLocation)?
  /// The wound that the text's place names: a figure's.
  var wound: String?
  /// Where no word for a wound is needed, because the text's place says it.
  var isAboutWound = false
}

/// Holds the numbers of a case's texts against its measurements.
struct WrittenNumbers {
  private let courses: [WoundEvidence]
  /// By course: words of its name that the others don't have.
  private let names: [Set<String>]
  private let ownNames: Set<String>

  /// nil where nothing was measured.
  init?(of case: Case) {
    let found = WoundCourse.courses(of: `case`.wounds, in: `case`.chronology)
    guard !found.isEmpty else { return nil }
    courses = found.map(WoundEvidence.init)
    let words = found.map { course in
      let texts = [course.wound.label, course.wound.site?.value, course.wound.id.value].compactMap { $0 }
      return Set(texts.flatMap { ClaimScanner.sentences(of: $0) }.flatMap(\.tokens).compactMap(\.word).filter { $0.utf8.count > 2 })
    }
    let common = words.dropFirst().reduce(words[0]) { $0.intersection($1) }
    names = words.count == 1 ? words : words.map { $0.subtracting(common) }
    ownNames = words.reduce(into: Set()) { $0.formUnion($1) }
  }

  func problems(in text: ClaimText) -> [Problem] {
    guard text.text.utf8.contains(where: \.isDigit) || text.text.utf8.count < 400 else { return [] }
    var problems: [Problem] = []
    var wasAboutWound = text.isAboutWound
    for sentence in ClaimScanner.sentences(of: text.text) {
      let words = Set(sentence.tokens.compactMap(\.word))
      let claims = ClaimFinder.claims(in: sentence.tokens, isAboutWound: wasAboutWound, hasOneWound: courses.count == 1, ownNames: ownNames)
      for claim in claims {
        guard let found = contradiction(to: claim, words, text) else { continue }
        let place = text.place?(sentence.offsets[claim.start]) ?? text.location
        let what = claim.quantity == .closure ? "\"\(claim.words)\"" : claim.words
        problems.append(
          Problem(
            text.target, "\(what) in the text contradicts the measurements: \(found.words)", at: place,
            remedy: found.number.map { "write `{\($0)}`, which prints what was measured, or correct the number" }
              ?? "correct the text or the measurements"))
      }
      wasAboutWound = text.isAboutWound || !words.isDisjoint(with: ClaimWords.wound) || !words.isDisjoint(with: ownNames)
    }
    return problems
  }

  /// Only where every wound that may be meant contradicts the claim; of several the nearest value is told.
  private func contradiction(to claim: WoundClaim, _ words: Set<String>, _ text: ClaimText) -> WoundEvidence.Contradiction? {
    var nearest: WoundEvidence.Contradiction?
    for course in candidates(words, text) {
      switch course.verdict(on: claim) {
      case .agrees: return nil
      case .silent: continue
      case .contradicts(let found): if found.distance < nearest?.distance ?? .infinity { nearest = found }
      }
    }
    return nearest
  }

  /// The wound of the text's place, or the one that the sentence names best; all of them in doubt.
  private func candidates(_ words: Set<String>, _ text: ClaimText) -> [WoundEvidence] {
    if let wound = text.wound, let own = courses.first(where: { $0.course.wound.id.value == wound }) { return [own] }
    // "One of three stayed closed, one was left open" names none of them, whatever its other words are.
    if courses.count > 1, !words.isDisjoint(with: ["one", "two", "three", "four", "each", "both", "others"]) { return courses }
    let scores = names.map { $0.intersection(words).count }
    guard let best = scores.max(), best > 0 else { return courses }
    return courses.indices.filter { scores[$0] == best }.map { courses[$0] }
  }
}
