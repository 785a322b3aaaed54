package import CasebookModel
internal import Hashing

/// Style sheets, scripts and fonts under names that hold their content's hash, so that a browser may keep them for ever.
package struct Assets: Sendable {
  /// Paths below the output folder.
  let pageStyle: String
  let posterStyle: String
  let posterScript: String
  let viewerScript: String
  package let outputs: [Output]

  /// `files` are the files of `templates/assets/`, by name; `theme` gives the colours.
  package init(_ files: [String: [UInt8]], theme: Theme) {
    var outputs: [Output] = []
    var fonts: [(name: String, published: String)] = []
    func publish(_ stem: String, _ suffix: String, _ bytes: [UInt8]) -> String {
      let path = "assets/\(stem).\(ContentHash(of: bytes).short).\(suffix)"
      outputs.append(Output(path, .bytes(bytes)))
      return path
    }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".ttf") {
      fonts.append((name, String(publish(String(name.dropLast(4)), "ttf", bytes).dropFirst("assets/".count))))
    }
    func style(_ names: [String]) -> [UInt8] {
      var text = theme.declarations
      for name in names { text += String(decoding: files[name] ?? [], as: UTF8.self) }
      for font in fonts { text = text.replacing("\"\(font.name)\"", with: "\"\(font.published)\"") }
      return Array(text.utf8)
    }
    pageStyle = publish("page", "css", style(["base.css", "page.css", "figures.css", "wounds.css"]))
    // A sheet is measured and printed: there its fonts are waited for, where a page would not wait.
    let sheet = String(decoding: style(["base.css", "poster.css", "poster-figures.css", "wounds.css"]), as: UTF8.self)
    posterStyle = publish("poster", "css", Array(sheet.replacing("font-display:optional", with: "font-display:block").utf8))
    posterScript = publish("poster", "js", files["poster.js"] ?? [])
    viewerScript = publish("viewer", "js", files["viewer.js"] ?? [])
    self.outputs = outputs
  }
}
