internal import CasebookModel
internal import WoundProgress

extension Rule {
  static let classificationForm = Rule(
    "classification-form", .warning, "Grade has the form that its system prescribes",
    why: """
      Known systems have a fixed form: University of Texas 2B (grade, then stage), Wagner 0 to 5, CEAP C6r, WIfI W2I1fI0,
      NPIAP 1 to 4, unstageable, dtpi or mucosal. A grade in the right form says nothing of whether it fits the wound.
      """,
    remedy: "write the grade as the system prescribes",
    bad: "classifications: {university-of-texas: B2}",
    good: "classifications: {university-of-texas: 2B}"
  ) { subject in
    subject.case.wounds.flatMap { wound in
      wound.classifications.compactMap { item -> Problem? in
        guard let system = Classification(key: item.system.value), !system.accepts(item.value) else { return nil }
        return Problem(
          "wounds.\(wound.id.value)", "\"\(item.value)\" is not a grade of \(system.name)", at: item.system.location,
          remedy: "write it as \(system.example)")
      }
    }
  }

  static let scoreNotForWoundType = Rule(
    "score-not-for-wound-type", .info, "Score was made for this type of wound",
    why: """
      Wagner and University of Texas are for diabetic feet, CEAP for venous disease, NPIAP for pressure injuries, WIfI for
      threatened limbs. Another use should be said in the text.
      """,
    remedy: "check the wound's type and the score, or say in the text why it was used",
    bad: """
      type: venous-leg
      classifications: {wagner: 2}
      """,
    good: """
      type: diabetic-foot
      classifications: {wagner: 2}
      """
  ) { subject in
    subject.case.wounds.flatMap { wound in
      wound.classifications.compactMap { item -> Problem? in
        guard let kind = wound.kind, let system = Classification(key: item.system.value), !system.kinds.contains(kind) else { return nil }
        return Problem(
          "wounds.\(wound.id.value)", "\(system.name) was not made for wounds of type \(kind.rawValue)", at: item.system.location,
          remedy: "check the wound's type, or say in the text why the score was used")
      }
    }
  }
}

extension Classification {
  fileprivate var name: String {
    switch self {
    case .npiap: "NPIAP"
    case .wagner: "Wagner"
    case .universityOfTexas: "University of Texas"
    case .wifi: "WIfI"
    case .ceap: "CEAP"
    case .iwgdfInfection: "IWGDF/IDSA infection"
    }
  }

  fileprivate var example: String {
    switch self {
    case .npiap: "1, 2, 3, 4, unstageable, dtpi or mucosal"
    case .wagner: "a digit from 0 to 5"
    case .universityOfTexas: "grade, then stage, such as 2B"
    case .wifi: "W2I1fI0"
    case .ceap: "the clinical class, such as C4b or C6r"
    case .iwgdfInfection: "1 to 4, with O for osteomyelitis, such as 3O"
    }
  }

  fileprivate var kinds: Set<Wound.Kind> {
    switch self {
    case .npiap: [.pressureInjury]
    case .wagner, .universityOfTexas: [.diabeticFoot, .mixed]
    case .wifi: [.diabeticFoot, .arterial, .mixed]
    case .ceap: [.venousLeg, .mixed]
    case .iwgdfInfection: [.diabeticFoot, .mixed]
    }
  }
}
