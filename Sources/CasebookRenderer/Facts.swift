internal import CasebookModel
internal import WoundProgress

/// What stands beside a case at a glance, each fact only where the case states it.
struct Facts {
  var items: [(name: String, value: String)] = []

  init(of case: Case, site: Site) {
    add("Patient", `case`.patient.description(by: site.ages))
    add("Diagnosis", `case`.diagnosis?.value)
    let sites = `case`.wounds.compactMap(\.site?.value).unique
    if !sites.isEmpty { add(sites.count == 1 ? "Site" : "Sites", sites.joined(separator: "; ")) }
    let classes = `case`.wounds.flatMap(\.classifications).map { "\($0.system.value.titled) \($0.value)" }.unique
    if !classes.isEmpty { add("Classification", classes.joined(separator: "; ")) }
    add("Followed for", Self.followUp(of: `case`))
    add("Outcome", `case`.outcome?.value)
    add("Setting", `case`.setting?.value)
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { items.append((name, value)) }
  }

  /// "16 weeks, 12 measurements": from the first to the last measurement of any wound.
  private static func followUp(of case: Case) -> String? {
    let visits = `case`.wounds.flatMap(\.visits).filter(\.measurement.hasSize)
    guard !visits.isEmpty else { return nil }
    let count = visits.count == 1 ? "1 measurement" : "\(visits.count) measurements"
    let days = visits.compactMap { `case`.chronology.day(of: $0.time) }
    guard let first = days.min(), let last = days.max(), last > first else { return count }
    let length = last - first < 14 ? "\(last - first) days" : "\(TimeLabel.week(ofDay: last - first)) weeks"
    return "\(length), \(count)"
  }
}

extension Measurement {
  /// Something was measured: a visit at which only a note was made is no measurement.
  fileprivate var hasSize: Bool { isClosed || [length, width, depth, area, perimeter].contains { $0 != nil } }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of its first appearance.
  var unique: [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// "university-of-texas" as "University of Texas"; an acronym such as "wifi" or "ceap" as its field writes it.
  var titled: String {
    let known = ["wifi": "WIfI", "ceap": "CEAP", "npiap": "NPIAP", "iwgdf": "IWGDF", "sinbad": "SINBAD", "push": "PUSH", "bwat": "BWAT"]
    if let name = known[self] { return name }
    let small: Set = ["of", "and", "the"]
    return split(separator: "-").map { small.contains(String($0)) ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
