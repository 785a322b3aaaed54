import Foundation
import TestSupport

/// Something that a person, or an accident, does to a site's folder.
struct Edit {
  var words: String
  var apply: (TestFolder) throws -> Void
}

/// Edits by a seeded generator: the same seed, the same sequence.
struct RandomEdits {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// Evenly from 0 to below `count` (SplitMix64).
  mutating func random(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[random(elements.count)] }

  static let slugs = ["a", "b", "c", "d"]

  static var start: [String: String] {
    Sample.library(["content/cases/b/figures/plan.svg": Sample.drawing, "content/references/shared.bib": reference("Start")])
  }

  private static func reference(_ title: String) -> String {
    "@book{shared, title={\(title)}, author={Example, Jordan}, year={2001}, publisher={Press}, address={Place}}\n"
  }

  mutating func next(in folder: TestFolder) -> Edit {
    let number = random(1000)
    let slug = pick(Self.slugs)
    let path = "content/cases/\(slug)"
    switch random(18) {
    case 0, 1: return Self.writing("\(path)/narrative.md", Sample.narrative + "\nText \(number) [@shared].\n")
    case 2, 3, 4: return caseFile(slug, number)
    case 5: return Self.removing(folder, path)
    case 6: return Self.moving(folder, path, "content/cases/\(pick(Self.slugs + ["renamed-\(number)"]))")
    case 7: return Self.writing("\(path)/poster.md", "## Case\n\nShort \(number).\n")
    case 8: return Self.removing(folder, "\(path)/\(pick(["poster.md", "measurements.csv", "narrative.md", "figures/plan.svg"]))")
    case 9: return Self.writing("content/site.yaml", site(number))
    case 10: return template(folder, number)
    case 11: return Self.writing("content/references/shared.bib", Self.reference("Title \(number)"))
    case 12:
      let extra = pick(["", "<script>x()</script>", "<rect width=\"\(number)\" height=\"2\"/>"])
      return Self.writing("\(path)/figures/plan.svg", Sample.drawing.replacingOccurrences(of: "</svg>", with: extra + "</svg>"))
    case 13: return Self.writing("\(path)/measurements.csv", "date,length_cm,width_cm\n2026-03-02,\(number % 9 + 1),3\n2026-03-16,2,1\n")
    case 14:
      return pick([Self.writing("content/pages/about.md", "# About \(number % 3)\n\nText.\n"), Self.removing(folder, "content/pages")])
    case 15: return spoiling(folder, number)
    case 16: return Self.touching(folder, pick(["content/site.yaml", "\(path)/case.yaml", "\(path)/narrative.md"]))
    default: return error(path, number)
    }
  }

  private mutating func caseFile(_ slug: String, _ number: Int) -> Edit {
    let figure = "figures: [{id: plan, file: figures/plan.svg, kind: diagram, caption: Plan \(number % 5), alt: A red disc}]"
    let wound = "wounds: [{id: foot, label: Ulcer, site: \"Right foot, plantar\", area-method: ellipse, measurements: measurements.csv}]"
    let more = pick([
      "", figure, wound, figure + "\n" + wound, "aliases: [old-\(number % 4)]", "topics: [topic \(number % 3)]", "aliases: [b]",
    ])
    let status = pick(["published", "published", "published", "unlisted", "withdrawn", "draft"])
    return Self.writing("content/cases/\(slug)/case.yaml", Sample.case("Title \(number % 7)", status: status, more))
  }

  private mutating func site(_ number: Int) -> String {
    let lines = ["", "license: CC BY \(number % 3)", "style: apa", "department: Ward \(number % 2)", "uncited-references: omit"]
    return Sample.site.replacingOccurrences(of: "[cases, topics]", with: pick(["[cases, topics]", "[cases]"])) + pick(lines) + "\n"
  }

  private mutating func template(_ folder: TestFolder, _ number: Int) -> Edit {
    switch random(5) {
    case 0: return Self.writing("templates/footer.html", "<footer>Own \(number % 3)</footer>\n")
    case 1: return Self.writing("templates/moved.html", "<title>{{title}}</title><a href=\"{{target}}\">\(number % 3)</a>\n")
    case 2: return Self.writing("templates/assets/page.css", "body { margin: \(number % 3)px }\n")
    case 3: return Self.writing("templates/footer.html", pick(["{{nothing}}\n", "{{#open}}\n"]))
    default: return Self.removing(folder, "templates")
    }
  }

  /// In the output folder, or in the memory.
  private mutating func spoiling(_ folder: TestFolder, _ number: Int) -> Edit {
    let outputs = folder.output.keys.filter { !$0.hasPrefix(".") }.sorted()
    switch random(4) {
    case 0 where !outputs.isEmpty: return Self.removing(folder, "output/" + pick(outputs))
    case 1 where !outputs.isEmpty:
      let path = "output/" + pick(outputs)
      return Edit(words: "change one byte of \(path)") { folder in
        guard var bytes = folder.bytes(path), !bytes.isEmpty else { return }
        bytes[number % bytes.count] ^= 1
        try folder.write(path, bytes)
      }
    case 2:
      return Edit(words: "damage the memory") { folder in
        for name in folder.files(in: ".casebook/cache").keys.sorted() where (name.utf8.count + number) % 3 == 0 {
          guard var bytes = folder.bytes(".casebook/cache/" + name), !bytes.isEmpty, !name.hasPrefix("published-") else { continue }
          bytes[number % bytes.count] ^= 4
          try folder.write(".casebook/cache/" + name, bytes)
        }
      }
    default:
      return Edit(words: "remove the pieces") { if $0.exists(".casebook/cache/pieces") { try $0.remove(".casebook/cache/pieces") } }
    }
  }

  private mutating func error(_ path: String, _ number: Int) -> Edit {
    pick([
      Self.writing("\(path)/case.yaml", "title: [\n"), Self.writing("\(path)/case.yaml", Sample.case("Broken", "figurs: \(number)")),
      Self.writing("\(path)/narrative.md", Sample.narrative + "\nSee @fig-nothing and [@nobody\(number)].\n"),
      Self.writing("content/pages/about.md", "# About\n\n```{timeline}\n```\n"), Self.writing("content/site.yaml", "titel: \(number)\n"),
      Self.writing("\(path)/figures/plan.svg", "no drawing"),
    ])
  }

  private static func writing(_ path: String, _ text: String) -> Edit {
    Edit(words: "write \(path): \(text.suffix(60))") { try $0.write(path, text) }
  }

  private static func removing(_ folder: TestFolder, _ path: String) -> Edit {
    Edit(words: "remove \(path)") { if $0.exists(path) { try $0.remove(path) } }
  }

  private static func moving(_ folder: TestFolder, _ path: String, _ other: String) -> Edit {
    Edit(words: "move \(path) to \(other)") { folder in
      guard folder.exists(path), !folder.exists(other) else { return }
      try FileManager.default.moveItem(atPath: "\(folder.path)/\(path)", toPath: "\(folder.path)/\(other)")
    }
  }

  /// The same content with another time, even one before the last.
  private static func touching(_ folder: TestFolder, _ path: String) -> Edit {
    Edit(words: "touch \(path)") { folder in
      guard folder.exists(path) else { return }
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: "\(folder.path)/\(path)")
    }
  }
}
