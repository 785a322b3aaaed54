internal import CasebookModel

/// The files that a case page offers where the site allows it. What they hold is listed field by field; a field that is not listed is in
/// none of them: no note, consent, waiver, file name or place.
struct Downloads {
  let `case`: Case
  let site: Site
  private let courses: [WoundCourse]

  init(of case: Case, _ site: Site) {
    self.case = `case`
    self.site = site
    courses = site.downloads.isEmpty ? [] : WoundCourse.courses(of: `case`.wounds, in: `case`.chronology)
  }

  /// File name, label and bytes. Measurements are offered only where there are any.
  private var files: [(name: String, label: String, bytes: () -> [UInt8])] {
    site.downloads.unique.compactMap { download in
      switch download {
      case .measurements:
        guard !courses.isEmpty else { return nil }
        return ("measurements.csv", "Measurements (CSV)", { MeasurementsDownload(courses, in: `case`.chronology).bytes })
      case .caseData: return ("case-data.json", "Case data (JSON)", { CaseDataDownload(of: `case`, site, courses).bytes })
      }
    }
  }

  var links: [(href: String, label: String)] { files.map { ($0.name, $0.label) } }

  var outputs: [Output] { files.map { Output("cases/\(`case`.slug)/\($0.name)", .bytes($0.bytes())) } }
}
