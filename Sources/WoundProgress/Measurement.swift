/// What one visit recorded of one wound. Lengths in cm, areas in cm²; what was not recorded is nil, never 0.
///
/// `day` is the visit's time in whole days on the series' own scale (any origin), nil for a numbered visit without a date.
package struct Measurement: Hashable, Sendable {
  package var day: Int?
  package var visit: Int?
  package var length: Decimal?
  package var width: Decimal?
  package var depth: Decimal?
  package var area: Decimal?
  package var perimeter: Decimal?
  package var undermining: Undermining?
  package var tunnel: Tunnel?
  /// The author's words: "moderate", "serous".
  package var exudate: String?
  package var exudateType: String?
  package var tissue: Tissue
  package var pain: Int?
  package var lengthMethod: LengthMethod?
  package var moment: String?
  package var isClosed: Bool
  package var note: String?

  package enum LengthMethod: String, Hashable, Sendable { case clock, longest }

  package struct Undermining: Hashable, Sendable {
    package var depth: Decimal
    /// "9-2", as written.
    package var clock: String?

    package init(depth: Decimal, clock: String? = nil) {
      self.depth = depth
      self.clock = clock
    }
  }

  package struct Tunnel: Hashable, Sendable {
    package var length: Decimal
    package var clock: String?

    package init(length: Decimal, clock: String? = nil) {
      self.length = length
      self.clock = clock
    }
  }

  /// Percentages of the wound bed; nil where not recorded.
  package struct Tissue: Hashable, Sendable {
    package var epithelial: Int?
    package var granulation: Int?
    package var slough: Int?
    package var eschar: Int?
    package var other: Int?

    package init(epithelial: Int? = nil, granulation: Int? = nil, slough: Int? = nil, eschar: Int? = nil, other: Int? = nil) {
      self.epithelial = epithelial
      self.granulation = granulation
      self.slough = slough
      self.eschar = eschar
      self.other = other
    }
  }

  package init(
    day: Int? = nil, visit: Int? = nil, length: Decimal? = nil, width: Decimal? = nil, depth: Decimal? = nil, area: Decimal? = nil,
    perimeter: Decimal? = nil, undermining: Undermining? = nil, tunnel: Tunnel? = nil, exudate: String? = nil, exudateType: String? = nil,
    tissue: Tissue = Tissue(), pain: Int? = nil, lengthMethod: LengthMethod? = nil, moment: String? = nil, isClosed: Bool = false,
    note: String? = nil
  ) {
    self.day = day
    self.visit = visit
    self.length = length
    self.width = width
    self.depth = depth
    self.area = area
    self.perimeter = perimeter
    self.undermining = undermining
    self.tunnel = tunnel
    self.exudate = exudate
    self.exudateType = exudateType
    self.tissue = tissue
    self.pain = pain
    self.lengthMethod = lengthMethod
    self.moment = moment
    self.isClosed = isClosed
    self.note = note
  }
}

/// How a series' areas come about (domain of `area-method`).
package enum AreaMethod: String, Hashable, Sendable, CaseIterable { case rectangle, ellipse, planimetric }
