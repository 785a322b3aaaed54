/// Short forms for trees written by hand.
///
///     Node.tag("figure", ["id": "fig-foot-1"], .tag("figcaption", "At presentation"))
extension Node {
  package static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: Node...) -> Node {
    .tag(name, attributes, children)
  }

  package static func tag(_ name: String, _ children: Node...) -> Node { .element(name, [], children) }

  package static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node]) -> Node {
    .element(name, attributes.map { Attribute($0.key, $0.value) }, children)
  }

  package var isEmpty: Bool {
    switch self {
    case .fragment(let children): children.allSatisfy(\.isEmpty)
    case .text(let text), .raw(let text): text.isEmpty
    case .element, .slot: false
    }
  }
}
