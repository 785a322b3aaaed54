internal import CasebookMaker
package import CasebookModel
package import CasebookPublisher
package import Diagnostics
internal import Hashing
internal import Images

/// What `casebook build` is asked to do.
package struct BuildOptions: Sendable {
  /// The site's folder.
  package var root: String
  /// The output folder; `output` below the site's folder when nil.
  package var output: String?
  /// The cases to build; all when empty. The others keep what was last published of them.
  package var only: [String] = []
  /// Build a share of the cases, for `merge`.
  package var shard: Shard?
  /// Publish the cases without errors although others have some.
  package var keepsGoing = false
  /// Render drafts too: for a folder that only their author sees.
  package var showsDrafts = false
  /// Tell what was read, for a program that watches it.
  package var collectsReads = false
  /// Print posters and handouts into the site, as `pdf: true` does.
  package var printsPDF = false
  package var browser = usualBrowser
  /// Seconds since 1970 that PDFs say they were made at; nil: as the cases say.
  package var moment: Int?
  /// Cases at work at the same time.
  package var jobs: Int

  package init(root: String, output: String? = nil, only: [String] = [], keepsGoing: Bool = false, jobs: Int) {
    self.root = root
    self.output = output
    self.only = only
    self.keepsGoing = keepsGoing
    self.jobs = jobs
  }
}

extension BuildOptions {
  /// The slugs to build.
  func chosen(of slugs: [String]) -> [String] {
    slugs.filter { (only.isEmpty || only.contains($0)) && (shard?.holds($0) ?? true) }
  }

  /// Which program this is, how it was asked to build, and what makes its pictures.
  func key(of program: ProgramIdentity) -> ContentHash {
    ContentHash(of: "\(program.hash) \(showsDrafts) \(codecIdentity() ?? "") \(printsPDF) \(browserStamp(browser)) \(moment ?? -1)")
  }

  var printing: Printing { Printing(isAsked: printsPDF, isOff: showsDrafts, browser: browser) }
}

/// How far a build is, for a person who waits.
package struct BuildProgress: Sendable {
  package var done: Int
  package var total: Int
}

/// What a build did.
package struct BuildReport: Sendable {
  package var diagnostics: [Diagnostic]
  /// nil when nothing was published.
  package var published: Publication.Result?
  /// The whole site was published, not only what had to leave it.
  package var isComplete = false
  package var cases = 0
  package var output: String
  /// The outputs that were made in this build, and why, sorted by path.
  package var made: [MadeOutput] = []
  /// The paths of everything the build depends on, below the site's folder: files, folders that were listed, and what was asked for and
  /// not there.
  package var reads: Set<String> = []
  /// What is wrong with each case, by slug.
  package var problems: [String: [Diagnostic]] = [:]
  /// Of the cases that could be rendered, when reads are collected too.
  var stored: [StoredSummary] = []

  /// PDFs were asked for, and there is no browser to make them.
  package var lacksBrowser: Bool { diagnostics.contains { $0.rule == "browser-missing" } }

  package init(diagnostics: [Diagnostic], output: String) {
    self.diagnostics = diagnostics
    self.output = output
  }
}

extension BuildReport {
  /// The cases that could be rendered, decoded when someone asks.
  package var summaries: [CaseSummary] { stored.compactMap { try? CaseSummary(memo: $0.bytes) } }  // a damaged one shows its slug alone
}

/// An output that was made anew.
package struct MadeOutput: Hashable, Sendable {
  package var path: String
  /// "narrative.md changed", "template head.html changed", "new", "first build".
  package var reason: String
  /// Its bytes are not those that were published before.
  package var isChanged: Bool
}
