/// How old the references of a list are.
package enum ReferenceAges {
  /// Number of references by age in years, in order of age; those without a year are under nil, last.
  ///
  ///     histogram(of: [from2012, from2012, from2018], in: 2018)  // [(0, 1), (6, 2)]
  package static func histogram(of references: [Reference], in year: Int) -> [(age: Int?, count: Int)] {
    var counts: [Int: Int] = [:]
    var undated = 0
    for reference in references {
      if let issued = reference.dates["issued"]?.parts.first?.year { counts[year - issued, default: 0] += 1 } else { undated += 1 }
    }
    let dated = counts.sorted { $0.key < $1.key }.map { (age: Int?.some($0.key), count: $0.value) }
    return undated == 0 ? dated : dated + [(age: nil, count: undated)]
  }
}
