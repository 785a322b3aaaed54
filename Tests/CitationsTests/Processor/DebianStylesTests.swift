import Diagnostics
import Glibc
import Testing

@testable import Citations

/// Every style of Debian's `citation-style-language-styles`, the 2,500 independent and the 7,800 dependent ones.
///
/// Each independent style formats a few of the references, another few each; `CASEBOOK_ALL_STYLES=1` has each format all of them.
@Suite(.enabled(if: DebianStyles.exist, "the styles are not installed: scripts/setup --test"))
struct DebianStylesTests {
  @Test func everyIndependentStyleFormats() throws {
    let references = DebianStyles.references
    let count = getenv("CASEBOOK_ALL_STYLES") == nil ? 2 : references.count
    var failed: [String] = []
    var locales = DebianStyles.Locales()
    for (index, name) in DebianStyles.names(in: "styles").enumerated() {
      let bytes = try #require(Shared.read("\(DebianStyles.folder)/styles/\(name)"))
      let (style, diagnostics) = Style.parse(bytes, file: name)
      guard let style, style.parent == nil, !diagnostics.containErrors else {
        failed.append("\(name): \(diagnostics.map(\.summary).joined(separator: "; "))")
        continue
      }
      let chain = Locale.fallbackChain(for: style.defaultLocale ?? "en-US").compactMap { locales[$0] }
      let processor = Processor(style: style, locales: chain)
      let some = (0..<count).map { references[(index * count + $0) % references.count] }
      let document = processor.format(citations: [CitationRequest(some.map { Cite($0.id) })], references: some)
      // A style may cite by a variable that no reference has, and then list them all the same.
      let hasText =
        style.bibliography == nil
        ? document.citations.first?.plainText.isEmpty == false : document.bibliography.contains { !$0.content.plainText.isEmpty }
      if !hasText { failed.append("\(name): no text") }
    }
    #expect(failed.isEmpty)
  }

  @Test func everyDependentStyleLeadsToAnIndependentOne() throws {
    let independent = Set(DebianStyles.names(in: "styles"))
    #expect(independent.count > 2_000)
    var failed: [String] = []
    for name in DebianStyles.names(in: "styles/dependent") {
      let bytes = try #require(Shared.read("\(DebianStyles.folder)/styles/dependent/\(name)"))
      let (style, diagnostics) = Style.parse(bytes, file: name)
      let parent = style?.parent?.split(separator: "/").last.map { "\($0).csl" } ?? ""
      if diagnostics.containErrors || !independent.contains(parent) { failed.append("\(name): \(parent) \(diagnostics.map(\.summary))") }
    }
    #expect(failed.isEmpty)
  }
}

enum DebianStyles {
  static let folder = "/usr/share/citation-style-language"
  static let exist = access(folder + "/styles", R_OK) == 0 && access(folder + "/locales", R_OK) == 0

  /// The 35 references of all kinds that stand beside the project; else an article, a book and a page.
  static let references: [Reference] = {
    let own = """
      [{"id": "a", "type": "article-journal", "author": [{"family": "Roe", "given": "Jane"}], "title": "Feet", "container-title": "Foot",
        "volume": "3", "page": "1-9", "issued": {"date-parts": [[2012, 4]]}},
       {"id": "b", "type": "book", "author": [{"literal": "Group"}], "title": "Skin", "publisher": "Press", "issued": {"date-parts": [[2020]]}},
       {"id": "c", "type": "webpage", "title": "Nails", "URL": "https://example.org", "accessed": {"date-parts": [[2025, 3, 1]]}}]
      """
    return ReferenceReader.read(Shared.bytes("reference-styles-items.json") ?? Array(own.utf8), file: "items.json").references
  }()

  static func names(in subfolder: String) -> [String] {
    guard let directory = opendir("\(folder)/\(subfolder)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csl") { names.append(name) }
    }
    return names.sorted()
  }

  /// Debian's locales, each read once.
  struct Locales {
    private var known: [String: Locale?] = [:]

    subscript(_ language: String) -> Locale? {
      mutating get {
        if let locale = known[language] { return locale }
        let bytes = Shared.read("\(folder)/locales/locales-\(language).xml")
        let locale = bytes.flatMap { Locale.parse($0, file: language).0 }
        known[language] = .some(locale)
        return locale
      }
    }
  }
}
