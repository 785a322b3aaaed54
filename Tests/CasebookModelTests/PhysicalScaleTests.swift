import Diagnostics
import Hashing
import Images
import Testing

@testable import CasebookModel

@Suite struct PhysicalScaleTests {
  private static let place = SourceLocation(file: "case.yaml")

  private func figure(_ scale: Figure.Scale?, _ width: Int = 1600, _ height: Int = 1200, id: String = "a") -> Figure {
    var figure = Figure(id: Located(id, at: Self.place), location: Self.place)
    figure.image = ImageInformation(format: .jpeg, width: width, height: height, hash: ContentHash(of: []))
    figure.scale = scale.map { Located($0, at: Self.place) }
    return figure
  }

  private func distance(_ a: (Coordinate, Coordinate), _ b: (Coordinate, Coordinate), _ centimeters: Double) -> Figure.Scale {
    .distance(from: Point(x: a.0, y: a.1), to: Point(x: b.0, y: b.1), centimeters: centimeters)
  }

  @Test func scaleComesFromPixelsOrFromTwoPoints() {
    let size = PixelSize(width: 1600, height: 1200)
    #expect(Figure.Scale.pixelsPerCentimeter(61).pixelsPerCentimeter(in: size) == 61)
    #expect(distance((.pixels(120), .pixels(800)), (.pixels(420), .pixels(1200)), 5).pixelsPerCentimeter(in: size) == 100)
    // 50% of 1600 is 800, 50% of 1200 is 600: 1000 pixels in all.
    #expect(distance((.percent(0), .percent(0)), (.percent(50), .percent(50)), 10).pixelsPerCentimeter(in: size) == 100)
    #expect(distance((.percent(50), .percent(50)), (.pixels(800), .pixels(600)), 10).pixelsPerCentimeter(in: size) == nil)
    #expect(distance((.pixels(0), .pixels(0)), (.pixels(1), .pixels(0)), 1e-320).pixelsPerCentimeter(in: size) == nil)
  }

  @Test func extentIsTheWholePicture() {
    #expect(figure(.pixelsPerCentimeter(100)).extent == PhysicalSize(width: 16, height: 12))
    #expect(figure(nil).extent == nil)
    var unavailable = figure(.pixelsPerCentimeter(100))
    unavailable.image = nil
    #expect(unavailable.extent == nil)
  }

  @Test func cropShowsLessAtTheSameScale() {
    var cropped = figure(.pixelsPerCentimeter(100))
    cropped.crop = Region(x: .percent(25), y: .pixels(100), width: .percent(50), height: .pixels(300))
    #expect(cropped.extent == PhysicalSize(width: 8, height: 3))
    // Points of a scale are those of the whole picture, whatever the crop.
    cropped.scale = Located(distance((.percent(0), .pixels(0)), (.percent(100), .pixels(0)), 16), at: Self.place)
    #expect(cropped.extent == PhysicalSize(width: 8, height: 3))
  }

  @Test func sizesAreThoseOfTheUprightPicture() {
    // 1600 × 1200 as stored, turned by its orientation note: the header says 1200 × 1600.
    var turned = figure(distance((.percent(0), .percent(0)), (.percent(100), .percent(0)), 12), 1200, 1600)
    turned.image?.orientation = 6
    #expect(turned.extent == PhysicalSize(width: 12, height: 16))
  }

  @Test func frameHoldsEveryPicture() throws {
    let pictures = [figure(.pixelsPerCentimeter(100)), figure(.pixelsPerCentimeter(80)), figure(.pixelsPerCentimeter(100), 1200, 1600)]
    let scale = try #require(PhysicalScale(of: pictures))
    #expect(scale.frame == PhysicalSize(width: 20, height: 16))
    #expect(scale.bar == 5)
    #expect(scale.barLabel == "5 cm")
    #expect(PhysicalScale(of: pictures + [figure(nil)]) == nil)
    #expect(PhysicalScale(of: []) == nil)
  }

  @Test(arguments: [
    (16.67 / 3, 5), (5, 5), (4.99, 2), (1, 1), (0.999, 0.5), (0.3, 0.2), (0.1, 0.1), (0.07, 0.05), (66, 50), (1000, 1000),
    (.infinity, 5000),
    (0, 0.0001), (.nan, 0.0001),
  ])
  func barsHaveRoundLengths(limit: Double, length: Double) {
    #expect(PhysicalScale.roundLength(upTo: limit) == length)
  }

  @Test(arguments: [(48, "10 cm"), (16, "5 cm"), (3.2, "1 cm"), (2, "5 mm"), (0.4, "1 mm"), (0.16, "500 µm"), (0.001, "2 µm")])
  func barsAreLabelledInTheirUnit(width: Double, label: String) throws {
    #expect(try #require(PhysicalScale(of: [figure(.pixelsPerCentimeter(1600 / width))])).barLabel == label)
  }

  @Test func seriesAreOneSiteAndOneKind() {
    func named(_ id: String, _ site: String?, _ kind: Figure.Kind = .photograph) -> Figure {
      var figure = figure(nil, id: id)
      figure.site = site.map { Located($0, at: Self.place) }
      figure.kind = kind
      return figure
    }
    var unavailable = named("e", "Heel")
    unavailable.image = nil
    let figures = [
      named("a", "Heel"), named("b", "Toe"), named("c", "Heel", .intraoperative), named("d", "Heel", .radiograph), unavailable,
      named("f", nil),
    ]
    let found = Case(slug: "foot", title: RichText([], source: Located("", at: Self.place)), location: Self.place)
    #expect(found.series(of: figures).map { $0.figures.map(\.id.value) } == [["a", "c"], ["b"], ["d"], ["f"]])
    #expect(found.series(of: figures).map(\.site) == ["Heel", "Toe", "Heel", nil])
  }
}
