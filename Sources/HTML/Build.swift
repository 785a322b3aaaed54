/// Short forms for pieces written by hand.
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
    var node = Node()
    var room = 0
    for (name, value) in attributes { if let value { room += name.utf8.count + value.utf8.count + 4 } }
    node.open(name, room: room, children)
    for (name, value) in attributes { if let value { node.add(name, value) } }
    node.close(name, around: children)
    return node
  }
}
