package import CasebookModel
package import Diagnostics

extension Checker {
  /// The rules about what is known only when a case is printed.
  package static let printRules = ["poster-overflows", "figure-dpi", "print-request-refused"]

  /// What is wrong with a page that was printed; severities as the site sets them, without what the case waives.
  package func inspect(_ fact: PrintFact, waivers: [Waiver]) -> [Diagnostic] {
    var desk = WaiverDesk(waivers)
    return (overflows(fact) + coarsePictures(fact) + refusals(fact)).compactMap { adjusted($0.diagnostic, target: $0.target, &desk) }
  }

  private typealias Found = (target: String, diagnostic: Diagnostic)

  private func overflows(_ fact: PrintFact) -> [Found] {
    let problems = fact.fit?.problems ?? []
    if problems.isEmpty, fact.recipe.kind == .handout, let pages = fact.pdf?.pages.count, pages > 2 {
      let words = fact.fit?.blocks.map(\.words).reduce(0, +) ?? 0
      return [
        (
          "posters.handout",
          Diagnostic(
            .warning, "poster-overflows", "Handout has \(pages) pages instead of one or two", at: fact.recipe.location,
            remedy: "shorten its text by about \(words * (pages - 2) / pages) of \(words) words, in a poster.md where the page keeps them")
        )
      ]
    }
    return problems.map { problem in
      let much = [problem.words.map { "about \($0) words" }, problem.pixels.map { "\(inches($0)) in" }].compactMap { $0 }
      let by = much.isEmpty ? "" : " by \(much.joined(separator: ", "))"
      return (
        "posters.\(fact.recipe.id)",
        Diagnostic(
          .error, "poster-overflows", "\(fact.recipe.name) does not fit: \"\(problem.block)\" runs over\(by)", at: fact.recipe.location,
          explanation: fact.fit.map {
            "Measured with body type of \(hundredths($0.floor)) pt, the least that is legible at \($0.distance)."
          },
          remedy: problem.remedy.isEmpty ? "shorten it, or use a larger sheet" : problem.remedy)
      )
    }
  }

  /// Under 150 dots per inch a photograph looks soft from near.
  private func coarsePictures(_ fact: PrintFact) -> [Found] {
    guard fact.recipe.kind != .proof else { return [] }
    var told: Set<String> = []
    return (fact.pdf?.images ?? []).filter { $0.resolution < 150 && $0.printedWidth >= 0.5 }.compactMap { image in
      let picture = fact.fit?.pictures.first {
        $0.naturalWidth == image.width && abs($0.printedWidth - image.printedWidth) <= 0.02 * image.printedWidth + 0.01
      }
      let id = picture.map { $0.id.hasPrefix("fig-") ? String($0.id.dropFirst(4)) : $0.id }
      let name = id.map { "Figure \"\($0)\"" } ?? "A picture of \(image.width) × \(image.height) pixels"
      guard told.insert(name).inserted else { return nil }
      let needed = Int((150 * image.printedWidth / 10).rounded(.up)) * 10
      return (
        id.map { "figures.\($0)" } ?? "figures",
        Diagnostic(
          .warning, "figure-dpi",
          "\(name) has \(Int(image.resolution)) dots per inch at its \(hundredths(image.printedWidth)) in on \(fact.recipe.sentenceName)",
          at: fact.recipe.location, explanation: "Print shops ask for 150 at least; its file has \(image.width) pixels across.",
          remedy: "use a file of \(needed) pixels or more across, crop less, or show it smaller")
      )
    }
  }

  private func refusals(_ fact: PrintFact) -> [Found] {
    fact.refused.map { address in
      (
        "posters.\(fact.recipe.id)",
        Diagnostic(
          .warning, "print-request-refused", "\(fact.recipe.name) asks for \"\(address)\", which it may not load", at: fact.recipe.location,
          remedy: "remove it from the case's raw HTML, or make it a figure")
      )
    }
  }
}

extension PrintRecipe {
  fileprivate var sentenceName: String { kind == .handout ? "the handout" : "poster \"\(id)\"" }
}

private func inches(_ pixels: Double) -> String { hundredths(pixels / 96) }

/// "7.25", "24": at most two places.
private func hundredths(_ value: Double) -> String {
  let rounded = (value * 100).rounded()
  guard rounded.isFinite, abs(rounded) < 1e12 else { return "?" }
  let part = abs(Int(rounded)) % 100
  let fraction = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : ".\(part < 10 ? "0" : "")\(part)"
  return "\(Int(rounded) / 100)\(fraction)"
}
