/// Least squares of area (cm²) on time (weeks). Off unless asked for, and never printed as a prognosis.
package struct LinearTrend: Hashable, Sendable {
  package let slopePerWeek: Double
  package let intercept: Double
  /// Correlation; nil when all areas are equal.
  package let r: Double?
  package let count: Int
  /// Where the line meets 0: only for at least 3 measurements, slope < 0 and |r| > 0.85 (Prince S, Dodds SR. J Wound Care 2006;15:299-303).
  package let closureWeek: Double?

  /// At least two dates. Weeks count from day 0 of the given days.
  package init(_ points: [(day: Int, area: Area)]) throws(WoundError) {
    guard let first = points.first, points.contains(where: { $0.day != first.day }) else { throw .needTwoDates }
    count = points.count
    if points.allSatisfy({ $0.area == first.area }) {
      (slopePerWeek, intercept, r, closureWeek) = (0, first.area.squareCentimetres, nil, nil)
      return
    }
    let n = Double(points.count)
    let weeks = points.map { Double($0.day) / 7 }
    let areas = points.map(\.area.squareCentimetres)
    let meanWeek = weeks.reduce(0, +) / n
    let meanArea = areas.reduce(0, +) / n
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (week, area) in zip(weeks, areas) {
      xx += (week - meanWeek) * (week - meanWeek)
      xy += (week - meanWeek) * (area - meanArea)
      yy += (area - meanArea) * (area - meanArea)
    }
    let slope = xy / xx
    let correlation = xy / (xx * yy).squareRoot()
    slopePerWeek = slope
    intercept = meanArea - slope * meanWeek
    r = correlation
    closureWeek = points.count >= 3 && slope < 0 && correlation.magnitude > 0.85 ? -intercept / slope : nil
  }
}
