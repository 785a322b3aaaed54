import Files
import Glibc
import Hashing
import TestSupport
import Testing

@testable import CasebookPublisher

/// The site of a test: paths and texts.
typealias Site = [String: String]

extension TemporaryFolder {
  /// What a web server would serve: every file but Casebook's own.
  var site: Site {
    var found: Site = [:]
    for path in tree() where !path.hasSuffix("/") && !path.hasPrefix(".casebook-") { found[path] = read(path) }
    return found
  }

  @discardableResult
  func publish(
    _ site: Site, keeping: (String) -> Bool = { _ in false }, beforeStep: (@Sendable () throws(PublishProblem) -> Void)? = nil
  ) throws -> Publication.Result {
    var publication = try Publication(output: path)
    publication.beforeStep = beforeStep
    let staging = publication.staging
    return try publication.publish(site.map { try staging.stage($0.key, Array($0.value.utf8)) }, keeping: keeping)
  }

  func rule(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? PublishProblem)?.diagnostic.rule ?? "\(error)" }
    return nil
  }
}

@Suite struct PublicationTests {
  let folder = TemporaryFolder()

  @Test func publishesIntoAnEmptyFolder() throws {
    let site: Site = ["index.html": "home", "cases/foot/index.html": "foot", "cases/leg/index.html": "leg", "assets/a.css": "css"]
    #expect(try folder.publish(site).written == 4)
    #expect(folder.site == site)
    #expect(!folder.tree().contains { $0.hasPrefix(".casebook-staging") })
    let manifest = folder.read(".casebook-manifest.json") ?? ""
    #expect(
      manifest == """
        {
          "casebook": 1,
          "outputs": {
            "assets/a.css": "\(ContentHash(of: "css"))",
            "cases/foot/index.html": "\(ContentHash(of: "foot"))",
            "cases/leg/index.html": "\(ContentHash(of: "leg"))",
            "index.html": "\(ContentHash(of: "home"))"
          }
        }

        """)
  }

  @Test func makesTheFolderWhereItIsMissing() throws {
    let publication = try Publication(output: folder.path + "/new/output")
    try publication.publish([try publication.staging.stage("a", [1])])
    #expect(folder.tree().contains("new/output/a"))
  }

  @Test func writesOnlyWhatChangedAndRemovesWhatIsStale() throws {
    try folder.publish(["a": "1", "b/x": "2", "b/y": "3", "c/d/e": "4", "f/g": "5"])
    var before = stat()
    stat(folder.path + "/a", &before)
    var result = try folder.publish(["a": "1", "b/x": "new", "h/i": "6", "f/g": "5"])
    result.manifest = nil
    var after = stat()
    stat(folder.path + "/a", &after)
    #expect(result == Publication.Result(written: 2, unchanged: 2, removed: 2, kept: 0))
    #expect(folder.site == ["a": "1", "b/x": "new", "h/i": "6", "f/g": "5"])
    #expect(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
    #expect(!folder.tree().contains("c/"))
    #expect(try folder.publish(["a": "1", "b/x": "new", "h/i": "6", "f/g": "5"]).unchanged == 4)
  }

  @Test func writesAgainWhatSomebodyRemovedOrCut() throws {
    try folder.publish(["a": "1", "b": "22"])
    unlink(folder.path + "/a")
    folder.write("b", "2")
    try folder.publish(["a": "1", "b": "22"])
    #expect(folder.site == ["a": "1", "b": "22"])
  }

  @Test func neverTouchesForeignFiles() throws {
    try folder.publish(["a": "1", "b/x": "2"])
    folder.write("b/mine", "mine")
    folder.write("mine.html", "mine")
    try folder.publish(["a": "1"])
    #expect(folder.site == ["a": "1", "b/mine": "mine", "mine.html": "mine"])
    #expect(folder.rule { try folder.publish(["mine.html": "theirs", "a": "1"]) } == "output-path-taken")
    #expect(folder.rule { try folder.publish(["mine.html/x": "theirs", "a": "1"]) } == "output-path-taken")
    #expect(folder.rule { try folder.publish(["b": "theirs", "a": "1"]) } == "output-path-taken")
    #expect(folder.site == ["a": "1", "b/mine": "mine", "mine.html": "mine"])
  }

  @Test func refusesAForeignFolder() throws {
    folder.write("thesis.doc", "")
    #expect(folder.rule { try folder.publish(["a": "1"]) } == "output-folder-is-foreign")
    #expect(folder.tree() == ["thesis.doc"])
  }

  @Test func acceptsAFolderOfDotFiles() throws {
    folder.write(".git/config", "g")
    folder.write(".nojekyll", "")
    try folder.publish(["a": "1"])
    #expect(folder.read(".git/config") == "g" && folder.read("a") == "1")
  }

  @Test func refusesADamagedManifest() throws {
    try folder.publish(["a": "1"])
    let hash = ContentHash(of: "x")
    for text in [
      "", "{}", "{\n  \"casebook\": 1,\n  \"outputs\": {\n    \"../x\": \"\(hash)\"\n  }\n}\n", "{\n  \"casebook\": 1,\n  \"outputs\": {\n",
    ] {
      folder.write(".casebook-manifest.json", text)
      #expect(folder.rule { try folder.publish(["b": "1"]) } == "output-manifest-damaged")
    }
    #expect(folder.read("a") == "1")
  }

  @Test func filesAndFoldersMayChangePlaces() throws {
    try folder.publish(["a": "1", "b/x": "2", "b/y/z": "3"])
    try folder.publish(["a/x": "4", "b": "5"])
    #expect(folder.site == ["a/x": "4", "b": "5"])
    try folder.publish(["a": "1", "b/x": "2"])
    #expect(folder.site == ["a": "1", "b/x": "2"])
  }

  @Test func keepsWhatItIsAskedToKeep() throws {
    try folder.publish(["cases/a/index.html": "a", "cases/a/figures/withdrawn.jpg": "w", "cases/b/index.html": "b", "index.html": "1"])
    let result = try folder.publish(["cases/b/index.html": "b2", "index.html": "2"]) {
      $0.hasPrefix("cases/a/") && !$0.contains("withdrawn")
    }
    #expect(folder.site == ["cases/a/index.html": "a", "cases/b/index.html": "b2", "index.html": "2"])
    #expect(result.kept == 1 && result.removed == 1)
    try folder.publish(["cases/b/index.html": "b2", "index.html": "2"])
    #expect(folder.site == ["cases/b/index.html": "b2", "index.html": "2"])
  }

  @Test func anAbandonedBuildChangesNothing() throws {
    try folder.publish(["a": "1"])
    let before = folder.tree()
    let publication = try Publication(output: folder.path)
    _ = try publication.staging.stage("b", [1])
    publication.abandon()
    #expect(folder.tree() == before)
  }

  @Test func whatIsStagedButNotPublishedStaysAway() throws {
    try folder.publish(["a/x": "1"])
    let publication = try Publication(output: folder.path)
    let files = try ["a/x", "b/y", "c/z"].map { try publication.staging.stage($0, Array("new".utf8)) }
    try publication.publish([files[1]]) { $0 == "a/x" }
    #expect(folder.site == ["a/x": "1", "b/y": "new"] && !folder.tree().contains("c/"))
  }

  @Test func linksLeadNowhere() throws {
    let other = TemporaryFolder()
    other.write("index.html", "theirs")
    try folder.publish(["a": "1", "b/index.html": "2"])
    folder.link("cases", to: other.path)
    folder.link("file", to: other.path + "/index.html")
    #expect(folder.rule { try folder.publish(["a": "1", "cases/index.html": "x"]) } == "output-path-is-link")
    #expect(folder.rule { try folder.publish(["a": "1", "file": "x"]) } == "output-path-is-link")
    rename(folder.path + "/b", folder.path + "/kept")
    folder.link("b", to: other.path)
    #expect(folder.rule { try folder.publish(["a": "1"]) } == "output-path-is-link")
    #expect(folder.rule { try folder.publish(["a": "1", "b/new": "x"]) } == "output-path-is-link")
    #expect(other.site == ["index.html": "theirs"] && folder.read("a") == "1")
  }

  @Test func aStagingLinkIsRefused() throws {
    let other = TemporaryFolder()
    other.write("journal", "x")
    folder.link(".casebook-staging", to: other.path)
    #expect(folder.rule { try folder.publish(["a": "1"]) } == "output-path-is-link")
    #expect(other.tree() == ["journal"])
  }

  @Test func twoBuildsAreKeptApart() throws {
    let first = try Publication(output: folder.path)
    #expect(folder.rule { try folder.publish(["a": "1"]) } == "output-folder-in-use")
    try first.publish([try first.staging.stage("b", [0x32])])
    #expect(folder.site == ["b": "2"])
  }

  @Test func onePathForTwoOutputsIsAnError() throws {
    try folder.publish(["a": "1"])
    let publication = try Publication(output: folder.path)
    let file = try publication.staging.stage("a", Array("1".utf8))
    #expect(folder.rule { try publication.publish([file, file]) } == "output-path-used-twice")
  }

  @Test func aVanishedStagingFolderStopsTheBuild() throws {
    try folder.publish(["a": "1"])
    let publication = try Publication(output: folder.path)
    let staged = try ["b/x", "c"].map { try publication.staging.stage($0, [1]) }
    unlink(folder.path + "/.casebook-staging/files/b/x")
    #expect(folder.rule { try publication.publish(staged) } == "output-folder-vanished")
    try publication.staging.files.removeTree()
    #expect(throws: FileProblem.self) { try publication.staging.stage("d", [1]) }
    #expect(folder.site == ["a": "1"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make a small disk")) func aFullDiskLeavesTheLastGoodSite() throws {
    let disk = TemporaryFolder()
    guard mount("tmpfs", disk.path, "tmpfs", 0, "size=256k") == 0 else { return }  // needs root: nothing is proved without it
    defer { umount2(disk.path, Int32(MNT_DETACH)) }
    try disk.publish(["a": "good"])
    let large = String(repeating: "x", count: 400_000)
    #expect(throws: FileProblem.self) { try disk.publish(["a": "new", "b": large]) }
    #expect(disk.site == ["a": "good"])
    try disk.publish(["a": "newer"])
    #expect(disk.site == ["a": "newer"])
  }

  @Test func staysPrivateWhileItWaits() throws {
    let publication = try Publication(output: folder.path)
    var status = stat()
    stat(folder.path + "/.casebook-staging", &status)
    #expect(status.st_mode & 0o777 == 0o700)
    publication.abandon()
  }

  @Test func theManifestTakesEveryPath() throws {
    let files = Dictionary(uniqueKeysWithValues: ["a\"b", "é/😀", "x y", "\"", "a\": \"b"].map { ($0, ContentHash(of: $0)) })
    let manifest = Manifest(files)
    #expect(Manifest(manifest.bytes) == manifest)
    #expect(Manifest(Manifest().bytes) == Manifest())
  }
}
