internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let identifyingName = Rule(
    "identifying-name", .warning, "Names of folders and figures identify nobody",
    why: """
      The case's folder, its aliases and the ids of its figures become addresses and names of published files. A date, a
      long number or a person's name in them is published with every link, also under relative dates. Names of source files
      are not published; they are in the folder.
      """,
    remedy: "rename it by what is seen: heel-ulcer, heel-week-4",
    bad: "content/cases/john-2018-05-10/",
    good: "content/cases/heel-ulcer/"
  ) { subject in
    let `case` = subject.case
    let hidesDates = `case`.chronology.policy == .relative && !`case`.isSynthetic
    var problems: [Problem] = []
    func check(_ what: String, _ name: String, _ target: String, _ place: SourceLocation, _ severity: Severity? = nil) {
      guard let reason = identifyingPart(of: name, datesToo: hidesDates) else { return }
      problems.append(
        Problem(
          target, "\(what) \"\(name)\" holds \(reason)", at: place, severity: severity,
          explanation: severity == nil
            ? "It is part of published addresses and file names." : "It is not published, but it is in the folder.",
          remedy: "rename it by what is seen, such as heel-week-4"))
    }
    check("Folder name", `case`.slug, "slug", `case`.location)
    for alias in `case`.aliases { check("Alias", alias.value, "aliases", alias.location) }
    for figure in `case`.figures {
      check("Figure id", figure.id.value, "figures.\(figure.id.value)", figure.id.location)
    }
    if !`case`.isSynthetic, let named = `case`.figures.first(where: { identifyingPart(of: $0.fileName, datesToo: false) != nil }) {
      check("File name", named.fileName, "figures.\(named.id.value)", named.file?.location ?? named.location, .info)
    }
    return problems
  }
}

extension Figure {
  /// The file's name without its folder and ending.
  fileprivate var fileName: String {
    let name = file?.value.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}

/// "a date", "a long number" or "a person's name"; nil for a name that says nothing of the kind.
private func identifyingPart(of name: String, datesToo: Bool) -> String? {
  let bytes = Array(name.utf8)
  var numbers: [(value: Int, length: Int)] = []
  var words: [String] = []
  var index = 0
  while index < bytes.count {
    let start = index
    if bytes[index].isDigit {
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      numbers.append((Int(String(decoding: bytes[start..<min(index, start + 12)], as: UTF8.self)) ?? 0, index - start))
    } else if bytes[index].isLetter {
      while index < bytes.count, bytes[index].isLetter { index += 1 }
      words.append(String(decoding: bytes[start..<index].map(\.lowercased), as: UTF8.self))
    } else {
      index += 1
    }
  }
  if datesToo, holdsDate(numbers) { return "a date" }
  if numbers.contains(where: { $0.length >= 6 && !isDate($0) }) { return "a long number" }
  if words.contains(where: { givenNames.contains($0) || titles.contains($0) }) { return "a person's name" }
  return nil
}

private func isYear(_ number: Int) -> Bool { (1900...2100).contains(number) }

/// 20180510, 10052018.
private func isDate(_ number: (value: Int, length: Int)) -> Bool {
  guard number.length == 8 else { return false }
  let value = number.value
  return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100) != nil && isYear(value / 10_000)
    || isYear(value % 10_000) && (1...31).contains(value / 1_000_000) && (1...31).contains(value / 10_000 % 100)
}

/// A whole date in one number, or a year with a month beside it.
private func holdsDate(_ numbers: [(value: Int, length: Int)]) -> Bool {
  if numbers.contains(where: isDate) { return true }
  for (index, number) in numbers.enumerated() where number.length == 4 && isYear(number.value) {
    let beside = numbers[max(0, index - 1)..<min(numbers.count, index + 2)]
    if beside.contains(where: { $0.length == 2 && (1...31).contains($0.value) }) { return true }
  }
  return false
}

private let titles: Set<String> = ["mr", "mrs", "ms"]

/// Frequent given names that are no other word of medicine or English.
private let givenNames: Set<String> = [
  "john", "james", "robert", "michael", "david", "william", "richard", "joseph", "thomas", "charles", "christopher", "daniel", "matthew",
  "anthony",
  "steven", "andrew", "kenneth", "kevin", "brian", "george", "edward", "ronald", "timothy", "jason", "jeffrey", "ryan", "jacob", "gary",
  "nicholas", "eric", "jonathan", "stephen", "larry", "justin", "scott", "brandon", "benjamin", "samuel", "gregory", "frank", "alexander",
  "patrick", "raymond", "jack", "dennis", "jerry", "mary", "patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica",
  "sarah",
  "karen", "lisa", "nancy", "betty", "sandra", "margaret", "ashley", "kimberly", "emily", "donna", "michelle", "carol", "amanda", "melissa",
  "deborah", "stephanie", "rebecca", "laura", "sharon", "cynthia", "kathleen", "amy", "angela", "anna", "brenda", "pamela", "emma",
  "nicole",
  "helen", "samantha", "katherine", "christine", "debra", "rachel", "maria", "carmen", "juan", "jose", "luis", "carlos", "miguel", "ahmed",
  "mohammed", "muhammad", "fatima", "smith", "johnson", "williams", "garcia", "martinez", "rodriguez", "gonzalez", "hernandez", "lopez",
]
