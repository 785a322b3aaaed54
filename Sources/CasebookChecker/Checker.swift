package import CasebookModel
package import Diagnostics

/// Checks cases against the rules of a site.
package struct Checker: Sendable {
  package let site: Site
  /// Keys of the references that all cases share.
  package let sharedKeys: Set<String>

  package init(site: Site, sharedKeys: Set<String> = []) {
    self.site = site
    self.sharedKeys = sharedKeys
  }

  package func check(_ case: Case) -> [Diagnostic] { [] }
}
