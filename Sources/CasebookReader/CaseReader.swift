package import CasebookModel
internal import Citations
internal import DataFormats
package import Diagnostics
package import Files

/// Reads a case's folder into a value: everything in it that can be understood, and a diagnostic for each thing that cannot.
///
///     let (foot, problems) = CaseReader(site: site).read("foot", from: &files)
///
/// Readers are values without state; many may work at once, each with its own copy of the files.
package struct CaseReader: Sendable {
  let site: Site
  let shared: SharedReferences
  let pictures: PictureMemory?

  package init(site: Site, shared: SharedReferences = .none, pictures: PictureMemory? = nil) {
    self.site = site
    self.shared = shared
    self.pictures = pictures
  }

  /// The case in `content/cases/<slug>`, or in another folder of the site; nil where nothing of it can be shown.
  package func read(_ slug: String, in folder: String? = nil, from files: inout SourceFiles) -> (case: Case?, diagnostics: [Diagnostic]) {
    let folder = folder ?? "content/cases/\(slug)"
    var diagnostics = [Diagnostic]()
    if !isSlug(slug) {
      diagnostics.append(
        Diagnostic(
          .error, "invalid-slug", "Folder name \"\(shortened(slug))\" cannot be an address", at: SourceLocation(file: folder),
          remedy: "rename the folder, with lower-case letters, digits and hyphens only"))
    }
    guard let listing = CaseFolder.list(folder, &files, &diagnostics) else { return (nil, diagnostics) }
    var reading = CaseReading(slug: slug, listing: listing, context: Context(folder: folder, site: site), files: files)
    reading.diagnostics = diagnostics
    let result = reading.read(shared, pictures)
    files = reading.files
    return (isSlug(slug) ? result : nil, reading.diagnostics)
  }
}

/// One case while it is read.
private struct CaseReading {
  let slug: String
  let listing: CaseFolder
  let context: Context
  var files: SourceFiles
  var diagnostics = [Diagnostic]()

  mutating func read(_ shared: SharedReferences, _ memory: PictureMemory?) -> Case? {
    let data = readData()
    let narrative = text("narrative.md")
    let poster = text("poster.md")
    let references = ReferenceFiles.read(listing.referenceFiles, &files, &diagnostics)
    guard let data else { return nil }
    var result = data.case
    if let narrative { result.narrative = narrative.text } else { result.narrative.file = listing.path("narrative.md") }
    result.poster = poster?.text
    readMeasurements(data.measurements, into: &result)
    result.settleDayZero(&diagnostics)
    readPictures(of: &result, memory)
    readTables(of: [narrative, poster].compactMap { $0 }, into: &result)
    check(&result, [narrative, poster].compactMap { $0 }, references, shared)
    return result
  }

  private mutating func readData() -> CaseData? {
    let path = listing.path("case.yaml")
    guard listing.has("case.yaml") else {
      diagnostics.append(listing.missing("case.yaml", .error))
      return nil
    }
    do throws(FileProblem) {
      let (node, problems) = YAML.parse(try files.read(path, limit: YAML.maximumSize), file: path)
      diagnostics += problems
      guard let node, !node.isNull else {
        if !problems.containErrors {
          diagnostics.append(
            Diagnostic(.error, "empty-file", "case.yaml is empty", at: SourceLocation(file: path), remedy: "begin it with \"title: …\""))
        }
        return nil
      }
      return CaseData.read(node, slug: slug, context, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic())
      return nil
    }
  }

  /// A missing narrative is said, unless the whole case is missing; a missing poster text is usual.
  private mutating func text(_ name: String) -> ReadText? {
    if listing.has(name) { return ReadText.read(listing.path(name), context, &files, &diagnostics) }
    if name == "narrative.md", listing.has("case.yaml") { diagnostics.append(listing.missing(name, .warning)) }
    return nil
  }

  private mutating func readMeasurements(_ sources: [MeasurementSource], into result: inout Case) {
    let path = listing.path("measurements.csv")
    let usual = listing.has("measurements.csv") ? Located(path, at: SourceLocation(file: path)) : nil
    MeasurementFiles(folder: listing, order: context.site.dateOrder, defaultFile: usual).read(sources, into: &result, &files, &diagnostics)
  }

  private mutating func readPictures(of result: inout Case, _ memory: PictureMemory?) {
    let pictures = PictureFiles(folder: listing, memory: memory)
    pictures.read(&result.figures, &files, &diagnostics)
    let theme = result.theme ?? context.site.theme
    result.logos = LogoFiles(folder: listing).read(theme, result.affiliations, &files, &diagnostics)
  }

  private mutating func readTables(of texts: [ReadText], into result: inout Case) {
    for case .table(let selection) in texts.flatMap(\.parts)
    where !result.tables.contains(where: { $0.name == listing.name(of: selection.file.value) }) {
      if let table = DataTable.read(selection.file, in: listing, &files, &diagnostics) {
        result.tables.append(table)
      }
    }
  }

  private mutating func check(_ result: inout Case, _ texts: [ReadText], _ references: [Reference], _ shared: SharedReferences) {
    var citations = CitationCheck(own: references, shared: shared)
    var check = TextCheck(result, folder: context.folder)
    for text in texts {
      check.check(text)
      citations.check(text.contents) { SourceLocation(file: text.text.file, line: $0) }
    }
    check.check(result.richTexts, ids: texts.reduce(into: Set()) { $0.formUnion($1.contents.ids) })
    for text in result.richTexts { citations.check(TextContents(text)) { _ in text.location } }
    result.references = citations.references
    diagnostics += check.diagnostics + citations.diagnostics
  }
}

extension Case {
  /// All texts with inline Markdown in `case.yaml`.
  fileprivate var richTexts: [RichText] {
    [title] + [keyMessage].compactMap { $0 } + abstract.map(\.text) + events.map(\.text) + figures.compactMap(\.caption)
      + statements.map(\.text)
      + authors.compactMap(\.disclosure)
  }
}
