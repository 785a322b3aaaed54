import DataFormats
import Files
import Testing
import WoundProgress

@testable import VectorSuite

/// A published series of one pressure ulcer, computed again from its lengths, widths, exudate and tissue.
@Suite struct PublishedSeriesTests {
  @Test(.enabled(if: SharedVectors.folder != nil, "the shared vectors are not here"))
  func itsAreasPercentagesAndScoresComeOut() throws {
    var files = try SourceFiles(root: SharedVectors.folder ?? "")
    let bytes = try files.read("wound-series.json", limit: 1_000_000)
    let document = try #require(JSON.parse(bytes, file: "wound-series.json").node)
    let published = try #require(document["published"]?.elements)
    let series = try #require(published.first { $0["status"]?.text == "PUBLISHED" && $0["areaMethod"]?.text == "rect" })
    let rows = try #require(series["rows"]?.elements)
    #expect(rows.count == 5)
    let measurements = rows.enumerated().map { measurement($1, visit: $0 + 1) }
    let computed = try Series(measurements, method: .rectangle)
    for (row, point) in zip(rows, computed.points) {
      #expect(point.area.product.text == row["areaPrintedCm2"]?.text)
      #expect((point.change == nil ? "-" : point.reduction?.text) == row["computed"]?["parDisplay"]?.text)
      #expect(PushScore(measurements[point.row]).map { String($0.total) } == row["pushPrinted"]?.text)
    }
  }

  private func measurement(_ row: Node, visit: Int) -> Measurement {
    var tissue = Measurement.Tissue()
    switch row["tissue"]?.text {
    case "slough": tissue.slough = 100
    case "granulation": tissue.granulation = 100
    default: tissue.epithelial = 100
    }
    func size(_ key: String) -> WoundProgress.Decimal? { row[key]?.text.flatMap { WoundProgress.Decimal(parsing: $0) } }
    return Measurement(visit: visit, length: size("lengthCm"), width: size("widthCm"), exudate: row["exudate"]?.text, tissue: tissue)
  }
}
