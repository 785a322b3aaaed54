extension ReferenceRule {
  static let incompleteWebReference = ReferenceRule(
    id: "web-reference-incomplete", code: "R11", explanation: PrintedReferenceRule.webReferenceIncomplete.explanation
  ) { reference, _ in
    guard reference.printedKind == .web, reference.variables["DOI"] == nil else { return nil }
    guard let address = reference.variables["URL"] else { return ReferenceFlaw(.error, "Web source has no address", remedy: "add \"URL\"") }
    if reference.dates["accessed"] == nil {
      return ReferenceFlaw(.error, "Web source has no date of access", remedy: "add \"accessed\", in BibTeX \"urldate\"")
    }
    let names = [reference.variables["title"], reference.variables["container-title"]].compactMap(\.self)
    guard WebAddress.isHomePage(address), !names.contains(where: { WebAddress.names(address, text: $0) }) else { return nil }
    return ReferenceFlaw(.warning, "Address \"\(address)\" is a home page", remedy: "give the address of the page itself")
  }

  static let malformedDOI = ReferenceRule(
    id: "doi-form", code: nil, explanation: "A DOI starts with \"10.\", four digits or more and a slash: 10.1001/archdermatol.2011.2052."
  ) { reference, _ in
    guard let doi = reference.variables["DOI"], !isDOI(Verbatim.doi(doi)) else { return nil }
    return ReferenceFlaw(.error, "\"\(doi)\" is not a DOI", remedy: "copy the DOI again from the article's page")
  }

  static func isDOI(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...]
    guard bytes.starts(with: "10.".utf8), !bytes.contains(where: \.isBlank) else { return false }
    let registrant = bytes.dropFirst(3).prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let rest = bytes[registrant.endIndex...]
    return registrant.count >= 4 && rest.first == UInt8(ascii: "/") && rest.count > 1
  }

  static let missingTitle = ReferenceRule(
    id: "reference-needs-title", code: nil, explanation: "Without a title the entry cannot be told from others."
  ) { reference, _ in
    guard reference.variables["title"]?.isEmpty ?? true, reference.type != "personal_communication", reference.type != "review" else {
      return nil
    }
    return ReferenceFlaw(.error, "Reference has no title", remedy: "add \"title\"")
  }

  static let missingAuthor = ReferenceRule(
    id: "reference-needs-author", code: nil, explanation: "Articles, books and reports have persons or a group as author or editor."
  ) { reference, _ in
    guard ["article-journal", "book", "chapter", "report", "thesis"].contains(reference.type),
      reference.names.allSatisfy({ $0.value.isEmpty })
    else { return nil }
    return ReferenceFlaw(.info, "Reference has no author", remedy: "add \"author\"; a group goes in braces or in \"literal\"")
  }

  static let missingDate = ReferenceRule(
    id: "reference-needs-date", code: nil, explanation: "Every style prints at least the year."
  ) { reference, _ in
    guard reference.dates["issued"] == nil, reference.printedKind != .web, !reference.isAhead else { return nil }
    return ReferenceFlaw(.warning, "Reference has no year", remedy: "add \"issued\", in BibTeX \"year\"")
  }

  static let retracted = ReferenceRule(
    id: "retracted-reference", code: nil, explanation: "The record says that the article was retracted. It should be cited only to say so."
  ) { reference, _ in
    guard reference.isRetracted else { return nil }
    return ReferenceFlaw(.warning, "Article was retracted", remedy: "take it out, or say in the text that it was retracted")
  }
}

extension Reference {
  /// Says so the record (PubMed's publication type), the status, or the title as publishers change it?
  package var isRetracted: Bool {
    if let flag = variables["retracted"], flag != "false", flag != "0", flag != "no" { return true }
    if variables["status"]?.lowercased() == "retracted" { return true }
    let title = PlainText.withoutTags(variables["title"] ?? "").lowercased()
    return title.hasPrefix("retracted:") || title.hasPrefix("retracted article") || title.hasPrefix("[retracted]")
  }
}
