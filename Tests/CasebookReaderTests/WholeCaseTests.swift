import CasebookModel
import CasebookReader
import Diagnostics
import Images
import Testing
import WoundProgress

/// Every key of `case.yaml`, as a value.
@Suite struct WholeCaseTests {
  static let yaml = """
    title: "Staged closure of a *plantar* ulcer: a case report"
    key-message: One sentence in the authors' words.   # optional
    status: draft
    published: 2026-11-01
    updated: 2026-11-20
    language: en
    synthetic: false
    authors:
      - Jordan Example, DPM, PGY-3
      - name: {given: Riley, family: Sample, particle: van, suffix: Jr}
        credentials: [DPM, FACFAS]
        affiliations: [eh, eu]
        orcid: https://orcid.org/0000-0002-1825-0097
        presenting: true
        corresponding: {email: riley@example.org}
        disclosure: None
    affiliations:
      eh: {name: Example Health, place: "Springfield, USA", logo: logos/eh.svg}
      eu: {name: Example University}
    patient: {age: 58, sex: male}
    diagnosis: Diabetic foot ulcer
    codes: [ICD-10-CM E11.621]
    keywords: [diabetic foot, total contact cast]
    topics: [off-loading]
    setting: Outpatient wound clinic
    abstract:
      introduction: Rare.
      conclusion: Measure.
    timeline: {day-0: 2026-03-02, dates: relative}
    events:
      - {date: 2026-03-30, kind: procedure, text: Total contact cast}
      - {week: 8, kind: procedure, text: Allograft}
      - {date: 2018, text: Diagnosis of diabetes}
    figures:
      - id: foot-1
        file: figures/foot-1.gif
        kind: photograph
        week: 0
        wound: foot
        view: plantar
        caption: At presentation
        alt: Round open ulcer under the first metatarsal head of the right foot
        credit: J Example
        scale: {pixels-per-cm: 61}
        crop: {x: 5%, y: 10%, width: 80%, height: 80%}
        redact: [{x: 1%, y: 2%, width: 20%, height: 8px}]
        annotations: [{arrow: {from: [40%, 40%], to: [50%, 52%]}, label: A}]
        sensitive: true
    wounds:
      - id: foot
        label: Plantar ulcer
        site: Right foot, plantar, first metatarsal head
        type: diabetic-foot
        etiology: Neuropathic
        classifications: {wagner: 2, university-of-texas: 1A}
        area-method: ellipse
        measurements: measurements.csv
      - id: heel
        area-method: planimetric
        measurements:
          - {week: 0, area_cm2: 4.25, closed: no}
          - {day: 9, area-mm2: 300, note: smaller}
    outcome: Closed at week 16
    consent: {status: obtained, covers: [text, images, poster, web], note: Form on file}
    basis: {kind: previously-published, source: Where}
    ethics: IRB approval not required by institutional policy
    funding: None
    disclosures: None
    acknowledgements: …
    ai-use: None
    perspective: In the patient's words.
    adverse-events: None occurred
    presented: [{meeting: Example Congress 2026, date: 2026-05, number: P-114}]
    aliases: [old-slug]
    posters:
      - {id: acfas, size: 48x36in, layout: columns, columns: 4, distance: 4ft}
      - {id: screen, size: "16:9", layout: eposter}
    waivers: [{rule: laterality, at: figures.foot-1, reason: Mirror image is intended}]
    """

  static let files = [
    "case.yaml": yaml, "measurements.csv": "wound,date,length_cm,width_cm\nfoot,2026-03-02,1.5,0.3\nfoot,2026-03-09,1.0,0.2\n",
    "figures/foot-1.gif": tinyPicture, "logos/eh.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>",
    "narrative.md": "## Case\n\nSeen.\n\n```{timeline}\nwound: foot\nid: fig-course\n```\n", "poster.md": "## Short\n",
  ]

  private func read() throws -> Case {
    let result = try readCase(Self.files)
    #expect(result.problems == [])
    return try #require(result.case)
  }

  @Test func headAndPeople() throws {
    let foot = try read()
    #expect(foot.slug == "foot")
    #expect(foot.title.source.value == "Staged closure of a *plantar* ulcer: a case report")
    #expect(foot.title.inlines.count == 3)
    #expect(foot.title.location == SourceLocation(file: "content/cases/foot/case.yaml", line: 1, column: 8, length: 52))
    #expect(foot.published?.value.description == "2026-11-01")
    #expect(foot.authors.map(\.name.full) == ["Jordan Example", "Riley van Sample Jr"])
    #expect(foot.authors[0].credentials == ["DPM", "PGY-3"])
    #expect(foot.authors[1].orcid?.value == "0000-0002-1825-0097")
    #expect(foot.authors[1].isPresenting)
    #expect(foot.authors[1].corresponding?.email == "riley@example.org")
    #expect(foot.authors[1].affiliations.map(\.value) == ["eh", "eu"])
    #expect(foot.affiliations.map(\.key) == ["eh", "eu"])
    #expect(foot.affiliations[0].logo?.value == "content/cases/foot/logos/eh.svg")
  }

  @Test func clinicalFacts() throws {
    let foot = try read()
    #expect(foot.patient == Patient(age: 58, sex: .male))
    #expect(foot.abstract.map(\.heading) == ["Introduction", "Conclusion"])
    #expect(
      foot.events.map(\.time) == [
        .date(try #require(CalendarDate(iso: "2026-03-30"))), .week(8), .date(try #require(CalendarDate(iso: "2018"))),
      ])
    #expect(foot.events.map(\.kind) == [.procedure, .procedure, .event])
    #expect(foot.chronology.labels(of: [foot.events[0].time]) == ["Week 4"])
    #expect(foot.statements.map(\.kind) == Statement.Kind.allCases)
    #expect(foot.consent?.covers == [.text, .images, .poster, .web])
    #expect(foot.basis?.source.value == "Where")
    #expect(foot.presentations.first?.date?.value.description == "2026-05")
    #expect(foot.posters.map(\.id.value) == ["acfas", "screen"])
    #expect(foot.posters.map(\.size.widthInPoints) == [3456, 1440])
    #expect(foot.posters[0].columns == 4)
    #expect(foot.waivers.first?.target?.value == "figures.foot-1")
  }

  @Test func figures() throws {
    let figure = try #require(try read().figures.first)
    #expect(figure.file?.value == "content/cases/foot/figures/foot-1.gif")
    #expect(figure.image?.width == 1)
    #expect(figure.time?.value == .week(0))
    #expect(figure.scale?.value == .pixelsPerCentimeter(61))
    #expect(figure.crop == Region(x: .percent(5), y: .percent(10), width: .percent(80), height: .percent(80)))
    #expect(figure.redactions == [Region(x: .percent(1), y: .percent(2), width: .percent(20), height: .pixels(8))])
    #expect(figure.annotations.first?.label == "A")
    #expect(figure.isSensitive)
  }

  @Test func woundsAndTheirVisits() throws {
    let wounds = try read().wounds
    #expect(wounds.map(\.areaMethod?.value) == [.ellipse, .planimetric])
    #expect(wounds[0].classifications.map { "\($0.system.value) \($0.value)" } == ["wagner 2", "university-of-texas 1A"])
    #expect(wounds[0].visits.map(\.measurement.day) == [0, 7])
    #expect(wounds[0].visits.map(\.measurement.length?.text) == ["1.5", "1"])
    #expect(wounds[0].visits[1].location == SourceLocation(file: "content/cases/foot/measurements.csv", line: 3))
    #expect(wounds[1].visits.map(\.measurement.area?.text) == ["4.25", "3"])
    #expect(wounds[1].visits.map(\.measurement.day) == [0, 9])
    #expect(wounds[1].visits[1].measurement.note == "smaller")
  }

  @Test func texts() throws {
    let foot = try read()
    #expect(foot.poster?.document.blocks.count == 1)
    guard case .timeline(let selection) = foot.narrative.parts[5] else {
      Issue.record("the timeline's options are not read")
      return
    }
    #expect(selection.wound?.value == "foot")
    #expect(selection.id == "course")
  }

  @Test func aCaseWithOnlyATitleHasTheSitesDefaults() throws {
    let site = Site().with {
      $0.language = "de"
      $0.affiliation = Affiliation(key: "site", name: "Example Health", location: $0.location)
    }
    let result = try readCase(["case.yaml": "title: T\nauthors: [Jordan Example]\n"], site: site)
    let foot = try #require(result.case)
    #expect(foot.status.value == .draft)
    #expect(foot.language == "de")
    #expect(foot.posters.map(\.size.name) == ["48x36in"])
    #expect(foot.authors[0].affiliations.map(\.value) == ["site"])
    #expect(foot.affiliations.map(\.name) == ["Example Health"])
  }

  @Test func theSitesDateOrderReadsAmericanDates() throws {
    let result = try readCase(["case.yaml": "title: T\npublished: 5/10/2018\n"], site: Site().with { $0.dateOrder = .mdy })
    #expect(result.case?.published?.value.description == "2018-05-10")
    let european = try readCase(["case.yaml": "title: T\npublished: 5.10.2018\n"], site: Site().with { $0.dateOrder = .dmy })
    #expect(european.case?.published?.value.description == "2018-10-05")
    #expect(try problems(inCase: "published: 25/10/2018", site: Site().with { $0.dateOrder = .mdy }).count == 1)
  }

  @Test func numbersOfTheTextComeFromTheData() throws {
    var files = Self.files
    files["narrative.md"] = "`{area foot first}`, `{aera foot first}`, `{area fot first}`, `{area first}` and `{area foot}`\n"
    #expect(
      try readCase(files).problems.map { String($0.prefix { $0 != "→" }) } == [
        "narrative.md:1:1 unknown-number \"aera\" is not a number that the data has ",
        "narrative.md:1:1 unknown-number No wound has the id \"fot\" ",
        "narrative.md:1:1 unknown-number The number does not say of which wound ",
        "narrative.md:1:1 unknown-number \"{area foot}\" has no time ",
      ])
  }
}
