import CasebookModel
import CasebookReader
import Testing

/// What a narrative refers to must be there.
@Suite struct NarrativeTests {
  private func check(_ narrative: String, _ expected: [String]) throws {
    let yaml = "title: T\nfigures: [{id: foot-1, file: figures/a.jpg, site: Right foot, caption: \"see @fig-foot-3 and [@jones]\"}]\n"
    let references = #"[{"id": "smit", "type": "book", "title": "T"}]"#
    let files = ["case.yaml": yaml, "narrative.md": narrative, "references.json": references, "figures/a.jpg": tinyPicture]
    let always = "case.yaml:2:"
    #expect(try readCase(files).problems.filter { !$0.hasPrefix(always) } == expected)
  }

  @Test func crossReferencesHaveTargets() throws {
    try check(
      "# Case\n\nSee @fig-foot-2, @fig-foot-1 and @tbl-lab, @sec-case, @sec-foo, @fig-areas.\n\n| a |\n|---|\n| @fig-foot-9 |\n\n: C {#tbl-labs}\n\n```{wound-chart}\nid: fig-areas\n```\n",
      [
        "narrative.md:3:1 unknown-figure No figure has the id \"foot-2\" → did you mean \"@fig-foot-1\"?",
        "narrative.md:3:1 unknown-table No table has the id \"lab\" → did you mean \"@tbl-labs\"?",
        "narrative.md:3:1 unknown-section No section has the id \"foo\" → use one of @sec-case",
        "narrative.md:7:1 unknown-figure No figure has the id \"foot-9\" → did you mean \"@fig-foot-1\"?",
      ])
  }

  @Test func picturesAreDeclaredFigures() throws {
    try check(
      "![x](figures/b.jpg) ![](figures/a.jpg) ![](https://x.org/y.png) ![](figures/%61.jpg)\n",
      [
        "narrative.md:1:1 undeclared-picture \"figures/b.jpg\" is not the file of a figure in case.yaml → did you mean \"figures/a.jpg\"?",
        "narrative.md:1:1 undeclared-picture \"https://x.org/y.png\" is not the file of a figure in case.yaml → add it to figures: in case.yaml",
      ])
  }

  @Test func partsAreKnown() throws {
    try check(
      "```{timelin}\n```\n\n```{foo}\n```\n",
      [
        "narrative.md:1:1 unknown-part \"{timelin}\" is no generated part → did you mean \"{timeline}\"?",
        "narrative.md:4:1 unknown-part \"{foo}\" is no generated part → use one of timeline, figure, figures, wound-table, wound-chart, events, table, references",
      ])
  }

  @Test func optionsOfPartsAreChecked() throws {
    try check(
      "```{timeline}\nfoo: 1\nfigures: [foot-9]\nsite: Left\nwound: foo\n```\n\n```{figure}\n```\n\n```{references}\nx: y\n```\n\n```{events}\nkinds: [procedur]\n```\n\n```{wound-chart}\nwounds: [foo]\nform: lgo\npush: yes\n```\n",
      [
        "narrative.md:2:1 unknown-key \"foo\" is not a key of a timeline part → use one of its keys: figures, wound, site, caption, id",
        "narrative.md:8:1 missing-value Figure part has no \"id\" → add \"id: …\"",
        "narrative.md:12:1 unknown-key \"x\" is not a key of a references part → use one of its keys: first",
        "narrative.md:16:9 unknown-value \"procedur\" is not one of presentation, diagnosis, procedure, medication, imaging, lab, outcome or event → did you mean \"procedure\"?",
        "narrative.md:21:7 unknown-value \"lgo\" is not one of area, percent or log → did you mean \"log\"?",
        "narrative.md:22:7 wrong-type \"push\" takes true or false, not \"yes\"",
        "narrative.md:3:11 unknown-figure No figure has the id \"foot-9\" → did you mean \"foot-1\"?",
        "narrative.md:5:8 unknown-wound No wound has the id \"foo\" → define a wound with this id in case.yaml",
        "narrative.md:4:7 unknown-site No figure has the site \"Left\" → write a site as the figures have it",
        "narrative.md:20:10 unknown-wound No wound has the id \"foo\" → define a wound with this id in case.yaml",
      ])
  }

  @Test func optionsAreYAML() throws {
    try check(
      "```{timeline}\ncaption: Two: three\nfigures: [foot-1\n```\n",
      [
        "narrative.md:2:10 unquoted-colon \"Two: three\" has a colon in it and no quotes round it → put quotes round the caption: caption: \"Two: three\"",
        "narrative.md:3:10 unclosed-bracket \"[\" is not closed → close it, or put quotes round a text that begins with it",
      ])
  }

  @Test func aTablesFileIsThere() throws {
    try check(
      "```{table}\nfile: labs.csv\n```\n\n```{table}\ncaption: x\n```\n\n```{table}\nfile: /etc/passwd\n```\n",
      [
        "narrative.md:6:1 missing-value Table part has no \"file\" → add \"file: …\"",
        "narrative.md:10:7 invalid-path \"/etc/passwd\" is not a path inside the site's folder → copy the file into the case's folder and write its path relative to this file, with \"/\"",
        "narrative.md:2:7 missing-file \"labs.csv\" does not exist → check the spelling; capital and small letters differ",
      ])
  }

  @Test func citationsHaveReferences() throws {
    try check(
      "One [@smith; @balin; @smit]. Two [@balin]. Mail \\@home.\n",
      [
        "narrative.md:1:1 unknown-citation No reference has the key \"smith\" → did you mean \"@smit\"?",
        "narrative.md:1:1 unknown-citation No reference has the key \"balin\" → add the reference, or write \\@ for a plain @",
      ])
  }
}
