/// Takes a printed entry apart: names, title, container, date, numbers, addresses.
struct PrintedReferenceParser {
  let bytes: [UInt8]
  private var reference: PrintedReference
  /// Where the text starts, behind the printed number.
  private var start: Int
  /// Where addresses and notes on access begin.
  private var bodyEnd: Int

  init(bytes: [UInt8], reference: PrintedReference) {
    self.bytes = bytes
    self.reference = reference
    start = reference.range.lowerBound
    bodyEnd = reference.range.upperBound
  }

  mutating func parse() -> PrintedReference {
    if let mark = PrintedMark(bytes[reference.range]) {
      reference.number = mark.number
      start += min(mark.length, reference.range.count)
    }
    findAddresses()
    var names = PrintedNameParser(bytes: bytes, range: start..<reference.range.upperBound)
    reference.authors = names.parse() ?? PrintedAuthors(end: start)
    let body = min(reference.authors.end, bodyEnd)..<bodyEnd
    var dates = PrintedDateParser(bytes: bytes, range: body)
    reference.date = dates.parse()
    if let date = reference.date {
      var numbers = PrintedNumberParser(bytes: bytes, range: date.range.upperBound..<bodyEnd)
      reference.numbers = numbers.parse()
    }
    findTitle(in: body)
    reference.kind = kind(of: body)
    return reference
  }

  // MARK: Addresses

  private mutating func findAddresses() {
    let range = reference.range
    if let doi = PrintedText.first("doi:", in: bytes, range, ignoringCase: true) ?? PrintedText.first("doi.org/", in: bytes, range) {
      reference.doi = PrintedText.word(at: doi, in: bytes, range)
    }
    for opener in ["https://", "http://", "www."] where reference.url == nil {
      guard let address = PrintedText.first(opener, in: bytes, range) else { continue }
      let word = PrintedText.word(at: address, in: bytes, range)
      if reference.doi == nil || !word.overlaps(reference.doi ?? word) { reference.url = word }
    }
    let accessed = ["Accessed", "accessed", "cited "].compactMap { PrintedText.first($0, in: bytes, range) }.min()
    reference.hasAccessedDate = accessed.map { PrintedText.hasDigit(after: $0, in: bytes, range) } ?? false
    reference.isPublishedOnline = PrintedText.first("Published online", in: bytes, range, ignoringCase: true) != nil
    let ends = [reference.doi?.lowerBound, reference.url?.lowerBound, accessed].compactMap(\.self)
    bodyEnd = ends.min() ?? range.upperBound
    reference.endsWithPeriod = bytes[range].last == UInt8(ascii: ".")
    let lastWord = [reference.doi, reference.url].compactMap(\.self).contains { $0.upperBound >= range.upperBound - 1 }
    reference.endsWithAddress = lastWord
  }

  // MARK: Title and container

  /// The sentences before the date: the last is the journal, the first the title.
  private mutating func findTitle(in body: Range<Int>) {
    let end = reference.date?.range.lowerBound ?? body.upperBound
    let sentences = PrintedText.sentences(in: bytes, body.lowerBound..<max(end, body.lowerBound))
    reference.title = sentences.first
    guard sentences.count > 1, var container = sentences.last else { return }
    // "N. Engl. J. Med." is one container, though it looks like four sentences.
    var index = sentences.count - 1
    while index > 1, isAbbreviation(sentences[index - 1]) {
      index -= 1
      container = sentences[index].lowerBound..<container.upperBound
    }
    // Without persons the first sentence is a group, if there is one to spare; a title may have a question mark in it.
    let first = reference.authors.names.isEmpty && index > 1 ? 1 : 0
    reference.title = sentences[first].lowerBound..<sentences[index - 1].upperBound
    reference.container = container
    let after = bytes[container.upperBound..<max(end, container.upperBound)]
    reference.numbers.hasPeriodAfterContainer = after.contains(UInt8(ascii: "."))
  }

  private func isAbbreviation(_ sentence: Range<Int>) -> Bool {
    sentence.count <= 6 && bytes[sentence].allSatisfy(\.isLetter) && bytes[sentence.lowerBound].isUpper
  }

  // MARK: Kind

  private func kind(of body: Range<Int>) -> PrintedReference.Kind {
    let numbers = reference.numbers
    if PrintedText.first(" In: ", in: bytes, body) != nil { return .chapter }
    if numbers.pages != nil, numbers.volume != nil || numbers.issue != nil || numbers.hasColon {
      return isBookDate(body) ? .book : .article
    }
    if numbers.volume != nil || numbers.issue != nil, reference.container != nil, numbers.hasSemicolon { return .article }
    if reference.isPublishedOnline, reference.container != nil, reference.doi != nil || reference.url == nil { return .article }
    if reference.url != nil, reference.doi == nil { return .web }
    if let container = reference.container, Journal.named(String(decoding: bytes[container], as: UTF8.self)) != nil { return .article }
    if reference.date.map({ isBookDate($0.range.lowerBound..<body.upperBound) }) ?? false { return .book }
    if isBookDate(body) { return .book }
    return .other
  }

  /// `Mosby; 2002`: a book's year follows its publisher and a semicolon.
  private func isBookDate(_ body: Range<Int>) -> Bool {
    guard let date = reference.date else { return false }
    var k = date.range.lowerBound - 1
    while k > body.lowerBound, bytes[k] == .space { k -= 1 }
    return k >= body.lowerBound && bytes[k] == UInt8(ascii: ";")
  }
}
