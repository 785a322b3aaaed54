package import CasebookModel

/// What a case is rendered for. Each has its own numbers of citations, figures and tables.
package enum Medium: Hashable, Sendable {
  case page
  case poster(PosterFormat)

  /// The class on a heading that keeps a section to this medium.
  var className: String { isPoster ? "poster" : "page" }
  /// The class that keeps a section away from it.
  var otherClassName: String { isPoster ? "page" : "poster" }
  var isPoster: Bool { if case .poster = self { true } else { false } }
}

/// The place that a poster has for the figure timeline, in inches of a poster whose short side is 36 inches.
struct TimelineArea {
  var width: Double
  var height: Double
  /// Such an inch in points of the poster as it is printed.
  var unit: Double
  /// How many pictures stand beside each other, and how wide, where the layout has decided it.
  var place: (slots: Int, pictureWidth: Double)?
}

extension Medium {
  /// About the place that a poster leaves for the figure timeline: half its width, and what header, footer and the charts of wounds leave of
  /// its height; nil for a page.
  func timelineArea(hasProgress: Bool) -> TimelineArea? {
    guard case .poster(let format) = self else { return nil }
    let unit = min(format.size.widthInPoints, format.size.heightInPoints) / 36
    let height = format.size.heightInPoints / unit - 10
    return TimelineArea(
      width: format.size.widthInPoints / unit / 2 - 2, height: height * (hasProgress ? 0.36 : 0.72), unit: unit)
  }
}
