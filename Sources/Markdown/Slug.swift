/// Ids for headings, each given once.
///
///     var slugs = Slug()
///     slugs.unique("Case presentation")    // "case-presentation"
///     slugs.unique("Case presentation")    // "case-presentation-2"
package struct Slug: Sendable {
  private var taken: Set<String> = []
  /// The number to try next for a slug that is taken.
  private var numbers: [String: Int] = [:]

  package init(taken: some Sequence<String> = []) { self.taken = Set(taken) }

  /// Letters and digits of any script in lower case, and one hyphen for what is between them; "section" when there are none.
  ///
  ///     Slug.make("Résumé: 2nd visit")    // "résumé-2nd-visit"
  package static func make(_ text: String) -> String {
    var slug = ""
    var needsHyphen = false
    for scalar in text.lowercased().unicodeScalars {
      guard scalar.belongsInSlug || scalar.isMark && !slug.isEmpty else {
        needsHyphen = !slug.isEmpty
        continue
      }
      if needsHyphen { slug.unicodeScalars.append("-") }
      needsHyphen = false
      slug.unicodeScalars.append(scalar)
    }
    return slug.isEmpty ? "section" : slug
  }

  package mutating func unique(_ text: String) -> String {
    let slug = Slug.make(text)
    var candidate = slug
    var number = numbers[slug] ?? 2
    while !taken.insert(candidate).inserted {
      candidate = "\(slug)-\(number)"
      number += 1
    }
    if number > 2 { numbers[slug] = number }
    return candidate
  }
}

extension Unicode.Scalar {
  /// A letter or digit of any script; what is ASCII needs no look into Unicode's tables.
  fileprivate var belongsInSlug: Bool {
    if isASCII { return "a"..."z" ~= self || "0"..."9" ~= self || "A"..."Z" ~= self }
    return properties.isAlphabetic || properties.numericType != nil
  }

  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    return properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }
}
