/// A span on the wound's clock face: 12 o'clock is toward the head, hours run clockwise as the examiner sees them.
package struct ClockSpan: Hashable, Sendable {
  package let from: Int
  package let to: Int

  /// Hours 1-12. From an hour to itself is the whole circumference.
  package init(from: Int, to: Int) throws(WoundError) {
    guard (1...12).contains(from), (1...12).contains(to) else { throw .outOfRange }
    self.from = from
    self.to = to
  }

  /// Reads "9-2" or "9 to 2"; a single hour, as of a tunnel, is nil.
  package init?(parsing text: String) {
    let separator = text.contains("to") ? "to" : text.contains("\u{2013}") ? "\u{2013}" : "-"
    let hours = text.split(separator: separator).map { Int($0.filter { $0 != " " }) }
    guard hours.count == 2, let from = hours[0], let to = hours[1] else { return nil }
    do {
      try self.init(from: from, to: to)
    } catch {
      return nil
    }
  }

  package var startDegrees: Int { from % 12 * 30 }
  package var endDegrees: Int { to % 12 * 30 }
  package var hours: Int { from == to ? 12 : (to - from + 12) % 12 }
  package var degrees: Int { hours * 30 }

  /// "9 to 2 o'clock"
  package var text: String { "\(from) to \(to) o'clock" }
}
