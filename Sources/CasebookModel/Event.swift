package import Diagnostics

/// Something that happened to the patient.
package struct Event: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case presentation, diagnosis, procedure, medication, imaging, lab, outcome, event
  }

  package var time: TimePoint
  /// nil for what happened at one time; a treatment that went on has a lane beneath its wound's chart.
  package var end: Located<End>?
  package enum End: Hashable, Sendable {
    case at(TimePoint)
    /// Beyond the case's last visit.
    case ongoing
  }

  package var kind: Kind
  package var text: RichText
  package var location: SourceLocation

  package init(time: TimePoint, kind: Kind, text: RichText, location: SourceLocation) {
    self.time = time
    self.kind = kind
    self.text = text
    self.location = location
  }
}
