package import CasebookModel
package import Diagnostics

/// The visits of a table of measurements outside any case, by the id in its column `wound`, in the order of the file.
package enum MeasurementVisits {
  package static func read(csv bytes: [UInt8], file: String) -> (visits: [String: [Wound.Visit]], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var visits: [String: [Wound.Visit]] = [:]
    for row in MeasurementTable.read(csv: bytes, file: file, nil, &diagnostics)?.rows ?? [] {
      visits[row.wound?.value ?? "", default: []].append(row.visit)
    }
    return (visits, diagnostics)
  }
}
