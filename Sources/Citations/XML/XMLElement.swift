/// An element of a style or locale file, with its place.
struct XMLElement: Sendable {
  /// The name without its namespace prefix.
  var name: String
  var attributes: [Attribute]
  var children: [XMLElement]
  /// All character data directly inside the element.
  var text: String
  var line: Int
  var column: Int

  struct Attribute: Sendable {
    var name: String
    var value: String
  }

  subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The value of a `true`/`false` attribute, or nil.
  func flag(_ attribute: String) -> Bool? { self[attribute].map { $0 == "true" } }
}
