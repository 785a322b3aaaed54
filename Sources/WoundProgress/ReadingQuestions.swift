extension ReadingQuestion {
  /// The questions about one wound's visits, by row. `times` gives each measurement's time; those without one are not compared.
  package static func questions(about measurements: [Measurement], at times: [Series.Time?]) -> [ReadingQuestion] {
    var questions: [ReadingQuestion] = []
    for (row, measurement) in measurements.enumerated() { questions += questionsWithin(measurement, row: row) }
    // A visit without sizes, or a closed one, says nothing about the scale of others.
    let order = measurements.indices.filter { row in
      row < times.count && times[row] != nil && measurements[row].length?.isPositive == true && measurements[row].width?.isPositive == true
    }.sorted { ((times[$0]?.number ?? 0), $0) < ((times[$1]?.number ?? 0), $1) }
    // With two visits nobody can say which of them is the slip.
    guard order.count >= 3 else { return questions.sorted(by: isBefore) }
    for position in order.indices {
      // The visits beside it; at either end the two that are nearest.
      let last = order.count - 1
      let beside = position == 0 ? [1, 2] : position == last ? [last - 1, last - 2] : [position - 1, position + 1]
      let neighbours = beside.map { measurements[order[$0]] }
      questions += questionsAbout(measurements[order[position]], row: order[position], among: neighbours, isLast: position == last)
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

  private static func questionsAbout(_ visit: Measurement, row: Int, among neighbours: [Measurement], isLast: Bool) -> [ReadingQuestion] {
    let fields: [(Field, KeyPath<Measurement, Decimal?>)] = [(.length, \.length), (.width, \.width), (.depth, \.depth)]
    var slips: [(field: Field, value: Decimal, isLarge: Bool)] = []
    var recorded = 0
    for (field, path) in fields {
      guard let value = visit[keyPath: path], value.isPositive else { continue }
      recorded += 1
      if let isLarge = isTenfold(value, neighbours.compactMap { $0[keyPath: path] }, isLast: isLast) {
        slips.append((field, value, isLarge))
      }
    }
    if slips.count >= 2, slips.count == recorded, Set(slips.map(\.isLarge)).count == 1 { return [ReadingQuestion(.otherUnit, row: row)] }
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
  private static func isSwapped(_ visit: Measurement, _ neighbours: [Measurement]) -> Bool {
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

extension Decimal {
  fileprivate var isPositive: Bool { significand > 0 }
}
