import DataFormats
import WoundProgress

let scoreEvaluators: [String: Evaluator] = [
  "push": { input throws(WoundError) in
    let score = try PushScore(
      length: try input.decimal("lengthCm"), width: try input.decimal("widthCm"), exudate: input.text("exudate"),
      tissue: input.text("tissue"))
    return [
      "lxwCm2": .number(score.lengthTimesWidth.double), "area": .number(score.area), "exudate": .number(score.exudate),
      "tissue": .number(score.tissue), "total": .number(score.total),
    ]
  },
  "bwat": { input throws(WoundError) in
    guard let sheet = input.text("revision").flatMap(BWATScore.Sheet.init(rawValue:)) else { throw .missing }
    let items = (input.node["items"]?.elements ?? []).map { $0.text.flatMap { Int($0) } }
    let score = try BWATScore(items: items, sheet: sheet)
    return ["total": .number(score.total), "severity": .text(score.severity.rawValue)]
  },
  "sinbad": { input throws(WoundError) in
    let entries = input.node["items"]?.entries ?? []
    let items = entries.compactMap { entry in entry.value.text.flatMap { Int($0) }.map { (entry.key.value, $0) } }
    let score = try SINBADScore(Dictionary(items) { first, _ in first })
    return ["total": .number(score.total), "text": .text(score.text)]
  },
  "tissue_percent": { input throws(WoundError) in
    var shares: [(name: String, percent: Int)] = []
    for entry in input.node["pct"]?.entries ?? [] where !entry.value.isNull {
      guard let percent = entry.value.text.flatMap({ Int($0) }) else { throw .outOfRange }
      shares.append((entry.key.value, percent))
    }
    let tissue = try TissuePercentages(shares)
    return ["ok": .bool(true), "sum": .number(100), "dominant": .optional(tissue.dominant?.rawValue)]
  },
  "clock": { input throws(WoundError) in
    guard let from = input.integer("from"), let to = input.integer("to") else { throw .outOfRange }
    let span = try ClockSpan(from: from, to: to)
    return [
      "startDeg": .number(span.startDegrees), "endDeg": .number(span.endDegrees), "spanHours": .number(span.hours),
      "spanDeg": .number(span.degrees), "text": .text(span.text),
    ]
  },
  "nrs": { input throws(WoundError) in
    // A number, not a text that looks like one: "4/10" and "4" are parsed before they come here.
    guard let node = input.node["value"], case .scalar(let text, isPlain: true) = node.content, let value = Int(text) else {
      return ["valid": .bool(false)]
    }
    do throws(WoundError) {
      return ["valid": .bool(true), "band": .text(try PainScore(value).band.rawValue)]
    } catch {
      return ["valid": .bool(false)]
    }
  },
  "classification_codes": { input throws(WoundError) in
    guard let system = input.text("system").flatMap(Classification.init(key:)) else { throw .outOfRange }
    return ["valid": .bool(system.accepts(input.text("code") ?? ""))]
  },
]
