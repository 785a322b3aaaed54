import CasebookChecker
import CasebookModel
import Diagnostics
import Files
import Hashing
import Memo
import Templates
import Testing

@testable import CasebookBuild

/// Everything that is kept from one build to the next comes back whole.
struct MemorableValuesTests {
  /// A property that is added must be written too: then this number, and `MemorableValues.swift`, change together.
  private func expect<Value: Memorable & Equatable>(_ value: Value, properties: Int, at place: SourceLocation = #_sourceLocation) throws {
    #expect(try Value(memo: value.memo) == value, sourceLocation: place)
    #expect(Mirror(reflecting: value).children.count == properties, "a new property is not kept", sourceLocation: place)
  }

  typealias SourceLocation = Testing.SourceLocation

  @Test func valuesComeBack() throws {
    let location = Diagnostics.SourceLocation(file: "content/site.yaml", line: 3, column: 4, length: 5)
    try expect(location, properties: 4)
    let diagnostic = Diagnostic(
      .warning, "rule", "Summary", at: location, explanation: "Why", remedy: "do", notes: [.init("here", at: location), .init("there")])
    try expect(diagnostic, properties: 7)
    try expect(Diagnostic(.error, "rule", ""), properties: 7)
    try expect(Located("x", at: location), properties: 2)
    let stamp = FileStamp(size: 1, modified: -2, changed: Int64.max, inode: 3, device: 4)
    try expect(stamp, properties: 5)
    try expect(SourceFiles.Read(path: "a", question: .listing, answer: ContentHash(of: "b"), stamp: stamp), properties: 5)
    try expect(SourceFiles.Read(path: "a", question: .content, problem: .absent), properties: 5)
    try expect(LibraryEntry(slug: "a", aliases: [Located("b", at: location)], topics: []), properties: 3)
  }

  @Test func summariesComeBack() throws {
    var summary = CaseSummary(
      slug: "a", title: "<em>A</em>", plainTitle: "A", authors: "Example J", status: .unlisted, isSynthetic: true)
    try expect(summary, properties: 14)
    summary.keyMessage = "Key"
    summary.published = CalendarDate(iso: "2026-11-01")
    summary.updated = CalendarDate(iso: "2026-11")
    summary.diagnosis = "Ulcer"
    summary.topics = ["b", "a"]
    summary.aliases = ["old"]
    summary.progress = "<svg/>"
    summary.thumbnail = .init(path: "cases/a/figures/x.jpg", width: 4, height: 3, alternativeText: "Text", isSensitive: true)
    try expect(summary, properties: 14)
    try expect(#require(summary.thumbnail), properties: 5)
  }

  @Test func pagesComeBack() throws {
    let value: TemplateValue = ["a": "text", "b": .markup([0, 255]), "c": [true, false, ["d": []]], "e": ""]
    #expect(try TemplateValue(memo: value.memo) == value)
    let outputs = [Output("page", .page(template: "case", value)), Output("bytes", .bytes([1, 2]))]
    let kept = outputs.compactMap { KeptOutput($0) }
    #expect(try [KeptOutput](memo: kept.memo).map(\.output) == outputs)
    let deep = [UInt8](repeating: 4, count: 1).flatMap { _ in (0..<100_000).flatMap { _ in [UInt8(4), UInt8(2)] } }
    #expect(throws: DamagedMemo.self) { try TemplateValue(memo: deep) }
  }
}
