internal import CasebookMaker
internal import CasebookModel
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// The part of a build that makes the pages which show more than one case.
struct LibraryStage {
  let renderer: Renderer
  let site: SiteRecord
  let maker: Maker
  let staging: Staging
  private(set) var files: [StagedFile] = []

  init(renderer: Renderer, site: SiteRecord, maker: Maker, staging: Staging) {
    self.renderer = renderer
    self.site = site
    self.maker = maker
    self.staging = staging
  }

  /// Everything that these pages depend on, `templates` being those they are made with.
  static func key(of summaries: [StoredSummary], _ site: SiteRecord, _ templates: [String]) -> ContentHash {
    var writer = ByteWriter()
    writer.write(site.key)
    writer.write(site.pages)
    for template in templates { writer.write(site.templateKey(template)) }
    for summary in summaries {
      writer.write(summary.slug)
      writer.write(summary.bytes.fingerprint)
    }
    return writer.fingerprint
  }

  /// Stages the pages of these cases; those that `taking` refuses are made, so that what is wrong with them is said, but not staged.
  mutating func make(of summaries: [StoredSummary], taking: (Output) -> Bool) throws -> LibraryRecord {
    let composed = renderer.composeLibrary(of: summaries.compactMap { try? CaseSummary(memo: $0.bytes) })  // as `Selection` says
    var diagnostics = composed.diagnostics
    var templates: Set<String> = []
    var outputs: [OutputRecord] = []
    for output in composed.outputs {
      if case .page(let template, _) = output.content { templates.insert(template) }
      let (filled, problems) = renderer.fill(output)
      diagnostics += problems
      guard taking(output), !problems.containErrors else { continue }
      for file in try maker.make([filled], into: staging).files {
        files.append(file)
        var record = OutputRecord(path: file.path, kind: .bytes)
        record.hash = file.hash
        outputs.append(record)
      }
    }
    let shown = summaries.map { LibraryRecord.ShownCase(slug: $0.slug, hash: $0.bytes.fingerprint) }
    return LibraryRecord(
      key: Self.key(of: summaries, site, templates.sorted()), templates: templates.sorted(), cases: shown, outputs: outputs,
      diagnostics: diagnostics)
  }
}
