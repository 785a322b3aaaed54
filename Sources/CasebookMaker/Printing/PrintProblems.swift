internal import CasebookModel
package import Diagnostics
internal import PDF

extension BrowserProblem {
  /// The next page will fare no better.
  var isOfMachine: Bool {
    switch self {
    case .missing, .cannotStart: true
    default: false
    }
  }

  func diagnostic(of recipe: PrintRecipe) -> Diagnostic {
    switch self {
    case .missing(let program): .browserMissing(program)
    case .cannotStart(let reason):
      Diagnostic(.error, "browser-missing", "The browser could not be started: \(reason)", remedy: "run \"casebook doctor\"")
    case .lost:
      .notPrinted(recipe, "the browser ended while it was at work", remedy: "make the photographs smaller, or try once more")
    case .timedOut(let what):
      .notPrinted(
        recipe, "after \(PrintLimits.seconds) seconds \(what)", remedy: "remove the raw HTML or script that never ends from the page")
    case .failed(let reason): .notPrinted(recipe, reason, remedy: "open the page in a browser and look at it")
    case .tooLarge(let limit):
      .notPrinted(recipe, "no picture of it is smaller than \(limit) bytes", remedy: "ask for a JPEG, a smaller width or more bytes")
    }
  }
}

extension Diagnostic {
  package static func browserMissing(_ program: String) -> Diagnostic {
    Diagnostic(
      .warning, "browser-missing", "There is no browser at \"\(program)\", so no PDF was made",
      remedy: "run \"apt-get install chromium-headless-shell\", or name one in CASEBOOK_BROWSER")
  }

  static func notPrinted(_ recipe: PrintRecipe, _ reason: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, "poster-not-printed", "\(recipe.name) could not be printed: \(reason)", at: recipe.location, remedy: remedy)
  }
}

extension PDFProblem {
  func diagnostic(of recipe: PrintRecipe) -> Diagnostic {
    .notPrinted(recipe, "its PDF \(reason)", remedy: "report it, with the browser's version from \"casebook doctor\"")
  }
}

extension PrintFact {
  /// Why the PDF is not what a print shop accepts, or what a screen reader needs; none of it can be waived.
  var faults: [Diagnostic] {
    guard let pdf else { return [] }
    var faults: [String] = []
    // A handout that is too long is for its author to shorten.
    if pdf.pages.isEmpty || pdf.pages.count > 1 && recipe.kind != .handout { faults.append("has \(pdf.pages.count) pages instead of one") }
    if let (width, height) = recipe.exactSize(sheet) {
      for page in pdf.pages where abs(page.width - width) > 0.5 || abs(page.height - height) > 0.5 {
        faults.append("has a page of \(shown(page.width)) × \(shown(page.height)) pt instead of \(shown(width)) × \(shown(height)) pt")
      }
    }
    faults += pdf.fonts.filter { $0.kind == "Type3" }.map { "has the font \($0.name) as drawings (Type 3), which print shops refuse" }
    faults += pdf.fonts.filter { !$0.isEmbedded }.map { "lacks the font \($0.name)" }
    if !pdf.isTagged { faults.append("has no tags for screen readers") }
    if pdf.title?.isEmpty ?? true { faults.append("has no title") }
    if pdf.language?.isEmpty ?? true { faults.append("does not say its language") }
    if pdf.bookmarks == 0 { faults.append("has no bookmarks") }
    return faults.map { .notPrinted(recipe, "its PDF \($0)", remedy: "mend the templates or fonts of the site that make it so") }
  }
}

extension PrintRecipe {
  /// The sheet in points; nil for a proof, which has the size that its style sheet gives it.
  func exactSize(_ sheet: PrintFact.Sheet?) -> (width: Double, height: Double)? {
    guard kind != .proof else { return nil }
    if let size { return (size.widthInPoints, size.heightInPoints) }
    return sheet.map { ($0.width, $0.height) }
  }
}

/// "3456" or "2383.94".
private func shown(_ points: Double) -> String {
  let hundredths = (points * 100).rounded()
  guard hundredths.isFinite, abs(hundredths) < 1e12 else { return "?" }
  let (whole, part) = (Int(hundredths) / 100, abs(Int(hundredths)) % 100)
  return part == 0 ? String(whole) : "\(whole).\(part < 10 ? "0" : "")\(part)"
}
