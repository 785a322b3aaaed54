import DataFormats
import WoundProgress

/// Gives what a metric's function makes of a row's input.
typealias Evaluator = @Sendable (VectorInput) throws(WoundError) -> [String: VectorValue]

/// A folder of vector files, run: which rows the project's functions do not reproduce.
struct Suite {
  struct Failure {
    var id: String
    var reason: String
  }

  private(set) var count = 0
  private(set) var failures: [Failure] = []

  static let evaluators: [String: Evaluator] = sizeEvaluators.merging(rateEvaluators) { a, _ in a }
    .merging(scoreEvaluators) { a, _ in a }.merging(courseEvaluators) { a, _ in a }.merging(caseEvaluators) { a, _ in a }

  /// Runs the rows of one file; a file that is not a vector file has none.
  mutating func run(file name: String, bytes: [UInt8]) {
    let (document, diagnostics) = JSON.parse(bytes, file: name)
    guard let document else {
      count += 1
      failures.append(Failure(id: name, reason: diagnostics.first?.summary ?? "not JSON"))
      return
    }
    guard let metric = document["metric"]?.text, let rows = document["rows"]?.elements else { return }
    for row in rows { run(row, metric: metric) }
  }

  private mutating func run(_ row: Node, metric: String) {
    count += 1
    let id = row["id"]?.text ?? "\(metric) row \(count)"
    guard let input = row["input"], let expect = row["expect"] else {
      failures.append(Failure(id: id, reason: "input or expect is missing"))
      return
    }
    guard let evaluator = Self.evaluators[metric] else {
      failures.append(Failure(id: id, reason: "no function for \(metric)"))
      return
    }
    let found: VectorValue
    do throws(WoundError) {
      found = .object(try evaluator(VectorInput(node: input)))
    } catch {
      found = .object(Self.value(of: error))
    }
    if !found.satisfies(VectorValue(expect)) || isUnexpectedError(found, expect) {
      failures.append(Failure(id: id, reason: "\(found)"))
    }
  }

  private func isUnexpectedError(_ found: VectorValue, _ expect: Node) -> Bool {
    guard case .object(let values) = found else { return false }
    return values["error"] != nil && expect["error"] == nil
  }

  static func value(of error: WoundError) -> [String: VectorValue] {
    var values: [String: VectorValue] = ["error": .text(error.code)]
    switch error {
    case .itemOutOfRange(let item): values["item"] = .number(item)
    case .sumNot100(let sum): values["sum"] = .number(sum)
    default: break
    }
    return values
  }

  /// "INCH-07: found …" for each failure, then "41 of 42 rows pass".
  var report: String {
    failures.map { "\($0.id): \($0.reason)\n" }.joined() + "\(count - failures.count) of \(count) rows pass\n"
  }
}
