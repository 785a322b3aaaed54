import CasebookModel
import Testing

@testable import CasebookChecker

@Suite struct WoundRuleTests {
  private let foot = "wounds: [{id: ▶foot, area-method: ellipse}]".filter { $0 != "▶" }

  @Test func twoAreasOnOneDateAreRefused() throws {
    try expect(
      .measurementsRefused, yaml: foot,
      measurements: """
        date,length_cm,width_cm
        ▶2026-03-02,3.2,2.4
        2026-03-02,3.0,2.4
        """, says: ["Wound \"foot\": Two different areas on one date"])
    try expect(.measurementsRefused, yaml: foot, measurements: "week,length_cm,width_cm\n▶0,3.2,0\n")
    try expect(.measurementsRefused, yaml: foot, measurements: "week,length_cm,width_cm,area_cm2\n0,3.2,2.4,\n▶1,,,5.1\n")
    let unmeasured = "wounds: [{id: ▶foot, area-method: ellipse}]"
    try expect(.measurementsRefused, yaml: unmeasured, measurements: "week,pain_nrs\n0,3\n")
  }

  @Test func honestSeriesPass() throws {
    for rows in ["0,3.2,2.4\n1,3.0,2.4\n", "4,3.0,2.4\n0,3.2,2.4\n", "0,3.2,2.4\n1,,\n2,0,0\n"] {
      try expect(.measurementsRefused, yaml: foot, measurements: "week,length_cm,width_cm\n" + rows)
      try expect(.measurementRepeated, yaml: foot, measurements: "week,length_cm,width_cm\n" + rows)
    }
    try expect(.measurementRepeated, yaml: foot, measurements: "week,length_cm,width_cm\n0,3.2,2.4\n▶0,3.2,2.4\n")
  }

  @Test func sizesOutOfScaleAreAskedAbout() throws {
    let head = "week,length_cm,width_cm\n0,3.2,2.4\n"
    try expect(.measurementDoubtful, yaml: foot, measurements: head + "1,3.2,2.4\n▶2,31,2.3\n3,3.0,2.2\n4,2.9,2.2\n")
    try expect(.measurementDoubtful, yaml: foot, measurements: head + "1,3.2,2.4\n▶2,2.3,3.1\n3,3.0,2.2\n4,2.9,2.2\n")
    try expect(.measurementDoubtful, yaml: foot, measurements: head + "1,3.1,2.3\n2,3.0,2.2\n")
    try expect(.measurementDoubtful, yaml: foot, measurements: head + "1,1.6,1.2\n2,0.2,0.2\n3,0,0\n")
  }

  @Test func methodsStay() throws {
    let head = "week,length_cm,width_cm,method,moment\n0,3.2,2.4,clock,pre-debridement\n"
    try expect(
      .measurementMethodChanged, yaml: foot, measurements: head + "▶1,3.1,2.3,longest,pre-debridement\n",
      says: ["Wound \"foot\" changes its method from clock to longest"])
    try expect(.measurementMethodChanged, yaml: foot, measurements: head + "1,3.1,2.3,clock,pre-debridement\n2,3.0,2.2,,\n")
    let traced = "wounds: [{id: foot, area-method: planimetric}]"
    try expect(
      .measurementMethodChanged, yaml: traced,
      measurements: "week,length_cm,width_cm,area_cm2,method\n0,3.2,2.4,5.1,clock\n1,3.1,2.3,5.0,longest\n")
  }

  @Test func closedWoundsHaveNoSize() throws {
    let head = "week,length_cm,width_cm,closed\n0,3.2,2.4,\n"
    try expect(.closedWithArea, yaml: foot, measurements: head + "▶8,0.4,0.3,yes\n")
    try expect(.closedWithArea, yaml: foot, measurements: head + "8,0,0,yes\n10,,,yes\n")
    try expect(.closedWithArea, yaml: foot, measurements: head + "8,0.4,0.3,no\n")
  }

  @Test func tissueAddsUp() throws {
    let head = "week,length_cm,width_cm,granulation_pct,slough_pct,other_pct\n"
    try expect(
      .tissueSum, yaml: foot, measurements: head + "▶0,3.2,2.4,60,39,\n", says: ["Wound \"foot\": tissue adds up to 99%"])
    try expect(.tissueSum, yaml: foot, measurements: head + "0,3.2,2.4,60,40,\n1,3.1,2.3,60,30,10\n2,3.0,2.2,,,\n")
  }

  @Test func nothingHappensAfterPublication() throws {
    try expect(
      .dateAfterPublication,
      yaml: """
        published: 2026-11-01
        updated: ▶2026-10-01
        events:
          - ▶{date: 2027-03-30, text: Total contact cast}
          - {date: 2026-03-30, text: Allograft}
        """)
    try expect(
      .dateAfterPublication,
      yaml: """
        published: 2026-11-01
        updated: 2027-11-01
        timeline: {day-0: 2026-03-02}
        events: [{date: 2027-03-30, text: Total contact cast}, {week: 60, text: Follow-up}]
        """)
    try expect(.dateAfterPublication, yaml: "events: [{date: 2027-03-30, text: Total contact cast}]")
  }

  @Test func gradesHaveTheirForm() throws {
    try expect(
      .classificationForm,
      yaml: """
        wounds:
          - {id: a, type: diabetic-foot, classifications: {▶university-of-texas: B2, wagner: 2}}
          - {id: b, classifications: {of-our-own: xyz}}
        """)
    try expect(
      .scoreNotForWoundType,
      yaml: """
        wounds:
          - {id: a, type: venous-leg, classifications: {▶wagner: 2, ceap: C6}}
          - {id: b, type: diabetic-foot, classifications: {wagner: 2, of-our-own: 3}}
          - {id: c, classifications: {ceap: C6}}
        """, says: ["Wagner was not made for wounds of type venous-leg"])
  }
}
