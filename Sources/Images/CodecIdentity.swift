import Glibc

/// Names the installed libvips without loading it, which takes 40 ms: its real file's name and size, "libvips.so.42.15.1 3560104".
///
/// Nil where it lies in none of the usual folders; then `ImageEngine.version` tells.
package func codecIdentity() -> String? {
  for folder in libraryFolders {
    let path = "\(folder)/libvips.so.42"
    var status = stat()
    guard let real = realpath(path, nil) else { continue }
    defer { free(real) }
    guard stat(real, &status) == 0 else { continue }
    let name = String(cString: real).split(separator: "/").last ?? "libvips"
    return "\(name) \(status.st_size) q\(ImageEngine.quality) e\(ImageEngine.effort)"
  }
  return nil
}

/// What is added where a page of a PDF is drawn: "pdftocairo 150832".
package func drawingIdentity() -> String { Poppler.identity }

/// Where the dynamic linker looks, in its order.
private var libraryFolders: [String] {
  let named = getenv("LD_LIBRARY_PATH").map { String(cString: $0).split(separator: ":").map(String.init) } ?? []
  #if arch(arm64)
    let machine = "aarch64-linux-gnu"
  #else
    let machine = "x86_64-linux-gnu"
  #endif
  return named + [
    "/usr/local/lib/\(machine)", "/usr/local/lib", "/lib/\(machine)", "/usr/lib/\(machine)", "/lib64", "/usr/lib64", "/lib", "/usr/lib",
  ]
}
