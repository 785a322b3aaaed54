extension ReadingQuestion {
  /// The questions about one wound's visits, by row. `times` gives each measurement's time; those without one are not compared.
  package static func questions(about measurements: [Measurement], at times: [Series.Time?]) -> [ReadingQuestion] {
    var questions: [ReadingQuestion] = []
    for (row, measurement) in measurements.enumerated() { questions += questionsWithin(measurement, row: row) }
    // A visit without sizes, or a closed one, says nothing about the scale of others.
    let sizes = measurements.map { Sizes($0) }
    let order = sizes.indices.filter { row in
      row < times.count && times[row] != nil && sizes[row].length?.isPositive == true && sizes[row].width?.isPositive == true
    }.sorted { ((times[$0]?.number ?? 0), $0) < ((times[$1]?.number ?? 0), $1) }
    // With two visits nobody can say which of them is the slip.
    guard order.count >= 3 else { return questions.sorted(by: isBefore) }
    for position in order.indices {
      // The visits beside it; at either end the two that are nearest.
      let last = order.count - 1
      let beside = position == 0 ? [1, 2] : position == last ? [last - 1, last - 2] : [position - 1, position + 1]
      let neighbours = beside.map { sizes[order[$0]] }
      questions += questionsAbout(sizes[order[position]], row: order[position], among: neighbours, isLast: position == last)
    }
    return questions.sorted(by: isBefore)
  }

  private static func isBefore(_ a: ReadingQuestion, _ b: ReadingQuestion) -> Bool {
    (a.row, a.kind.rawValue, a.field?.rawValue ?? "") < (b.row, b.kind.rawValue, b.field?.rawValue ?? "")
  }

  private static func questionsWithin(_ measurement: Measurement, row: Int) -> [ReadingQuestion] {
    var questions: [ReadingQuestion] = []
    for (field, value) in [(Field.length, measurement.length), (.width, measurement.width)] {
      if let value, value > Decimal(60) { questions.append(ReadingQuestion(.implausibleSize, row: row, field: field, value: value)) }
    }
    guard let length = measurement.length, let width = measurement.width else { return questions }
    if let area = measurement.area, area > length * width, !(length * width).isZero {
      questions.append(ReadingQuestion(.areaExceedsRectangle, row: row, field: .area, value: area))
    }
    if let depth = measurement.depth, depth > max(length, width), length.isPositive {
      questions.append(ReadingQuestion(.depthExceedsSpan, row: row, field: .depth, value: depth))
    }
    return questions
  }

  private static func questionsAbout(_ visit: Sizes, row: Int, among neighbours: [Sizes], isLast: Bool) -> [ReadingQuestion] {
    var slips: [(field: Field, value: Decimal, isLarge: Bool)] = []
    var recorded = 0
    for field in [Field.length, .width, .depth] {
      guard let value = visit[field], value.isPositive else { continue }
      recorded += 1
      if let isLarge = isTenfold(value, neighbours.compactMap { $0[field] }, isLast: isLast) {
        slips.append((field, value, isLarge))
      }
    }
    if slips.count >= 2, slips.count == recorded, slips.allSatisfy({ $0.isLarge == slips[0].isLarge }) {
      return [ReadingQuestion(.otherUnit, row: row)]
    }
    if !slips.isEmpty {
      return slips.map { slip in
        let factor = slip.isLarge ? Decimal(significand: 1, scale: 1) : Decimal(10)
        return ReadingQuestion(.factorOfTen, row: row, field: slip.field, value: slip.value, fitting: slip.value * factor)
      }
    }
    return isSwapped(visit, neighbours) ? [ReadingQuestion(.swapped, row: row)] : []
  }

  /// true: about ten times both neighbours; false: about a tenth; nil: neither.
  ///
  /// A wound may well shrink to a tenth by its last visit, so there only a value too large is asked about.
  private static func isTenfold(_ value: Decimal, _ neighbours: [Decimal], isLast: Bool) -> Bool? {
    let ratios = neighbours.filter(\.isPositive).map { value.double / $0.double }
    guard ratios.count == 2 else { return nil }
    if ratios.allSatisfy({ (5...20).contains($0) }) { return true }
    return !isLast && ratios.allSatisfy { (0.05...0.2).contains($0) } ? false : nil
  }

  /// Length near the neighbours' widths and width near their lengths, by wounds that are clearly not round.
  private static func isSwapped(_ visit: Sizes, _ neighbours: [Sizes]) -> Bool {
    guard let length = visit.length?.double, let width = visit.width?.double else { return false }
    let sides = neighbours.compactMap { neighbour -> (Double, Double)? in
      guard let length = neighbour.length?.double, let width = neighbour.width?.double else { return nil }
      return (length, width)
    }
    guard !sides.isEmpty, (length - width).magnitude >= 0.2 * max(length, width) else { return false }
    func isNear(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 0.15 * max(a, b) }
    return sides.allSatisfy { near, wide in
      (near > wide) != (length > width) && isNear(length, wide) && isNear(width, near)
    }
  }
}

/// A visit's sizes alone: what is compared.
private struct Sizes {
  var length: Decimal?
  var width: Decimal?
  var depth: Decimal?

  init(_ measurement: Measurement) { (length, width, depth) = (measurement.length, measurement.width, measurement.depth) }

  subscript(field: ReadingQuestion.Field) -> Decimal? {
    switch field {
    case .length: length
    case .width: width
    case .depth: depth
    case .area: nil
    }
  }
}

extension Decimal {
  fileprivate var isPositive: Bool { significand > 0 }
}
