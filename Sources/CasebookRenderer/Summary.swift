internal import CasebookModel
internal import HTML
internal import Images
internal import Markdown

extension Renderer {
  /// What the index shows of a case: nothing but values, so that the case itself need not be kept.
  func summary(of case: Case, outputs: [Output]) -> CaseSummary {
    var summary = CaseSummary(
      slug: `case`.slug, title: plainNode(of: `case`.title.inlines).string(), plainTitle: `case`.title.inlines.plainText,
      authors: `case`.authors.map(\.name.indexed).joined(separator: ", "), status: `case`.status.value, isSynthetic: `case`.isSynthetic)
    summary.keyMessage = `case`.keyMessage.map { plainNode(of: $0.inlines).string() }
    summary.published = `case`.published?.value
    summary.updated = `case`.updated?.value
    summary.diagnosis = `case`.diagnosis?.value
    summary.topics = `case`.topics.map(\.value).unique
    summary.aliases = `case`.aliases.map(\.value)
    summary.thumbnail = thumbnail(of: `case`, outputs: outputs)
    summary.progress = WoundProgressSummary.markup(of: `case`)
    return summary
  }

  /// The smallest JPEG of the first figure that has a picture, or its drawing.
  private func thumbnail(of case: Case, outputs: [Output]) -> CaseSummary.Thumbnail? {
    guard let figure = `case`.figures.first(where: { $0.image != nil }), let image = figure.image else { return nil }
    let edits = figure.edits
    let pictures = outputs.compactMap { output -> (path: String, recipe: ImageRecipe)? in
      guard case .image(let recipe) = output.content, recipe.source == figure.file?.value, recipe.edits == edits, recipe.format != .webp
      else { return nil }
      return (output.path, recipe)
    }
    guard let smallest = pictures.min(by: { $0.recipe.width < $1.recipe.width }) else { return nil }
    let size = image.size(of: smallest.recipe)
    return CaseSummary.Thumbnail(
      path: smallest.path, width: size.width, height: size.height,
      alternativeText: figure.alternativeText?.value ?? "", isSensitive: figure.isSensitive)
  }
}
