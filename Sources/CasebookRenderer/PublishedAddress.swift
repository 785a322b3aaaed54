internal import Markdown

/// Where a link between source files leads on the site: pages and cases are published beside each other as they lie in `content/`.
///
///     publishedAddress("../foot/narrative.md#outcome")    // "../foot/index.html#outcome"
///     publishedAddress("contact.md")                      // "contact.html"
func publishedAddress(_ destination: String) -> String {
  guard LinkScheme(of: destination).name.isEmpty, let dot = destination.utf8.firstIndex(of: UInt8(ascii: ".")) else { return destination }
  let path = destination.prefix { $0 != "#" && $0 != "?" }
  let rest = destination[path.endIndex...]
  if path.hasSuffix("/") { return path + "index.html" + rest }
  guard dot < path.endIndex, path.hasSuffix(".md") else { return destination }
  let isCase = path == "narrative.md" || path.hasSuffix("/narrative.md")
  return isCase ? path.dropLast("narrative.md".count) + "index.html" + rest : path.dropLast("md".count) + "html" + rest
}
