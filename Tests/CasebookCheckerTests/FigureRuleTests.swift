import CasebookModel
import Hashing
import Images
import Testing

@testable import CasebookChecker

@Suite struct FigureRuleTests {
  @Test func figureNeedsAltText() throws {
    try expect(
      .figureNeedsAltText,
      yaml: """
        figures:
          - {id: ▶a, file: figures/a.jpg}
          - {id: b, file: figures/b.jpg, alt: ▶IMG_0042.jpg}
          - {id: c, file: figures/c.jpg, alt: Round open ulcer of the right heel}
          - {id: d, caption: Not available}
        """,
      says: ["Figure \"a\" has no alternative text", "Alternative text \"IMG_0042.jpg\" does not say what is to be seen"])
  }

  @Test func figureNotShown() throws {
    let figures = """
      wounds: [{id: foot}]
      figures:
        - {id: a, wound: foot}
        - {id: ▶b}
      """
    try expect(.figureNotShown, yaml: figures, narrative: "## Case\n\n```{timeline}\nfigures: [a]\n```\n")
    try expect(.figureNotShown, yaml: figures, narrative: "## Case\n\n```{figures}\nwound: foot\n```\n")
  }

  @Test func figureIsShownByTheTimelineThatComesByItself() throws {
    let figures = "figures: [{id: a}, {id: b}]"
    try expect(.figureNotShown, yaml: figures)
    try expect(.figureNotShown, yaml: figures, narrative: "## Case\n\n```{figure}\nid: a\n```\n")
    try expect(.figureNotShown, yaml: figures, narrative: "## Case {.poster}\n\n```{timeline}\nfigures: [a]\n```\n")
    try expect(.figureNotShown, yaml: figures, narrative: "## Case\n\nSee @fig-b.\n\n```{timeline}\nfigures: [a]\n```\n")
    let poster = Sample(yaml: figures, narrative: "```{timeline}\nfigures: [a]\n```\n", poster: "## Case\n\nText.\n")
    try expect(.figureNotShown, poster)
  }

  private func picture(_ change: (inout ImageInformation) -> Void) -> (inout Case) -> Void {
    var image = ImageInformation(format: .jpeg, width: 400, height: 300, hash: ContentHash(of: []))
    change(&image)
    return { $0.figures[0].image = image }
  }

  @Test func metadataIsListedOnce() throws {
    let yaml = "figures:\n  - {id: a, file: ▶figures/a.jpg, date: 2018-05-10}\n"
    try expect(
      .figureCarriesMetadata,
      Sample(yaml: yaml, change: picture { $0.metadata = ["GPS position", "2018-05-10 14:03", "camera model"] }),
      says: ["The original of figure \"a\" carries GPS position, dates"])
    let clean = yaml.filter { $0 != "▶" }
    try expect(
      .figureCarriesMetadata, Sample(yaml: clean, change: picture { $0.metadata = ["camera model", "software or computer name"] }))
    try expect(.figureCarriesMetadata, Sample(yaml: clean))
  }

  @Test func datesOfCamerasAreCompared() throws {
    let camera = picture { $0.taken = "2018-06-14" }
    try expect(
      .figureDateDiffers, Sample(yaml: "figures:\n  - {id: a, date: ▶2018-05-10}\n", change: camera),
      says: ["Figure \"a\" is dated 2018-05-10, its camera wrote 2018-06-14"])
    try expect(
      .figureDateDiffers, Sample(yaml: "figures:\n  - {id: ▶a}\n", change: camera),
      says: ["Figure \"a\" says no time; its camera wrote 2018-06-14"])
    try expect(.figureDateDiffers, Sample(yaml: "figures:\n  - {id: a, date: 2018-06-13}\n", change: camera))
    try expect(.figureDateDiffers, Sample(yaml: "figures:\n  - {id: a, date: 2018-06}\n", change: camera))
    let weeks = "timeline: {day-0: 2018-05-10}\nfigures:\n  - {id: a, week: 5}\n"
    try expect(.figureDateDiffers, Sample(yaml: weeks, change: camera))
  }

  private func pictures(_ width: Int = 4000) -> (inout Case) -> Void {
    let image = ImageInformation(format: .jpeg, width: width, height: 3000, hash: ContentHash(of: []))
    return { for index in $0.figures.indices where $0.figures[index].file != nil { $0.figures[index].image = image } }
  }

  @Test func figuresWithoutTheScaleOfTheirSeriesAreNamed() throws {
    let yaml = """
      figures:
        - {id: a, site: Left heel, file: figures/a.jpg, scale: {pixels-per-cm: 61}}
        - {id: ▶b, site: Left heel, file: figures/b.jpg}
        - {id: c, site: Left heel, file: figures/c.jpg, kind: intraoperative}
        - {id: d, site: Left heel, file: figures/d.jpg, kind: radiograph}
        - {id: e, site: Left heel}
        - {id: f, site: Right heel, file: figures/f.jpg}
      """
    try expect(
      .figureScaleMissing, Sample(yaml: yaml, change: pictures()),
      says: ["Figures \"b\", \"c\" give no scale, 1 other of \"Left heel\" does"])
    let clean = yaml.filter { $0 != "▶" }
    try expect(.figureScaleMissing, Sample(yaml: clean.replacing(", scale: {pixels-per-cm: 61}", with: ""), change: pictures()))
    let all = clean.replacing("b.jpg", with: "b.jpg, scale: {pixels-per-cm: 60}").replacing(
      "c.jpg", with: "c.jpg, scale: {from: [0, 0], to: [610, 0], cm: 10}")
    try expect(.figureScaleMissing, Sample(yaml: all, change: pictures()))
  }

  @Test func unlikelyScalesAreNamed() throws {
    func yaml(_ scale: String, kind: String = "photograph") -> String {
      "figures:\n  - {id: a, file: figures/a.jpg, kind: \(kind), scale: \(scale)}\n"
    }
    for (scale, words) in [
      ("{pixels-per-cm: 6.1}", "Figure \"a\" would show 6.6 m from left to right"),
      ("{pixels-per-cm: 61000}", "Figure \"a\" would show 0.7 mm from left to right"),
      ("{from: [0, 0], to: [0, 3001], cm: 5}", "Scale of figure \"a\" has a point outside the picture"),
    ] {
      try expect(.figureScaleDoubtful, Sample(yaml: yaml("▶" + scale), change: pictures()), says: [words])
    }
    try expect(.figureScaleDoubtful, Sample(yaml: yaml("{pixels-per-cm: 61}"), change: pictures()))
    try expect(.figureScaleDoubtful, Sample(yaml: yaml("{from: [0, 0], to: [100%, 3000], cm: 50}"), change: pictures()))
    try expect(.figureScaleDoubtful, Sample(yaml: yaml("{pixels-per-cm: 61000}", kind: "histology"), change: pictures()))
    try expect(.figureScaleDoubtful, Sample(yaml: yaml("{pixels-per-cm: 6.1}")))
  }

  @Test func mirroredPicturesAreNamed() throws {
    let yaml = "figures:\n  - {id: a, file: ▶figures/a.jpg}\n"
    try expect(.figureMirrored, Sample(yaml: yaml, change: picture { $0.orientation = 5 }))
    for orientation in [1, 3, 6, 8] {
      try expect(.figureMirrored, Sample(yaml: yaml.filter { $0 != "▶" }, change: picture { $0.orientation = orientation }))
    }
  }

  @Test func eyeBarsHideNobody() throws {
    try expect(
      .eyeBarRedaction,
      yaml: """
        figures:
          - ▶{id: a, site: Face, redact: [{x: 20%, y: 30%, width: 60%, height: 8%}]}
          - {id: b, site: Face, redact: [{x: 0%, y: 0%, width: 100%, height: 60%}]}
          - {id: c, site: Left heel, redact: [{x: 0%, y: 0%, width: 50%, height: 5%}]}
          - {id: d, site: Left cheek, caption: Surface}
          - ▶{id: e, site: Head and neck, redact: [{x: 15%, y: 32%, width: 70%, height: 7%}]}
          - {id: f, site: First metatarsal head, redact: [{x: 0%, y: 0%, width: 50%, height: 5%}]}
          - ▶{id: g, site: Left heel, caption: The patient's eyes are covered, redact: [{x: 10px, y: 40px, width: 90px, height: 12px}]}
        """)
  }

  @Test func siteLabelsChange() throws {
    try expect(
      .siteLabelChanged,
      yaml: """
        figures:
          - {id: a, date: 2018-05-10, site: Left lateral leg}
          - {id: b, date: 2018-06-14, site: Left lateral leg}
          - {id: c, date: 2018-10-25, site: ▶Left medial leg}
          - {id: d, date: 2018-05-10, site: Right anterior leg}
        """, says: ["Site \"Left medial leg\" begins at week 24 where \"Left lateral leg\" ends"])
    try expect(
      .siteLabelChanged,
      yaml: """
        figures:
          - {id: a, week: 0, site: Left Achilles}
          - {id: b, week: 0, site: ▶left achilles}
          - {id: c, week: 1, site: ▶Left Achiles}
        """)
  }

  @Test func sitesOfOneDateAreTwoPlaces() throws {
    try expect(
      .siteLabelChanged,
      yaml: """
        figures:
          - {id: a, week: 0, site: Left lateral leg}
          - {id: b, week: 0, site: Left medial leg}
          - {id: c, week: 4, site: Left medial leg}
          - {id: d, week: 8, site: Left first toe}
          - {id: e, week: 9, site: Left third toe}
        """)
    try expect(
      .siteLabelChanged,
      yaml: """
        wounds: [{id: one, site: Left lateral leg}, {id: two, site: Left medial leg}]
        figures: [{id: a, week: 0, wound: one}, {id: b, week: 4, wound: two}]
        """)
  }
}
