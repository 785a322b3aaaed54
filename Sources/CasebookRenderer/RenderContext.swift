package import CasebookModel
package import Templates

/// What all pages of a site are rendered with. It is made once and shared by all cases.
package struct RenderContext: Sendable {
  package let site: Site
  package let templates: TemplateSet
  let bibliography: Bibliography
  package let assets: Assets
  /// The pages of `content/pages/`, for the navigation.
  package let pages: [Page]

  package init(site: Site, templates: TemplateSet, bibliography: Bibliography, assets: Assets, pages: [Page]) {
    self.site = site
    self.templates = templates
    self.bibliography = bibliography
    self.assets = assets
    self.pages = pages
  }
}
