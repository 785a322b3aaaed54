/// A value of a PDF file (ISO 32000-1, 7.3), a stream by its dictionary and where its bytes lie.
indirect enum PDFObject: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([PDFObject])
  case dictionary(PDFDictionary)
  case stream(PDFDictionary, Range<Int>)
  /// The object of a number; generations other than 0 are not understood.
  case reference(Int)
}

/// A dictionary; of a key that comes twice the last value counts.
struct PDFDictionary: Hashable, Sendable {
  var values: [String: PDFObject] = [:]

  subscript(_ key: String) -> PDFObject? { values[key] }

  func name(_ key: String) -> String? {
    guard case .name(let name) = values[key] else { return nil }
    return name
  }
}

extension PDFObject {
  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// A whole number from 0 to 2³¹.
  var count: Int? { number.flatMap { $0 >= 0 && $0 <= 2_147_483_648 && $0 == $0.rounded() ? Int($0) : nil } }
}

/// Why a file cannot be read as a PDF: what is broken, or that it is written in a way that this reader does not know.
package struct PDFProblem: Error, Hashable, Sendable {
  /// The predicate of a sentence: "has no cross-reference table".
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}
