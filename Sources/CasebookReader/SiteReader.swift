package import CasebookModel
internal import DataFormats
package import Diagnostics
package import Files

/// Reads `content/site.yaml`.
package enum SiteReader {
  package static let path = "content/site.yaml"

  /// The site with its defaults; a missing file means all of them, and a faulty one leaves the default where it is at fault.
  package static func read(_ path: String = SiteReader.path, from files: inout SourceFiles) -> (site: Site, diagnostics: [Diagnostic]) {
    let location = SourceLocation(file: path)
    var site = Site(location: location)
    var diagnostics: [Diagnostic] = []
    guard files.status(of: path) != nil else { return (site, []) }
    do throws(FileProblem) {
      let (node, problems) = YAML.parse(try files.read(path, limit: YAML.maximumSize), file: path)
      diagnostics += problems
      guard let node, !node.isNull else { return (site, diagnostics) }
      let context = Context(folder: SourcePath.folder(of: path), site: site)
      site = Fields.read(node, as: .site, &diagnostics) { $0.site(context) } ?? site
    } catch {
      diagnostics.append(error.diagnostic())
    }
    diagnostics += missingFiles(of: site, in: SourcePath.folder(of: path), &files)
    return (site, diagnostics)
  }

  /// The extra styles of `content/styles`, as paths relative to the site's folder, sorted.
  package static func styles(in folder: String = "content/styles", from files: inout SourceFiles) -> (
    paths: [String], diagnostics: [Diagnostic]
  ) {
    list(folder, ending: "csl", &files)
  }

  static func list(_ folder: String, ending: String, _ files: inout SourceFiles) -> ([String], [Diagnostic]) {
    guard files.status(of: folder) != nil else { return ([], []) }
    do throws(FileProblem) {
      let names = try files.list(folder).filter {
        $0.kind != .folder && !$0.name.hasPrefix(".") && SourcePath.ending(of: $0.name) == ending
      }
      return (names.map { SourcePath.join(folder, $0.name) }, [])
    } catch {
      return ([], [error.diagnostic()])
    }
  }

  private static func missingFiles(of site: Site, in folder: String, _ files: inout SourceFiles) -> [Diagnostic] {
    var named = site.theme.logos + [site.affiliation?.logo].compactMap { $0 }
    named += site.navigation.filter { $0.value.hasSuffix(".md") }.map { $0.map { SourcePath.join(folder, $0) } }
    if site.style.value.hasSuffix(".csl") { named.append(site.style.map { SourcePath.join(folder, $0) }) }
    return named.filter { !files.exists($0.value) }.map { FileProblem($0.value, .absent).diagnostic("missing-file", at: $0.location) }
  }
}

extension Fields {
  fileprivate mutating func site(_ context: Context) -> Site {
    var site = Site(location: location)
    if let title = text("title") { site.title = title.value }
    site.url = value("url", .address)?.value
    site.department = text("department")?.value
    site.description = text("description")?.value
    if let language = text("language") { site.language = language.value }
    site.license = text("license")?.value
    readPolicies(into: &site)
    if let style = text("style") { site.style = style }
    site.downloads = values("downloads", .choice(of: Site.Download.self)).map(\.value)
    site.theme = object("theme", .theme) { $0.theme(default: Theme(), context) } ?? Theme()
    site.affiliation = object("affiliation", .affiliation) { fields in
      fields.affiliation(key: Located("site", at: fields.location), context)
    }
    let poster = site.poster
    site.poster = object("poster", .sitePoster) { $0.poster(default: poster, id: nil) } ?? poster
    site.rules = rules()
    if node("navigation") != nil { site.navigation = navigation() }
    return site
  }

  private mutating func readPolicies(into site: inout Site) {
    if let visibility = value("visibility", .choice(of: Site.Visibility.self)) { site.visibility = visibility.value }
    if let dates = value("dates", .choice(of: DatePolicy.self)) { site.dates = dates.value }
    site.dateOrder = value("date-order", .choice(of: Site.DateOrder.self))?.value
    if let ages = value("ages", .choice(of: AgePolicy.self)) { site.ages = ages.value }
    if let uncited = value("uncited-references", .choice(of: Site.UncitedReferences.self)) { site.uncitedReferences = uncited.value }
    if let html = value("raw-html", .boolean) { site.allowsRawHTML = html.value }
    if let pdf = value("pdf", .boolean) { site.printsPDF = pdf.value }
  }

  private mutating func rules() -> [RuleSetting] {
    entries("rules").compactMap { entry in
      if entry.value.text == "off" { return RuleSetting(rule: entry.key, severity: nil) }
      return Fields.scalar(entry.value, .severity, key: entry.key.value, &diagnostics).map {
        RuleSetting(rule: entry.key, severity: $0.value)
      }
    }
  }

  private mutating func navigation() -> [Located<String>] {
    texts("navigation").filter { entry in
      if ["cases", "topics", "search"].contains(entry.value) { return true }
      if entry.value.hasPrefix("pages/"), entry.value.hasSuffix(".md"), !entry.value.contains("..") { return true }
      diagnostics.append(
        Diagnostic(
          .error, "unknown-value", "\"\(shortened(entry.value))\" is nothing to navigate to", at: entry.location,
          remedy: nearest(to: entry.value, in: ["cases", "topics", "search"]).map { "did you mean \"\($0)\"?" }
            ?? "write cases, topics or a page such as pages/about.md"))
      return false
    }
  }
}

extension Reading<Severity> {
  static let severity = Reading("error, warning, info or off") { text, _ in Severity(rawValue: text) }
}
