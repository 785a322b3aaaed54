package import Files

/// Starts a library in an empty folder, or in one that is not there yet. No template is copied, so that an upgrade reaches it.
package func writeNewSite(in folder: WritableFolder, title: String) throws(FileProblem) {
  try folder.makeFolder()
  if folder.status(of: "content") != nil { throw FileProblem("content", .exists, "is there already: this folder is a site") }
  try folder.makeFolder("content/cases")
  try folder.makeFolder("content/pages")
  try writeSchemas(in: folder)
  let site = """
    # yaml-language-server: $schema=../\(schemaFolder)/site.schema.json
    title: \(quoted(title))
    # url: https://cases.example.org/   # without it there is no QR code, feed or sitemap
    # department: Department of Podiatric Surgery, Example Health
    # description: Cases by our residents and faculty
    visibility: private               # private: search engines stay away | public
    dates: relative                   # true dates leave the file only with calendar or year
    style: american-medical-association
    navigation: [cases, topics, pages/about.md]

    """
  try folder.create("content/site.yaml", Array(site.utf8))
  try folder.create("content/pages/about.md", Array("# About\n\nWho we are, and whom to ask.\n".utf8))
  if folder.status(of: ".gitignore") == nil {
    try folder.create(".gitignore", Array("/output/\n/print/\n/.casebook/\n".utf8))
  }
}
