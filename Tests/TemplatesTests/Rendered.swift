import Diagnostics

@testable import Templates

/// Parses the templates, renders the first and gives everything that was said.
func rendered(_ templates: [(name: String, text: String)], _ value: TemplateValue) -> (output: String, diagnostics: [Diagnostic]) {
  var parsed: [String: Template] = [:]
  var diagnostics: [Diagnostic] = []
  for (name, text) in templates {
    let (template, problems) = Template.parse(Array(text.utf8), file: name)
    diagnostics += problems
    parsed[name] = template
  }
  if diagnostics.containErrors { return ("", diagnostics) }
  let set = TemplateSet(parsed)
  diagnostics += set.diagnostics
  var out: [UInt8] = []
  diagnostics += set.render(templates.first?.name ?? "", value, into: &out)
  return (String(decoding: out, as: UTF8.self), diagnostics)
}

func rendered(_ text: String, _ value: TemplateValue = [:]) -> (output: String, diagnostics: [Diagnostic]) {
  rendered([("main", text)], value)
}
