extension ReadingQuestion {
  /// The questions about one wound's visits, by row. `times` gives each measurement's time; those without one are not compared.
  package static func questions(about measurements: [Measurement], at times: [Series.Time?]) -> [ReadingQuestion] {
    var questions: [ReadingQuestion] = []
    for (row, measurement) in measurements.enumerated() { questions += questionsWithin(measurement, row: row) }
    // A visit without sizes, or a closed one, says nothing about the scale of others.
    let order = measurements.indices.filter { row in
      row < times.count && times[row] != nil && measurements[row].length?.isPositive == true && measurements[row].width?.isPositive == true
    }.sorted { ((times[$0]?.number ?? 0), $0) < ((times[$1]?.number ?? 0), $1) }
    for position in order.indices {
      let row = order[position]
      let before = position > 0 ? measurements[order[position - 1]] : nil
      let after = position + 1 < order.count ? measurements[order[position + 1]] : nil
      questions += questionsAbout(measurements[row], row: row, between: before, and: after)
    }
    return questions.sorted { ($0.row, $0.kind.rawValue, $0.field?.rawValue ?? "") < ($1.row, $1.kind.rawValue, $1.field?.rawValue ?? "") }
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

  private static func questionsAbout(
    _ visit: Measurement, row: Int, between before: Measurement?, and after: Measurement?
  ) -> [ReadingQuestion] {
    let fields: [(Field, KeyPath<Measurement, Decimal?>)] = [(.length, \.length), (.width, \.width), (.depth, \.depth)]
    var slips: [(field: Field, value: Decimal, isLarge: Bool)] = []
    var recorded = 0
    for (field, path) in fields {
      guard let value = visit[keyPath: path], value.isPositive else { continue }
      recorded += 1
      if let isLarge = isTenfold(value, before?[keyPath: path], after?[keyPath: path]) { slips.append((field, value, isLarge)) }
    }
    if slips.count >= 2, slips.count == recorded, Set(slips.map(\.isLarge)).count == 1 { return [ReadingQuestion(.otherUnit, row: row)] }
    if !slips.isEmpty {
      return slips.map { slip in
        let factor = slip.isLarge ? Decimal(significand: 1, scale: 1) : Decimal(10)
        return ReadingQuestion(.factorOfTen, row: row, field: slip.field, value: slip.value, fitting: slip.value * factor)
      }
    }
    return isSwapped(visit, before, after) ? [ReadingQuestion(.swapped, row: row)] : []
  }

  /// true: about ten times both neighbours; false: about a tenth; nil: neither.
  ///
  /// A wound may well shrink to a tenth by its last visit, so there only a value too large is asked about, and at the first only one too
  /// small or too large by nearly exactly ten.
  private static func isTenfold(_ value: Decimal, _ before: Decimal?, _ after: Decimal?) -> Bool? {
    let neighbours = [before, after].compactMap { $0 }.filter(\.isPositive)
    guard !neighbours.isEmpty else { return nil }
    let limits = neighbours.count == 2 ? (5.0, 20.0) : (7.0, 14.0)
    let ratios = neighbours.map { value.double / $0.double }
    if ratios.allSatisfy({ $0 >= limits.0 && $0 <= limits.1 }) { return true }
    let isLast = after == nil
    return !isLast && ratios.allSatisfy({ $0 <= 1 / limits.0 && $0 >= 1 / limits.1 }) ? false : nil
  }

  /// Length near the neighbours' widths and width near their lengths, by wounds that are clearly not round.
  private static func isSwapped(_ visit: Measurement, _ before: Measurement?, _ after: Measurement?) -> Bool {
    guard let length = visit.length?.double, let width = visit.width?.double else { return false }
    let neighbours = [before, after].compactMap { neighbour -> (Double, Double)? in
      guard let length = neighbour?.length?.double, let width = neighbour?.width?.double else { return nil }
      return (length, width)
    }
    guard !neighbours.isEmpty, (length - width).magnitude >= 0.2 * max(length, width) else { return false }
    func isNear(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 0.15 * max(a, b) }
    return neighbours.allSatisfy { near, wide in
      (near > wide) != (length > width) && isNear(length, wide) && isNear(width, near)
    }
  }
}

extension Decimal {
  fileprivate var isPositive: Bool { significand > 0 }
}
