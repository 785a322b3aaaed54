internal import Diagnostics

extension RuleDocumentation {
  /// Keys and values of site.yaml, case.yaml and measurements.
  static let ofData: [RuleDocumentation] = [
    dataRule(
      "unknown-key", .error, "Key is one that Casebook knows", "write the key that is proposed; casebook schema case lists them",
      bad: "keymessage: …", good: "key-message: …"),
    dataRule(
      "unknown-value", .error, "Value is one of those that there are", "write one of the values that are listed", bad: "status: publish",
      good: "status: published"),
    dataRule(
      "wrong-type", .error, "Value is of the kind that the key needs", "write it as the message shows", bad: "synthetic: maybe",
      good: "synthetic: true"),
    dataRule("missing-value", nil, "What is needed is there", "add the key or the cell that is named"),
    dataRule(
      "invalid-id", .error, "Id consists of letters, digits, hyphens and underscores", "rename it", bad: "id: left heel",
      good: "id: left-heel"),
    dataRule("duplicate-id", .error, "Id is used once", "give one of the two another id"),
    dataRule("invalid-slug", .error, "Folder's name can be an address", "rename the folder, with lower-case letters, digits and hyphens"),
    dataRule(
      "invalid-path", .error, "Path stays inside the site's folder", "copy the file into the case's folder and write its path with \"/\""),
    dataRule("invalid-email", .error, "E-mail address is one", "write name@example.org"),
    dataRule("invalid-date", .error, "Date is written year-month-day", "write 2018-03-14, 2018-03 or 2018"),
    dataRule(
      "impossible-date", .error, "Date is a day of the calendar", "correct the date", bad: "date: 2018-02-30", good: "date: 2018-02-28"),
    dataRule(
      "ambiguous-date", .error, "Date can be read in one way only", "write it year-month-day, or set date-order in site.yaml",
      bad: "date: 5/10/2018", good: "date: 2018-05-10"),
    dataRule("conflicting-times", .error, "Time is said in one way", "keep one of date, day, week and visit"),
    dataRule(
      "ends-before-start", .error, "Event ends after it starts", "correct the start or until", bad: "{week: 8, until: 4, text: Cast}",
      good: "{week: 4, until: 8, text: Cast}"),
    dataRule("missing-day-0", .error, "Dates and weeks are related by a day 0", "add \"timeline: {day-0: 2018-03-14}\""),
    dataRule("outside-picture", .error, "Region lies inside the picture", "make x + width and y + height at most 100%"),
    dataRule("unknown-affiliation", .error, "Affiliation of an author is listed", "write a key of \"affiliations\""),
    dataRule("unknown-wound", .error, "Wound that is named is listed", "write the id of a wound"),
    dataRule("unknown-figure", .error, "Figure that is named is listed", "write the id of a figure"),
    dataRule("unknown-table", .error, "Table that is mentioned has its id", "write {#tbl-…} under the table"),
    dataRule("unknown-section", .error, "Section that is mentioned has its id", "write {#sec-…} after the heading"),
    dataRule(
      "unknown-poster-section", .warning, "Section that a poster orders or spans is there", "write the id of a heading, timeline or wounds"),
    dataRule(
      "theme-contrast", .error, "Theme's colours can be read on paper", "write the shade that is proposed",
      bad: "theme: {brand: \"#56b4e9\"}",
      good: "theme: {brand: \"#0072b2\"}"),
    dataRule("logo-invisible", .warning, "Logo can be seen on white", "use an SVG of it, or a version in dark colours"),
    dataRule("unknown-site", .error, "Site that a timeline shows is one of the figures'", "write a site as the figures have it"),
    dataRule(
      "unknown-number", .error, "Number in a text is one that the data has",
      "write the wound's id and a visit that was measured, such as `{area foot week 4}`"),
    dataRule(
      "unknown-part", .error, "Generated part is one that there is",
      "write timeline, figure, figures, wound-table, wound-chart, events, table or references"),
    dataRule("unknown-citation", .error, "Citation has its reference", "write the key of a reference, or \\@ for a plain @"),
    dataRule("undeclared-picture", .error, "Picture in a text is a figure of the case", "add it to \"figures\" in case.yaml"),
    dataRule("unknown-column", nil, "Column is one of measurements", "rename the column as proposed"),
    dataRule("duplicate-column", .error, "Column is there once", "remove or rename one of the two"),
    dataRule("missing-column", .error, "Table of several wounds has a column \"wound\"", "add the column with the wounds' ids"),
    dataRule("missing-unit", .error, "Column of sizes names its unit", "write length_cm, length_mm or length_in"),
    dataRule("decimal-comma", .error, "Decimals have a point", "write 8.91 for 8,91"),
    dataRule("formula-cell", .error, "Cells hold values, not formulas", "save the table with its values"),
    dataRule("negative-measurement", .error, "Sizes are not negative", "leave the cell empty when nothing was measured"),
    dataRule("totals-row", .warning, "Row is a visit, not a total", "remove rows with totals or means"),
    dataRule("no-measurements", .warning, "Table has rows of the wound", "check the ids in its column \"wound\""),
    dataRule("unused-measurements", .warning, "Rows are used", "remove the rows, or name the table in the wound's \"measurements\""),
    dataRule("measurements-without-wound", .warning, "Measurements belong to a wound", "add the wound to case.yaml"),
    dataRule("unknown-poster", .error, "Poster that is named is one of the case", "write the id of one of its posters, or handout"),
    dataRule("unknown-case", .error, "Case that is named is a folder of content/cases", "write the folder's name"),
    dataRule("unknown-rule", .error, "Rule that is named is one that there is", "write a name from this list"),
    dataRule("rule-not-adjustable", .error, "Rule that is changed or waived is one about content", "mend what the rule reports"),
    RuleDocumentation(
      "looser-dates", .error, "Case publishes dates no looser than its site",
      why: "A case may be stricter than its site, but looser only for a reason that it names.",
      remedy: "remove \"timeline: {dates: …}\", add a basis, or waive the rule with the reason",
      bad: "timeline: {dates: calendar}", good: "timeline: {dates: calendar}\nbasis: {kind: previously-published, source: Poster of 2019}"),
    RuleDocumentation("unused-waiver", .info, "Waiver is needed", remedy: "remove it, so that it hides nothing later"),
    RuleDocumentation(
      "alias-taken", .error, "Alias belongs to one case", why: "An alias is an old address that leads to the case. It can't lead to two.",
      remedy: "keep it in one case"),
    RuleDocumentation(
      "topic-spelled-two-ways", .warning, "Topic is spelled in one way",
      why: "Topics are compared without capitals, hyphens and a plural's s. Each spelling gets a page of its own.",
      remedy: "write it alike in all cases",
      bad: "topics: [Off-loading]   and   topics: [Offloading]", good: "topics: [Off-loading]   and   topics: [Off-loading]"),
  ]

  /// Of problems with a case that no rule of `Rules.all` reports.
  static let ofCases: [RuleDocumentation] = [
    RuleDocumentation(
      "poster-overflows", .error, "Poster's content fits at the least legible size",
      why: """
        The browser that prints the poster has laid it out with the smallest type that can be read from the poster's distance, and
        something runs over. The numbers are measured. Nothing is ever cut off: "casebook pdf" still makes a draft, smaller than it
        should be.
        """, remedy: "do what the message says: shorten a section, show fewer photographs, or use a larger sheet",
      bad: "A poster.md of 3,000 words on A2", good: "The same on two posters, or 600 words"),
    RuleDocumentation(
      "print-request-refused", .warning, "Page that is printed loads nothing but its own files",
      why:
        "A poster or handout may load its pictures, style sheets and fonts. Other files of this computer and the network are closed to it.",
      remedy: "remove the frame, picture or script from the page's raw HTML, or make the picture a figure of the case"),
    RuleDocumentation(
      "figure-dpi", .warning, "Picture has enough pixels for its printed size",
      why: "At its size on the poster a picture needs 150 dots per inch, better 300; below 100 it looks coarse.",
      remedy: "use the original from the camera, crop less, or print it smaller"),
  ]
}

private func dataRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String, bad: String = "", good: String = "")
  -> RuleDocumentation
{
  RuleDocumentation(id, severity, headline, remedy: remedy, bad: bad, good: good, group: .data)
}
