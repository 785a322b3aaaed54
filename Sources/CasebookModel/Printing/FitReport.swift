/// What a page's script measured when it had made the text as large as it fits. Lengths are in CSS pixels (96 to the inch), type in points.
package struct FitReport: Hashable, Sendable {
  package struct Block: Hashable, Sendable {
    package var title: String
    package var words: Int
    package var column: Int
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
    package var points: Double

    package init(title: String, words: Int, column: Int, x: Double, y: Double, width: Double, height: Double, points: Double) {
      (self.title, self.words, self.column) = (title, words, column)
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
      self.points = points
    }
  }

  package struct Column: Hashable, Sendable {
    package var index: Int
    /// The share that is left white, 0 to 1.
    package var white: Double

    package init(index: Int, white: Double) { (self.index, self.white) = (index, white) }
  }

  package struct Picture: Hashable, Sendable {
    package var id: String
    /// In inches.
    package var printedWidth: Double
    /// In pixels.
    package var naturalWidth: Int
    package var resolution: Double

    package init(id: String, printedWidth: Double, naturalWidth: Int, resolution: Double) {
      (self.id, self.printedWidth, self.naturalWidth, self.resolution) = (id, printedWidth, naturalWidth, resolution)
    }
  }

  /// What does not fit at the least legible size.
  package struct Problem: Hashable, Sendable {
    package var block: String
    package var words: Int?
    package var pixels: Double?
    package var points: Double?
    package var remedy: String

    package init(block: String, words: Int?, pixels: Double?, points: Double?, remedy: String) {
      (self.block, self.words, self.pixels, self.points, self.remedy) = (block, words, pixels, points, remedy)
    }
  }

  package var fits: Bool
  package var width: Double
  package var height: Double
  package var body: Double
  package var title: Double
  package var floor: Double
  package var smallest: (points: Double, text: String) {
    get { (smallestPoints, smallestText) }
    set { (smallestPoints, smallestText) = newValue }
  }
  private var smallestPoints = 0.0
  private var smallestText = ""
  /// From where it is read: "4ft".
  package var distance: String
  package var blocks: [Block] = []
  package var columns: [Column] = []
  package var pictures: [Picture] = []
  package var problems: [Problem] = []

  package init(fits: Bool, width: Double, height: Double, body: Double, title: Double, floor: Double, distance: String) {
    (self.fits, self.width, self.height) = (fits, width, height)
    (self.body, self.title, self.floor, self.distance) = (body, title, floor, distance)
  }
}
