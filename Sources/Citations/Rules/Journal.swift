/// A journal of the field.
package struct Journal: Hashable, Sendable {
  package enum Numbering: Hashable, Sendable {
    case volumeAndIssue
    case volumeOnly
    case issueOnly
  }

  /// The National Library of Medicine's abbreviation: `Rheumatology (Oxford)`.
  package var abbreviation: String
  package var title: String
  package var numbering: Numbering
  /// The year of the oldest articles that usually have a DOI; nil when none have one.
  package var doiSince: Int?

  /// The journal whose abbreviation, full title or half-abbreviated title this is, or nil.
  ///
  ///     Journal.named("J Rheumatology")?.abbreviation  // "J Rheumatol"
  package static func named(_ text: String) -> Journal? {
    let key = normalized(text)
    if let index = byAbbreviation[key] ?? byTitle[key] { return all[index] }
    let words = significantWords(key)
    guard let initial = words.first?.first else { return nil }
    let candidates = (byStart[TitleStart(initial: initial, words: words.count)] ?? []).filter { isShortened(words, of: titleWords[$0]) }
    return candidates.count == 1 ? all[candidates[0]] : nil
  }

  package static let all: [Journal] = JournalTable.text.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count == 4 else { return nil }
    let numbering: Numbering = fields[2] == "v" ? .volumeOnly : fields[2] == "i" ? .issueOnly : .volumeAndIssue
    return Journal(abbreviation: String(fields[0]), title: String(fields[1]), numbering: numbering, doiSince: Int(fields[3]))
  }

  private static let byAbbreviation = index { normalized($0.abbreviation) }
  private static let byTitle = index { normalized($0.title) }
  private static let titleWords = all.map { significantWords(normalized($0.title)) }
  private static let byStart = Dictionary(grouping: all.indices) { index in
    TitleStart(initial: titleWords[index].first?.first ?? 0, words: titleWords[index].count)
  }

  /// What a shortened title has in common with the full one.
  private struct TitleStart: Hashable {
    var initial: UInt8
    var words: Int
  }

  private static func index(by key: (Journal) -> String) -> [String: Int] {
    Dictionary(all.indices.map { (key(all[$0]), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Without tags, periods and commas, in lower case, single blanks, "and" for "&".
  static func normalized(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in PlainText.withoutTags(text).utf8 {
      switch byte {
      case .space, UInt8(ascii: "."), .comma: if let last = out.last, last != .space { out.append(.space) }
      case UInt8(ascii: "&"): out += "and".utf8
      default: out.append(byte.lowered)
      }
    }
    if out.last == .space { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private static func significantWords(_ normalized: String) -> [ArraySlice<UInt8>] {
    Array(normalized.utf8).split(separator: .space).filter { word in
      word.count > 3 || !smallWords.contains { word.elementsEqual($0) }
    }
  }

  private static let smallWords = ["of", "the", "and", "in", "for", "on", "a", "de"].map { Array($0.utf8) }

  /// Is each word the beginning of the full one?
  private static func isShortened(_ words: [ArraySlice<UInt8>], of title: [ArraySlice<UInt8>]) -> Bool {
    zip(words, title).allSatisfy { $1.starts(with: $0) }
  }
}
