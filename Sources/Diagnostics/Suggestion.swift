/// The candidate that was probably meant, or nil when none is near.
///
///     nearest(to: "keymessage", in: ["title", "key-message"])  // "key-message"
package func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
  let limit = Swift.max(1, word.utf8.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where abs(candidate.utf8.count - word.utf8.count) <= limit {
    let distance = editDistance(Array(word.lowercased().utf8), Array(candidate.lowercased().utf8))
    guard distance <= limit else { continue }
    if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1 each.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var previous = [Int]()
  var current = Array(0...b.count)
  for i in a.indices {
    let beforePrevious = previous
    previous = current
    current[0] = i + 1
    for j in b.indices {
      let substituted = previous[j] + (a[i] == b[j] ? 0 : 1)
      current[j + 1] = min(substituted, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1) }
    }
  }
  return current[b.count]
}
