internal import Diagnostics

extension RuleDocumentation {
  /// The site's own templates and citation styles.
  static let ofStyles: [RuleDocumentation] = [
    styleRule("template-syntax", .error, "Template can be read", "mend the tag at the place that is shown"),
    styleRule("template-without-end", .error, "Section of a template is closed", "add {{/name}}"),
    styleRule(
      "template-value-kind", .error, "Template uses a name for what it is", "use a list or a truth in a section, a text in a variable"),
    styleRule("unknown-template", .error, "Template that is included exists", "write the name of a template"),
    styleRule("unknown-template-name", .error, "Name in a template is one that it has", "write a name from docs/templates.md"),
    styleRule("unknown-block", .warning, "Block that is filled exists in the parent template", "write the name of one of its blocks"),
    styleRule("text-outside-block", .warning, "Text of a child template stands in a block", "put it in a block: {{$name}}…{{/name}}"),
    styleRule("unknown-style", .error, "Citation style exists", "write the id of a style, or the path of a .csl file in content/styles"),
    styleRule("invalid-style", nil, "Citation style can be read", "take the style from the CSL repository again"),
    styleRule("invalid-locale", .error, "Terms of a language can be read", "take the locale from the CSL repository again"),
    styleRule("invalid-xml", .error, "Citation style is well-formed XML", "take the style from the CSL repository again"),
    styleRule("macro-loop", .error, "Macros of a style do not call each other in a circle", "mend the style"),
    styleRule("unknown-macro", .error, "Macro that a style calls is there", "mend the style"),
    styleRule("unknown-element", .warning, "Element of a style is one of CSL 1.0.2", "mend the style; the element is left out"),
  ]

  /// Pictures, and the folder that is published into.
  static let ofOutput: [RuleDocumentation] = [
    outputRule("image-unreadable", .error, "Picture's file is a picture", "export it again as JPEG or PNG"),
    outputRule("image-format-unsupported", .error, "Picture is in a format that can be used", "export it as JPEG or PNG"),
    outputRule("image-is-animated", .error, "Picture is a still one", "export one frame of it"),
    outputRule(
      "image-too-large", .error, "Picture has a size that can be handled", "scale it down; 10,000 pixels are enough for any poster"),
    outputRule(
      "image-library-missing", .error, "Library for pictures is installed", "run scripts/setup, or casebook doctor to see what is missing"),
    outputRule(
      "picture-not-made", .error, "Every picture of a case is made", "mend what the other diagnostics say of pictures"),
    outputRule(
      "drawing-part-removed", .warning, "Drawing has no scripts or outside links",
      "nothing needs to be done, unless the drawing looks wrong"),
    outputRule(
      "loose-picture-carries-metadata", .warning, "Pictures that no figure shows identify nobody",
      "take them out of the folder, or take the data out of them"),
    outputRule(
      "photograph-not-taken-in", .warning, "Every file of a folder that is taken in is a photograph", "export it as JPEG, and run it again"),
    outputRule(
      "figures-not-added", .error, "Figures stand in a list that lines can be added to", "give each figure a line of its own, with a dash"),
    outputRule(
      "output-folder-is-foreign", .error, "Output folder is empty or Casebook's own", "name another folder with --output, or empty this one"
    ),
    outputRule(
      "poster-too-long", nil, "Poster's text fits at a legible size", "write a shorter poster.md; shorten the longest section first"),
    outputRule(
      "poster-not-printed", .error, "Poster or handout becomes a PDF that print shops and screen readers accept",
      "mend what the message names; what the browser says of poster.html may help"),
    outputRule("browser-missing", .warning, "Browser is there to make PDFs", "run \"apt-get install chromium-headless-shell\""),
    outputRule(
      "browser-without-sandbox", .warning, "Browser prints in its sandbox", "run Casebook as another user than root"),
    outputRule("output-folder-in-use", .error, "One build at a time writes to a folder", "wait until the other has ended"),
    outputRule("output-folder-vanished", .error, "Output folder stays during a build", "build again"),
    outputRule("output-disk-full", .error, "Disk has room for the output", "free some space, then build again"),
    outputRule("output-not-writable", .error, "Output folder can be written", "check its owner and permissions"),
    outputRule("output-path-used-twice", .error, "Two outputs have two paths", "rename one of them"),
    outputRule("output-path-taken", .error, "No other file is in the way of an output", "move it elsewhere"),
    outputRule("output-path-is-link", .error, "Output folder holds no symbolic links", "replace the link by a folder"),
    outputRule("share-unreadable", .error, "Share to be merged is whole", "build it again with casebook build --shard i/n"),
    outputRule("share-missing", .error, "Every case is in one of the shares", "name the folders of all shares, from 1/n to n/n"),
    outputRule("share-named-twice", .error, "Every case is in one share only", "name each share once, all of the same n"),
    outputRule(
      "share-of-another-site", .error, "Shares are built from the site they are merged into",
      "build all shares and merge them from the same files, with the same Casebook"),
    outputRule("output-manifest-damaged", .error, "Output folder's manifest can be read", "empty the folder, then build again"),
  ]
}

private func styleRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String) -> RuleDocumentation {
  RuleDocumentation(id, severity, headline, remedy: remedy, group: .styles)
}

private func outputRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String) -> RuleDocumentation {
  RuleDocumentation(id, severity, headline, remedy: remedy, group: .output)
}
