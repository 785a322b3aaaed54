package import Diagnostics

/// A poster's size and layout.
package struct PosterFormat: Hashable, Sendable {
  package enum Layout: String, Hashable, Sendable, CaseIterable { case columns, billboard, portrait, photo, eposter }

  package var id: Located<String>
  package var size: PaperSize
  package var layout: Layout
  /// nil: as many as suit the size.
  package var columns: Int?
  /// Reading distance in feet.
  package var distance: Double
  /// The order of sections, by the ids of their headings or as `timeline`, `wounds`, `conclusion`, `references`; those not named follow.
  package var sections: [Located<String>] = []
  /// How many columns a section takes.
  package var spans: [Span] = []

  /// Also a picture of it, for a screen.
  package var export: PictureExport?

  package init(id: Located<String>, size: PaperSize, layout: Layout = .columns, columns: Int? = nil, distance: Double = 4) {
    self.id = id
    self.size = size
    self.layout = layout
    self.columns = columns
    self.distance = distance
  }

  package struct Span: Hashable, Sendable {
    package var section: Located<String>
    package var columns: Int

    package init(section: Located<String>, columns: Int) {
      self.section = section
      self.columns = columns
    }
  }
}

/// Width and height of a page, exactly as CSS prints them: `48in × 36in`.
package struct PaperSize: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable {
    case inch = "in"
    case centimeter = "cm"
    case millimeter = "mm"
    /// CSS pixels, 96 to the inch: for screens.
    case pixel = "px"

    package var points: Double {
      switch self {
      case .inch: 72
      case .centimeter: 72 / 2.54
      case .millimeter: 72 / 25.4
      case .pixel: 0.75
      }
    }
  }

  package var width: Double
  package var height: Double
  package var unit: Unit
  /// What the author wrote: `48x36in`, `A0`.
  package var name: String

  package init(width: Double, height: Double, unit: Unit, name: String) {
    self.width = width
    self.height = height
    self.unit = unit
    self.name = name
  }

  package var widthInPoints: Double { width * unit.points }
  package var heightInPoints: Double { height * unit.points }
}
