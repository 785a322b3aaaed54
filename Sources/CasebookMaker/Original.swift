internal import CasebookModel
internal import Hashing
internal import Images

/// One original and all outputs that are made of it, wherever in the site they lie.
struct Original: Sendable {
  var source: String
  var hash: ContentHash
  /// Paths with their recipes; several paths may have an equal key, when cases share a photograph.
  var wanted: [(path: String, recipe: ImageRecipe)]

  /// In order of first appearance; equal photographs under two names are one original.
  static func grouped(_ outputs: [Output]) -> [Original] {
    var originals: [Original] = []
    var index: [ContentHash: Int] = [:]
    for output in outputs {
      guard case .image(let recipe) = output.content else { continue }
      if let known = index[recipe.sourceHash] {
        originals[known].wanted.append((output.path, recipe))
      } else {
        index[recipe.sourceHash] = originals.count
        originals.append(Original(source: recipe.source, hash: recipe.sourceHash, wanted: [(output.path, recipe)]))
      }
    }
    return originals
  }

  /// Bytes of memory for all pictures in work at once.
  private static let memory = 200_000_000

  /// Those that are decoded in full, for a redaction or a crop, two at a time; the others as many at once as memory allows.
  static func batches(_ originals: [Original]) -> [(originals: [Original], jobs: Int)] {
    let (full, scaled) = (originals.filter(\.isDecodedInFull), originals.filter { !$0.isDecodedInFull })
    let widest = scaled.flatMap(\.wanted).map(\.recipe.width).max() ?? 1
    // A picture of 4 : 3 stood upright, three bytes a pixel, three times over, and what the decoder keeps.
    let need = widest * widest * 4 / 3 * 9 + 25_000_000
    return [(scaled, max(1, memory / max(need, 1))), (full, 2)].filter { !$0.originals.isEmpty }
  }

  private var isDecodedInFull: Bool { wanted.contains { $0.recipe.edits.crop != nil || !$0.recipe.edits.redactions.isEmpty } }
}
