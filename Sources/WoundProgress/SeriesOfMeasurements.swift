extension Series {
  /// The series of one wound's visits by its declared method. A visit marked closed has area 0.
  ///
  /// Refused: a size that is negative or half zero, and a visit that the method cannot measure while another can (an area alone under
  /// `rectangle`, length and width alone under `planimetric`).
  package init(_ measurements: [Measurement], method: AreaMethod) throws(SeriesRefusal) {
    try self.init(measurements, at: measurements.map(\.time), method: method)
  }

  /// The same with the visits' times on a scale of the caller's, one for each measurement.
  package init(_ measurements: [Measurement], at times: [Time?], method: AreaMethod) throws(SeriesRefusal) {
    var entries: [Entry] = []
    entries.reserveCapacity(measurements.count)
    for (index, measurement) in measurements.enumerated() {
      do {
        let (area, used) = try measurement.area(by: method)
        entries.append(Entry(time: index < times.count ? times[index] : nil, area: area, method: used))
      } catch {
        throw SeriesRefusal(error, rows: [index])
      }
    }
    try self.init(entries)
  }
}

extension Measurement {
  package var time: Series.Time? { day.map(Series.Time.day) ?? visit.map(Series.Time.visit) }

  /// The visit's area by the declared method; where only another's figures are recorded, that area and its method; nil where nothing was measured.
  package func area(by method: AreaMethod) throws(WoundError) -> (area: Area?, method: AreaMethod) {
    let isElliptic = method == .ellipse
    if isClosed { return (Area(product: .zero, isElliptic: isElliptic), method) }
    if method == .planimetric, let area { return (try .planimetric(area), method) }
    if let length, let width {
      let rectangle = try Area.rectangle(length: length, width: width)
      let used: AreaMethod = method == .planimetric ? .rectangle : method
      return (Area(product: rectangle.product, isElliptic: isElliptic), used)
    }
    guard let area else { return (nil, method) }
    return (Area(product: try Area.planimetric(area).product, isElliptic: isElliptic), .planimetric)
  }
}
