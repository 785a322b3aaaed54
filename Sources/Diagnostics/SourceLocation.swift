/// A place in a source file: `content/cases/foot/case.yaml:3:1`.
///
/// `line` and `column` count from 1; `column` counts Unicode scalars. `length` is the number of scalars to underline, 0 when it is not known.
/// `file` is relative to the site's folder, with `/` between its parts, so that a message is the same wherever the site lies.
package struct SourceLocation: Hashable, Sendable, Comparable {
  package var file: String
  package var line: Int
  package var column: Int
  package var length: Int

  package init(file: String, line: Int = 1, column: Int = 1, length: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }

  package static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
  }
}

/// A value and the place it was read from.
@dynamicMemberLookup
package struct Located<Value> {
  package var value: Value
  package var location: SourceLocation

  package init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  package subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { value[keyPath: path] }

  package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: location)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
