internal import CasebookModel
internal import Diagnostics
internal import WoundProgress

extension Rule {
  static let measurementsRefused = Rule(
    "measurements-refused", .error, "Measurements of a wound can be compared",
    why: """
      Areas by different methods, two different areas on one date, a length of 0 with a width, dates mixed with visit
      numbers: such rows give no honest series. The wound's table and chart would be wrong or empty. Nothing is averaged,
      guessed or left out in silence.
      """,
    remedy: "decide which of the rows is right",
    bad: """
      wound,date,length_cm,width_cm
      foot,2026-03-02,3.2,2.4
      foot,2026-03-02,3.0,2.4
      """,
    good: """
      wound,date,length_cm,width_cm
      foot,2026-03-02,3.2,2.4
      foot,2026-03-09,3.0,2.4
      """
  ) { subject in
    subject.case.wounds.compactMap { wound in
      guard let refusal = wound.refusal(in: subject.case.chronology) else { return nil }
      let rows = refusal.rows.filter { wound.visits.indices.contains($0) }.map { wound.visits[$0].location }
      let isEmpty = refusal.reason == .noMeasurements
      return Problem(
        "wounds.\(wound.id.value)", "Wound \"\(wound.id.value)\": \(refusal.summary)",
        at: isEmpty ? wound.id.location : rows.first ?? wound.id.location, severity: isEmpty ? .warning : nil, remedy: refusal.remedy,
        notes: isEmpty ? [] : rows.dropFirst().prefix(5).map { Diagnostic.Note("also here", at: $0) })
    }
  }

  static let measurementRepeated = Rule(
    "measurement-repeated", .info, "Visit is listed once",
    why: "The same area on the same date was read twice. The second row is left out of tables and charts.",
    remedy: "remove one of the two rows",
    bad: """
      foot,2026-03-02,3.2,2.4
      foot,2026-03-02,3.2,2.4
      """,
    good: """
      foot,2026-03-02,3.2,2.4
      foot,2026-03-09,3.0,2.4
      """
  ) { subject in
    subject.case.wounds.flatMap { wound -> [Problem] in
      let doubles = wound.series(in: subject.case.chronology)?.issues.filter { $0.kind == .duplicateRow } ?? []
      return doubles.flatMap(\.rows).filter { wound.visits.indices.contains($0) }.map { row in
        Problem(
          "wounds.\(wound.id.value)", "Wound \"\(wound.id.value)\": the same area on the same date once more",
          at: wound.visits[row].location,
          remedy: "remove one of the two rows")
      }
    }
  }
}

extension Wound {
  func series(in chronology: Chronology) -> Series? {
    guard let method = areaMethod?.value, !visits.isEmpty else { return nil }
    // A refused series is the business of `measurements-refused`.
    return try? Series(visits.map(\.measurement), at: visits.map { chronology.seriesTime(of: $0.time) }, method: method)
  }

  fileprivate func refusal(in chronology: Chronology) -> SeriesRefusal? {
    guard let method = areaMethod?.value, !visits.isEmpty else { return nil }
    do throws(SeriesRefusal) {
      _ = try Series(visits.map(\.measurement), at: visits.map { chronology.seriesTime(of: $0.time) }, method: method)
      return nil
    } catch {
      return error
    }
  }
}
