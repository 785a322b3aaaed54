/// A distance from the left or upper edge of the upright picture.
package enum Coordinate: Hashable, Sendable {
  case pixels(Double)
  case percent(Double)

  /// In pixels of a picture that is `extent` pixels wide or high.
  package func pixels(of extent: Int) -> Double {
    switch self {
    case .pixels(let pixels): pixels
    case .percent(let percent): percent * Double(extent) / 100
    }
  }
}

package struct Point: Hashable, Sendable {
  package var x: Coordinate
  package var y: Coordinate

  package init(x: Coordinate, y: Coordinate) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of the upright picture.
package struct Region: Hashable, Sendable {
  package var x: Coordinate
  package var y: Coordinate
  package var width: Coordinate
  package var height: Coordinate

  package init(x: Coordinate, y: Coordinate, width: Coordinate, height: Coordinate) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A mark drawn on the picture, with its label.
package struct Annotation: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case arrow(from: Point, to: Point)
    case circle(center: Point, radius: Coordinate)
    case label(at: Point)
  }

  package var shape: Shape
  package var label: String?

  package init(_ shape: Shape, label: String? = nil) {
    self.shape = shape
    self.label = label
  }

  /// A panel's letter, in the upper left corner of what is shown: labels are moved inwards.
  package static func letter(_ letter: String) -> Annotation {
    Annotation(.label(at: Point(x: .percent(0), y: .percent(0))), label: letter)
  }
}
