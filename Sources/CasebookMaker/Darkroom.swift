internal import Diagnostics
internal import Files
internal import Hashing
internal import Images
internal import Synchronization

/// Makes the pictures of one original after another.
struct Darkroom: Sendable {
  let sources: SourceFiles
  let cache: PictureCache?
  let staging: Staging
  private let codec: String?

  init(sources: SourceFiles, cache: PictureCache?, staging: Staging) {
    self.sources = sources
    self.cache = cache
    self.staging = staging
    codec = codecIdentity()
  }

  /// Stages everything that is wanted of an original; what cannot be made is told once for the original.
  func develop(_ original: Original) throws(FileProblem) -> Made {
    var made = Made()
    var missing: [(path: String, recipe: ImageRecipe)] = []
    for wanted in original.wanted {
      if let found = try cached(wanted.path, wanted.recipe) {
        made.files.append(found.file)
        made.facts.append(found.fact)
      } else {
        missing.append(wanted)
      }
    }
    guard !missing.isEmpty else { return made }
    var files = sources
    do {
      let bytes = try files.read(original.source, limit: ImageLimits.bytes)
      made.reads = files.reads
      try make(missing, of: original, from: bytes, &made)
    } catch let problem as FileProblem {
      made.reads = files.reads
      made.diagnostics.append(problem.diagnostic("image-unreadable"))
    } catch let problem as ImageProblem {
      made.diagnostics.append(problem.diagnostic(of: original.source))
    } catch let problem as StagingProblem {
      throw problem.problem
    } catch {
      made.diagnostics.append(ImageProblem(.damaged, "cannot be made").diagnostic(of: original.source))
    }
    return made
  }

  private func make(
    _ missing: [(path: String, recipe: ImageRecipe)], of original: Original, from bytes: [UInt8], _ made: inout Made
  ) throws {
    guard ContentHash(of: bytes) == original.hash else {
      throw ImageProblem(.damaged, "has changed while the site was built", remedy: "build again")
    }
    var recipes: [ImageRecipe] = []
    for (_, recipe) in missing where !recipes.contains(where: { $0.key == recipe.key }) { recipes.append(recipe) }
    let drawings = recipes.filter { $0.format == .svg }
    if !drawings.isEmpty { made.diagnostics += removals(try sanitizedSVG(bytes), original.source) }
    var images: [String: MadeImage] = [:]
    for (recipe, image) in zip(recipes, try developed(bytes, recipes)) {
      images[recipe.key] = image
      made.encoded += 1
      if recipe.format != .svg, let key = key(recipe) { cache?.store(image, key) }
    }
    for (path, recipe) in missing {
      guard let image = images[recipe.key] else { continue }
      made.files.append(try staged(path, image.bytes))
      made.facts.append(PictureFact(path: path, source: recipe.source, size: image.size, byteCount: image.bytes.count))
    }
  }

  /// Large originals and PDFs one at a time, so that memory stays bounded whatever the number of jobs.
  private func developed(_ bytes: [UInt8], _ recipes: [ImageRecipe]) throws(ImageProblem) -> [MadeImage] {
    let information = try ImageInformation(of: bytes, page: recipes.first?.edits.page ?? 1)
    guard information.format == .pdf || information.width > Self.largePixels / information.height else {
      return try Images.develop(bytes, recipes: recipes)
    }
    return try oneLargeAtATime.withLock { (_) throws(ImageProblem) in try Images.develop(bytes, recipes: recipes) }
  }

  private static let largePixels = 25_000_000

  /// A drawing is always made anew, since what was left out of it must be told each time.
  private func cached(_ path: String, _ recipe: ImageRecipe) throws(FileProblem) -> (file: StagedFile, fact: PictureFact)? {
    guard recipe.format != .svg, let cache, let key = key(recipe), let entry = cache.entry(key) else { return nil }
    let fact = PictureFact(path: path, source: recipe.source, size: entry.size, byteCount: entry.count)
    if let unchanged = staging.unchanged(path, entry.hash, size: entry.count) { return (unchanged, fact) }
    guard let bytes = cache.bytes(key) else { return nil }
    return (try staging.stage(path, bytes), fact)
  }

  /// Nil where the codec cannot be named; then nothing is cached.
  private func key(_ recipe: ImageRecipe) -> ContentHash? {
    codec.map { ContentHash(of: "\(recipe.key) \($0)\(recipe.edits.page == nil ? "" : " " + drawingIdentity())") }
  }

  private func staged(_ path: String, _ bytes: [UInt8]) throws -> StagedFile {
    do { return try staging.stage(path, bytes) } catch { throw StagingProblem(problem: error) }
  }

  private func removals(_ drawing: SanitizedSVG, _ source: String) -> [Diagnostic] {
    guard !drawing.removed.isEmpty else { return [] }
    return [
      Diagnostic(
        .warning, "drawing-part-removed", "\"\(source)\" is shown without its \(drawing.removed.joined(separator: ", "))",
        at: SourceLocation(file: source),
        explanation: "A drawing is published with its shapes and texts alone: no scripts, no outside files.",
        remedy: "save it as plain SVG, with texts as paths and without linked pictures")
    ]
  }
}

private let oneLargeAtATime = Mutex(())

/// Tells the staging's problem from the original's.
private struct StagingProblem: Error {
  var problem: FileProblem
}
