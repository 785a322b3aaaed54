internal import CasebookMaker
internal import CasebookModel
internal import Diagnostics
internal import Files

/// What came of one case in this build: what is remembered of it, and the files that are staged, or published as they are already.
struct CasePart: Sendable {
  var record: CaseRecord
  var files: [StagedFile] = []
  /// Recipes that are still to be made.
  var pictures: [Output] = []
  /// Pages at old addresses: the number of the output, and its bytes where they are new.
  var moved: [(output: Int, bytes: [UInt8]?)] = []
  /// What is wrong between this case and others.
  var clashes: [Diagnostic] = []
  /// Why it was made; nil where all of it is as it was.
  var reason: String?
  /// Why single outputs of a case that is as it was were made, by path.
  var reasons: [String: String] = [:]

  init(_ record: CaseRecord) { self.record = record }

  var slug: String { record.slug }
  var status: Case.Status? { record.status }
  var diagnostics: [Diagnostic] {
    var all = record.diagnostics
    for output in record.outputs where !output.diagnostics.isEmpty { all += output.diagnostics }
    return clashes.isEmpty ? all : all + clashes
  }

  /// A draft's errors fail no build.
  var hasErrors: Bool {
    status != .draft
      && (record.diagnostics.containErrors || clashes.containErrors || record.outputs.contains { $0.diagnostics.containErrors })
  }

  /// Nothing of it can be published. A case that is withdrawn leaves in spite of its errors.
  var isFaulty: Bool { hasErrors && (status != .withdrawn || files.isEmpty) }

  /// nil where nothing of it can be published.
  var summary: StoredSummary? {
    guard let bytes = record.summary, !record.outputs.contains(where: { $0.diagnostics.containErrors }) else { return nil }
    return StoredSummary(slug: slug, bytes: bytes)
  }
}

extension [CasePart] {
  /// Gives the made pictures, and what is said of them, to their cases; each case that shows an original is told what is wrong with it.
  mutating func add(_ made: Made) {
    var casesOfPath: [String: Set<Int>] = [:]
    for (index, part) in enumerated() {
      for picture in part.pictures {
        casesOfPath[picture.path, default: []].insert(index)
        if case .image(let recipe) = picture.content { casesOfPath[recipe.source, default: []].insert(index) }
      }
    }
    for file in made.files {
      for index in casesOfPath[file.path] ?? [] {
        self[index].files.append(file)
        for output in self[index].record.outputs.indices where self[index].record.outputs[output].path == file.path {
          self[index].record.outputs[output].hash = file.hash
        }
      }
    }
    for diagnostic in made.diagnostics {
      for index in diagnostic.location.flatMap({ casesOfPath[$0.file] }) ?? [indices.first { !self[$0].pictures.isEmpty } ?? 0] {
        self[index].record.diagnostics.append(diagnostic)
        if diagnostic.severity == .error { self[index].record.isVolatile = true }
      }
    }
    dropUnmade()
  }

  /// A case without one of its pictures is not published, also where the reason is told once for all.
  private mutating func dropUnmade() {
    for index in indices where !self[index].pictures.isEmpty && !self[index].diagnostics.containErrors {
      let made = Set(self[index].files.map(\.path))
      guard let missing = self[index].pictures.first(where: { !made.contains($0.path) }) else { continue }
      guard case .image(let recipe) = missing.content else { continue }
      self[index].record.isVolatile = true
      self[index].record.diagnostics.append(
        Diagnostic(
          .error, "picture-not-made", "\"\(recipe.source)\" could not be made into a picture", at: SourceLocation(file: recipe.source)))
    }
  }
}

extension Output {
  var isPicture: Bool { if case .image = content { true } else { false } }
}
