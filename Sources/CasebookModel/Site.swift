package import Diagnostics
package import Images

/// The library: `site.yaml` with all its defaults.
package struct Site: Hashable, Sendable {
  package enum Visibility: String, Hashable, Sendable, CaseIterable { case `private`, `public` }
  package enum DateOrder: String, Hashable, Sendable, CaseIterable { case mdy, dmy }
  package enum UncitedReferences: String, Hashable, Sendable, CaseIterable { case include, omit, error }
  package enum Download: String, Hashable, Sendable, CaseIterable {
    case measurements
    case caseData = "case-data"
  }

  package var title: String
  /// Ends with `/`; nil: no QR code, feed or sitemap.
  package var url: String?
  package var department: String?
  package var description: String?
  package var language: String
  package var visibility: Visibility
  package var license: String?
  package var dates: DatePolicy
  package var dateOrder: DateOrder?
  package var ages: AgePolicy
  /// A style's id, or a path to a `.csl` file relative to `content/`.
  package var style: Located<String>
  package var uncitedReferences: UncitedReferences
  package var allowsRawHTML: Bool
  package var downloads: [Download]
  package var printsPDF: Bool
  package var theme: Theme
  /// For authors who name none.
  package var affiliation: Affiliation?
  package var poster: PosterFormat
  package var rules: [RuleSetting]
  package var navigation: [Located<String>]
  package var location: SourceLocation

  package init(title: String = "Casebook", location: SourceLocation = SourceLocation(file: "content/site.yaml")) {
    self.title = title
    self.location = location
    language = "en"
    visibility = .private
    dates = .relative
    ages = .decade
    style = Located("american-medical-association", at: location)
    uncitedReferences = .include
    allowsRawHTML = false
    downloads = []
    printsPDF = false
    theme = Theme()
    let size = PaperSize(width: 48, height: 36, unit: .inch, name: "48x36in")
    poster = PosterFormat(id: Located("poster", at: location), size: size)
    rules = []
    navigation = ["cases", "topics"].map { Located($0, at: location) }
  }
}

/// A rule's severity at this site; nil switches it off.
package struct RuleSetting: Hashable, Sendable {
  package var rule: Located<String>
  package var severity: Severity?

  package init(rule: Located<String>, severity: Severity?) {
    self.rule = rule
    self.severity = severity
  }
}

/// Brand colours, font and logos.
package struct Theme: Hashable, Sendable {
  /// `#rrggbb`, lower case.
  package var brand: String
  package var accent: String
  package var font: String
  /// Paths relative to the site's folder.
  package var logos: [Located<String>]

  /// The one that the program holds: static TrueType, which every browser embeds as it is.
  package static let embeddedFont = "Open Sans"
  /// WCAG 2.2, 1.4.3, for text of any size.
  package static let leastContrast = 4.5

  /// Where text in a theme's colour is set on what ground. On the brand itself stands white or black, whichever has the greater contrast;
  /// with one of them it is always 4.58 or more.
  package static let pairs: [(name: String, use: String, ground: Color, groundName: String)] = [
    ("brand", "headings and citations", .white, "white"),
    ("brand", "citations in tables", Color(hexadecimal: "#f1f5f7") ?? .white, "tinted paper"),
    ("accent", "notes", .white, "white"), ("accent", "the key message", Color(hexadecimal: "#fdf3e7") ?? .white, "the key message's band"),
  ]

  package init(brand: String = "#0b4f6c", accent: String = "#8a4b00", font: String = Theme.embeddedFont, logos: [Located<String>] = []) {
    self.brand = brand
    self.accent = accent
    self.font = font
    self.logos = logos
  }
}

/// A logo with what its file's header says.
package struct Logo: Hashable, Sendable {
  package var file: Located<String>
  package var image: ImageInformation
  /// Whose it is, for those who do not see it.
  package var name: String
  /// Made for dark ground: nothing of it is dark.
  package var isLight: Bool

  package init(file: Located<String>, image: ImageInformation, name: String, isLight: Bool) {
    self.file = file
    self.image = image
    self.name = name
    self.isLight = isLight
  }
}

/// A page of `content/pages/`: its first heading is its title.
package struct Page: Hashable, Sendable {
  /// `about` for `content/pages/about.md`.
  package var name: String
  package var title: String
  package var text: Case.Text

  package init(name: String, title: String, text: Case.Text) {
    self.name = name
    self.title = title
    self.text = text
  }
}
