package import Diagnostics
package import Images

/// A picture of the case, whether its file is available or not.
package struct Figure: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case photograph, radiograph, ct, mri, ultrasound, histology, intraoperative, diagram, chart
  }

  package enum Scale: Hashable, Sendable {
    case pixelsPerCentimeter(Double)
    case distance(from: Point, to: Point, centimeters: Double)
  }

  package var id: Located<String>
  /// The original, relative to the site's folder; nil when the picture is not available.
  package var file: Located<String>?
  /// Which page of a PDF it is, from 1; nil means the first.
  package var page: Int?
  /// What the original's header says; nil when there is no file or it is not a picture.
  package var image: ImageInformation?
  package var kind: Kind
  package var time: Located<TimePoint>?
  /// The wound it shows; its site is then the figure's.
  package var wound: Located<String>?
  package var site: Located<String>?
  package var view: String?
  package var caption: RichText?
  package var alternativeText: Located<String>?
  package var credit: String?
  package var scale: Located<Scale>?
  package var crop: Region?
  package var redactions: [Region]
  package var annotations: [Annotation]
  /// Covered until asked for.
  package var isSensitive: Bool
  package var location: SourceLocation

  package init(id: Located<String>, kind: Kind = .photograph, isSensitive: Bool? = nil, location: SourceLocation) {
    self.id = id
    self.kind = kind
    self.isSensitive = isSensitive ?? (kind == .photograph || kind == .intraoperative)
    self.location = location
    redactions = []
    annotations = []
  }
}

extension Figure {
  /// What is done to the original before it is shown.
  package var edits: ImageEdits {
    ImageEdits(crop: crop, redactions: redactions, annotations: annotations, page: image?.format == .pdf ? page ?? 1 : nil)
  }
}
