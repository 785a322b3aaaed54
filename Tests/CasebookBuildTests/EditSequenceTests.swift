import CasebookBuild
import Diagnostics
import Foundation
import TestSupport
import Testing

/// After each step of a random sequence of edits, a build that remembers leaves the same bytes, and says the same, as one that does not.
///
/// `CASEBOOK_SOAK` is a number of minutes; without it a short sequence is made for each of a few seeds.
struct EditSequenceTests {
  private static let minutes = ProcessInfo.processInfo.environment["CASEBOOK_SOAK"].flatMap { Double($0) }

  @Test(arguments: [UInt64(1), 2, 3])
  func whatIsRememberedIsRight(seed: UInt64) async throws {
    try await Self.follow(seed: seed, steps: 30)
  }

  @Test(.enabled(if: minutes != nil, "CASEBOOK_SOAK is not set"))
  func whatIsRememberedIsRightForLong() async throws {
    let end = Date(timeIntervalSinceNow: (Self.minutes ?? 0) * 60)
    var seed = UInt64(Date().timeIntervalSince1970)
    while Date() < end {
      try await Self.follow(seed: seed, steps: 200)
      seed += 1
    }
  }

  /// Two folders get the same edits; in one of them the memory is taken away before each build.
  static func follow(seed: UInt64, steps: Int) async throws {
    var edits = RandomEdits(seed: seed)
    let (remembering, forgetting) = (try TestFolder(RandomEdits.start), try TestFolder(RandomEdits.start))
    let session = BuildSession(BuildOptions(root: remembering.path, jobs: 2))
    for step in 0..<steps {
      let edit = edits.next(in: remembering)
      try edit.apply(remembering)
      try edit.apply(forgetting)
      // A site that has drifted would show only where an edit touches it; published summaries are no memo of the build.
      for name in (try? FileManager.default.contentsOfDirectory(atPath: forgetting.path + "/.casebook/cache")) ?? []
      where !name.hasPrefix("published-") { try forgetting.remove(".casebook/cache/\(name)") }
      let keepsGoing = edits.random(4) == 0
      let first = keepsGoing ? try await remembering.build(keepsGoing: true) : try await session.build()
      let second = try await forgetting.build(keepsGoing: keepsGoing)
      let place = Comment("seed \(seed), step \(step): \(edit.words)")
      try #require(told(first) == told(second), place)
      try #require(first.isComplete == second.isComplete && first.cases == second.cases, place)
      try #require(differences(remembering.output, forgetting.output) == [], place)
      if first.isComplete {
        // From nothing at all, into a new folder.
        let clean = try await forgetting.build(output: forgetting.path + "/clean")
        try #require(clean.isComplete, place)
        try #require(differences(remembering.output, forgetting.files(in: "clean")) == [], place)
        try forgetting.remove("clean")
        if !keepsGoing, edits.random(3) == 0 {
          let again = try await session.build()
          try #require(again.published?.written == 0 && again.made.isEmpty && told(again) == told(first), place)
        }
      }
    }
  }

  private static func told(_ report: BuildReport) -> String { DiagnosticJSON.text(report.diagnostics.inReadingOrder()) }
}
