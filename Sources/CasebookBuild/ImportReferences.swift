package import Citations
package import Diagnostics
package import Files

/// Reads files of references in any format and writes them as one file: `casebook import refs`.
///
///     try importReferences(["old.nbib", "new.ris"], to: .bibtex)  // "@article{balin2012,\n…", and what is wrong with the two files
///
/// A key that two files use is an error and the first entry stays. Empty when nothing was read; throws when a file cannot be had.
package func importReferences(
  _ files: [String], to format: ReferenceFormat
) throws(FileProblem) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
  var references: [Reference] = []
  var diagnostics: [Diagnostic] = []
  var first: [String: SourceLocation?] = [:]
  for file in files {
    let (read, problems) = ReferenceReader.read(try bytes(ofNamed: file), file: file)
    diagnostics += problems
    if read.isEmpty, problems.isEmpty { diagnostics.append(noReferences(in: file)) }
    for reference in read {
      if let known = first[reference.id] {
        diagnostics.append(doubleKey(reference, known))
      } else {
        first[reference.id] = .some(reference.location)
        references.append(reference)
      }
    }
  }
  guard !references.isEmpty else { return ([], diagnostics) }
  return (ReferenceWriter.write(references, as: format) ?? [], diagnostics)
}

/// What is wrong with a reference list as text, pasted from a poster or a manuscript: `casebook check --printed-references`.
///
/// `records` are files of references in any format, such as PubMed's own: entries are compared with the ones of the same DOI or title.
/// Without any the last diagnostic, a note, says which rules were left out. Throws when a file cannot be had.
package func checkPrintedReferences(_ file: String, records: [String] = []) throws(FileProblem) -> [Diagnostic] {
  let list = PrintedReferenceList.parse(try bytes(ofNamed: file), file: file)
  guard !list.references.isEmpty else { return list.diagnostics + [noReferences(in: file)] }
  if !records.isEmpty {
    var known: [Reference] = []
    var diagnostics: [Diagnostic] = []
    for file in records {
      let (read, problems) = ReferenceReader.read(try bytes(ofNamed: file), file: file)
      known += read
      diagnostics += problems
      if read.isEmpty, problems.isEmpty { diagnostics.append(noReferences(in: file)) }
    }
    return list.check(records: known) + diagnostics
  }
  let left = PrintedReferenceRule.all.filter(\.needsRecords).map(\.id)
  let note = Diagnostic(
    .info, "printed-references-only", "Rules that need a record were not run: \(left.joined(separator: ", "))",
    explanation: "They compare an entry with the source's own record, which a printed list does not have.",
    remedy: "give the records as a file from PubMed or a reference manager: --records <file>")
  return list.check() + [note]
}

/// The content of a file that a person named, wherever it is.
private func bytes(ofNamed file: String) throws(FileProblem) -> [UInt8] {
  let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
  let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
  let name = slash.map { String(file[file.utf8.index(after: $0)...]) } ?? file
  do {
    var files = try SourceFiles(root: folder)
    return try files.read(name, limit: greatestReferenceFile)
  } catch {
    throw FileProblem(file, error.kind, error.reason)
  }
}

/// In bytes; the largest libraries that people keep are a tenth of it.
private let greatestReferenceFile = 500_000_000

private func noReferences(in file: String) -> Diagnostic {
  Diagnostic(.error, "no-references", "No reference is in \"\(file)\"", at: SourceLocation(file: file))
}

private func doubleKey(_ reference: Reference, _ known: SourceLocation?) -> Diagnostic {
  Diagnostic(
    .error, "duplicate-reference-key", "Reference key \"\(reference.id)\" is used twice", at: reference.location,
    remedy: "give one of the two entries another key", notes: [.init("first used here", at: known)])
}
