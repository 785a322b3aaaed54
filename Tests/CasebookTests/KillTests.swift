import Foundation
import TestSupport
import Testing

/// Whatever happens to a build, the last good site stays, and the next build is right.
///
/// `CASEBOOK_SOAK` set: 200 moments instead of 20.
struct KillTests {
  private static let moments = ProcessInfo.processInfo.environment["CASEBOOK_SOAK"] == nil ? 20 : 200

  /// Thirty cases in one of two versions.
  private func write(_ version: Int, into folder: TestFolder) throws {
    try folder.write("content/site.yaml", Sample.site)
    for number in 0..<30 where version == 0 || number % 3 > 0 {
      let yaml = Sample.case("Case \(number)", "aliases: [old-\(number)]\ntopics: [topic \(version)]")
      for (name, text) in Sample.files("case-\(number)", yaml, narrative: Sample.narrative + "\nVersion \(version).\n") {
        try folder.write(name, text)
      }
    }
    for number in 0..<30 where version == 1 && number % 3 == 0 { try? folder.remove("content/cases/case-\(number)") }  // gone already
  }

  private func site(_ folder: TestFolder) -> [String: [UInt8]] {
    folder.files(in: "output").filter { !$0.key.hasPrefix(".casebook-staging") }
  }

  @Test func aBuildMayBeKilledAtAnyMoment() throws {
    let folder = try TestFolder(named: "casebook-kill")
    var sites: [[String: [UInt8]]] = []
    var duration = 0.0
    for version in [1, 0] {
      try write(version, into: folder)
      let start = Date()
      try #require(try casebook("build", in: folder.path).status == 0)
      duration = max(duration, Date().timeIntervalSince(start))
      sites.insert(site(folder), at: 0)
    }
    var version = 0
    for number in 0..<Self.moments {
      version = 1 - version
      try write(version, into: folder)
      if number % 5 == 4 { try? folder.remove(".casebook/cache") }  // it may be taken away at any time
      let signal = [SIGKILL, SIGTERM, SIGINT][number % 3]
      let running = try start(casebookPath, ["build"], in: folder.path)
      usleep(UInt32(Double.random(in: 0...duration) * 1_000_000))
      kill(running.id, signal)
      let run = try running.wait()
      #expect([0, 128 + signal].contains(run.status), "\(run.errors)")
      let now = site(folder)
      // Where a journal has decided, the next build finishes the work; else nothing may have changed.
      if !folder.exists("output/.casebook-staging/journal") { #expect(now == sites[0] || now == sites[1], "moment \(number)") }
      let next = try casebook("build", in: folder.path)
      #expect(next.status == 0, "\(next.errors)")
      #expect(differing(folder.files(in: "output"), sites[version]) == [], "moment \(number)")
      #expect(!folder.exists("output/.casebook-staging"), "what the killed build had staged is still there")
    }
  }

  @Test func aFolderMayVanish() throws {
    let folder = try TestFolder(named: "casebook-vanish")
    try write(0, into: folder)
    try #require(try casebook("build", in: folder.path).status == 0)
    let good = site(folder)
    for (number, name) in ["output", ".casebook", "output/.casebook-staging", "output/cases"].enumerated() {
      try write(1, into: folder)
      let running = try start(casebookPath, ["build", "-j", "1"], in: folder.path)
      for _ in 0..<200 where !folder.exists("output/.casebook-staging/files/cases") { usleep(2_000) }
      try? folder.remove(name)  // the build may have been faster
      #expect([0, 3].contains(try running.wait().status), "case \(number)")
      try write(0, into: folder)
      let next = try casebook("build", in: folder.path)
      #expect(next.status == 0, "\(next.errors)")
      #expect(differing(folder.files(in: "output"), good) == [], "\(name)")
    }
  }

  @Test func severalBuildsAtOnceLeaveOneSite() throws {
    let folder = try TestFolder(named: "casebook-many")
    try write(0, into: folder)
    try #require(try casebook("build", in: folder.path).status == 0)
    try write(1, into: folder)
    let other = folder.path + "/other"
    let running = try [[], [], ["-o", other], ["--shard", "1/2"], []].map {
      try start(casebookPath, ["build"] + $0, in: folder.path)
    }
    let statuses = try running.map { try $0.wait().status }
    #expect(statuses.allSatisfy { [0, 3].contains($0) } && statuses.contains(0))
    try #require(try casebook("build", in: folder.path).status == 0)
    try #require(try casebook("build", "-o", other, in: folder.path).status == 0)
    #expect(differing(folder.files(in: "output"), folder.files(in: "other")) == [])
  }

  @Test(.enabled(if: canMount, "needs the right to mount a small file system"))
  func aFullDiskLeavesTheLastGoodSite() throws {
    let folder = try TestFolder(named: "casebook-full")
    try folder.makeFolder("disk")
    try #require(run("mount", ["-t", "tmpfs", "-o", "size=2500k", "tmpfs", folder.path + "/disk"]) == 0)
    defer { run("umount", [folder.path + "/disk"]) }
    try write(1, into: folder)
    let output = folder.path + "/disk/output"
    try #require(try casebook("build", "-o", output, in: folder.path).status == 0)
    let good = filesOfFolder(output)
    try write(0, into: folder)
    try folder.write("disk/ballast", [UInt8](repeating: 1, count: 100_000))
    var size = 400_000
    // Until there is too little place.
    while try casebook("build", "-o", output, in: folder.path).status == 0, size < 4_000_000 {
      try write(1, into: folder)
      try #require(try casebook("build", "-o", output, in: folder.path).status == 0)
      try write(0, into: folder)
      let room = freeBytes(folder.path + "/disk")
      size += 400_000
      try folder.write("disk/ballast-\(size)", [UInt8](repeating: 1, count: max(1, room - 60_000)))
    }
    let refused = try casebook("build", "-o", output, in: folder.path)
    #expect(refused.status == 3 && refused.errors.contains("output-disk-full"), "\(refused.errors)")
    #expect(differing(filesOfFolder(output), good) == [])
    for name in folder.files(in: "disk").keys where name.hasPrefix("ballast") { try folder.remove("disk/" + name) }
    #expect(try casebook("build", "-o", output, in: folder.path).status == 0)
    #expect(filesOfFolder(output).count > good.count)
  }
}

private func freeBytes(_ path: String) -> Int {
  var status = statvfs()
  return statvfs(path, &status) == 0 ? Int(status.f_bavail) * Int(status.f_frsize) : 0
}

/// A program of the system; its status.
@discardableResult
private func run(_ program: String, _ arguments: [String]) -> Int32 {
  // A program that is not there can do nothing.
  (try? start("/usr/bin/env", [program] + arguments, in: "/").wait().status) ?? -1
}

private let canMount: Bool = {
  guard let folder = try? TestFolder(named: "casebook-mount") else { return false }  // then it can't be tried either
  guard run("mount", ["-t", "tmpfs", "-o", "size=100k", "tmpfs", folder.path]) == 0 else { return false }
  return run("umount", [folder.path]) == 0
}()
