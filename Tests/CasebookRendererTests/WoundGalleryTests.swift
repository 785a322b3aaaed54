import CasebookModel
import Glibc
import HTML
import Testing

@testable import CasebookRenderer

/// Pages to look at: with CASEBOOK_GALLERY naming a file, the charts and tables of many kinds of series are written there.
@Suite struct WoundGalleryTests {
  @Test func everyKindOfSeriesIsDrawnAndTabulated() throws {
    var nodes: [Node] = []
    for (index, chart) in Self.charts.enumerated() {
      let node = chart.node(id: "chart-\(index)")
      #expect(!node.isEmpty)
      nodes.append(node)
      if index < 3 || index == 9 {
        nodes += chart.courses.map {
          WoundTable(
            course: $0, chronology: chart.chronology,
            options: .init(showsPUSH: true, showsMilestones: true, events: chart.courses.count == 1 ? chart.options.events : [])
          ).node()
        }
      }
      if let sparkline = Sparkline(courses: chart.courses, chronology: chart.chronology).node { nodes.append(.tag("p", [:], sparkline)) }
    }
    let text = Node.fragment(nodes).string()
    #expect(!text.contains("nan") && !text.contains("inf\""))
    try Self.write(text)
  }

  static let charts: [WoundChart] = {
    let samples = WoundSamples.self
    let calendar = Chronology(dayZero: 17_600, policy: .calendar)
    return [
      WoundChart(
        courses: samples.courses([samples.plantar]), chronology: samples.chronology,
        options: .init(events: samples.plantarEvents, showsTissue: true)),
      WoundChart(courses: samples.courses(samples.legs), chronology: samples.chronology, options: .init(events: samples.legEvents)),
      WoundChart(courses: samples.courses([samples.legs[2]]), chronology: samples.chronology, options: .init(events: samples.legEvents)),
      WoundChart(courses: samples.courses(samples.legs), chronology: samples.chronology, options: .init(form: .percent)),
      WoundChart(courses: samples.courses(samples.legs), chronology: calendar, options: .init(form: .log, events: samples.legEvents)),
      WoundChart(courses: samples.courses(samples.many), chronology: samples.chronology),
      WoundChart(courses: samples.courses([samples.long]), chronology: samples.chronology),
      WoundChart(courses: samples.courses([samples.single]), chronology: samples.chronology),
      WoundChart(courses: samples.courses([samples.tiny]), chronology: calendar),
      WoundChart(courses: samples.courses([samples.legs[0], samples.long]), chronology: samples.chronology),
      WoundChart(courses: samples.courses([samples.tiny]), chronology: samples.chronology, options: .init(form: .log)),
      WoundChart(
        courses: samples.courses(samples.legs), chronology: samples.chronology, options: .init(events: samples.legEvents, isPoster: true)),
    ]
  }()

  private static func write(_ text: String) throws {
    guard let path = getenv("CASEBOOK_GALLERY").map({ String(cString: $0) }), let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let head = """
      <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Wounds</title>
      <link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="base.css"><link rel="stylesheet" href="page.css"><link rel="stylesheet" href="wounds.css">
      <body><main style="max-width:53rem;margin:2rem auto;padding:0 1rem">
      """
    for byte in (head + text).utf8 { putc(Int32(byte), file) }
  }
}
