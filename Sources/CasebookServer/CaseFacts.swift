internal import CasebookBuild
internal import CasebookModel
internal import DataFormats
internal import Files
internal import Markdown

/// What the author's pages must know of a case, read when they ask.
///
///     {"title":"Staged closure of a plantar ulcer","figures":[{"id":"foot-1","caption":"At presentation"}],
///      "sheets":[{"name":"poster","path":"/cases/foot/poster.html"}]}
struct CaseFacts {
  let slug: String
  private let found: Case
  private let files: SourceFiles

  /// nil where there is no such case, or none that can be read.
  init?(root: String, slug: String) {
    // What is wrong with the site or the case, the build tells.
    guard let library = try? Library(root: root), library.slugs.contains(slug), let found = library.part(slug).case else { return nil }
    self.slug = slug
    self.found = found
    files = library.files
  }

  private var pictured: [Figure] { found.figures.filter { $0.file != nil } }

  /// The bytes of a declared figure's file, as its author keeps them.
  func original(of figure: String) -> (path: String, bytes: [UInt8])? {
    guard let file = pictured.first(where: { $0.id.value == figure })?.file else { return nil }
    var files = files
    // Why it can't be read, the build tells.
    return (try? files.read(file.value, limit: 500_000_000)).map { (file.value, $0) }
  }

  /// `sheets`: the names of the case's posters and handout.
  func json(sheets: [String]) -> [UInt8] {
    let figures = pictured.map { figure -> JSONValue in
      .object([.init("id", .string(figure.id.value)), .init("caption", .string(figure.caption?.inlines.plainText ?? ""))])
    }
    let papers = sheets.map { name -> JSONValue in
      .object([.init("name", .string(String(name.dropLast(5)))), .init("path", .string("/cases/\(slug)/\(name)"))])
    }
    return JSONValue.object([
      .init("title", .string(found.title.inlines.plainText)), .init("figures", .array(figures)), .init("sheets", .array(papers)),
    ]).serialized()
  }
}
