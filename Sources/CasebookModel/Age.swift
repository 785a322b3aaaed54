/// How precisely an age is published.
package enum AgePolicy: String, Hashable, Sendable, CaseIterable {
  case decade
  case exact
  case fiveYear = "five-year"
}

/// Who the patient is, as far as the case says.
package struct Patient: Hashable, Sendable {
  package enum Sex: String, Hashable, Sendable, CaseIterable { case female, male, intersex, unknown }

  /// Whole years.
  package var age: Int?
  package var sex: Sex?

  package init(age: Int? = nil, sex: Sex? = nil) {
    self.age = age
    self.sex = sex
  }

  /// "Man, 50s", "Woman, 69", "Woman, 65 to 69", "90 or older": over 89 is always that (45 CFR 164.514(b)(2)(i)(C)).
  package func description(by policy: AgePolicy) -> String? {
    let who: String? =
      switch (sex, age) {
      case (.female, let age): (age ?? 18) < 18 ? "Girl" : "Woman"
      case (.male, let age): (age ?? 18) < 18 ? "Boy" : "Man"
      case (.intersex, _): "Intersex person"
      case (.unknown, _), (nil, _): nil
      }
    let years = age.map { Self.text(ofAge: $0, by: policy) }
    let parts = [who, years].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func text(ofAge age: Int, by policy: AgePolicy) -> String {
    if age > 89 { return "90 or older" }
    switch policy {
    case .exact: return String(age)
    case .decade: return age < 10 ? "under 10" : "\(age / 10 * 10)s"
    case .fiveYear: return "\(age / 5 * 5) to \(age / 5 * 5 + 4)"
    }
  }
}
