/// Paths relative to the file that names them, as paths relative to the site's folder.
enum SourcePath {
  /// `content/cases/foot` and `figures/a.jpg` are `content/cases/foot/figures/a.jpg`; `./` and `..` are resolved.
  ///
  /// nil for an absolute path, an address and what climbs out of the site.
  static func resolve(_ path: String, in folder: String) -> String? {
    guard !path.hasPrefix("/"), !path.contains("://"), !path.contains("\\"), !path.isEmpty else { return nil }
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }

  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  static func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// `csv` for `a/b.CSV`; "" without one.
  static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return name[dot...].dropFirst().lowercased()
  }
}
