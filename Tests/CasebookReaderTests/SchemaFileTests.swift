import CasebookReader
import DataFormats
import Testing

@Suite struct SchemaFileTests {
  private func schema(_ file: SchemaFile) throws -> Node { try #require(JSON.parse(file.bytes, file: "schema.json").node) }

  @Test func everyKeyOfTheExampleIsInTheSchema() throws {
    let node = try #require(YAML.parse(Array(WholeCaseTests.yaml.utf8), file: "case.yaml").node)
    let properties = try #require(try schema(.case)["properties"])
    for entry in node.entries ?? [] { #expect(properties[entry.key.value]?["description"]?.text?.isEmpty == false) }
    // A theme of a case's own is rare, and not in the example.
    #expect((node.entries?.count ?? 0) + 1 == properties.entries?.count)
    #expect(try schema(.case)["required"]?.elements?.map(\.text) == ["title"])
  }

  @Test func choicesAndNestedKeysAreThere() throws {
    let figures = try schema(.case)["properties"]?["figures"]?["anyOf"]?.elements?.first?["items"]
    #expect(figures?["additionalProperties"]?.text == "false")
    #expect(figures?["properties"]?["kind"]?["anyOf"]?.elements?.first?["enum"]?.elements?.count == 9)
    #expect(try schema(.site)["properties"]?["visibility"] != nil)
  }

  @Test func theBytesAreTheSameEachTime() {
    #expect(SchemaFile.case.bytes == SchemaFile.case.bytes)
    #expect(SchemaFile.site.bytes.last == UInt8(ascii: "\n"))
  }
}
