internal import CasebookModel

extension Rule {
  static let figureDateDiffers = Rule(
    "figure-date-differs", .warning, "Figure's date agrees with the camera's",
    why: """
      Cameras write the day into the picture. Where it differs by more than a day from the figure's date, one of them is
      wrong: the picture may belong to another visit. Where a figure says no time, the camera's day is proposed.
      """,
    remedy: "correct the date, or waive the rule where the camera's clock was wrong",
    bad: """
      - {id: foot-1, file: figures/foot-1.jpg, date: 2018-05-10}     # the camera wrote 2018-06-14
      """,
    good: """
      - {id: foot-1, file: figures/foot-1.jpg, date: 2018-06-14}
      """
  ) { subject in
    subject.case.figures.compactMap { figure in
      guard let text = figure.image?.taken, let taken = CalendarDate(iso: text), let day = taken.dayNumber else { return nil }
      let target = "figures.\(figure.id.value)"
      guard let time = figure.time else {
        return Problem(
          target, "Figure \"\(figure.id.value)\" says no time; its camera wrote \(taken)", at: figure.id.location, severity: .info,
          remedy: "add \"date: \(taken)\", if the camera's clock was right")
      }
      guard let expected = subject.case.dayNumber(of: time.value), abs(expected - day) > 1,
        let date = CalendarDate(dayNumber: expected)
      else { return nil }
      return Problem(
        target,
        "Figure \"\(figure.id.value)\" is dated \(date), its camera wrote \(taken)",
        at: time.location, remedy: "check which visit the picture belongs to")
    }
  }
}

extension Case {
  /// The day as days since 1970-01-01; nil for partial dates and where day 0 is not known.
  func dayNumber(of time: TimePoint) -> Int? {
    if case .date(let date) = time { return date.dayNumber }
    guard let zero = chronology.dayZero, let day = chronology.day(of: time), abs(day) < 4_000_000 else { return nil }
    return zero + day
  }
}
