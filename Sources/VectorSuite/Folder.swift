import Files

extension Suite {
  /// Runs every `.json` file of a folder that is a vector file, by name.
  init(folder: String) throws(FileProblem) {
    var files = try SourceFiles(root: folder)
    let names = try files.list("").filter { $0.kind == .file && $0.name.hasSuffix(".json") }.map(\.name).sorted()
    for name in names { run(file: name, bytes: try files.read(name, limit: 64 << 20)) }
  }
}
