internal import CasebookModel
internal import Diagnostics
internal import WoundProgress

extension Rule {
  static let measurementMethodChanged = Rule(
    "measurement-method-changed", .warning, "Wound is measured in one way throughout",
    why: """
      The clock method and the longest dimension give different numbers for an oblique wound, and debridement enlarges a
      wound. A series that changes between them shows a change of method as a change of the wound.
      """,
    remedy: "keep the rows of one method, or say in the text where it changed and waive the rule",
    bad: """
      wound,week,length_cm,width_cm,method
      foot,0,3.2,2.4,clock
      foot,1,3.4,2.0,longest
      """,
    good: """
      wound,week,length_cm,width_cm,method
      foot,0,3.2,2.4,clock
      foot,1,3.1,2.3,clock
      """
  ) { subject in
    subject.case.wounds.flatMap { wound -> [Problem] in
      var problems: [Problem] = []
      func compare(_ what: String, _ value: (Measurement) -> String?) {
        let open = wound.visits.filter { !$0.measurement.isClosed && value($0.measurement) != nil }
        guard let first = open.first, let known = value(first.measurement),
          let other = open.first(where: { value($0.measurement) != known }), let changed = value(other.measurement)
        else { return }
        problems.append(
          Problem(
            "wounds.\(wound.id.value)", "Wound \"\(wound.id.value)\" changes its \(what) from \(known) to \(changed)", at: other.location,
            remedy: "keep one throughout, or say so in the text", notes: [.init("\(known) here", at: first.location)]))
      }
      if wound.areaMethod?.value != .planimetric { compare("method") { $0.lengthMethod?.rawValue } }
      compare("moment") { $0.moment }
      return problems
    }
  }
}
