internal import CasebookModel

/// Figures that share a number: "Figure 2" with its panels A, B, C.
struct FigureGroup {
  /// The id that cross-references name, if the author gave one.
  var id: String?
  var figures: [Figure]
  /// What the author says of all of them.
  var caption: RichText?

  /// What tells it from the document's other groups.
  struct Key: Hashable {
    var id: String?
    var figures: [String]
  }

  var key: Key { Key(id: id, figures: figures.map(\.id.value)) }

  /// "A" to "Z", then "AA"; none for a figure on its own.
  func letter(of figure: Figure) -> String {
    guard figures.count > 1, let index = figures.firstIndex(where: { $0.id.value == figure.id.value }) else { return "" }
    return Self.letter(index)
  }

  static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}

extension Case {
  /// The figure whose file an image in the text names, relative to the case's folder.
  func figure(ofFile source: String) -> Figure? { figures.first { $0.file?.value == path(of: source) } }

  /// The figures that a part names, in their order; all of the case's when it names none.
  func figures(in selection: GeneratedPart.FigureSelection) -> [Figure] {
    let named = selection.figures.isEmpty ? figures : selection.figures.compactMap { figure($0.value) }
    return named.filter { figure in
      if let wound = selection.wound, figure.wound?.value != wound.value { return false }
      if let site = selection.site, self.site(of: figure)?.value != site.value { return false }
      return true
    }
  }

  /// The wounds that a part names; all that were measured when it names none.
  func wounds(in selection: GeneratedPart.WoundSelection) -> [Wound] {
    selection.wounds.isEmpty ? wounds.filter { !$0.visits.isEmpty } : selection.wounds.compactMap { wound($0.value) }
  }
}
