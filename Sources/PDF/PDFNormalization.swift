/// The same PDF without what differs from one printing to the next: the moment, and how many elements the browser has seen before.
///
/// `date` is as a PDF writes it, "20261101000000+00'00'". All replacements have the length of what they replace, so that nothing moves.
/// Pages that are less than a point off `size`, in points, get it exactly: browsers round a sheet in millimetres up to their own units.
package func normalizedPDF(
  _ bytes: [UInt8], date: String, size: (width: Double, height: Double)? = nil
) throws(PDFProblem) -> [UInt8] {
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
  if let size { for body in file.bodies { normalized.setBox(in: body, size) } }
  return normalized
}

extension [UInt8] {
  /// Writes `[0 0 1190.55 841.89]` over `[0 0 1191.12 841.92]`.
  fileprivate mutating func setBox(in body: Range<Int>, _ size: (width: Double, height: Double)) {
    let key = Array("/MediaBox [".utf8)
    var at = body.lowerBound
    while let start = self[at..<body.upperBound].firstIndex(of: key[0]) {
      at = start + 1
      guard self[start..<body.upperBound].starts(with: key) else { continue }
      let first = start + key.count
      guard let end = self[first..<body.upperBound].firstIndex(of: UInt8(ascii: "]")) else { return }
      let corners = String(decoding: self[first..<end], as: UTF8.self).split(separator: " ").compactMap { Double($0) }
      guard corners.count == 4, corners[0] == 0, corners[1] == 0, abs(corners[2] - size.width) < 1, abs(corners[3] - size.height) < 1
      else { continue }
      for places in [2, 1, 0] {
        let text = "0 0 \(decimal(size.width, places)) \(decimal(size.height, places))"
        guard text.utf8.count <= end - first else { continue }
        replaceSubrange(first..<end, with: text.utf8 + Array(repeating: UInt8(ascii: " "), count: end - first - text.utf8.count))
        break
      }
    }
  }
}

/// "1190.55", "3456".
private func decimal(_ value: Double, _ places: Int) -> String {
  let factor = [1, 10, 100][places]
  let number = Int((value * Double(factor)).rounded())
  guard number % factor != 0 else { return String(number / factor) }
  let part = String(number % factor)
  return "\(number / factor).\(String(repeating: "0", count: max(0, places - part.utf8.count)))\(part)"
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
