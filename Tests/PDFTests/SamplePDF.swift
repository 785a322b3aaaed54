/// A PDF as a browser would write it, put together from its objects: number and text, with the bytes of a stream where it is one.
func samplePDF(_ objects: [(number: Int, text: String, stream: [UInt8]?)]) -> [UInt8] {
  var bytes = Array("%PDF-1.4\n".utf8)
  var offsets: [Int: Int] = [:]
  for object in objects {
    offsets[object.number] = bytes.count
    bytes += Array("\(object.number) 0 obj\n\(object.text)".utf8)
    if let stream = object.stream { bytes += Array(" stream\n".utf8) + stream + Array("\nendstream".utf8) }
    bytes += Array("\nendobj\n".utf8)
  }
  let table = bytes.count
  let size = (offsets.keys.max() ?? 0) + 1
  var text = "xref\n0 \(size)\n0000000000 65535 f \n"
  for number in 1..<size {
    let digits = String(offsets[number] ?? 0)
    text += String(repeating: "0", count: 10 - digits.count) + digits + (offsets[number] == nil ? " 65535 f \n" : " 00000 n \n")
  }
  return bytes + Array("\(text)trailer\n<</Size \(size) /Root 2 0 R /Info 1 0 R>>\nstartxref\n\(table)\n%%EOF\n".utf8)
}

/// One page of 48 × 36 in with a picture of 1000 × 750 pixels, placed through a form at 10 × 7.5 in.
func poster(date: String = "20260102030405+00'00'", elements: [String] = ["00000113", "00000999"], content: String? = nil) -> [UInt8] {
  let drawing = Array((content ?? "q 2 0 0 2 10 10 cm /X8 Do Q").utf8)
  let form = Array("q 360 0 0 270 0 0 cm /X9 Do Q".utf8)
  return samplePDF([
    (1, "<</Title <FEFF00410020007400690074006C0065> /CreationDate (D:\(date)) /ModDate (D:\(date))>>", nil),
    (
      2, "<</Type /Catalog /Pages 3 0 R /Lang (en) /MarkInfo <</Marked true>> /StructTreeRoot 10 0 R /Outlines 12 0 R>>", nil
    ),
    (3, "<</Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 3456 2592]>>", nil),
    (
      4,
      "<</Type /Page /Parent 3 0 R /Contents 5 0 R /Annots [14 0 R] /Resources <</XObject <</X8 8 0 R>> /Font <</F6 6 0 R>>>>>>",
      nil
    ),
    (5, "<</Length \(drawing.count)>>", drawing),
    (6, "<</Type /Font /Subtype /Type0 /BaseFont /AAAAAA+OpenSans-Bold /DescendantFonts [7 0 R]>>", nil),
    (7, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+OpenSans-Bold /FontDescriptor <</FontFile2 5 0 R>>>>", nil),
    (8, "<</Subtype /Form /Resources <</XObject <</X9 9 0 R>>>> /Length \(form.count)>>", form),
    (9, "<</Subtype /Image /Width 1000 /Height 750 /Length 4>>", [40, 68, 58, 41]),
    (10, "<</Type /StructTreeRoot /K [11 0 R] /IDTree <</Names [(node\(elements[0])) 11 0 R]>>>>", nil),
    (11, "<</S /H1 /ID (node\(elements[0])) /Other (node\(elements[1]))>>", nil),
    (12, "<</Type /Outlines /First 13 0 R /Last 13 0 R>>", nil),
    (13, "<</Title (Introduction) /Parent 12 0 R /Next 13 0 R>>", nil),
    (14, "<</Type /Annot /Subtype /Link /A <</S /URI /URI (https://cases.example.org/\\(a\\))>>>>", nil),
  ])
}
