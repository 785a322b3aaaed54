/// Which entry types and fields of BibTeX and BibLaTeX are which types and variables of CSL.
enum BibTeXTables {
  static let types: [String: String] = [
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book", "bookinbook": "chapter", "booklet": "pamphlet",
    "collection": "book", "commentary": "document", "conference": "paper-conference", "dataset": "dataset", "electronic": "webpage",
    "image": "graphic", "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia", "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation",
    "letter": "personal_communication", "manual": "book", "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture",
    "music": "song", "mvbook": "book", "mvcollection": "book", "mvproceedings": "book", "mvreference": "book", "online": "webpage",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "phdthesis": "thesis", "proceedings": "book",
    "reference": "book", "report": "report", "review": "review", "software": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
  ]

  /// Fields whose text is the variable; of several for one variable the first that is there counts.
  static let variables: [(field: String, variable: String)] = [
    ("shortjournal", "container-title-short"), ("journalabbr", "container-title-short"), ("shorttitle", "title-short"),
    ("series", "collection-title"), ("volume", "volume"), ("volumes", "number-of-volumes"), ("pagetotal", "number-of-pages"),
    ("chapter", "chapter-number"), ("edition", "edition"), ("version", "version"), ("location", "publisher-place"),
    ("address", "publisher-place"), ("isbn", "ISBN"), ("issn", "ISSN"), ("note", "note"), ("annote", "annote"), ("annotation", "annote"),
    ("abstract", "abstract"), ("keywords", "keyword"), ("language", "language"), ("langid", "language"), ("eventtitle", "event-title"),
    ("venue", "event-place"), ("type", "genre"), ("pubstate", "status"), ("part", "part-number"), ("library", "archive"),
    ("origtitle", "original-title"), ("origpublisher", "original-publisher"), ("origlocation", "original-publisher-place"),
    ("callnumber", "call-number"), ("retracted", "retracted"),
  ]

  static let names: [(field: String, variable: String)] = [
    ("author", "author"), ("editor", "editor"), ("translator", "translator"), ("bookauthor", "container-author"),
    ("director", "director"), ("holder", "author"),
  ]

  /// BibLaTeX's words for kinds of theses and reports.
  static let genres: [String: String] = [
    "mathesis": "Master’s thesis", "phdthesis": "PhD thesis", "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report", "bathesis": "Bachelor’s thesis",
  ]
}
