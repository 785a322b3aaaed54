internal import Diagnostics

extension Reader {
  /// Attributes at the end of a heading or caption, and the length of the text that they take with the blank before them.
  ///
  ///     Discussion {#sec-discussion .poster}     // id "sec-discussion", class "poster", length 28
  ///
  /// Braces that hold anything but ids and classes are reported and stay text.
  mutating func trailingAttributes(_ text: UnsafeBufferPointer<UInt8>, line: Int) -> (attributes: Attributes, length: Int)? {
    guard text.last == UInt8(ascii: "}") else { return nil }
    var open = text.count - 1
    while open >= 0, text[open] != UInt8(ascii: "{") { open -= 1 }
    guard open >= 0, open == 0 || isBlank(text[open - 1]) else { return nil }
    let inside = UnsafeBufferPointer(rebasing: text[(open + 1)..<(text.count - 1)])
    // An escaped brace has a mark before it.
    guard !inside.suffix(4).elementsEqual([0xF0, 0x92, 0x91, Mark.literal.rawValue]) else { return nil }
    guard let attributes = Attributes(inside) else {
      let source = shown(UnsafeBufferPointer(rebasing: text[open...]))
      report(
        Problem(
          rule: "markdown-attributes-unclear", summary: "\"\(source)\" is no id or class, and is printed as text",
          remedy: "write {#id .class}, or \"\\{\" for a plain brace"),
        line: line, snippet: source)
      return nil
    }
    while open > 0, isBlank(text[open - 1]) { open -= 1 }
    return (attributes, text.count - open)
  }
}

extension Attributes {
  /// `#sec-discussion .poster`; nil when a word is neither an id nor a class, there are two ids, or there is nothing.
  fileprivate init?(_ text: UnsafeBufferPointer<UInt8>) {
    self.init()
    for word in text.split(whereSeparator: isBlank) {
      let name = word.dropFirst()
      guard let first = name.first, isASCIILetter(first) || first >= 0x80, name.allSatisfy(Attributes.isNameByte) else { return nil }
      let value = String(decoding: name, as: UTF8.self)
      switch word.first {
      case UInt8(ascii: "#") where id == nil: id = value
      case UInt8(ascii: "."): classes.append(value)
      default: return nil
      }
    }
    if self == .none { return nil }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isASCIILetterOrDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }
}
