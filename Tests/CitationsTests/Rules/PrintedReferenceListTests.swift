import Testing

@testable import Citations

@Suite struct PrintedReferenceListTests {
  private let one = "Doe J. Feet. JAMA. 2012;1(2):3-4."
  private let two = "Roe R. Hands. JAMA. 2013;1(2):3-4."

  @Test func entriesAreParagraphsNumbersOrLines() {
    for text in [
      "\(one)\n\n\(two)", "\(one)\n\(two)", "1. \(one)\n2. \(two)\n", "[1] \(one)\r\n\r\n[2] \(two)", "- \(one)\n- \(two)",
      "## References\n\n\(one)\n\(two)",
    ] {
      let list = PrintedReferenceList.parse(text)
      #expect(list.references.map { $0.authors.names.map(\.family) } == [["Doe"], ["Roe"]], "\(text)")
    }
    let wrapped = PrintedReferenceList.parse("12. Doe J. Feet of\n    people. JAMA. 2012;1(2):3-4.\n13. \(two)")
    #expect(wrapped.references.map(\.number) == [12, 13])
    #expect(wrapped.references.first?.title.map(wrapped.text) == "Feet of     people")
    #expect(PrintedReferenceList.parse("").references.isEmpty)
    #expect(PrintedReferenceList.parse("References\n").references.isEmpty)
  }

  @Test func takesAnArticleApart() throws {
    let list = PrintedReferenceList.parse(
      "Doe JA, Medsger TA Jr, et al. What hurts? A review. N. Engl. J. Med. 2016 December; 46(3) 344-349. doi: 10.1/x")
    let reference = try #require(list.references.first)
    #expect(reference.kind == .article)
    #expect(reference.authors.names.map(\.initials) == ["JA", "TA"] && reference.authors.etAl != nil)
    #expect(reference.title.map(list.text) == "What hurts? A review")
    #expect(reference.container.map(list.text) == "N. Engl. J. Med")
    #expect(reference.date?.year == 2016 && reference.date?.month.map(list.text) == "December")
    #expect(reference.numbers.volume.map(list.text) == "46" && reference.numbers.issue.map(list.text) == "3")
    #expect(reference.numbers.pages.map(list.text) == "344-349" && !reference.numbers.hasColon && reference.numbers.hasSemicolon)
    #expect(reference.doi.map(list.text) == "doi: 10.1/x")
  }

  @Test(arguments: [
    ("Rheumatology", "Rheumatology (Oxford)"), ("the journal of rheumatology", "J Rheumatol"), ("J. Rheumatol.", "J Rheumatol"),
    ("J Rheumatology", "J Rheumatol"), ("Arthritis Care and Research", "Arthritis Care Res (Hoboken)"),
    ("Br J Dermatology", "Br J Dermatol"),
  ])
  func knowsJournals(text: String, abbreviation: String) {
    #expect(Journal.named(text)?.abbreviation == abbreviation)
  }

  @Test func knowsNoInventedJournal() {
    #expect(Journal.named("Journal of Invented Feet") == nil)
    #expect(Journal.named("") == nil)
    #expect(Journal.all.count > 100)
    #expect(Set(Journal.all.map(\.abbreviation)).count == Journal.all.count)
  }

  @Test(arguments: [
    ("Surgery in Patients With Systemic Sclerosis", TitleCapitals.title), ("Surgery in patients with systemic sclerosis", .sentence),
    ("Results of the European Scleroderma Observational Study in patients with digital ulcers and calcinosis", .sentence), ("Feet", nil),
    ("DNA and RNA of the foot", nil),
  ])
  func tellsTitleCase(text: String, form: TitleCapitals?) {
    #expect(TitleCapitals(text) == form)
  }

  @Test func anythingIsReadWithoutHarm() {
    let text =
      "1. Davis, MDP, Anderson, LK. Calcinosis; The \u{2019}Clinic. Arch Dermatol Apr 2012 (4): 462-455. doi:10.1/x www.uptodate.com Accessed"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count { _ = PrintedReferenceList.parse(Array(bytes[..<end]), file: "a.txt").check() }
    var random = SeededGenerator(state: 7)
    let special = Array(".,;:()-[]& \n\r".utf8) + [0, 0xE2, 0xC3]
    for _ in 0..<500 {
      var changed = bytes
      for _ in 0..<3 { changed[Int.random(in: 0..<changed.count, using: &random)] = special.randomElement(using: &random) ?? 0 }
      _ = PrintedReferenceList.parse(changed, file: "a.txt").check()
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a", "A ", "Doe J, ", ". A", "2012 ", "(", "doi:", "1. \n", "et al", "A. "])
  func hostileRepetitionTakesLinearTime(unit: String) {
    let text = String(repeating: unit, count: 40_000 / unit.utf8.count)
    _ = PrintedReferenceList.parse(text).check()
  }
}
