internal import CasebookMaker
internal import Citations
internal import Files
internal import Images

/// One thing that a full installation has, and whether this machine has it.
package struct Ability: Sendable {
  package var name: String
  /// The version, or what is there.
  package var found: String?
  /// What to install, where it is missing, and what is not possible without it.
  package var advice: String
}

/// What this machine can do.
package func abilities(browser: String = usualBrowser) -> [Ability] {
  let system = try? SourceFiles(root: "/")  // without a readable root nothing is found, which is what is said
  func exists(_ paths: [String]) -> String? {
    var files = system
    return paths.first { files?.exists($0) == true }.map { "/" + $0 }
  }
  func isFolder(_ path: String) -> String? {
    var files = system
    return files?.status(of: path)?.kind == .folder ? "/" + path : nil
  }
  let styles = StyleLibrary.builtIn
  return [
    Ability(name: "Templates", found: "\(EmbeddedResources.paths(in: .templates).count) built in", advice: ""),
    Ability(name: "Citation styles", found: styles.joined(separator: ", "), advice: ""),
    Ability(
      name: "More citation styles", found: isFolder("usr/share/citation-style-language/styles"),
      advice: "apt-get install citation-style-language-styles: styles by their ids"),
    Ability(
      name: "More locales", found: isFolder("usr/share/citation-style-language/locales"),
      advice: "apt-get install citation-style-language-locales: references in other languages than English"),
    Ability(name: "Pictures", found: codecIdentity(), advice: "apt-get install libvips42: photographs cannot be published without it"),
    Ability(
      name: "PDF pages as figures", found: exists(["usr/bin/pdftocairo", "usr/local/bin/pdftocairo"]),
      advice: "apt-get install poppler-utils: a PDF page as a figure"),
    Ability(
      name: "Browser", found: Browser.words(program: browser),
      advice: "apt-get install chromium-headless-shell: posters as PDF; there is none that starts at \(browser)"),
    Ability(
      name: "Fonts for other scripts", found: isFolder("usr/share/fonts/truetype/noto") ?? isFolder("usr/share/fonts/opentype/noto"),
      advice: "apt-get install fonts-noto-core fonts-noto-cjk: texts that Open Sans has no letters for"),
  ]
}
