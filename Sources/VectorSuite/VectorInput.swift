import DataFormats
import WoundProgress

/// The `input` of a row.
struct VectorInput {
  let node: Node

  /// A number written as a string or a number; nil for null or a key that is not there.
  func decimal(_ key: String) throws(WoundError) -> Decimal? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.text, let number = Decimal(parsing: text) else { throw .notANumber }
    return number
  }

  /// An area in cm²; nil where it is not given.
  func area(_ key: String) throws(WoundError) -> Area? {
    guard let value = try decimal(key) else { return nil }
    return try .planimetric(value)
  }

  func requiredArea(_ key: String) throws(WoundError) -> Area {
    guard let area = try area(key) else { throw .missing }
    return area
  }

  func text(_ key: String) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    return value.text
  }

  func integer(_ key: String) -> Int? { text(key).flatMap { Int($0) } }

  func requiredInteger(_ key: String) throws(WoundError) -> Int {
    guard let value = integer(key) else { throw .missing }
    return value
  }

  func elements(_ key: String) -> [VectorInput] { (node[key]?.elements ?? []).map(VectorInput.init) }

  /// `{"day": 28, "areaCm2": "2.0"}`…, in order of time; points without an area are left out.
  func points() throws(WoundError) -> [(day: Int, area: Area)] {
    var points: [(day: Int, area: Area)] = []
    for element in elements("points") {
      guard let day = element.integer("day"), let area = try element.area("areaCm2") else { continue }
      points.append((day, area))
    }
    return points.sorted { $0.day < $1.day }
  }
}
