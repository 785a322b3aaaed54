/// A picture on a page, with the size at which it is printed.
package struct PlacedImage: Hashable, Sendable {
  /// In pixels.
  package var width: Int
  package var height: Int
  /// In inches, along the picture's own sides.
  package var printedWidth: Double
  package var printedHeight: Double

  package init(width: Int, height: Int, printedWidth: Double, printedHeight: Double) {
    self.width = width
    self.height = height
    self.printedWidth = printedWidth
    self.printedHeight = printedHeight
  }

  /// Dots per inch; the coarser side decides.
  package var resolution: Double {
    guard printedWidth > 0, printedHeight > 0 else { return .infinity }
    return min(Double(width) / printedWidth, Double(height) / printedHeight)
  }
}

/// Goes through a page's content and notes where its pictures are painted (ISO 32000-1, 8.3.4 and 8.8).
struct ContentReader {
  private let file: PDFFile
  private(set) var images: [PlacedImage] = []
  /// Forms that were painted: a form that paints others twice each must not take for ever.
  private var forms = 0

  private static let greatestContent = 64_000_000
  private static let mostForms = 20_000
  private static let mostImages = 20_000
  private static let greatestDepth = 12

  init(_ file: PDFFile) { self.file = file }

  /// `unit` is the page's: points per unit of its space.
  mutating func read(page: PDFDictionary, unit: Double) throws(PDFProblem) {
    var content: [UInt8] = []
    for part in file.array(page["Contents"]) ?? [page["Contents"] ?? .null] {
      content += try file.content(part, limit: Self.greatestContent) + [10]
    }
    try run(content, file.dictionary(page["Resources"]) ?? PDFDictionary(), Matrix(a: unit, d: unit), depth: 0)
  }

  private mutating func run(_ content: [UInt8], _ resources: PDFDictionary, _ matrix: Matrix, depth: Int) throws(PDFProblem) {
    var lexer = PDFLexer(content)
    var current = matrix
    var saved: [Matrix] = []
    var operands: [PDFObject] = []
    while let token = try lexer.token(readsReferences: false) {
      guard case .word(let word) = token else {
        if case .value(let value) = token, operands.count < 64 { operands.append(value) }
        continue
      }
      switch word {
      case "q":
        guard saved.count < 4_096 else { throw PDFProblem("has content that nests too deep") }
        saved.append(current)
      case "Q": current = saved.popLast() ?? matrix
      case "cm": current = Matrix(operands).map { $0.followed(by: current) } ?? current
      case "Do": if case .name(let name)? = operands.last { try paint(name, resources, current, depth) }
      case "BI": throw PDFProblem("has pictures inside its content, which is not understood")
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
  }

  private mutating func paint(_ name: String, _ resources: PDFDictionary, _ matrix: Matrix, _ depth: Int) throws(PDFProblem) {
    let object = file.resolved(file.dictionary(resources["XObject"])?[name])
    guard case .stream(let dictionary, _) = object else { throw PDFProblem("paints \"\(name)\", which it does not have") }
    if dictionary.name("Subtype") == "Image" {
      guard images.count < Self.mostImages else { throw PDFProblem("has more pictures than can be looked at") }
      guard let width = file.resolved(dictionary["Width"])?.count, let height = file.resolved(dictionary["Height"])?.count else { return }
      images.append(
        PlacedImage(width: width, height: height, printedWidth: matrix.lengthOfX / 72, printedHeight: matrix.lengthOfY / 72))
      return
    }
    guard dictionary.name("Subtype") == "Form" else { return }
    forms += 1
    guard forms <= Self.mostForms, depth < Self.greatestDepth else { throw PDFProblem("has content that nests too deep") }
    let inner = file.array(dictionary["Matrix"]).flatMap { Matrix($0) }?.followed(by: matrix) ?? matrix
    try run(
      try file.content(object, limit: Self.greatestContent), file.dictionary(dictionary["Resources"]) ?? resources, inner, depth: depth + 1)
  }
}

/// A transformation of the plane: x' = a x + c y, y' = b x + d y; where to is of no interest here.
private struct Matrix {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0

  init(a: Double, d: Double) { (self.a, self.d) = (a, d) }

  init?(_ numbers: [PDFObject]) {
    let values = numbers.compactMap(\.number)
    guard values.count == 6, numbers.count == 6 else { return nil }
    (a, b, c, d) = (values[0], values[1], values[2], values[3])
  }

  func followed(by next: Matrix) -> Matrix {
    var result = Matrix(a: a * next.a + b * next.c, d: c * next.b + d * next.d)
    result.b = a * next.b + b * next.d
    result.c = c * next.a + d * next.c
    return result
  }

  /// The length that a unit along x, or y, has on the page.
  var lengthOfX: Double { (a * a + b * b).squareRoot() }
  var lengthOfY: Double { (c * c + d * d).squareRoot() }
}
