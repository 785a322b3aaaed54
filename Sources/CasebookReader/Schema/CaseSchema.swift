internal import CasebookModel
internal import WoundProgress

extension ObjectSchema {
  /// `case.yaml`.
  static let `case` = ObjectSchema(
    "a case",
    [
      Property("title", .text, "The case's title", required: true),
      Property("key-message", .text, "One sentence in the authors' words", synonyms: ["message", "take-away", "summary"]),
      Property("status", .choice(of: Case.Status.self), "draft (the default), unlisted, published or withdrawn", synonyms: ["state"]),
      Property("published", .date, "The day of publication", synonyms: ["date"]),
      Property("updated", .date, "The day of the last change", synonyms: ["modified"]),
      Property("language", .text, "A language tag such as en", synonyms: ["lang"]),
      Property("synthetic", .boolean, "true prints \"synthetic case\" wherever the case appears"),
      Property("authors", .list(.either([.text, .object(.author)])), "In the order of the byline"),
      Property("affiliations", .map(.either([.text, .object(.affiliation)])), "By keys of your choice, which authors refer to"),
      Property("patient", .object(.patient), "Shown by the site's policy"),
      Property("diagnosis", .text, "The main diagnosis"),
      Property("codes", .list(.text), "Such as ICD-10-CM E11.621"),
      Property("keywords", .list(.text), "Key words", synonyms: ["tags"]),
      Property("topics", .list(.text), "The library's topics", synonyms: ["categories"]),
      Property("setting", .text, "Where the patient was treated"),
      Property("abstract", .either([.text, .object(.abstract)]), "Plain, or with the sub-keys of CARE item 3"),
      Property("timeline", .object(.timeline), "Day 0 and how dates are published"),
      Property("events", .list(.object(.event)), "What happened, and when"),
      Property("figures", .list(.object(.figure)), "Photographs, radiographs, drawings", synonyms: ["images", "photos", "photographs"]),
      Property("wounds", .list(.object(.wound)), "Wounds and their measurements"),
      Property("outcome", .text, "In the authors' words"),
      Property("consent", .object(.consent), "The patient's consent"),
      Property("basis", .object(.basis), "Why true dates or a missing consent are acceptable"),
      Property("ethics", .text, "Approval by a board, or why none was needed", synonyms: ["irb"]),
      Property("funding", .text, "Who paid"),
      Property("disclosures", .text, "Interests to disclose", synonyms: ["conflicts", "conflicts-of-interest"]),
      Property("acknowledgements", .text, "Thanks", synonyms: ["acknowledgments", "thanks"]),
      Property("ai-use", .text, "How artificial intelligence was used"),
      Property("perspective", .text, "In the patient's words"),
      Property("adverse-events", .text, "Say so when there were none"),
      Property("presented", .list(.object(.presentation)), "Meetings where the case was shown"),
      Property("aliases", .list(.slug), "Earlier slugs, which lead here"),
      Property("posters", .list(.object(.poster)), "The first is the default"),
      Property("theme", .object(.theme), "Colours and logos in place of the site's"),
      Property("waivers", .list(.object(.waiver)), "Rules that are set aside, with the reason"),
    ])

  static let author = ObjectSchema(
    "an author",
    [
      Property("name", .either([.text, .object(.personName)]), "The name, in one or in parts", required: true),
      Property("credentials", .list(.text), "Such as [DPM, FACFAS]", synonyms: ["degrees"]),
      Property("affiliations", .list(.text), "Keys of the case's affiliations"),
      Property("orcid", .text, "The ORCID iD, such as 0000-0002-1825-0097"),
      Property("presenting", .boolean, "true for who presents the poster"),
      Property("corresponding", .either([.boolean, .object(.correspondence)]), "Who answers letters"),
      Property("disclosure", .text, "The author's own disclosure"),
    ])

  static let personName = ObjectSchema(
    "a name",
    [
      Property("given", .text, "Given names"), Property("family", .text, "Family name", required: true),
      Property("particle", .text, "Such as van"), Property("suffix", .text, "Such as Jr"),
    ])

  static let correspondence = ObjectSchema("a correspondence", [Property("email", .text, "The address, printed in the byline")])

  static let affiliation = ObjectSchema(
    "an affiliation",
    [
      Property("name", .text, "The institution", required: true), Property("place", .text, "Such as Springfield, USA"),
      Property("logo", .text, "A file, relative to this one"),
    ])

  static let patient = ObjectSchema(
    "a patient",
    [
      Property("age", .integer(0...130), "In whole years"),
      Property("sex", .choice(of: Patient.Sex.self), "As recorded", synonyms: ["gender"]),
    ])

  static let abstract = ObjectSchema(
    "an abstract",
    [
      Property("introduction", .text, "What is unique"), Property("findings", .text, "Main symptoms and findings"),
      Property("course", .text, "Diagnoses, interventions, outcomes"), Property("conclusion", .text, "What to take away"),
    ])

  static let timeline = ObjectSchema(
    "a timeline",
    [
      Property("day-0", .date, "The day that relative time starts from"),
      Property("dates", .choice(of: DatePolicy.self), "How dates are published; looser than the site only with a basis or a waiver"),
    ])

  static let event = ObjectSchema(
    "an event",
    times + [
      Property(
        "until", .either([.date, .integer(TimePoint.days), .choice(["ongoing"])]), "When it ended, counted like its start, or ongoing",
        synonyms: ["to", "end"]),
      Property("kind", .choice(of: Event.Kind.self), "What kind of event", synonyms: ["type"]),
      Property("text", .text, "What happened", required: true, synonyms: ["description", "title"]),
    ])

  /// One of them says when.
  static let times = [
    Property("date", .date, "The true date, published by the date policy"), Property("day", .integer(TimePoint.days), "Days since day 0"),
    Property("week", .integer(TimePoint.weeks), "Weeks since day 0"), Property("visit", .integer(TimePoint.visits), "A visit's number"),
  ]

  static let consent = ObjectSchema(
    "a consent",
    [
      Property("status", .choice(of: Consent.Status.self), "What was obtained", required: true),
      Property("covers", .list(.choice(of: Consent.Coverage.self)), "What the consent is for"),
      Property("note", .text, "Never printed"),
    ])

  static let basis = ObjectSchema(
    "a basis",
    [
      Property("kind", .choice(of: Basis.Kind.self), "What makes it acceptable", required: true),
      Property("source", .text, "Where it was published", required: true),
    ])

  static let presentation = ObjectSchema(
    "a presentation",
    [
      Property("meeting", .text, "The meeting", required: true), Property("date", .date, "When, also a month or a year"),
      Property("number", .text, "The poster's number"),
    ])

  static let poster = ObjectSchema(
    "a poster",
    [
      Property("id", .id, "Part of the PDF's name"),
      Property("size", .size, "48x36in, 90x120cm, A0 (portrait), A0-landscape, Letter, 16:9 or 3840x2160px"),
      Property("layout", .choice(of: PosterFormat.Layout.self), "How the poster is laid out"),
      Property("columns", .integer(1...12), "How many columns; none: as many as suit the size"),
      Property("distance", .either([.number, .pattern("^[0-9.]+ ?(ft|m)$")]), "From where it must be legible, such as 4ft"),
      Property("sections", .list(.text), "The order of sections: ids of headings, timeline, wounds, conclusion, references"),
      Property("spans", .map(.integer(1...12)), "How many columns a section takes"),
      Property("export", .object(.pictureExport), "Also a picture, for a screen that takes no PDF"),
    ])

  static let pictureExport = ObjectSchema(
    "a picture of a poster",
    [
      Property("format", .choice(of: PictureExport.Format.self), "jpeg or png", required: true),
      Property("width", .integer(320...8_192), "In pixels", required: true),
      Property("max-bytes", .either([.number, .pattern("^[0-9.]+ ?(kB|MB)$")]), "The greatest size of the file, such as 2MB"),
    ])

  static let waiver = ObjectSchema(
    "a waiver",
    [
      Property("rule", .text, "The rule's id", required: true),
      Property("at", .text, "Where, such as figures.foot-1; none: the whole case"),
      Property("reason", .text, "Why", required: true),
    ])

  static let wound = ObjectSchema(
    "a wound",
    [
      Property("id", .id, "Its name in this case", required: true), Property("label", .text, "Such as Plantar ulcer"),
      Property("site", .text, "Where on the body", synonyms: ["location"]),
      Property("type", .choice(of: Wound.Kind.self), "The kind of wound", synonyms: ["kind"]),
      Property("etiology", .text, "The author's words", synonyms: ["aetiology"]),
      Property("classifications", .map(.text), "Such as {wagner: 2, university-of-texas: 1A}"),
      Property("area-method", .choice(of: AreaMethod.self), "How areas come about; required where there are measurements"),
      Property("measurements", .either([.text, .list(.map(.text))]), "A CSV file, or the measurements themselves"),
    ])
}
