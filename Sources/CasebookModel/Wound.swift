package import Diagnostics
package import WoundProgress

/// A wound and what its visits recorded.
package struct Wound: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case diabeticFoot = "diabetic-foot"
    case venousLeg = "venous-leg"
    case pressureInjury = "pressure-injury"
    case arterial, mixed, surgical, traumatic, burn, atypical
  }

  package var id: Located<String>
  package var label: String?
  package var site: Located<String>?
  package var kind: Kind?
  package var etiology: String?
  /// System and grade in the author's words, in the author's order: `("wagner", "2")`.
  package var classifications: [Classification]
  package var areaMethod: Located<AreaMethod>?
  package var visits: [Visit]
  package var location: SourceLocation

  package init(id: Located<String>, location: SourceLocation) {
    self.id = id
    self.location = location
    classifications = []
    visits = []
  }

  /// "Plantar ulcer", else the site, else the id.
  package var name: String { label ?? site?.value ?? id.value }

  package struct Classification: Hashable, Sendable {
    package var system: Located<String>
    package var value: String

    package init(system: Located<String>, value: String) {
      self.system = system
      self.value = value
    }
  }

  /// A row of measurements: when, what, and where it was read.
  package struct Visit: Hashable, Sendable {
    package var time: TimePoint
    package var measurement: Measurement
    package var location: SourceLocation

    package init(time: TimePoint, measurement: Measurement, location: SourceLocation) {
      self.time = time
      self.measurement = measurement
      self.location = location
    }
  }
}
