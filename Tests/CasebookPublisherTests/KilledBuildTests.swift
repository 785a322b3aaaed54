import Files
import Synchronization
import TestSupport
import Testing

@testable import CasebookPublisher

/// Stops a publication before its nth step, as a kill would.
private final class Kill: Sendable {
  private let left: Mutex<Int>

  init(beforeStep number: Int) { left = Mutex(number) }

  func step() throws(PublishProblem) {
    let isNow = left.withLock { left in
      left -= 1
      return left < 0
    }
    if isNow { throw PublishProblem("killed", "Killed") }
  }
}

@Suite struct KilledBuildTests {
  private let old: Site = ["index.html": "old", "a/x": "1", "a/y": "2", "b": "3", "gone/deep/z": "4", "turns": "5", "also/turns": "6"]
  private let new: Site = ["index.html": "new", "a/x": "1", "a/y": "changed", "c/d": "7", "c/e": "8", "turns/x": "9", "also": "10"]

  /// Kills the second publication before step `number`; nil when it has fewer steps.
  private func killed(at number: Int) throws -> TemporaryFolder? {
    let folder = TemporaryFolder()
    try folder.publish(old)
    folder.write("foreign", "f")
    let kill = Kill(beforeStep: number)
    do {
      try folder.publish(new, beforeStep: { () throws(PublishProblem) in try kill.step() })
      return nil
    } catch let problem as PublishProblem {
      #expect(problem.diagnostic.rule == "killed")
      return folder
    }
  }

  @Test func everyFileIsWholeAndTheNextBuildFinishesOrForgets() throws {
    var number = 0
    while let folder = try killed(at: number) {
      for (path, text) in folder.site where path != "foreign" {
        #expect(old[path] == text || new[path] == text, "\(path) after \(number) steps")
      }
      let publication = try Publication(output: folder.path)
      let seen = folder.site
      #expect(seen == (number == 0 ? old : new).merging(["foreign": "f"]) { a, _ in a }, "after \(number) steps")
      publication.abandon()
      #expect(!folder.tree().contains { $0.hasPrefix(".casebook-staging") })
      number += 1
    }
    #expect(number > 10)
  }

  @Test func theNextBuildPublishesItsOwnSite() throws {
    for number in [0, 1, 5, 9] {
      let folder = try #require(try killed(at: number))
      try folder.publish(["index.html": "third"])
      #expect(folder.site == ["index.html": "third", "foreign": "f"])
    }
  }

  @Test func aDecidedBuildCannotBeAbandoned() throws {
    let folder = TemporaryFolder()
    try folder.publish(old)
    let kill = Kill(beforeStep: 5)
    var publication = try Publication(output: folder.path)
    publication.beforeStep = { () throws(PublishProblem) in try kill.step() }
    let staging = publication.staging
    let files = try new.map { try staging.stage($0.key, Array($0.value.utf8)) }
    let begun = publication
    #expect(throws: PublishProblem.self) { try begun.publish(files) }
    begun.abandon()
    #expect(WritableFolder(folder.path).status(of: ".casebook-staging/journal") != nil)
  }

  @Test func aBuildKilledOverAndOverStillEnds() throws {
    let folder = try #require(try killed(at: 3))
    let area = WritableFolder(folder.path).folder(".casebook-staging")
    for number in 0..<20 {
      let kill = Kill(beforeStep: number % 3)
      guard let journal = Journal((try? area.read(Journal.name, limit: 10_000)) ?? []) else { break }
      try? carryOut(journal, from: area, to: WritableFolder(folder.path)) { () throws(PublishProblem) in try kill.step() }
    }
    _ = try Publication(output: folder.path)
    #expect(folder.site == new.merging(["foreign": "f"]) { a, _ in a })
  }

  @Test func aFirstBuildKilledBeforeItsJournalLeavesAnEmptyFolder() throws {
    let folder = TemporaryFolder()
    let kill = Kill(beforeStep: 0)
    #expect(throws: PublishProblem.self) { try folder.publish(new, beforeStep: { () throws(PublishProblem) in try kill.step() }) }
    try Publication(output: folder.path).abandon()
    #expect(folder.tree().isEmpty)
    try folder.publish(old)
    #expect(folder.site == old)
  }
}
