internal import Diagnostics
internal import HTML

extension CheckReport {
  /// JUnit's XML as Jenkins and GitLab read it: a suite for each file, a test case for each diagnostic. What does not fail the check is a
  /// test that passes with its text as output. A check with nothing to tell is one test that passes.
  var junit: String {
    var suites: [(file: String, diagnostics: [Diagnostic])] = []
    for diagnostic in diagnostics {
      let file = diagnostic.location?.file ?? "site"
      // They come in the order of the files.
      if suites.last?.file == file { suites[suites.count - 1].diagnostics.append(diagnostic) } else { suites.append((file, [diagnostic])) }
    }
    let written =
      suites.isEmpty
      ? [suite("site", [], [.tag("testcase", ["name": "check", "classname": "site", "time": "0"])])]
      : suites.map { suite($0.file, $0.diagnostics, $0.diagnostics.map(testCase)) }
    let root = Node.tag("testsuites", ["name": "casebook check"], written)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.string() + "\n"
  }

  private func suite(_ file: String, _ diagnostics: [Diagnostic], _ tests: [Node]) -> Node {
    let failures = diagnostics.count { $0.severity >= failOn }
    return .tag(
      "testsuite",
      ["name": printable(file), "tests": String(tests.count), "failures": String(failures), "errors": "0", "skipped": "0", "time": "0"],
      tests)
  }

  private func testCase(_ diagnostic: Diagnostic) -> Node {
    let file = printable(diagnostic.location?.file ?? "site")
    let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    let name = diagnostic.rule + (diagnostic.location.map { ", line \($0.line), column \($0.column)" } ?? "")
    let text = printable(([place + diagnostic.summary] + diagnostic.details).joined(separator: "\n"))
    let outcome: Node =
      diagnostic.severity >= failOn
      ? .tag("failure", ["type": diagnostic.rule, "message": printable(diagnostic.summary)], .text(text))
      : .tag("system-out", .text("\(diagnostic.severity.rawValue): \(text)"))
    return .tag("testcase", ["name": name, "classname": file, "time": "0"], outcome)
  }
}

/// The text without the characters that XML 1.0 (section 2.2) has no way to write.
private func printable(_ text: String) -> String {
  func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
  guard !text.unicodeScalars.allSatisfy(isAllowed) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
}
