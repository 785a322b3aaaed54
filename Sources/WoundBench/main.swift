import CasebookModel
import CasebookReader
import CasebookRenderer
import Diagnostics
import Glibc
import WoundProgress

// Reads, computes, tabulates and draws 10,000 series of 12 visits, and prints the processor time of each step.

let seriesCount = 10_000
let place = SourceLocation(file: "measurements.csv")

func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func shown(_ value: Double) -> String { Decimal(rounding: value).text(places: 3) + " s" }

var csv = "wound,week,length_cm,width_cm,depth_cm,exudate,granulation_pct,slough_pct,pain_nrs\n"
for series in 0..<seriesCount {
  for visit in 0..<12 {
    let length = (120 - visit * 10) * (10 + series % 7) / 20 + series % 11
    let tenths = { (value: Int) in "\(value / 10).\(value % 10)" }
    csv +=
      "w\(series),\(visit * 2),\(tenths(length)),\(tenths(length * 7 / 10)),0.\(9 - visit / 2),light,\(visit * 8),\(100 - visit * 8),\(visit % 5)\n"
  }
}
let bytes = Array(csv.utf8)
let events = [4, 9].map {
  Event(time: .week($0), kind: .procedure, text: RichText([.text("Cast")], source: Located("Cast", at: place)), location: place)
}

let start = seconds()
let (visits, diagnostics) = MeasurementVisits.read(csv: bytes, file: place.file)
let read = seconds()
var size = 0
let chronology = Chronology(dayZero: nil, policy: .relative)
for (id, rows) in visits.sorted(by: { $0.key < $1.key }) {
  var wound = Wound(id: Located(id, at: place), location: place)
  wound.areaMethod = Located(.ellipse, at: place)
  wound.kind = .pressureInjury
  wound.visits = rows
  size += WoundBlocks.html(of: wound, events: events, in: chronology).count
}
let drawn = seconds()
print("\(visits.count) series of 12 visits, \(diagnostics.count) diagnostics, \(size) bytes of HTML")
print(
  "read \(shown(read - start)), computed, tabulated and drawn \(shown(drawn - read)), together \(shown(drawn - start)) of processor time")
exit(visits.count == seriesCount && diagnostics.isEmpty && size > 0 ? 0 : 1)
