internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let consentNotStated = Rule(
    "consent-not-stated", .error, "Photographs need stated consent",
    why: """
      A published case with clinical photographs says which consent there is: obtained, waived or not required. A `basis`
      (for example that the same pictures were published before) or a waiver with its reason takes its place; a synthetic
      case has no patient. Nothing is printed about consent that isn't stated. In a draft this is a note, in an unlisted
      case a warning.
      """,
    remedy: "add \"consent: {status: obtained, covers: [text, images, poster, web]}\", a basis, or a waiver with the reason",
    bad: """
      status: published
      figures:
        - {id: foot-1, file: figures/foot-1.jpg}
      """,
    good: """
      status: published
      consent: {status: obtained, covers: [text, images, poster, web]}
      figures:
        - {id: foot-1, file: figures/foot-1.jpg}
      """
  ) { subject in
    let `case` = subject.case
    guard !`case`.isSynthetic, `case`.basis == nil, `case`.consent.map({ $0.status.value == .notStated }) ?? true,
      let first = `case`.photographs.first
    else { return [] }
    let severity: Severity = `case`.status.value == .published ? .error : `case`.status.value == .unlisted ? .warning : .info
    return [
      Problem(
        "consent", "Case has \(`case`.photographs.count == 1 ? "a photograph" : "photographs"), but consent is not stated",
        at: `case`.consent?.status.location ?? `case`.status.location, severity: severity,
        remedy: "add \"consent:\" with obtained, waived or not-required, a basis, or a waiver with the reason",
        notes: [.init("the first photograph", at: first.file?.location ?? first.location)])
    ]
  }

  static let consentCovers = Rule(
    "consent-covers", .error, "Consent covers what is published",
    why: """
      Where `covers` lists what the patient agreed to, pictures need `images` and a page needs `web`. A consent for the
      text, or for a poster at one meeting, does not reach further. Without a list nothing is compared.
      """,
    remedy: "ask the patient, and extend the list; or remove the photographs",
    bad: """
      consent: {status: obtained, covers: [text, poster]}
      figures:
        - {id: foot-1, file: figures/foot-1.jpg}
      """,
    good: """
      consent: {status: obtained, covers: [text, images, poster, web]}
      figures:
        - {id: foot-1, file: figures/foot-1.jpg}
      """
  ) { subject in
    guard let consent = subject.case.consent, consent.status.value == .obtained, !consent.covers.isEmpty, subject.case.basis == nil,
      !subject.case.isSynthetic
    else { return [] }
    var missing: [String] = []
    if !consent.covers.contains(.images), !subject.case.photographs.isEmpty { missing.append("images") }
    if !consent.covers.contains(.web) { missing.append("web") }
    guard !missing.isEmpty else { return [] }
    return [
      Problem(
        "consent", "Consent does not cover \(missing.joined(separator: " and "))", at: consent.status.location,
        severity: subject.case.status.value == .draft ? .info : nil,
        remedy: "ask the patient and extend the list, or leave out what it does not cover")
    ]
  }
}

extension Case {
  /// Clinical photographs that there are.
  fileprivate var photographs: [Figure] { figures.filter { $0.file != nil && ($0.kind == .photograph || $0.kind == .intraoperative) } }
}
