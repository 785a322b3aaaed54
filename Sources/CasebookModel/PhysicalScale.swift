package import Images

/// Width and height of what a picture shows, in centimeters.
package struct PhysicalSize: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

extension Figure.Scale {
  /// Pixels of the upright original to a centimeter; nil where two points are one, or the picture's size is needed and not known.
  ///
  ///     {from: [120, 800], to: [620, 800], cm: 5}   // 100
  package func pixelsPerCentimeter(in size: PixelSize) -> Double? {
    let result: Double
    switch self {
    case .pixelsPerCentimeter(let pixels): result = pixels
    case .distance(let from, let to, let centimeters):
      let x = to.x.pixels(of: size.width) - from.x.pixels(of: size.width)
      let y = to.y.pixels(of: size.height) - from.y.pixels(of: size.height)
      result = (x * x + y * y).squareRoot() / centimeters
    }
    return result.isFinite && result > 0 ? result : nil
  }
}

extension Figure {
  /// What the published picture shows, in centimeters; nil without a picture or a scale.
  ///
  /// The scale counts pixels of the upright original; a crop changes how much is seen, not how large it is.
  package var extent: PhysicalSize? {
    guard let image, let pixels = scale?.value.pixelsPerCentimeter(in: PixelSize(width: image.width, height: image.height))
    else { return nil }
    let size = ImageEdits(crop: crop).size(ofWidth: image.width, height: image.height)
    let extent = PhysicalSize(width: Double(size.width) / pixels, height: Double(size.height) / pixels)
    return extent.width.isFinite && extent.height.isFinite && extent.width > 0 && extent.height > 0 ? extent : nil
  }
}

/// The figures of one site that can be compared: its photographs, or its pictures of another kind.
package struct FigureSeries: Hashable, Sendable {
  package var site: String?
  /// Those that have a picture, in the order in which they were given.
  package var figures: [Figure]

  package init(site: String?, figures: [Figure]) {
    self.site = site
    self.figures = figures
  }

  /// Photographs taken in the clinic and in the operating room are compared with each other; other kinds with their own.
  fileprivate struct Key: Hashable {
    var site: String?
    var kind: Figure.Kind

    init(_ site: String?, _ kind: Figure.Kind) {
      self.site = site
      self.kind = kind == .intraoperative ? .photograph : kind
    }
  }
}

extension Case {
  /// The figures by site and kind, in the order of the first of each; figures without a picture are in none.
  package func series(of figures: [Figure]) -> [FigureSeries] {
    var places: [FigureSeries.Key: Int] = [:]
    var series: [FigureSeries] = []
    for figure in figures where figure.image != nil {
      let site = site(of: figure)?.value
      let key = FigureSeries.Key(site, figure.kind)
      if let place = places[key] {
        series[place].figures.append(figure)
      } else {
        places[key] = series.count
        series.append(FigureSeries(site: site, figures: [figure]))
      }
    }
    return series
  }
}

/// One scale for all pictures of a series: how much of a common frame each takes, and a bar of a round length.
package struct PhysicalScale: Hashable, Sendable {
  /// The frame: as wide and high as the widest and the highest picture.
  package var frame: PhysicalSize
  /// The bar's length in centimeters: 1, 2 or 5 with zeros, at most a third of the frame's width.
  package var bar: Double

  /// nil unless every picture has a scale.
  package init?(of figures: [Figure]) {
    let extents = figures.compactMap(\.extent)
    guard let first = extents.first, extents.count == figures.count else { return nil }
    frame = extents.reduce(first) { PhysicalSize(width: max($0.width, $1.width), height: max($0.height, $1.height)) }
    bar = Self.roundLength(upTo: frame.width / 3)
  }

  /// The greatest of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that is at most `limit`; centimeters.
  package static func roundLength(upTo limit: Double) -> Double {
    roundLengths.last { $0 <= limit * (1 + 1e-9) } ?? roundLengths[0]
  }

  /// From a micrometer to fifty meters.
  private static let roundLengths = [
    0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000,
  ]

  /// "2 cm", "5 mm", "200 µm".
  package var barLabel: String {
    let (value, unit) = bar > 0.99 ? (bar, "cm") : bar > 0.099 ? (bar * 10, "mm") : (bar * 10_000, "µm")
    return "\(Int(value.rounded())) \(unit)"
  }
}
