import CasebookModel
import CasebookReader
import Testing

/// Figures: ids, files, regions, scales and annotations.
@Suite struct CaseFigureTests {
  private func check(_ yaml: String, _ expected: [String]) throws {
    #expect(try problems(inCase: yaml) == expected)
  }

  @Test func idsAreUniqueAndPlain() throws {
    try check(
      "figures:\n  - id: a b\n  - {id: f1}\n  - {id: f1}\n  - {id: ''}",
      [
        "case.yaml:3:9 invalid-id \"a b\" is not an id → use letters, digits, hyphens and underscores",
        "case.yaml:6:10 invalid-id \"\" is not an id → use letters, digits, hyphens and underscores",
        "case.yaml:5:10 duplicate-id Figure \"f1\" is defined twice → give one of them another id | first defined here 4:10",
      ])
  }

  @Test func pathsStayInside() throws {
    try check(
      "figures:\n  - {id: a, file: /etc/passwd}\n  - {id: b, file: ../../../../x.jpg}\n  - {id: c, file: 'https://example.org/a.jpg'}\n  - {id: d, file: 'figures\\a.jpg'}\n  - {id: e, file: figures/missing.jpg}",
      [
        "case.yaml:3:19 invalid-path \"/etc/passwd\" is not a path inside the site's folder → copy the file into the case's folder and write its path relative to this file, with \"/\"",
        "case.yaml:4:19 invalid-path \"../../../../x.jpg\" is not a path inside the site's folder → copy the file into the case's folder and write its path relative to this file, with \"/\"",
        "case.yaml:5:19 invalid-path \"https://example.org/a.jpg\" is not a path inside the site's folder → copy the file into the case's folder and write its path relative to this file, with \"/\"",
        "case.yaml:6:19 invalid-path \"figures\\a.jpg\" is not a path inside the site's folder → copy the file into the case's folder and write its path relative to this file, with \"/\"",
        "case.yaml:7:19 missing-file \"figures/missing.jpg\" does not exist → check the spelling; capital and small letters differ",
      ])
  }

  @Test func regionsAreWithinThePicture() throws {
    try check(
      "figures:\n  - id: f\n    crop: {x: 5%, y: 1, width: 96%, height: 3}\n    redact: [{x: 1}, {x: 1, y: 2, width: 0, height: 5}, {x: -1, y: 2%, width: 101%, height: 5em}]",
      [
        "case.yaml:4:32 outside-picture Region reaches beyond 100% of the picture's width → make x + width and y + height at most 100%",
        "case.yaml:5:14 missing-value Region has no \"y\" → add \"y: …\"",
        "case.yaml:5:14 missing-value Region has no \"width\" → add \"width: …\"",
        "case.yaml:5:14 missing-value Region has no \"height\" → add \"height: …\"",
        "case.yaml:5:42 outside-picture Region has no width → make x + width and y + height at most 100%",
        "case.yaml:5:61 wrong-type \"x\" takes pixels or percent, such as 120 or 5%, not \"-1\"",
        "case.yaml:5:79 wrong-type \"width\" takes pixels or percent, such as 120 or 5%, not \"101%\"",
        "case.yaml:5:93 wrong-type \"height\" takes pixels or percent, such as 120 or 5%, not \"5em\"",
      ])
  }

  @Test func aScaleIsComplete() throws {
    try check(
      "figures:\n  - {id: a, scale: {from: [1,2]}}\n  - {id: b, scale: {pixels-per-cm: 0}}\n  - {id: c, scale: {from: [1, 2], to: [1, 2], cm: 5}}\n  - {id: d, scale: {from: [1, 2], to: [3%, 2], cm: 5}}",
      [
        "case.yaml:3:20 missing-value Scale is not complete → write {pixels-per-cm: 61} or {from: [x, y], to: [x, y], cm: 5}",
        "case.yaml:4:36 wrong-type \"pixels-per-cm\" takes a number above 0, not \"0\"",
        "case.yaml:5:20 missing-value Scale is not complete → write {pixels-per-cm: 61} or {from: [x, y], to: [x, y], cm: 5}",
      ])
  }

  @Test func annotationsHaveAShapeOrAPlace() throws {
    try check(
      "figures:\n  - {id: a, annotations: [{label: A}, {arrow: {from: [1], to: [2%, 3%]}}, {circle: {center: [1, 2]}}, {label: B, at: [5%, 5%]}]}",
      [
        "case.yaml:3:27 missing-value Annotation has neither arrow nor circle nor a placed label → write {arrow: {from: [x, y], to: [x, y]}, label: A} or {label: A, at: [x, y]}",
        "case.yaml:3:54 wrong-type \"from\" takes a point [x, y], not a list",
        "case.yaml:3:84 missing-value Circle has no \"radius\" → add \"radius: …\"",
      ])
  }

  @Test func theirWoundsAreThere() throws {
    try check(
      "figures: [{id: f, wound: foo}, {id: g, wound: foott}]\nwounds: [{id: foot}]",
      [
        "case.yaml:2:26 unknown-wound No wound has the id \"foo\" → did you mean \"foot\"?",
        "case.yaml:2:47 unknown-wound No wound has the id \"foott\" → did you mean \"foot\"?",
      ])
  }

  @Test func kindsAreKnown() throws {
    try check(
      "figures: [{id: f, kind: xray, sensitive: maybe}]\nwounds: [{id: foot, type: diabetic, area-method: rect}]",
      [
        "case.yaml:2:25 unknown-value \"kind\" takes photograph, radiograph, ct, mri, ultrasound, histology, intraoperative, diagram or chart, not \"xray\"",
        "case.yaml:2:42 wrong-type \"sensitive\" takes true or false, not \"maybe\"",
        "case.yaml:3:27 unknown-value \"diabetic\" is not one of diabetic-foot, venous-leg, pressure-injury, arterial, mixed, surgical, traumatic, burn or atypical → did you mean \"diabetic-foot\"?",
        "case.yaml:3:50 unknown-value \"rect\" is not one of rectangle, ellipse or planimetric → did you mean \"rectangle\"?",
      ])
  }
}
