internal import CasebookModel
internal import WoundProgress

extension Rule {
  static let closedWithArea = Rule(
    "closed-with-area", .error, "Closed wound has no area",
    why: """
      Closed means covered with epithelium, without drainage. A visit marked closed that also records a size above 0 says
      two things; tables and charts would print 0 and drop the size.
      """,
    remedy: "remove closed, or the size",
    bad: "foot,2026-06-22,0.4,0.3,yes",
    good: "foot,2026-06-22,0,0,yes"
  ) { subject in
    subject.case.wounds.flatMap { wound in
      wound.visits.compactMap { visit -> Problem? in
        let sizes = [visit.measurement.length, visit.measurement.width, visit.measurement.area, visit.measurement.depth]
        guard visit.measurement.isClosed, sizes.contains(where: { $0.map { $0.significand > 0 } ?? false }) else { return nil }
        return Problem(
          "wounds.\(wound.id.value)", "Wound \"\(wound.id.value)\" is marked closed and has a size", at: visit.location,
          remedy: "remove \"closed\" from the row, or its sizes")
      }
    }
  }

  static let tissueSum = Rule(
    "tissue-sum", .warning, "Kinds of tissue add up to 100%",
    why:
      "Percentages of the wound bed that add up to something else are not shown: nobody can say which is wrong. 99 is not rounded up.",
    remedy: "correct the percentages, or fill in other_pct",
    bad: """
      wound,week,granulation_pct,slough_pct
      foot,0,60,30
      """,
    good: """
      wound,week,granulation_pct,slough_pct,other_pct
      foot,0,60,30,10
      """
  ) { subject in
    subject.case.wounds.flatMap { wound in
      wound.visits.compactMap { visit -> Problem? in
        let tissue = visit.measurement.tissue
        let shares = [tissue.epithelial, tissue.granulation, tissue.slough, tissue.eschar, tissue.other].compactMap { $0 }
        let sum = shares.reduce(0) { $0 + min(max($1, 0), 1_000) }
        guard !shares.isEmpty, sum != 100, !(sum == 0 && visit.measurement.isClosed) else { return nil }
        return Problem(
          "wounds.\(wound.id.value)", "Wound \"\(wound.id.value)\": tissue adds up to \(sum)%", at: visit.location,
          remedy: "correct the percentages, or fill in other_pct")
      }
    }
  }
}
