import Testing

@testable import VectorSuite

/// The metrics that concern wounds: every row of each has to pass.
private let woundMetrics = [
  "area_ellipse", "area_rect", "bwat", "classification_codes", "clock", "equivalent_radius", "gilman", "healing_constant", "linear_trend",
  "nrs", "par", "par_threshold", "perimeter_ellipse", "push", "relative_time", "series", "sinbad", "tissue_percent", "trajectory",
  "unit_conversion", "volume", "weekly_rate",
]

@Suite struct SuiteTests {
  @Test(.enabled(if: SharedVectors.folder != nil, "the shared vectors are not here"))
  func everyRowOfTheSharedVectorsPasses() throws {
    let suite = try Suite(folder: SharedVectors.folder ?? "")
    let handled = suite.failures.filter { !$0.reason.hasPrefix("no function") }
    #expect(handled.isEmpty, "\(suite.report)")
    #expect(suite.count > 500)
  }

  @Test func everyWoundMetricHasAFunction() {
    for metric in woundMetrics { #expect(Suite.evaluators[metric] != nil, "\(metric)") }
  }

  @Test func aWrongRowIsNamedAndCounted() {
    let rows = """
      {"metric": "area_rect", "rows": [
        {"id": "A-1", "input": {"lengthCm": "4.2", "widthCm": "2.8"}, "expect": {"areaCm2": 11.76, "display": "11.8"}},
        {"id": "A-2", "input": {"lengthCm": "4.2", "widthCm": "2.8"}, "expect": {"areaCm2": 11.76, "display": "11.7"}},
        {"id": "A-3", "input": {"lengthCm": null, "widthCm": "2.8"}, "expect": {"areaCm2": 0}},
        {"id": "A-4", "input": {"lengthCm": "-1", "widthCm": "2"}, "expect": {"error": "negative"}}
      ]}
      """
    var suite = Suite()
    suite.run(file: "rows.json", bytes: Array(rows.utf8))
    #expect(suite.failures.map(\.id) == ["A-2", "A-3"])
    #expect(suite.report.hasSuffix("2 of 4 rows pass\n"))
  }

  @Test func whatIsNotAVectorFileIsLeftOutAndWhatIsNotJSONFails() {
    var suite = Suite()
    suite.run(file: "other.json", bytes: Array(#"{"published": []}"#.utf8))
    #expect(suite.count == 0)
    suite.run(file: "broken.json", bytes: Array("{".utf8))
    #expect(suite.failures.map(\.id) == ["broken.json"])
  }

  @Test func aMetricWithoutAFunctionFails() {
    var suite = Suite()
    suite.run(file: "x.json", bytes: Array(#"{"metric": "x", "rows": [{"id": "X-1", "input": {}, "expect": {}}]}"#.utf8))
    #expect(suite.failures.map(\.reason) == ["no function for x"])
  }
}
