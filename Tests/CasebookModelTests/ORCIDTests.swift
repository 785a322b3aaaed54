import CasebookModel
import Testing

@Suite struct ORCIDTests {
  @Test(arguments: ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1694-233X", "http://orcid.org/0000-0001-5109-3700"])
  func validOnesHaveTheirCheckCharacter(_ text: String) throws {
    let orcid = try #require(ORCID.normalized(text))
    #expect(orcid.count == 19)
    #expect(ORCID.checkCharacter(of: orcid) == orcid.last)
  }

  @Test(arguments: ["0000-0002-1825-0098", "0000-0002-1852-0097", "0000-0002-1825-009X"])
  func aSlipIsFound(_ text: String) throws {
    let orcid = try #require(ORCID.normalized(text))
    #expect(ORCID.checkCharacter(of: orcid) != orcid.last)
  }

  @Test(arguments: ["0000000218250097", "0000-0002-1694-233x", "0000-0002-1825-009", "", "orcid", "0000-0002-1825-00977"])
  func otherFormsAreRefused(_ text: String) { #expect(ORCID.normalized(text) == nil) }
}
