/// The same PDF without what differs from one printing to the next: the moment, and how many elements the browser has seen before.
///
/// `date` is as a PDF writes it, "20261101000000+00'00'". All replacements have the length of what they replace, so that nothing moves.
package func normalizedPDF(_ bytes: [UInt8], date: String) throws(PDFProblem) -> [UInt8] {
  let file = try PDFFile(bytes)
  var normalized = bytes
  var places: [(at: Int, number: Int)] = []
  for body in file.bodies {
    var at = body.lowerBound
    while let start = bytes[at..<body.upperBound].firstIndex(of: UInt8(ascii: "(")) {
      at = start + 1
      if let number = elementNumber(bytes, at, body.upperBound) {
        places.append((at + elementPrefix.count, number))
      } else if dateLength == date.utf8.count + 2, isDate(bytes, at, body.upperBound) {
        normalized.replaceSubrange(at + 2..<at + dateLength, with: date.utf8)
      }
    }
  }
  // Ranks keep the order, which the tree of names relies on.
  let ranks = Dictionary(uniqueKeysWithValues: Set(places.map(\.number)).sorted().enumerated().map { ($1, $0 + 1) })
  for (at, number) in places {
    let digits = String(ranks[number] ?? 0)
    let padded = String(repeating: "0", count: max(0, elementDigits - digits.utf8.count)) + digits
    normalized.replaceSubrange(at..<at + elementDigits, with: padded.utf8)
  }
  return normalized
}

private let elementPrefix = Array("node".utf8)
private let elementDigits = 8
/// "D:20261101000000+00'00'"
private let dateLength = 23

/// 113 of "node00000113)", the name that Chromium gives to an element of the structure.
private func elementNumber(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Int? {
  let end = at + elementPrefix.count + elementDigits
  guard end < limit, bytes[at] == elementPrefix[0], bytes[at..<at + elementPrefix.count].elementsEqual(elementPrefix),
    bytes[end] == UInt8(ascii: ")")
  else { return nil }
  var number = 0
  for byte in bytes[at + elementPrefix.count..<end] {
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return number
}

private func isDate(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Bool {
  let end = at + dateLength
  guard end < limit, bytes[at] == UInt8(ascii: "D"), bytes[at + 1] == UInt8(ascii: ":"), bytes[end] == UInt8(ascii: ")") else {
    return false
  }
  return bytes[at + 2..<at + 16].allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
}
