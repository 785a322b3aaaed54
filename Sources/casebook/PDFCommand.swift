internal import ArgumentParser
internal import CasebookBuild
internal import Diagnostics
internal import Glibc

struct PDFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: "Print posters and handouts as PDF, into the folder \"print\".",
    discussion: "A case with errors is printed too, as a draft that says so; the status is then 1. Without a browser it is 3.")

  enum Report: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var site: SiteOptions
  @Argument(help: "Cases, by their names or their folders.") var cases: [String]
  @Option(help: "One poster, by its id, or handout (default: all that the case has).") var poster: String?
  @Flag(help: "A sheet of Letter size for marking up, with type sizes and resolutions.") var proof = false
  @Flag(help: "Without names, institutions, logos and contact, for blind review.") var blind = false
  @Option(name: .shortAndLong, help: "The folder for the PDFs (default: print in the site's folder).") var output: String?
  @Option(help: "How what was measured is written to standard output: text or json.") var report = Report.text

  func validate() throws {
    guard !cases.isEmpty else { throw ValidationError("name a case, such as \"casebook pdf plantar-ulcer\", or a case's folder") }
  }

  func run() async throws {
    let console = Console(site)
    let places = try places(console)
    try await console.run {
      var printed: [PrintedPoster] = []
      var all: [Diagnostic] = []
      var lacksBrowser = false
      for (root, slugs) in places {
        var options = PDFOptions(root: root, slugs: slugs, browser: Console.browser, jobs: Console.processors)
        (options.poster, options.isProof, options.isBlind, options.output) = (poster, proof, blind, output)
        options.moment = Console.sourceDate
        let report = try printPosters(options, interruption: Interrupts.build)
        console.show(report.diagnostics.filter { $0.severity > .info }, root: root)
        printed += report.posters
        all += report.diagnostics
        lacksBrowser = lacksBrowser || report.lacksBrowser
      }
      switch report {
      case .text: for poster in printed { console.say(poster.text) }
      case .json: write(printed.jsonText, to: 1)
      }
      return all.areOfWrongCall ? 2 : lacksBrowser ? 3 : all.containErrors ? 1 : 0
    }
  }

  /// The sites' folders with the cases to print of each; a case's own folder stands for itself.
  private func places(_ console: Console) throws -> [(root: String, slugs: [String])] {
    var places: [(root: String, slugs: [String])] = []
    func add(_ root: String, _ slugs: [String]) {
      if let index = places.firstIndex(where: { $0.root == root }) { places[index].slugs += slugs } else { places.append((root, slugs)) }
    }
    for name in cases {
      if access("\(name)/case.yaml", R_OK) == 0, name.contains("/") || site.site == nil && (try? console.siteFolder()) == nil {
        let (root, slug) = Self.site(ofCaseIn: name)
        add(root, slug.map { [$0] } ?? [])
      } else if name.contains("/") {
        throw ValidationError("there is no case in \"\(name)\": it has no case.yaml")
      } else {
        add(try console.siteFolder(), [name])
      }
    }
    return places
  }

  /// The site that a case's folder belongs to, with the case's name; without a site the folder itself.
  private static func site(ofCaseIn folder: String) -> (root: String, slug: String?) {
    guard let real = realpath(folder, nil) else { return (folder, nil) }
    defer { free(real) }
    let parts = String(cString: real).split(separator: "/")
    guard parts.count > 3, parts.suffix(3).starts(with: ["content", "cases"]) else { return (folder, nil) }
    return ("/" + parts.dropLast(3).joined(separator: "/"), String(parts[parts.count - 1]))
  }
}
