/// A piece of an HTML or SVG document, as the bytes it will be written as. Text is escaped because it is text; markup from outside has to be
/// named `raw`.
///
///     .element("p", [.init("class", "by")], [.text("Nalebuff & sons")])   // <p class="by">Nalebuff &amp; sons</p>
///
/// A piece is one run of bytes, not a tree: an element takes its children's bytes into its own, and nothing is walked or freed node by node.
package struct Node: Hashable, Sendable {
  /// Escaped markup. A slot is a byte that UTF-8 never holds, then four with its number, seven bits in each.
  var markup: [UInt8] = []

  static let slotMark: UInt8 = 0xFF
  static let slotLength = 5

  /// Nothing at all.
  package static var empty: Node { Node() }

  package static func text(_ text: String) -> Node {
    var text = text
    return text.withUTF8 { bytes in
      var node = Node()
      if bytes.contains(where: isEscaped) { escapeText(bytes, to: &node.markup) } else { node.markup = Array(bytes) }
      return node
    }
  }

  package static func raw(_ markup: String) -> Node {
    var node = Node()
    node.markup.append(text: markup)
    return node
  }

  package static func fragment(_ children: [Node]) -> Node {
    if children.count == 1 { return children[0] }
    var node = Node()
    node.markup.reserveCapacity(children.reduce(0) { $0 + $1.markup.count })
    for child in children { node.markup.append(contentsOf: child.markup) }
    return node
  }

  /// A place to be filled when the piece is written, by what is known only then: a citation's number. `index` is from 0 to 2²⁸ - 1.
  package static func slot(_ index: Int) -> Node {
    var node = Node()
    node.markup = [slotMark] + [21, 14, 7, 0].map { UInt8(index >> $0 & 0x7F) }
    return node
  }

  /// An element; a void one without children is written the HTML way: `<br>`.
  package static func element(_ name: String, _ attributes: [Attribute], _ children: [Node]) -> Node {
    var node = Node()
    node.open(name, room: attributes.reduce(0) { $0 + $1.roomNeeded }, children)
    for attribute in attributes { node.add(attribute.name, attribute.value) }
    node.close(name, around: children)
    return node
  }

  package var isEmpty: Bool { markup.isEmpty }
}

extension Node {
  /// Begins the start tag; `room` is for the attributes.
  mutating func open(_ name: String, room: Int, _ children: [Node]) {
    var room = room + 2 * name.utf8.count + 5
    for index in children.indices { room += children[index].markup.count }
    markup.reserveCapacity(room)
    markup.append(UInt8(ascii: "<"))
    markup.append(text: name)
  }

  mutating func add(_ attribute: String, _ value: String?) {
    markup.append(UInt8(ascii: " "))
    markup.append(text: attribute)
    guard let value else { return }
    markup.append(UInt8(ascii: "="))
    markup.append(UInt8(ascii: "\""))
    escapeText(value, to: &markup)
    markup.append(UInt8(ascii: "\""))
  }

  /// Ends the start tag; the end tag follows the children.
  mutating func close(_ name: String, around children: [Node]) {
    markup.append(UInt8(ascii: ">"))
    if children.isEmpty, isVoid(name) { return }
    for index in children.indices { markup.append(contentsOf: children[index].markup) }
    markup.append(UInt8(ascii: "<"))
    markup.append(UInt8(ascii: "/"))
    markup.append(text: name)
    markup.append(UInt8(ascii: ">"))
  }
}

package struct Attribute: Hashable, Sendable {
  package var name: String
  /// nil for an attribute without a value, such as `hidden`.
  package var value: String?

  package init(_ name: String, _ value: String? = nil) {
    self.name = name
    self.value = value
  }

  /// Bytes, when nothing of the value must be escaped.
  fileprivate var roomNeeded: Int { name.utf8.count + (value?.utf8.count ?? 0) + 4 }
}

extension Node: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension Node: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Node...) { self = .fragment(elements) }
}

/// Whether an element of HTML has no end tag.
private func isVoid(_ name: String) -> Bool {
  switch name {
  case "br", "img", "input", "hr", "meta", "link", "col", "wbr", "source", "area", "base", "embed", "track": true
  default: false
  }
}
