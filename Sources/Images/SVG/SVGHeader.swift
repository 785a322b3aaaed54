/// Does the file begin like XML with an `svg` element near its start?
func looksLikeSVG(_ view: ByteView) -> Bool {
  let start = view.bytes.prefix(16).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }
  return start.first == UInt8(ascii: "<") && view.find("<svg", limit: 20_000) != nil
}

/// Width and height in CSS pixels from the root's `width` and `height`, else from its `viewBox`.
func readSVGHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  var scanner = try XMLScanner(view)
  while let event = try scanner.next() {
    guard case .start(let name, let attributes, _) = event else { continue }
    guard localName(name) == "svg" else { throw ImageProblem(.notAnImage, "is XML but not an SVG picture") }
    let size = try svgSize(attributes)
    return Header(format: .svg, width: size.width, height: size.height)
  }
  throw .damaged("its XML is malformed")
}

func svgSize(_ attributes: [(name: String, value: String)]) throws(ImageProblem) -> (width: Int, height: Int) {
  let value = { (name: String) in attributes.first { $0.name == name }?.value }
  let box = value("viewBox")?.split { " ,\t\n\r".contains($0) }.compactMap { Double(String($0)) } ?? []
  let width = value("width").flatMap { pixels($0) }
  let height = value("height").flatMap { pixels($0) }
  let size: (Double, Double)
  if let width, let height {
    size = (width, height)
  } else if box.count == 4, box[2] > 0, box[3] > 0 {
    if let width {
      size = (width, width * box[3] / box[2])
    } else if let height {
      size = (height * box[2] / box[3], height)
    } else {
      size = (box[2], box[3])
    }
  } else {
    throw ImageProblem(.damaged, "is an SVG without a size", remedy: "add a viewBox to its svg element")
  }
  guard size.0.isFinite, size.1.isFinite, size.0 < 1e6, size.1 < 1e6 else { throw .damaged("its size is not one") }
  return (Int(size.0.rounded(.up)), Int(size.1.rounded(.up)))
}

/// `12.5mm` in CSS pixels of 1/96 inch; nil for percent and what is not a positive length.
private func pixels(_ length: String) -> Double? {
  let units: [(String, Double)] = [
    ("px", 1), ("pt", 96 / 72), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("em", 16), ("", 1),
  ]
  for (unit, factor) in units where length.hasSuffix(unit) {
    let digits = length.dropLast(unit.utf8.count)
    guard let number = Double(String(digits)), number > 0 else { return nil }
    return number * factor
  }
  return nil
}

/// `svg` of `svg:svg`.
func localName(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
