/// Finds the record of a printed entry: by its DOI, else by the words of its title.
struct RecordMatcher: Sendable {
  private let records: [Reference]
  private let byDOI: [String: Int]
  private let words: [Set<String>]

  init(records: [Reference]) {
    self.records = records
    words = records.map { Self.words(of: $0.variables["title"] ?? "") }
    byDOI = Dictionary(
      records.indices.compactMap { i in records[i].variables["DOI"].map { (Verbatim.doi($0).lowercased(), i) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Three quarters of the words of both titles have to be the same.
  func record(for reference: PrintedReference, in list: PrintedReferenceList) -> Reference? {
    if let doi = reference.doi {
      let text = list.text(doi).lowercased()
      if let number = text.firstRange(of: "10.").map({ String(text[$0.lowerBound...]) }), let i = byDOI[number] { return records[i] }
    }
    guard let title = reference.title else { return nil }
    let printed = Self.words(of: list.text(title))
    guard printed.count > 2 else { return nil }
    var best: (index: Int, likeness: Double)?
    for (i, words) in words.enumerated() where !words.isEmpty {
      let common = printed.intersection(words).count
      let likeness = Double(common) / Double(printed.count + words.count - common)
      if likeness >= 0.75, likeness > best?.likeness ?? 0 { best = (i, likeness) }
    }
    return best.map { records[$0.index] }
  }

  static func words(of title: String) -> Set<String> {
    Set(PlainText.withoutTags(title).lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.utf8.count > 2 })
  }
}

extension Reference {
  /// What kind of printed entry the reference would be.
  var printedKind: PrintedReference.Kind {
    switch type {
    case let type where type.hasPrefix("article"): .article
    case "webpage", "post", "post-weblog": .web
    case "chapter", "paper-conference", "entry", "entry-encyclopedia", "entry-dictionary": .chapter
    case "book": .book
    default: .other
    }
  }

  var isUpToDateTopic: Bool { variables["container-title"]?.lowercased() == "uptodate" }
}

extension Name {
  /// Particle and surname in lower case, as names are compared.
  var comparedFamily: String {
    [droppingParticle, nonDroppingParticle, family].filter { !$0.isEmpty }.joined(separator: " ").lowercased()
  }
}
