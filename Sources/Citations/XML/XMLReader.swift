internal import CExpat
internal import Diagnostics

/// Reads a small XML document into a tree.
///
/// A document that is not well formed, or nested deeper than `maximumDepth`, gives nil and one diagnostic with line and column.
func readXML(_ bytes: [UInt8], file: String) -> (XMLElement?, [Diagnostic]) {
  guard bytes.count <= maximumBytes else {
    return (nil, [Diagnostic(.error, "invalid-xml", "File is larger than 16 MB", at: SourceLocation(file: file))])
  }
  guard let parser = XML_ParserCreate(nil) else {
    return (nil, [Diagnostic(.error, "invalid-xml", "XML parser could not be created", at: SourceLocation(file: file))])
  }
  defer { XML_ParserFree(parser) }
  let builder = TreeBuilder(parser: parser)
  XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
  XML_SetElementHandler(parser, startElement, endElement)
  XML_SetCharacterDataHandler(parser, characterData)
  let status = bytes.withUnsafeBytes { buffer in
    XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), 1)
  }
  let location = SourceLocation(
    file: file, line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  if builder.isTooDeep {
    return (nil, [Diagnostic(.error, "invalid-xml", "Elements are nested more than \(maximumDepth) deep", at: location)])
  }
  guard status == XML_STATUS_OK, let root = builder.root else {
    let message = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no element found"
    return (nil, [Diagnostic(.error, "invalid-xml", "Not well-formed XML: \(message)", at: location)])
  }
  return (root, [])
}

/// Deep enough for every style in use; shallow enough for recursion over the tree.
private let maximumDepth = 128
private let maximumBytes = 16 << 20

/// The tree under construction: the C callbacks reach it through the parser's user data.
private final class TreeBuilder {
  let parser: XML_Parser
  var open: [XMLElement] = []
  var root: XMLElement?
  var isTooDeep = false

  init(parser: XML_Parser) { self.parser = parser }

  func start(_ name: String, _ attributes: [XMLElement.Attribute]) {
    guard open.count < maximumDepth else {
      isTooDeep = true
      XML_StopParser(parser, 0)
      return
    }
    open.append(
      XMLElement(
        name: name, attributes: attributes, children: [], text: "", line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1))
  }

  func end() {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  func append(_ text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }
}

private func builder(_ data: UnsafeMutableRawPointer?) -> TreeBuilder? {
  data.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let builder = builder(data), let name else { return }
  var list: [XMLElement.Attribute] = []
  var index = 0
  while let attributes, let key = attributes[index], let value = attributes[index + 1] {
    list.append(XMLElement.Attribute(name: String(cString: key), value: String(cString: value)))
    index += 2
  }
  let full = String(cString: name)
  let local = full.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(full[full.utf8.index(after: $0)...]) } ?? full
  builder.start(local, list)
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) { builder(data)?.end() }

private func characterData(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32) {
  guard let builder = builder(data), let text else { return }
  text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    builder.append(String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
  }
}
