package import Diagnostics

/// A part of the abstract; `heading` is nil for a plain one, else "Introduction", "Findings" …
package struct AbstractPart: Hashable, Sendable {
  package var heading: String?
  package var text: RichText

  package init(heading: String? = nil, text: RichText) {
    self.heading = heading
    self.text = text
  }
}

package struct Consent: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case obtained, waived
    case notRequired = "not-required"
    case notStated = "not-stated"
  }

  package enum Coverage: String, Hashable, Sendable, CaseIterable { case text, images, poster, web }

  package var status: Located<Status>
  package var covers: [Coverage]
  /// Never printed.
  package var note: String?

  package init(status: Located<Status>, covers: [Coverage] = [], note: String? = nil) {
    self.status = status
    self.covers = covers
    self.note = note
  }
}

/// Why true dates or a missing consent are acceptable.
package struct Basis: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case previouslyPublished = "previously-published" }

  package var kind: Kind
  package var source: Located<String>

  package init(kind: Kind, source: Located<String>) {
    self.kind = kind
    self.source = source
  }
}

/// A statement that the authors make, printed only where they make it.
package struct Statement: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case perspective
    case adverseEvents = "adverse-events"
    case ethics, funding, disclosures, acknowledgements
    case aiUse = "ai-use"

    package var heading: String {
      switch self {
      case .perspective: "Patient perspective"
      case .adverseEvents: "Adverse events"
      case .ethics: "Ethics"
      case .funding: "Funding"
      case .disclosures: "Disclosures"
      case .acknowledgements: "Acknowledgements"
      case .aiUse: "Use of artificial intelligence"
      }
    }
  }

  package var kind: Kind
  package var text: RichText

  package init(kind: Kind, text: RichText) {
    self.kind = kind
    self.text = text
  }
}

/// Where the case was shown.
package struct Presentation: Hashable, Sendable {
  package var meeting: String
  package var date: Located<CalendarDate>?
  package var number: String?

  package init(meeting: String, date: Located<CalendarDate>? = nil, number: String? = nil) {
    self.meeting = meeting
    self.date = date
    self.number = number
  }
}

/// A rule that the author sets aside at one place, with the reason.
package struct Waiver: Hashable, Sendable {
  package var rule: Located<String>
  /// A key path such as `figures.foot-1`; nil for the whole case.
  package var target: Located<String>?
  package var reason: Located<String>

  package init(rule: Located<String>, target: Located<String>? = nil, reason: Located<String>) {
    self.rule = rule
    self.target = target
    self.reason = reason
  }
}

/// A CSV table that `{table}` shows.
package struct DataTable: Hashable, Sendable {
  package var name: String
  package var header: [String]
  package var rows: [[String]]

  package init(name: String, header: [String], rows: [[String]]) {
    self.name = name
    self.header = header
    self.rows = rows
  }
}
