package import PDF

/// What is known of a PDF only when it is made.
package struct PrintFact: Hashable, Sendable {
  package var recipe: PrintRecipe
  /// nil where the page says nothing of its fit, such as one of a site's own templates.
  package var fit: FitReport?
  /// The size that the page gives itself; nil where it says none.
  package var sheet: Sheet?
  /// nil where the page became a picture.
  package var pdf: PDFInspection?
  /// What the page asked for and may not load.
  package var refused: [String]
  package var byteCount: Int

  /// In points.
  package struct Sheet: Hashable, Sendable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
  }

  package init(recipe: PrintRecipe, fit: FitReport?, sheet: Sheet?, pdf: PDFInspection?, refused: [String], byteCount: Int) {
    self.recipe = recipe
    self.fit = fit
    self.sheet = sheet
    self.pdf = pdf
    self.refused = refused
    self.byteCount = byteCount
  }
}
