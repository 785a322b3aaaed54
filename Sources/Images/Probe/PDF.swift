/// The first page's size at 300 pixels per inch, from the first `/MediaBox` that stands uncompressed.
func readPDFHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard let start = view.find("/MediaBox", limit: 20_000_000), let box = view.rest(start + 9) else {
    throw ImageProblem(.unsupported, "is a PDF whose page size cannot be read", remedy: "export the page as PNG at 300 dpi")
  }
  let text = String(
    decoding: box.bytes.prefix(120).drop { $0 != UInt8(ascii: "[") }.dropFirst().prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self)
  let numbers = text.split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }.compactMap { Double(String($0)) }
  guard numbers.count == 4 else { throw .damaged("its page size is not four numbers") }
  let width = abs(numbers[2] - numbers[0]) * 300 / 72
  let height = abs(numbers[3] - numbers[1]) * 300 / 72
  guard width.isFinite, height.isFinite, width < 1e6, height < 1e6 else { throw .damaged("its page size is not one") }
  return Header(format: .pdf, width: Int(width.rounded()), height: Int(height.rounded()))
}
