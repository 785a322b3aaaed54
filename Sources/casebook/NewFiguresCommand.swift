internal import ArgumentParser
internal import CasebookBuild
internal import Files

struct NewFiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Take a folder of photographs into a case.",
    discussion: """
      Copies each photograph into the case's figures folder under a neutral name, without position, date, serial numbers and all else
      that the camera wrote, and without compressing it anew. Adds an entry for each to case.yaml, with the camera's day as a proposal for
      its date; site and alt are yours to fill in. The photographs themselves are only read. Run again, it takes in what is new.
      """)

  @OptionGroup var site: SiteOptions
  @Argument(help: "The case.") var slug: String
  @Argument(help: "The folder with the photographs.", completion: .directory) var folder: String

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    try await console.run {
      let report = try NewFigures(slug: slug, photographs: folder).add(to: WritableFolder(root))
      for photograph in report.photographs { console.say(line(photograph)) }
      console.show(report.diagnostics, root: root)
      if let changed = report.changed {
        console.say("Added to \(changed): fill in site and alt there, check the dates, then run \"casebook check \(slug)\".")
      } else if !report.diagnostics.containErrors {
        console.say("Nothing new in \(folder).")
      }
      return report.diagnostics.containErrors ? 1 : 0
    }
  }

  /// "IMG_1.jpg → figures/figure-1.jpg, 2018-05-10, 3024 × 4032, turned (orientation 6); taken out: GPS position".
  private func line(_ photograph: NewFigures.Photograph) -> String {
    var parts = ["\(photograph.name) → \(photograph.file)", photograph.date ?? "no date", "\(photograph.width) × \(photograph.height)"]
    if photograph.isMirrored {
      parts.append("stored mirrored (orientation \(photograph.orientation)): check right and left")
    } else {
      parts.append(photograph.orientation == 1 ? "upright" : "turned (orientation \(photograph.orientation))")
    }
    if photograph.isKnown { parts.append("is in the case already") }
    let removed = photograph.removed.isEmpty ? "" : "; taken out: \(photograph.removed.joined(separator: ", "))"
    return parts.joined(separator: ", ") + removed
  }
}
