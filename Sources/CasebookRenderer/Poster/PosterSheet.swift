internal import CasebookModel
internal import Templates

/// Sizes that follow from the sheet alone, in points.
struct PosterSheet {
  let format: PosterFormat

  var width: Double { format.size.widthInPoints }
  var height: Double { format.size.heightInPoints }

  /// A thirty-sixth of the short side: an inch of a poster of 48 by 36 inches.
  var unit: Double { min(width, height) / 36 }

  /// Made for a screen, where points say little.
  var isScreen: Bool { format.size.unit == .pixel }

  /// Held in the hand, or read at arm's length: A3 and smaller.
  var isSmall: Bool { !isScreen && min(width, height) < 864 }

  /// The least legible body text: what is seen at the reading distance under 16 minutes of arc, and never under 24 points on a board. On a
  /// screen a sixtieth of its height.
  var floor: Double {
    if isScreen { return min(width, height) / 60 }
    let legible = Legibility.points(atFeet: format.distance).rounded()
    return max(legible, isSmall ? 9 : 24)
  }

  /// The largest useful body text.
  var ceiling: Double { max(isScreen ? floor * 1.7 : 36 * unit / 72, floor * 1.25).rounded(.down) }

  /// What body text should be where there is a choice between larger text and larger pictures.
  var ideal: Double { min(ceiling, max(floor * 1.12, 28.5 * unit / 72)) }

  /// Captions, references and notes: 18 points where body text is at least 24.
  var small: Double { floor * 0.75 }

  /// The margin on the left and right.
  var margin: Double { 1.4 * unit }

  /// Between columns.
  var gap: Double { 1.05 * unit }

  /// 112 points for a short title on 48 by 36 inches, 96 for a usual one, 85 for a long one.
  func titleSize(characters: Int) -> Double {
    let share = characters <= 56 ? 1.56 : characters <= 130 ? 1.34 : 1.182
    return max(share * unit, floor * 1.9)
  }

  /// Where columns stand side by side when nobody says how many: two on a narrow sheet, three on a square one, four on a wide one.
  var usualColumns: Int {
    let ratio = width / height
    return ratio < 0.9 ? 2 : ratio < 1.2 || isScreen ? 3 : 4
  }
}
