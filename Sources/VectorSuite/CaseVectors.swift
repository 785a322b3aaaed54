import CasebookModel
import WoundProgress

let caseEvaluators: [String: Evaluator] = [
  "relative_time": { input throws(WoundError) in
    guard let index = date(input, "index"), let number = date(input, "date") else { throw .missing }
    let day = number - index
    let week = TimeLabel.week(ofDay: day)
    return [
      "day": .number(day), "dayLabel": .text(TimeLabel.day(day)), "week": .number(week), "weekLabel": .text(TimeLabel.week(week)),
      "exactWeek": .bool(day % 7 == 0),
    ]
  },
  "orcid": { input throws(WoundError) in
    let text = input.text("orcid") ?? ""
    // The reader takes other spellings and offers the one that is written here.
    guard let normal = ORCID.normalized(text), text.hasSuffix(normal) else { return ["valid": .bool(false), "reason": .text("format")] }
    guard normal.last == ORCID.checkCharacter(of: normal) else { return ["valid": .bool(false), "reason": .text("checkDigit")] }
    return ["valid": .bool(true), "normal": .text("https://orcid.org/" + normal)]
  },
]

private func date(_ input: VectorInput, _ key: String) -> Int? { input.text(key).flatMap { CalendarDate(iso: $0) }?.dayNumber }
