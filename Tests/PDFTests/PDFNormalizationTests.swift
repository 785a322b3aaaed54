import PDF
import Testing

@Suite struct PDFNormalizationTests {
  private let date = "20261101000000+00'00'"

  @Test func twoPrintingsBecomeTheSameBytes() throws {
    let first = poster(date: "20260102030405+00'00'", elements: ["00000113", "00000999"])
    let later = poster(date: "20261231235959+00'00'", elements: ["00001204", "00001205"])
    #expect(first != later)
    let normalized = try normalizedPDF(first, date: date)
    #expect(try normalizedPDF(later, date: date) == normalized)
    #expect(try normalizedPDF(normalized, date: date) == normalized)
    let text = String(decoding: normalized, as: UTF8.self)
    #expect(text.contains("/CreationDate (D:20261101000000+00'00')"))
    #expect(text.contains("/ID (node00000001)") && text.contains("(node00000002)"))
    #expect(try PDFInspection(of: normalized) == PDFInspection(of: first))
  }

  /// The bytes of streams may look like anything.
  @Test func streamsStayAsTheyAre() throws {
    let content = "(node00000500) (D:20260102030405+00'00') pop"
    let normalized = String(decoding: try normalizedPDF(poster(content: content), date: date), as: UTF8.self)
    #expect(normalized.contains(content))
  }

  @Test func aSheetInMillimetresGetsItsExactSize() throws {
    let bytes = samplePDF([
      (1, "<<>>", nil), (2, "<</Type /Catalog /Pages 3 0 R>>", nil), (3, "<</Kids [4 0 R]>>", nil),
      (4, "<</Type /Page /MediaBox [0 0 1191.12 841.92]>>", nil),
    ])
    let exact = try normalizedPDF(bytes, date: date, size: (420 / 25.4 * 72, 297 / 25.4 * 72))
    #expect(String(decoding: exact, as: UTF8.self).contains("/MediaBox [0 0 1190.55 841.89]>>"))
    #expect(try normalizedPDF(bytes, date: date, size: (600, 400)) == bytes)
  }

  @Test func anotherDateFormIsLeft() throws {
    let bytes = poster()
    let text = String(decoding: try normalizedPDF(bytes, date: "2026"), as: UTF8.self)
    #expect(text.contains("D:20260102030405"))
  }
}
