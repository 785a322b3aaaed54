internal import CasebookModel
internal import DataFormats

/// What a browser made of a page.
struct PrintedPage: Sendable {
  /// The PDF as the browser wrote it, or the picture.
  var bytes: [UInt8]
  /// What the page said of its own fit; nil where it says nothing.
  var fit: Node?
  /// In points, as the page's style says it; nil where it does not.
  var sheet: PrintFact.Sheet?
  /// Addresses that the page may not load.
  var refused: [String]
}

extension Tab {
  /// Prints a page at the size that it has itself, with tags and bookmarks.
  func print(_ path: String, in folder: PageFolder, _ deadline: Deadline) throws(BrowserProblem) -> PrintedPage {
    var conversation = Conversation(self, folder, deadline)
    try conversation.load(path)
    let said = try conversation.fit()
    let parameters: JSONValue = [
      "printBackground": true, "preferCSSPageSize": true, "generateTaggedPDF": true, "generateDocumentOutline": true,
      "transferMode": "ReturnAsStream",
    ]
    let answer = try conversation.call("Page.printToPDF", parameters, waitingFor: "the page was printed").content
    guard let stream = answer?["stream"]?.text else { throw .failed("the browser gave no PDF") }
    return PrintedPage(bytes: try conversation.read(stream), fit: said.fit, sheet: said.sheet, refused: conversation.refused)
  }

  /// A picture of a page, `width` pixels wide; `quality` (1 to 100) makes it a JPEG, else it is a PNG. `points` is the page's size.
  func picture(
    of path: String, in folder: PageFolder, _ points: (width: Double, height: Double), width: Int, quality: Int?, _ deadline: Deadline
  ) throws(BrowserProblem) -> PrintedPage {
    var conversation = Conversation(self, folder, deadline)
    let size = (width: (points.width / 0.75).rounded(), height: (points.height / 0.75).rounded())
    let metrics: JSONValue = [
      "width": .integer(Int(size.width)), "height": .integer(Int(size.height)),
      "deviceScaleFactor": .number("\(Double(width) / size.width)"), "mobile": false,
    ]
    try conversation.call("Emulation.setDeviceMetricsOverride", metrics)
    try conversation.load(path)
    let said = try conversation.fit()
    var parameters: [JSONValue.Member] = [.init("format", quality == nil ? "png" : "jpeg")]
    if let quality { parameters.append(.init("quality", .integer(quality))) }
    let answer = try conversation.call("Page.captureScreenshot", .object(parameters), waitingFor: "its picture was taken")
    try conversation.call("Emulation.clearDeviceMetricsOverride", [:])
    return PrintedPage(bytes: answer.data, fit: said.fit, sheet: said.sheet, refused: conversation.refused)
  }
}

extension Tab.Conversation {
  /// What the page's script found when it had made the text fit, and the size of the sheet.
  fileprivate mutating func fit() throws(BrowserProblem) -> (fit: Node?, sheet: PrintFact.Sheet?) {
    let expression = """
      document.fonts.ready.then(() => window.casebookFit || null).then((fit) => {
        const style = getComputedStyle(document.documentElement);
        return {fit, width: style.getPropertyValue("--width"), height: style.getPropertyValue("--height")};
      })
      """
    let parameters: JSONValue = ["expression": .string(expression), "awaitPromise": true, "returnByValue": true]
    let answer = try call("Runtime.evaluate", parameters, waitingFor: "its text was fitted").content
    if let exception = answer?["exceptionDetails"] {
      throw .failed("the page's script failed: \(exception["exception"]?["description"]?.text ?? exception["text"]?.text ?? "unknown")")
    }
    let value = answer?["result"]?["value"]
    let width = value?["width"]?.text.flatMap { points(ofLength: $0) }
    let height = value?["height"]?.text.flatMap { points(ofLength: $0) }
    let sheet = width.flatMap { width in height.map { PrintFact.Sheet(width: width, height: $0) } }
    return (value?["fit"].flatMap { $0.isNull ? nil : $0 }, sheet)
  }

  /// A stream of the browser, whole, and the browser's copy of it freed.
  fileprivate mutating func read(_ stream: String) throws(BrowserProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let parameters: JSONValue = ["handle": .string(stream), "size": .integer(2_097_152)]
      let part = try call("IO.read", parameters, waitingFor: "its PDF was read")
      bytes += part.data
      guard part.content?["eof"]?.text != "true" else { break }
      guard bytes.count <= PrintLimits.bytes else { throw .failed("the PDF is larger than \(PrintLimits.bytes / 1_000_000) MB") }
    }
    try call("IO.close", ["handle": .string(stream)])
    return bytes
  }
}

enum PrintLimits {
  /// Seconds for one page in all.
  static let seconds = 20
  /// Of a PDF.
  static let bytes = 600_000_000
}

/// 3456 of "48in"; nil for what is no length.
private func points(ofLength text: String) -> Double? {
  let text = text.drop { $0 == " " }
  let number = text.prefix { $0.isNumber || $0 == "." }
  guard let unit = PaperSize.Unit(rawValue: String(text.dropFirst(number.count))), let value = Double(number), value > 0 else { return nil }
  return value * unit.points
}
