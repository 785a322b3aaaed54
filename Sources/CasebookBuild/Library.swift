internal import CasebookChecker
package import CasebookModel
package import CasebookReader
package import CasebookRenderer
internal import Citations
package import Diagnostics
package import Files
internal import Hashing
internal import Templates

/// A site's folder, read as far as all cases share it: `site.yaml`, templates, the citation style, pages and shared references.
package struct Library: Sendable {
  package let files: SourceFiles
  package let site: Site
  package let slugs: [String]
  /// The site's folder is itself a case's: there is no `content`, and all settings are the defaults.
  package let isBareCase: Bool
  package let shared: SharedReferences
  /// What is needed to render; nil when the style or a template cannot be used.
  package let renderer: Renderer?
  package let diagnostics: [Diagnostic]
  let checker: Checker
  /// What is remembered of pictures' headers; nil reads them all.
  package var pictures: PictureMemory?
  /// What its cases depend on.
  let record: SiteRecord

  /// Throws when the folder cannot be read at all.
  package init(root: String) throws(FileProblem) { try self.init(root: root, program: ContentHash(high: 0, low: 0)) }

  /// `program` says which program this is and how it was asked to build.
  init(root: String, program: ContentHash, printing: Printing? = nil) throws(FileProblem) {
    let moment = FileStamp.now
    var files = try SourceFiles(root: root)
    var (site, diagnostics) = SiteReader.read(from: &files)
    if let printing { diagnostics += printing.settle(&site) }
    let isBareCase = files.status(of: "content") == nil && files.exists("case.yaml")
    let (slugs, problems) = isBareCase ? ([slug(of: files.name)], []) : CaseFolders.slugs(from: &files)
    let (shared, referenceProblems) = SharedReferences.read(from: &files)
    let (pages, pageProblems) = PageReader.read(site: site, from: &files)
    let (found, templateProblems) = TemplateFiles.read(&files)
    var styles = StyleLibrary(site: files)
    let (processor, styleProblems) = styles.processor(for: site.style, language: site.language)
    diagnostics += problems + referenceProblems + pageProblems + templateProblems + styleProblems
    var context: RenderContext?
    if let processor, !templateProblems.containErrors {
      let bibliography = Bibliography(processor: processor, shared: shared.references)
      context = RenderContext(
        site: site, templates: found.templates, bibliography: bibliography, assets: Assets(found.assets, theme: site.theme), pages: pages)
    }
    renderer = context.map { Renderer($0) }
    self.files = files
    self.site = site
    self.slugs = slugs
    self.isBareCase = isBareCase
    self.shared = shared
    checker = Checker(site: site, sharedKeys: Set(shared.references.map(\.id)))
    diagnostics += checker.checkSettings() + checker.check(sharedReferences: shared.references)
    self.diagnostics = diagnostics
    record = SiteRecord(
      reads: files.reads.kept(at: moment), style: styles.reads.site.kept(at: moment), system: styles.reads.system.kept(at: moment),
      slugs: slugs, program: program, context: context, templates: found.fingerprints, diagnostics: diagnostics)
  }

  /// Reads and checks one case.
  package func part(_ slug: String) -> (case: Case?, diagnostics: [Diagnostic]) {
    var files = files.withoutReads()
    return part(slug, &files)
  }

  /// The same, and what was asked of the site's folder.
  func part(_ slug: String, _ files: inout SourceFiles) -> (case: Case?, diagnostics: [Diagnostic]) {
    let (found, problems) = CaseReader(site: site, shared: shared, pictures: pictures).read(
      slug, in: isBareCase ? "" : nil, from: &files)
    guard let found else { return (nil, problems) }
    return (found, checker.check(found, after: problems))
  }
}

/// An address for a folder of any name: "Jane's case" becomes "jane-s-case".
private func slug(of name: String) -> String {
  var slug: [UInt8] = []
  for byte in name.lowercased().utf8 {
    let isPlain = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    if isPlain { slug.append(byte) } else if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
  }
  while slug.last == UInt8(ascii: "-") { slug.removeLast() }
  return slug.isEmpty ? "case" : String(decoding: slug.prefix(60), as: UTF8.self)
}
