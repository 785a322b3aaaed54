internal import DataFormats
package import Diagnostics
package import Files
internal import Glibc
internal import Hashing
internal import Images

/// Takes a folder of photographs into a case: cleaned copies under neutral names, and their entries in `case.yaml`.
///
///     let report = try NewFigures(slug: "foot", photographs: "/media/camera").add(to: WritableFolder(root))
///
/// The photographs are only read. A copy loses everything but pixels, orientation and colour profile, and is not compressed anew.
/// Nothing is overwritten; what was taken in before is known by its content.
package struct NewFigures: Sendable {
  package var slug: String
  /// The folder that is taken in.
  package var photographs: String

  package init(slug: String, photographs: String) {
    self.slug = slug
    self.photographs = photographs
  }

  /// What was found, and what became of it.
  package struct Report: Sendable {
    package var photographs: [Photograph] = []
    package var diagnostics: [Diagnostic] = []
    /// `case.yaml`, where it was changed.
    package var changed: String?
  }

  package struct Photograph: Sendable {
    package var name: String
    package var width: Int
    package var height: Int
    /// EXIF's, 1 to 8.
    package var orientation: Int
    package var isMirrored: Bool
    package var date: String?
    /// What the copy lost: "GPS position", "2018-05-10 14:03".
    package var removed: [String]
    /// The copy, relative to `case.yaml`.
    package var file: String
    /// It was in the case already.
    package var isKnown: Bool
  }

  /// Throws a `FileProblem` when the case or the folder cannot be had; a photograph that cannot be taken in is a diagnostic.
  package func add(to site: WritableFolder) throws -> Report {
    let place = "content/cases/\(slug)"
    guard site.status(of: "\(place)/case.yaml") != nil else {
      throw FileProblem("\(place)/case.yaml", .absent, "does not exist; start the case with \"casebook new case \(slug)\"")
    }
    let folder = site.folder(place)
    guard !isSame(folder.folder("figures").path, photographs) else {
      throw FileProblem(photographs, .exists, "is the case's own folder of figures; name the folder with the originals")
    }
    let yaml = try folder.read("case.yaml", limit: YAML.maximumSize)
    var report = Report()
    let found = try originals(&report.diagnostics)
    var shelf = try Shelf(folder, yaml)
    var added: [NewFigure] = []
    for original in found {
      let (photograph, figure) = shelf.place(original)
      report.photographs.append(photograph)
      if let figure { added.append(figure) }
    }
    guard !added.isEmpty else { return report }
    do {
      let text = try adding(added, to: yaml, file: "\(place)/case.yaml")
      for copy in shelf.copies { try folder.create(copy.file, copy.bytes) }
      try folder.replace("case.yaml", with: text, flush: true)
      report.changed = "\(place)/case.yaml"
    } catch let problem as NewFiguresProblem {
      report.photographs = []
      report.diagnostics.append(problem.diagnostic)
    }
    return report
  }

  /// The folder's pictures, cleaned, in the order of their dates.
  private func originals(_ diagnostics: inout [Diagnostic]) throws(FileProblem) -> [Original] {
    var files = try SourceFiles(root: photographs)
    var found: [Original] = []
    for entry in try files.list("") where !entry.name.hasPrefix(".") {
      guard entry.kind == .file else {
        diagnostics.append(left(entry.name, entry.kind == .folder ? "is a folder; its photographs were not taken in" : "is no file"))
        continue
      }
      do {
        let bytes = try files.read(entry.name, limit: ImageLimits.bytes)
        found.append(Original(name: entry.name, facts: try ImageInformation(of: bytes), bytes: try cleaned(bytes)))
      } catch let problem as ImageProblem {
        diagnostics.append(left(entry.name, problem.reason, remedy: problem.remedy))
      } catch let problem as FileProblem {
        diagnostics.append(left(entry.name, problem.reason))
      } catch {
        diagnostics.append(left(entry.name, "cannot be read"))
      }
    }
    return found.sorted { ($0.facts.taken ?? "9999", $0.time, $0.name) < ($1.facts.taken ?? "9999", $1.time, $1.name) }
  }

  private func left(_ name: String, _ reason: String, remedy: String? = nil) -> Diagnostic {
    Diagnostic(
      .warning, "photograph-not-taken-in", "\"\(name)\" \(reason)", at: SourceLocation(file: "\(photographs)/\(name)"), remedy: remedy)
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }
}

private struct Original {
  var name: String
  var facts: ImageInformation
  /// Cleaned.
  var bytes: [UInt8]

  /// "2018-05-10 14:03", where the camera wrote it.
  var time: String { facts.metadata.first { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false } ?? "" }
}

/// The case's figures: which names are taken, and which pictures are there.
private struct Shelf {
  private(set) var copies: [(file: String, bytes: [UInt8])] = []
  private var names: Set<String> = []
  private var shown: Set<String> = []
  private var files: [ContentHash: String] = [:]
  private var number = 1

  init(_ folder: WritableFolder, _ yaml: [UInt8]) throws(FileProblem) {
    for figure in YAML.parse(yaml, file: "case.yaml").node?["figures"]?.elements ?? [] {
      if let id = figure["id"]?.text { names.insert(id) }
      if let file = figure["file"]?.text { shown.insert(file) }
    }
    guard folder.status(of: "figures") != nil else { return }
    for entry in try folder.list("figures") {
      names.insert(stem(entry.name))
      // What cannot be read there is not one of these photographs; its name is taken all the same.
      guard entry.kind == .file, let bytes = try? folder.read("figures/\(entry.name)", limit: ImageLimits.bytes) else { continue }
      files[ContentHash(of: bytes)] = "figures/\(entry.name)"
    }
  }

  /// Finds a place for a photograph; the entry is nil when the case has one for it.
  mutating func place(_ original: Original) -> (NewFigures.Photograph, NewFigure?) {
    let facts = original.facts
    let hash = ContentHash(of: original.bytes)
    let known = files[hash]
    let id = known.map { stem(String($0.dropFirst("figures/".utf8.count))) } ?? freeName()
    let file = known ?? "figures/\(id).\(ending(of: facts.format))"
    if known == nil { copies.append((file, original.bytes)) }
    files[hash] = file
    let isShown = !shown.insert(file).inserted
    let photograph = NewFigures.Photograph(
      name: original.name, width: facts.width, height: facts.height, orientation: facts.orientation, isMirrored: facts.isMirrored,
      date: facts.taken, removed: facts.metadata, file: file, isKnown: isShown)
    return (photograph, isShown ? nil : NewFigure(id: id, file: file, date: facts.taken))
  }

  /// `figure-1`, `figure-2`: a name that says nothing of the patient.
  private mutating func freeName() -> String {
    while names.contains("figure-\(number)") { number += 1 }
    names.insert("figure-\(number)")
    return "figure-\(number)"
  }
}

private func stem(_ name: String) -> String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }

private func ending(of format: ImageInformation.Format) -> String {
  switch format {
  case .jpeg: "jpg"
  case .tiff: "tif"
  default: format.rawValue
  }
}
