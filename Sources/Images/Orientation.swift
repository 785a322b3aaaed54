/// EXIF's orientations as operations: what must be done to the stored pixels to see the picture upright.
///
/// | value | do | | value | do |
/// | --- | --- | --- | --- | --- |
/// | 1 | nothing | | 5 | mirror left to right, then turn 270° clockwise |
/// | 2 | mirror left to right | | 6 | turn 90° clockwise |
/// | 3 | turn 180° | | 7 | mirror left to right, then turn 90° clockwise |
/// | 4 | mirror top to bottom | | 8 | turn 270° clockwise |
private let steps: [(mirrored: Bool, clockwise: Int)] = [
  (false, 0), (true, 0), (false, 2), (true, 2), (true, 3), (false, 1), (true, 1), (false, 3),
]

private func orientation(mirrored: Bool, clockwise: Int) -> Int {
  let turns = (clockwise % 4 + 4) % 4
  return (steps.firstIndex { $0.mirrored == mirrored && $0.clockwise == turns } ?? 0) + 1
}

/// The orientation followed by quarter turns counter-clockwise.
func turned(_ value: Int, quarterTurns: Int) -> Int {
  guard steps.indices.contains(value - 1) else { return value }
  let step = steps[value - 1]
  return orientation(mirrored: step.mirrored, clockwise: step.clockwise - quarterTurns)
}

/// The orientation followed by a mirroring, left to right or top to bottom.
func mirrored(_ value: Int, upsideDown: Bool) -> Int {
  guard steps.indices.contains(value - 1) else { return value }
  let step = steps[value - 1]
  return orientation(mirrored: !step.mirrored, clockwise: (upsideDown ? 2 : 0) - step.clockwise)
}
