/// Something that a series' rows had and that did not stop it: a fact to tell, with the rows it is about.
package struct SeriesIssue: Hashable, Sendable {
  package var kind: Kind
  /// Indices of the entries, in their order.
  package var rows: [Int]

  package init(_ kind: Kind, rows: [Int]) {
    self.kind = kind
    self.rows = rows
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Rows were not in order of time and have been sorted.
    case unorderedDates
    /// The same area twice on one date; the second was left out.
    case duplicateRow
    /// Rows in several units; all were converted to cm.
    case mixedUnits
    /// A visit without an area: a gap, not 0.
    case missingMeasurement
    /// A row without date, day, week or visit; left out.
    case noTime
  }
}

/// Why a series is refused as a whole, with the rows that are to blame.
package struct SeriesRefusal: Error, Hashable, Sendable {
  package var reason: WoundError
  package var rows: [Int]
  package var issues: [SeriesIssue]

  package init(_ reason: WoundError, rows: [Int], issues: [SeriesIssue] = []) {
    self.reason = reason
    self.rows = rows
    self.issues = issues
  }

  /// The rule, as a headline.
  package var summary: String {
    switch reason {
    case .mixedMethods: "Areas of one wound need one method"
    case .conflictingDuplicate: "Two different areas on one date"
    case .mixedTimes: "Visits of one wound need dates or numbers, not both"
    case .noMeasurements: "No visit of the wound has an area"
    case .negative: "Negative size"
    case .inconsistentZero: "Length or width is 0 and the other is not"
    default: "Measurement cannot be used"
    }
  }

  /// What the author can do.
  package var remedy: String {
    switch reason {
    case .mixedMethods:
      "give every visit its length and width and set area-method to rectangle or ellipse, or give every visit its area and set it to planimetric"
    case .conflictingDuplicate: "keep one of the rows; where both are true, keep the one before or the one after debridement throughout"
    case .mixedTimes: "give every row a date, day or week, or every row a visit number"
    case .noMeasurements: "add length and width, or an area, to at least one visit"
    case .negative: "write the size without a minus sign, or leave the cell empty if it was not measured"
    case .inconsistentZero: "write 0 for both when the wound is closed, or leave the one that was not measured empty"
    default: "correct the row"
    }
  }
}
