import Citations
import Files
import Glibc

// CitationBench <folder of CResources>: formats documents of 1 to 100,000 references in AMA style, prints the processor time of each, and
// how long a program takes that formats one reference, from start to end. With --one it is that program.

func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func milliseconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1_000_000
}

/// With so many decimal places, in a column of so many characters.
func column(_ value: Double, places: Int, width: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let rounded = Int((value * Double(scale)).rounded())
  let fraction = String(rounded % scale)
  let text = "\(rounded / scale)" + (places == 0 ? "" : "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction)
  return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}

func processor(in folder: String) throws(FileProblem) -> Processor? {
  var files = try SourceFiles(root: folder)
  let style = Style.parse(try files.read("styles/american-medical-association.csl", limit: 1 << 20), file: "ama").0
  let locale = Locale.parse(try files.read("locales/locales-en-US.xml", limit: 1 << 20), file: "en-US").0
  return style.map { Processor(style: $0, locales: locale.map { [$0] } ?? []) }
}

/// Articles of two to nine authors, books and web pages, as a reference list has them.
func references(_ count: Int) -> [Reference] {
  let names = ["Balin", "Wetter", "Andersen", "Davis", "van der Berg", "O'Neill", "García-Paz", "Kim", "Smith", "Roe"]
  return (0..<count).map { index in
    let kind = index % 10 == 8 ? "book" : index % 10 == 9 ? "webpage" : "article-journal"
    var reference = Reference(id: "r\(index)", type: kind)
    reference.names["author"] = (0..<(2 + index % 8)).map { Name(family: names[(index + $0) % names.count], given: "Ann Jo") }
    reference.variables = ["title": "Calcinosis cutis of the leg: experience with \(index) patients, 1996-2009"]
    reference.dates["issued"] = ReferenceDate(parts: [.init(year: 1980 + index % 40, month: 1 + index % 12)])
    switch kind {
    case "book": reference.variables.merge(["publisher": "Foot Press", "publisher-place": "Springfield", "edition": "2"]) { $1 }
    case "webpage":
      reference.variables["URL"] = "https://example.org/\(index)"
      reference.dates["accessed"] = ReferenceDate(parts: [.init(year: 2025, month: 3, day: 1)])
    default:
      let article = [
        "container-title": "Archives of Dermatology", "container-title-short": "Arch Dermatol", "volume": "\(index % 150)",
        "issue": "\(index % 12)", "page": "\(index % 900)-\(index % 900 + 7)", "DOI": "10.1000/\(index)",
      ]
      reference.variables.merge(article) { $1 }
    }
    return reference
  }
}

/// The processor time of one document, in seconds, and the bytes of its list; small documents are repeated.
func time(_ count: Int, _ processor: Processor) -> (seconds: Double, bytes: Int) {
  let references = references(count)
  let citations = references.map { CitationRequest([Cite($0.id)]) }
  let runs = max(1, 2_000 / count)
  var bytes = 0
  let start = seconds()
  for _ in 0..<runs {
    let document = processor.format(citations: citations, references: references)
    bytes = document.bibliography.reduce(0) { $0 + $1.content.html().utf8.count }
  }
  return ((seconds() - start) / Double(runs), bytes)
}

/// The median of 21 runs of this program with `--one`, in milliseconds.
func startToEnd(_ folder: String) -> Double? {
  let words: [String] = ["CitationBench", folder, "--one"]
  let arguments = words.map { strdup($0) } + [nil]
  defer { for word in arguments { free(word) } }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  defer { posix_spawn_file_actions_destroy(&actions) }
  var times: [Double] = []
  for _ in 0..<21 {
    var id: pid_t = 0
    var status: Int32 = 0
    let start = milliseconds()
    guard posix_spawn(&id, "/proc/self/exe", &actions, nil, arguments, environ) == 0, waitpid(id, &status, 0) == id, status == 0 else {
      return nil
    }
    times.append(milliseconds() - start)
  }
  return times.sorted()[10]
}

guard CommandLine.arguments.count >= 2 else {
  print("usage: CitationBench <folder of styles and locales> [--one]")
  exit(2)
}
let folder = CommandLine.arguments[1]
do throws(FileProblem) {
  guard let processor = try processor(in: folder) else {
    print("the style can't be read")
    exit(3)
  }
  if CommandLine.arguments.last == "--one" {
    let document = processor.format(citations: [CitationRequest([Cite("r0")])], references: references(1))
    print(document.bibliography.map { $0.content.plainText }.joined())
    exit(document.bibliography.count == 1 ? 0 : 1)
  }
  print("references  processor time  per entry")
  for count in [1, 10, 100, 1_000, 10_000, 100_000] {
    let (seconds, bytes) = time(count, processor)
    guard bytes > 100 * count else { exit(1) }
    print(
      "\(column(Double(count), places: 0, width: 10))  \(column(seconds, places: 5, width: 12)) s"
        + "\(column(seconds / Double(count) * 1_000_000, places: 1, width: 8)) µs")
  }
  guard let whole = startToEnd(folder) else { exit(1) }
  print("one reference, a program from start to end: \(column(whole, places: 1, width: 0)) ms")
} catch {
  print(error.summary)
  exit(3)
}
