import CasebookModel
import Diagnostics
import Markdown
import WoundProgress

@testable import CasebookRenderer

/// Wounds made up for tests.
enum WoundSamples {
  static let place = SourceLocation(file: "case.yaml")
  static let chronology = Chronology(dayZero: 17_600, policy: .relative)

  static func decimal(_ text: String) -> Decimal? { Decimal(parsing: text) }

  /// Rows of "week length width depth": "4 3.0 2.2 0.5"; "6 -" is a visit without a measurement, "16 closed" a closed one.
  static func wound(_ name: String, method: AreaMethod = .ellipse, kind: Wound.Kind? = .diabeticFoot, _ rows: [String]) -> Wound {
    var wound = Wound(id: Located(name.lowercased().replacing(" ", with: "-"), at: place), location: place)
    wound.label = name
    wound.kind = kind
    wound.areaMethod = Located(method, at: place)
    wound.visits = rows.map { row in
      let parts = row.split(separator: " ").map(String.init)
      var measurement = Measurement()
      if parts[1] == "closed" {
        measurement.isClosed = true
        (measurement.length, measurement.width) = (.zero, .zero)
      } else if parts[1] != "-" {
        measurement.length = Decimal(parsing: parts[1])
        measurement.width = parts.count > 2 ? Decimal(parsing: parts[2]) : nil
        measurement.depth = parts.count > 3 ? Decimal(parsing: parts[3]) : nil
      }
      return Wound.Visit(time: .week(Int(parts[0]) ?? 0), measurement: measurement, location: place)
    }
    return wound
  }

  static func event(_ week: Int, _ kind: Event.Kind, _ text: String) -> Event {
    Event(time: .week(week), kind: kind, text: RichText([.text(text)], source: Located(text, at: place)), location: place)
  }

  static let plantar: Wound = {
    var wound = WoundSamples.wound(
      "Plantar ulcer",
      [
        "0 3.2 2.4 0.6", "2 3.1 2.4 0.6", "4 3.0 2.2 0.5", "6 2.4 1.8 0.3", "8 2.0 1.5 0.2", "10 1.5 1.3 0.2", "12 1.1 0.9 0.1",
        "14 0.6 0.5 0.1",
        "16 closed",
      ])
    let tissue = [
      (0, 30, 60, 10), (0, 40, 60, 0), (0, 55, 45, 0), (0, 70, 30, 0), (5, 85, 10, 0), (10, 90, 0, 0), (20, 80, 0, 0), (40, 60, 0, 0),
    ]
    for (index, shares) in tissue.enumerated() {
      wound.visits[index].measurement.tissue = Measurement.Tissue(
        epithelial: shares.0, granulation: shares.1, slough: shares.2, eschar: shares.3)
      wound.visits[index].measurement.exudate = index < 3 ? "moderate" : "light"
      wound.visits[index].measurement.exudateType = "serous"
      wound.visits[index].measurement.pain = max(0, 3 - index)
    }
    return wound
  }()

  static let plantarEvents = [
    event(-2, .presentation, "Ulcer noticed"), event(4, .procedure, "Total contact cast"), event(8, .procedure, "Allograft"),
  ]

  static let legs: [Wound] = [
    wound(
      "Right leg, medial", kind: .venousLeg,
      [
        "0 5.2 3.4 0.3", "2 5.0 3.2", "4 4.3 2.8", "6 3.8 2.4", "8 3.1 1.9", "10 2.5 1.5", "12 2.0 1.1", "16 closed", "20 closed",
        "24 closed",
      ]),
    wound(
      "Left leg, medial", kind: .venousLeg,
      [
        "0 4.0 2.8 0.2", "2 3.7 2.5", "4 2.9 2.0", "6 2.1 1.5", "8 1.4 1.0", "10 0.8 0.5", "12 closed", "16 closed", "20 1.4 1.0",
        "24 1.0 0.7",
      ]),
    wound(
      "Left leg, lateral", kind: .venousLeg,
      ["0 2.6 2.0 0.3", "2 2.5 2.0", "4 2.3 1.8", "6 -", "8 2.0 1.6", "10 1.9 1.5", "12 1.7 1.3", "16 1.4 1.0", "20 1.1 0.9", "24 0.9 0.7"]),
  ]

  static let legEvents = [
    event(3, .procedure, "Endovenous ablation of the left great saphenous vein"),
    event(8, .medication, "Amlodipine replaced by losartan because of edema"),
    event(16, .event, "Compression stockings for both legs"), event(18, .event, "Two weeks without compression while travelling"),
    event(20, .procedure, "Multilayer compression of the left leg again"),
  ]

  /// Twelve wounds whose lines cross.
  static let many: [Wound] = (1...12).map { number in
    wound(
      "Wound \(number) of the left lower leg",
      (0..<7).map { visit in
        let side = 60 + (number * 37 + visit * 53 * number) % 50
        return "\(visit * 3) \(side / 10).\(side % 10) \(2 + number % 3).0"
      })
  }

  /// A visit each day for 500 days.
  static let long = wound(
    "Daily", method: .rectangle,
    (0..<500).map { day in
      let size = 3000 - day * 5 + (day * 7919) % 160
      return "\(day) \(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100) 30"
    })

  static let single = wound("Heel", ["3 0.1 0.1"])

  static let tiny = wound("Fingertip", method: .rectangle, ["0 0.2 0.15", "1 0.15 0.1", "2 0.1 0.1", "4 closed"])

  static func courses(_ wounds: [Wound], _ chronology: Chronology = chronology) -> [WoundCourse] {
    WoundCourse.courses(of: wounds, in: chronology)
  }
}
