/// A piece of an HTML or SVG document. Text is escaped when it is written, because it is text; markup from outside has to be named `raw`.
///
///     .element("p", [.init("class", "by")], [.text("Nalebuff & sons")])   // <p class="by">Nalebuff &amp; sons</p>
package indirect enum Node: Hashable, Sendable {
  case element(String, [Attribute], [Node])
  case text(String)
  case raw(String)
  case fragment([Node])
  /// A place to be filled when the tree is written, by what is known only then: a citation's number.
  case slot(Int)

  /// Nothing at all.
  package static let empty = Node.fragment([])
}

package struct Attribute: Hashable, Sendable {
  package var name: String
  /// nil for an attribute without a value, such as `hidden`.
  package var value: String?

  package init(_ name: String, _ value: String? = nil) {
    self.name = name
    self.value = value
  }
}

extension Node: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension Node: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Node...) { self = .fragment(elements) }
}
