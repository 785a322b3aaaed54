internal import CasebookModel
internal import Diagnostics

extension ObjectSchema {
  /// `site.yaml`.
  static let site = ObjectSchema(
    "a site",
    [
      Property("title", .text, "The library's title"),
      Property("url", .pattern("^https?://[^ ?#]+$"), "Where it is served; without it no QR code, feed or sitemap"),
      Property("department", .text, "Whose library it is"), Property("description", .text, "One sentence"),
      Property("language", .text, "A language tag such as en", synonyms: ["lang"]),
      Property("visibility", .choice(of: Site.Visibility.self), "private (the default): noindex, no sitemap, no feeds"),
      Property("license", .text, "Printed only when named, such as CC BY 4.0", synonyms: ["licence"]),
      Property("dates", .choice(of: DatePolicy.self), "relative is the default"),
      Property("date-order", .choice(of: Site.DateOrder.self), "How 5/10/2018 is read; without it such a date is an error"),
      Property("ages", .choice(of: AgePolicy.self), "decade is the default; over 89 is always \"90 or older\""),
      Property("style", .text, "A citation style's id, or a path to a .csl file"),
      Property("uncited-references", .choice(of: Site.UncitedReferences.self), "What happens to references that nothing cites"),
      Property("raw-html", .boolean, "true lets HTML in narratives through"),
      Property("downloads", .list(.choice(of: Site.Download.self)), "What case pages offer"),
      Property("pdf", .boolean, "true prints PDFs in every build"), Property("theme", .object(.theme), "Colours, font and logos"),
      Property("affiliation", .object(.affiliation), "For authors who name none"),
      Property("poster", .object(.sitePoster), "For cases that name none"),
      Property("rules", .map(.choice(["error", "warning", "info", "off"])), "Severity by rule"),
      Property("navigation", .list(.text), "cases, topics and pages such as pages/about.md"),
    ])

  static let theme = ObjectSchema(
    "a theme",
    [
      Property("brand", .pattern("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"), "The main colour"),
      Property("accent", .pattern("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"), "The colour that stands out"),
      Property("font", .text, "The font's name"),
      Property("logos", .list(.text), "Files, relative to this one"),
    ])

  static let sitePoster = ObjectSchema("a poster", poster.properties.filter { $0.key != "id" })
}
