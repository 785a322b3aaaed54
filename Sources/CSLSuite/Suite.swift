import Citations
import Files

/// A folder of fixtures, run.
struct Suite {
  private(set) var passing: [String] = []
  private(set) var failing: [(name: String, found: String)] = []

  /// Runs every `.txt` file of a folder, by name.
  init(folder: String, localesFolder: String, only names: Set<String> = []) throws(FileProblem) {
    var files = try SourceFiles(root: folder)
    let locales = try Self.locales(localesFolder)
    for entry in try files.list("").filter({ $0.kind == .file && $0.name.hasSuffix(".txt") }).sorted(by: { $0.name < $1.name }) {
      let name = String(entry.name.dropLast(4))
      if !names.isEmpty, !names.contains(name) { continue }
      let fixture = Fixture(name: name, bytes: try files.read(entry.name, limit: 16 << 20))
      switch Run(fixture: fixture, locales: { locales[$0] }).outcome() {
      case .passes: passing.append(name)
      case .fails(let found): failing.append((name, found))
      }
    }
  }

  /// The locale files of a folder, by language.
  private static func locales(_ folder: String) throws(FileProblem) -> [String: Locale] {
    var files = try SourceFiles(root: folder)
    var locales: [String: Locale] = [:]
    for entry in try files.list("") where entry.name.hasPrefix("locales-") && entry.name.hasSuffix(".xml") {
      let language = String(entry.name.dropFirst("locales-".count).dropLast(".xml".count))
      locales[language] = Locale.parse(try files.read(entry.name, limit: 16 << 20), file: entry.name).0
    }
    return locales
  }

  /// The names of the fixtures that don't pass, then the count.
  var report: String {
    failing.map { $0.name + "\n" }.joined() + "\(passing.count) of \(passing.count + failing.count) fixtures pass\n"
  }
}
