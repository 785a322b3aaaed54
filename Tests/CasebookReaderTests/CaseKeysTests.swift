import CasebookModel
import CasebookReader
import Testing

/// Keys, types and required values of `case.yaml`.
@Suite struct CaseKeysTests {
  private func check(_ yaml: String, _ expected: [String]) throws {
    #expect(try problems(inCase: yaml) == expected)
  }

  @Test func anUnknownKeyIsNamedWithTheNearest() throws {
    try check(
      "keymessage: x\nfoo: 1\nkey_message: y\nmessage: z",
      [
        "case.yaml:2:1 unknown-key \"keymessage\" is not a key of a case → did you mean \"key-message\"?",
        "case.yaml:3:1 unknown-key \"foo\" is not a key of a case → use one of its keys: title, key-message, status, published, updated, language, synthetic, authors, affiliations, patient, diagnosis, codes, keywords, topics, setting, abstract, timeline, events, figures, wounds, outcome, consent, basis, ethics, funding, disclosures, acknowledgements, ai-use, perspective, adverse-events, presented, aliases, posters, theme, waivers",
        "case.yaml:4:1 unknown-key \"key_message\" is not a key of a case → did you mean \"key-message\"?",
        "case.yaml:5:1 unknown-key \"message\" is not a key of a case → did you mean \"key-message\"?",
      ])
  }

  @Test func everyScalarHasItsType() throws {
    try check(
      "status: pubished\nlanguage: [en]\nsynthetic: yes\npatient: {age: 158, sex: man}\nkeywords: foo\ndiagnosis: {a: b}",
      [
        "case.yaml:2:9 unknown-value \"pubished\" is not one of draft, unlisted, published or withdrawn → did you mean \"published\"?",
        "case.yaml:3:11 wrong-type \"language\" takes a text, not a list",
        "case.yaml:4:12 wrong-type \"synthetic\" takes true or false, not \"yes\"",
        "case.yaml:5:16 wrong-type \"age\" takes a whole number from 0 to 130, not \"158\"",
        "case.yaml:5:26 unknown-value \"sex\" takes female, male, intersex or unknown, not \"man\"",
        "case.yaml:7:12 wrong-type \"diagnosis\" takes a text, not keys and values",
        "case.yaml:6:11 wrong-type \"keywords\" takes a list, not \"foo\" → write keywords: [foo]",
      ])
  }

  @Test func aQuotedNumberIsText() throws {
    try check(
      "patient: {age: \"58\"}\nsynthetic: \"true\"",
      [
        "case.yaml:3:12 wrong-type \"synthetic\" takes true or false, not \"true\" → remove the quotes",
        "case.yaml:2:16 wrong-type \"age\" takes a whole number from 0 to 130, not \"58\" → remove the quotes",
      ])
  }

  @Test func whatIsRequiredIsMissed() throws {
    try check(
      "consent: {covers: [text, imges]}\nbasis: {kind: x}\npresented: [{number: 3}]\nwaivers: [{at: figurs.f1}]\nevents: [{week: 1}]\nfigures: [{file: a.jpg}]\nwounds: [{label: x}]",
      [
        "case.yaml:2:26 unknown-value \"imges\" is not one of text, images, poster or web → did you mean \"images\"?",
        "case.yaml:2:10 missing-value Consent has no \"status\" → add \"status: …\"",
        "case.yaml:3:15 unknown-value \"kind\" takes previously-published, not \"x\"",
        "case.yaml:3:8 missing-value Basis has no \"source\" → add \"source: …\"",
        "case.yaml:4:13 missing-value Presentation has no \"meeting\" → add \"meeting: …\"",
        "case.yaml:5:11 missing-value Waiver has no \"rule\" → add \"rule: …\"",
        "case.yaml:5:11 missing-value Waiver has no \"reason\" → add \"reason: …\"",
        "case.yaml:6:10 missing-value Event has no \"text\" → add \"text: …\"",
        "case.yaml:7:11 missing-value Figure has no \"id\" → add \"id: …\"",
        "case.yaml:8:10 missing-value Wound has no \"id\" → add \"id: …\"",
      ])
  }

  @Test func aKeyGivenTwiceIsReported() throws {
    try check(
      "title: again\nabstract: {introduction: x, foo: y}",
      [
        "case.yaml:2:1 duplicate-key Key \"title\" is given twice → keep one of the two | first defined here 1:1",
        "case.yaml:3:29 unknown-key \"foo\" is not a key of an abstract → use one of its keys: introduction, findings, course, conclusion",
      ])
  }

  @Test func aListIsNoMapping() throws {
    try check(
      "figures: {id: x}\nwounds: [foot]\nauthors: Jordan\nposters: main\nclassifications: 3",
      [
        "case.yaml:4:10 wrong-type \"authors\" takes a list, not \"Jordan\" → write authors: [Jordan]",
        "case.yaml:5:10 wrong-type \"posters\" takes a list, not \"main\" → write posters: [main]",
        "case.yaml:2:10 wrong-type \"figures\" takes a list, not keys and values → begin each of its items with a hyphen",
        "case.yaml:3:10 wrong-type A wound's keys and values are expected, not \"foot\"",
        "case.yaml:6:1 unknown-key \"classifications\" is not a key of a case → use one of its keys: title, key-message, status, published, updated, language, synthetic, authors, affiliations, patient, diagnosis, codes, keywords, topics, setting, abstract, timeline, events, figures, wounds, outcome, consent, basis, ethics, funding, disclosures, acknowledgements, ai-use, perspective, adverse-events, presented, aliases, posters, theme, waivers",
      ])
  }

  @Test func aKeyWithoutValueIsNotGiven() throws {
    try check(
      "key-message:\nauthors: ~\nfigures: null\npatient:\ntimeline:\nconsent:",
      [])
  }

  @Test func aCommaInAFlowMappingIsNamed() throws {
    try check(
      "events:\n  - {week: 3, text: Total contact cast, new}",
      [
        "case.yaml:3:41 unknown-key \"new\" is not a key of an event → put quotes round a text that has a comma in it"
      ])
  }

  @Test func postersHaveSizesAndIds() throws {
    try check(
      "posters: [{size: 48x36}, {id: a, size: A0-landscape, distance: 2m}, {id: a}, {id: b, layout: colums, columns: 99, distance: far}]",
      [
        "case.yaml:2:18 wrong-type \"size\" takes a size such as 48x36in, 90x120cm, A0, A0-landscape, Letter, 16:9 or 3840x2160px, not \"48x36\"",
        "case.yaml:2:94 unknown-value \"colums\" is not one of columns, billboard, portrait, photo or eposter → did you mean \"columns\"?",
        "case.yaml:2:111 wrong-type \"columns\" takes a whole number from 1 to 12, not \"99\"",
        "case.yaml:2:125 wrong-type \"distance\" takes a distance such as 4ft or 1.2m, not \"far\"",
        "case.yaml:2:74 duplicate-id Poster \"a\" is defined twice → give one of them another id | first defined here 2:31",
      ])
  }

  @Test func aliasesAreSlugs() throws {
    try check(
      "aliases: [old-slug, Old Slug]",
      [
        "case.yaml:2:21 invalid-slug \"Old Slug\" cannot be an address → use lower-case letters, digits and hyphens"
      ])
  }

  @Test func waiversPointAtPlacesOfTheCase() throws {
    try check(
      "waivers:\n  - {rule: x, at: figures.f3, reason: y}\n  - {rule: x, at: figurs.f1, reason: y}\n  - {rule: x, at: title, reason: y}\nfigures: [{id: f1}]",
      [
        "case.yaml:3:19 unknown-figure No figure has the id \"f3\" → did you mean \"f1\"?",
        "case.yaml:4:19 unknown-value \"figurs.f1\" is no place in a case → did you mean \"figures\"?",
      ])
  }

  @Test func curlyQuotesAndLostCommentsAreNamed() throws {
    try check(
      "key-message: “Finding the dose”\noutcome: Ulcer #3 closed\nsetting: Clinic: outpatient",
      [
        "case.yaml:4:10 unquoted-colon \"Clinic: outpatient\" has a colon in it and no quotes round it → put quotes round the setting: setting: \"Clinic: outpatient\"",
        "case.yaml:2:14 warning curly-quotes Curly quotes round a text are part of it → use straight quotes (\"), or put straight quotes round the curly ones to keep them",
        "case.yaml:3:16 warning lost-comment The text after \"#\" is read as a comment → put quotes round the whole text, or write two spaces before a comment and one after \"#\"",
      ])
  }
}
