/// Short forms for trees written by hand.
///
///     Node.tag("figure", ["id": "fig-foot-1", "class": nil], .tag("figcaption", "At presentation"))
///     // <figure id="fig-foot-1"><figcaption>At presentation</figcaption></figure>
///
/// An attribute whose value is nil is left out.
extension Node {
  package static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: Node...) -> Node {
    .tag(name, attributes, children)
  }

  package static func tag(_ name: String, _ children: Node...) -> Node { .element(name, [], children) }

  package static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node]) -> Node {
    var written: [Attribute] = []
    written.reserveCapacity(attributes.count)
    for (name, value) in attributes { if let value { written.append(Attribute(name, value)) } }
    return .element(name, written, children)
  }

  package var isEmpty: Bool {
    switch self {
    case .fragment(let children): children.allSatisfy(\.isEmpty)
    case .text(let text), .raw(let text): text.isEmpty
    case .element, .slot: false
    }
  }
}
