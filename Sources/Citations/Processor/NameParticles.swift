/// Particles and suffixes that a reference gives within the family or given name.
enum NameParticles {
  /// Leading lower-case words of the family name don't drop, trailing ones of the given name do; what follows a comma is a suffix.
  ///
  ///     family "van den Hoogen"  →  non-dropping particle "van den", family "Hoogen"
  static func parsed(_ name: Name) -> Name {
    guard name.literal.isEmpty else { return name }
    var name = name
    if name.family.utf8.first == UInt8(ascii: "\""), name.family.utf8.count > 2, name.family.utf8.last == UInt8(ascii: "\"") {
      name.family = String(name.family.dropFirst().dropLast())
      return name
    }
    if name.suffix.isEmpty, let comma = name.given.utf8.firstIndex(of: UInt8(ascii: ",")) {
      var suffix = String(name.given[name.given.utf8.index(after: comma)...])
      name.commaSuffix = suffix.utf8.first == UInt8(ascii: "!")
      if name.commaSuffix { suffix.removeFirst() }
      name.suffix = suffix.trimmed
      name.given = String(name.given[..<comma])
    }
    guard name.nonDroppingParticle.isEmpty, name.droppingParticle.isEmpty else { return name }
    splitFamily(&name)
    splitGiven(&name)
    return name
  }

  private static func splitFamily(_ name: inout Name) {
    guard startsLowercase(name.family.unicodeScalars) else { return }
    let words = name.family.split(separator: " ")
    let particles = words.prefix { startsLowercase($0.unicodeScalars) }
    guard particles.count < words.count, particles.count > 0 else { return tightParticle(&name) }
    name.nonDroppingParticle = particles.joined(separator: " ")
    // A space after an apostrophe is the author's: "de’ Medici".
    if name.nonDroppingParticle.endsTight { name.nonDroppingParticle += " " }
    name.family = words.dropFirst(particles.count).joined(separator: " ")
    tightParticle(&name)
  }

  /// "d’Aubigné", "al-Khwarizmi"
  private static func tightParticle(_ name: inout Name) {
    let scalars = name.family.unicodeScalars
    guard startsLowercase(scalars), let mark = scalars.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" || $0 == "-" }) else { return }
    let next = scalars.index(after: mark)
    guard next < scalars.endIndex, scalars[next].properties.isUppercase, scalars.distance(from: scalars.startIndex, to: mark) <= 4 else {
      return
    }
    let particle = String(scalars[..<next])
    name.nonDroppingParticle = name.nonDroppingParticle.isEmpty ? particle : name.nonDroppingParticle + " " + particle
    name.family = String(scalars[next...])
  }

  private static func splitGiven(_ name: inout Name) {
    guard name.given.utf8.contains(UInt8(ascii: " ")) else { return }
    let words = name.given.split(separator: " ")
    let count = words.reversed().prefix { startsLowercase($0.unicodeScalars) }.count
    guard count > 0, count < words.count else { return }
    name.droppingParticle = words.suffix(count).joined(separator: " ")
    name.given = words.dropLast(count).joined(separator: " ")
  }

  private static func startsLowercase<Scalars: Sequence<Unicode.Scalar>>(_ scalars: Scalars) -> Bool {
    for scalar in scalars {
      if scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" { continue }
      return scalar.properties.isLowercase
    }
    return false
  }
}
