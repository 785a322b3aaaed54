package import CasebookPublisher
package import Diagnostics
internal import Files
internal import Hashing

/// Joins the shares that `build --shard` made of a site into the site that one build would have made, byte for byte.
///
/// The cases come from the shares; index, topics and the other pages of the library are made here, from the site's own folder. What is
/// wrong with a share is told, and then nothing is published.
package func merge(_ folders: [String], _ options: BuildOptions, interruption: Interruption = Interruption()) throws -> BuildReport {
  let output = options.output ?? "\(options.root)/output"
  let memory = BuildMemory(cache: WritableFolder("\(options.root)/.casebook/cache"), output: options.output ?? "output", isPrivate: false)
  let moment = FileStamp.now
  let known = memory.index()
  let program = ProgramIdentity.current(known?.program)
  let library = try Library(root: options.root, program: options.key(of: program))
  let shares = folders.map { ($0, Share.read(from: $0)) }
  let problems = shareProblems(shares, library.record)
  guard problems.isEmpty, !library.record.isUnusable, library.renderer != nil else {
    return BuildReport(diagnostics: library.diagnostics + problems, output: output)
  }
  let publication = try Publication(output: output)
  interruption.begin(publication)
  defer { interruption.end() }
  do {
    var run = BuildRun(
      options: options, memory: memory, known: known, site: SiteState(record: library.record, library: library), planned: [], moment: moment
    )
    var parts: [CasePart] = []
    for case (let folder, let share?) in shares {
      for record in share.cases {
        interruption.pass()
        guard let part = try staged(record, from: WritableFolder(folder), publication.staging) else {
          publication.abandon()
          return BuildReport(diagnostics: [.damagedShare(folder, record.slug)], output: output)
        }
        parts.append(part)
      }
    }
    let report = try run.publish(parts.sorted { $0.slug < $1.slug }, publication, interruption)
    memory.write(run.index(program, report.published.map { $0.manifest } ?? known?.manifest))
    return report
  } catch {
    publication.abandon()
    throw error
  }
}

/// A case with its outputs from the share's folder; nil where one of them is not what the share says.
private func staged(_ record: CaseRecord, from folder: WritableFolder, _ staging: Staging) throws -> CasePart? {
  var part = CasePart(record)
  part.reason = "merged"
  guard part.summary != nil else { return part }
  for (index, output) in record.outputs.enumerated() {
    part.record.outputs[index].stamp = nil
    guard let hash = output.hash else { continue }
    let isOwn = part.isOwn(output.path)
    guard let bytes = try? folder.read(output.path, limit: 4_000_000_000), ContentHash(of: bytes) == hash else {
      // A page at an old address lies in the share only where no case before has the same one.
      if isOwn { return nil }
      continue
    }
    if isOwn { part.files.append(try staging.stage(output.path, bytes)) } else { part.moved.append((index, bytes)) }
  }
  return part
}

/// What is wrong with the shares before any of their files is read: not one, of another site, one that is missing or there twice.
private func shareProblems(_ shares: [(folder: String, share: Share?)], _ site: SiteRecord) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  var owner: [String: String] = [:]
  for (folder, share) in shares {
    guard let share else {
      problems.append(.noShare(folder))
      continue
    }
    if let change = share.site.change(since: site.key) {
      problems.append(
        Diagnostic(
          .error, "share-of-another-site", "\"\(folder)\" was built from another site: \(change)",
          remedy: "build all shares and merge them from the same files with the same Casebook"))
    }
    for record in share.cases {
      if let other = owner.updateValue(folder, forKey: record.slug) {
        problems.append(
          Diagnostic(
            .error, "share-named-twice", "Case \"\(record.slug)\" is in \"\(other)\" and in \"\(folder)\"", remedy: "name each share once"))
        break
      }
    }
  }
  let slugs = Set(site.slugs)
  let missing = site.slugs.filter { owner[$0] == nil }
  if let first = missing.first, problems.isEmpty {
    problems.append(
      Diagnostic(
        .error, "share-missing", "No share has case \"\(first)\"\(missing.count > 1 ? " and \(missing.count - 1) others" : "")",
        remedy: "name the folders of all shares, from 1/n to n/n"))
  }
  if let extra = owner.keys.sorted().first(where: { !slugs.contains($0) }), let folder = owner[extra], problems.isEmpty {
    problems.append(
      Diagnostic(
        .error, "share-of-another-site", "\"\(folder)\" holds case \"\(extra)\", which the site does not have",
        remedy: "build all shares and merge them from the same files"))
  }
  return problems
}

extension Diagnostic {
  fileprivate static func noShare(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "share-unreadable", "\"\(folder)\" does not hold a share of this version of Casebook",
      remedy: "make it with \"casebook build --shard i/n --output \(folder)\"")
  }

  fileprivate static func damagedShare(_ folder: String, _ slug: String) -> Diagnostic {
    Diagnostic(
      .error, "share-unreadable", "\"\(folder)\" does not hold case \"\(slug)\" as it was built",
      explanation: "The share was damaged on its way, or its build was interrupted.", remedy: "build the share again")
  }
}
