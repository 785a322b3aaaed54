internal import CasebookModel
internal import Templates

/// The frame that every page of the site stands in: head, navigation, footer.
struct PageShell {
  var context: RenderContext
  /// The page's path below the output folder.
  var path: String

  /// From the page to the output folder: `../../` for `cases/foot/index.html`.
  var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// What `page.html`, `navigation.html` and `footer.html` name.
  func values(title: String, description: String?, isIndexed: Bool = true, note: String? = nil) -> [String: TemplateValue] {
    let site = context.site
    return [
      "language": .text(site.language), "title": .text(title == site.title ? title : "\(title) · \(site.title)"),
      "description": .optional(description), "noindex": .flag(!isIndexed || site.visibility == .private),
      "canonical": .optional(site.url.map { $0 + address }), "root": .text(root), "stylesheet": .text(context.assets.pageStyle),
      "site": .object(["title": .text(site.title), "department": .optional(site.department)]), "navigation": .list(navigation),
      "license": .optional(site.license), "note": .optional(note),
    ]
  }

  /// The frame's values and the page's own, ready for a template.
  func page(_ template: String, _ values: [String: TemplateValue]) -> Output { Output(path, .page(template: template, .object(values))) }

  /// The page's path as it is written in an address: without `index.html`.
  var address: String { path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path }

  private var navigation: [TemplateValue] {
    context.site.navigation.compactMap { entry in
      let target: (label: String, href: String)
      switch entry.value {
      case "cases": target = ("Cases", "index.html")
      case "topics": target = ("Topics", "topics/index.html")
      default:
        guard let page = context.pages.first(where: { "pages/\($0.name).md" == entry.value }) else { return nil }
        target = (page.title, "pages/\(page.name).html")
      }
      return .object(["label": .text(target.label), "href": .text(target.href), "current": .flag(target.href == path)])
    }
  }
}

extension TemplateValue {
  /// The text, or false where there is none.
  static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .flag(false) }
}
