package import CasebookModel
internal import Diagnostics
package import Files
internal import Synchronization

/// Turns outputs into staged files: bytes as they are, pictures from their recipes.
///
///     let maker = Maker(sources: files, cache: WritableFolder("/home/riley/library/.casebook/cache"), jobs: 2)
///     let made = try maker.make(outputs, into: publication.staging)
///
/// Each original is decoded at most once, however many recipes and cases want it, and not at all when the cache has what they want.
/// A picture that cannot be made is a diagnostic; everything else is made all the same.
package struct Maker: Sendable {
  private let sources: SourceFiles
  private let cache: PictureCache?
  private let jobs: Int

  /// Without a cache, or where it cannot be written, every picture is made anew.
  package init(sources: SourceFiles, cache folder: WritableFolder?, jobs: Int) {
    self.sources = sources.withoutReads()
    self.jobs = max(1, jobs)
    if let folder, (try? folder.makeFolder(mode: 0o700)) != nil {  // why it can't be written does not matter: nothing is lost but time
      cache = PictureCache(folder: folder)
    } else {
      cache = nil
    }
  }

  /// May be called from several threads for outputs that are bytes, such as each case's pages; pictures are best given all at once.
  /// Throws when the staging cannot be written.
  package func make(_ outputs: [Output], into staging: Staging) throws(FileProblem) -> Made {
    var made = Made()
    var pictures: [Output] = []
    for output in outputs {
      switch output.content {
      case .bytes(let bytes): made.files.append(try staging.stage(output.path, bytes))
      case .image: pictures.append(output)
      case .page: throw FileProblem(output.path, .failed, "was to be published without its template")
      }
    }
    guard !pictures.isEmpty else { return made }
    let originals = Original.grouped(pictures)
    for batch in Original.batches(originals) {
      for result in develop(batch.originals, jobs: min(jobs, batch.jobs), into: staging) { made.add(try result.get()) }
    }
    return inOrder(made, of: outputs)
  }

  private func develop(_ originals: [Original], jobs: Int, into staging: Staging) -> [Result<Made, FileProblem>] {
    let results = Results(count: originals.count)
    let darkroom = Darkroom(sources: sources, cache: cache, staging: staging)
    inParallel(originals.count, jobs: jobs) { number in
      results.set(number, Result { () throws(FileProblem) in try darkroom.develop(originals[number]) })
    }
    return results.all
  }

  /// So that the number of jobs and the batches leave no trace.
  private func inOrder(_ made: Made, of outputs: [Output]) -> Made {
    var rank: [String: Int] = [:]
    for (index, output) in outputs.enumerated() where rank[output.path] == nil { rank[output.path] = index }
    var sorted = made
    sorted.files.sort { (rank[$0.path] ?? 0, $0.path) < (rank[$1.path] ?? 0, $1.path) }
    sorted.facts.sort { (rank[$0.path] ?? 0, $0.path) < (rank[$1.path] ?? 0, $1.path) }
    sorted.diagnostics = toldOnce(made.diagnostics.inReadingOrder())
    sorted.reads.sort { $0.path < $1.path }
    return sorted
  }
}

/// That the library is missing is one problem of the machine, not one of each photograph.
private func toldOnce(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var isTold = false
  return diagnostics.filter { diagnostic in
    guard diagnostic.rule == "image-library-missing" else { return true }
    defer { isTold = true }
    return !isTold
  }
}

/// Results by number, filled from several threads.
private final class Results: Sendable {
  private let slots: Mutex<[Result<Made, FileProblem>]>

  init(count: Int) { slots = Mutex(Array(repeating: .success(Made()), count: count)) }

  func set(_ number: Int, _ result: Result<Made, FileProblem>) { slots.withLock { $0[number] = result } }

  var all: [Result<Made, FileProblem>] { slots.withLock { $0 } }
}
