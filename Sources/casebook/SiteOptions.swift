internal import ArgumentParser
internal import Files

/// Where the site is, and how much is said.
struct SiteOptions: ParsableArguments {
  @Option(name: .long, help: "The site's folder (default: this one, or the nearest above it with content/site.yaml).")
  var site: String?

  @Flag(name: .long, help: "Show progress also where the output is no terminal.")
  var progress = false

  @Flag(name: .long, help: "Say nothing but diagnostics and results.")
  var quiet = false
}
