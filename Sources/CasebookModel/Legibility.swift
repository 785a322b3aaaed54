/// How large letters must be to be read from a distance.
package enum Legibility {
  /// The angle, in minutes of arc, that a capital letter takes at the least legible size, and at a comfortable one.
  package static let floorAngle = 16.0
  package static let comfortableAngle = 20.0

  /// The size of type in points whose capitals, `capRatio` of it high, are seen at `arcminutes` from `meters` away: 2 d tan(θ/2).
  ///
  ///     points(atMeters: 1.22)                    // 22.99
  package static func points(atMeters meters: Double, arcminutes: Double = floorAngle, capRatio: Double = 0.7) -> Double {
    let half = arcminutes / 60 * .pi / 180 / 2
    // The tangent of an angle this small, to twelve digits.
    let tangent = half + half * half * half / 3
    return 2 * meters * 1000 * tangent / capRatio * 72 / 25.4
  }

  /// The same from a distance in feet.
  package static func points(atFeet feet: Double) -> Double { points(atMeters: feet * 0.3048) }
}
