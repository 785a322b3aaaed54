import CasebookModel
import CasebookReader
import Testing

/// What spreadsheets make of `measurements.csv`.
@Suite struct MeasurementTableTests {
  private func check(_ table: String, _ expected: [String]) throws {
    let yaml = "title: T\nwounds: [{id: foot, area-method: ellipse, measurements: measurements.csv}]\n"
    #expect(try readCase(["case.yaml": yaml, "measurements.csv": table]).problems == expected)
  }

  @Test func headersInManyFormsAreUnderstood() throws {
    try check(
      "week,Length (cm),width_mm,Area (cm²),granulation %,pain,closed\n0,4.2,38,12.5,50%,3,no\n1,,,,,,yes\n",
      [])
  }

  @Test func decimalCommasAreOfferedNotGuessed() throws {
    try check(
      "\u{FEFF}day;length_cm;width_cm\r\n0;1,5;0,3\r\n7;1,2;0,3\r\n;;\r\n",
      [
        "measurements.csv:1:1 info spreadsheet-habits Table was read with a spreadsheet's habits: a byte-order mark, semicolons between the columns, CRLF at the ends of lines, a blank row at the end",
        "measurements.csv:2:3 decimal-comma \"1,5\" has a decimal comma → write 1.5 | also here 3:3",
        "measurements.csv:2:7 decimal-comma \"0,3\" has a decimal comma → write 0.3 | also here 3:7",
      ])
  }

  @Test func unknownAndDoubleColumnsAreNamed() throws {
    try check(
      "week,length_cm,widht_cm,length_mm,foo,length\n0,1,2,3,4,5\n",
      [
        "measurements.csv:1:16 unknown-column \"widht_cm\" is not a column of measurements → did you mean \"width_cm\"?",
        "measurements.csv:1:25 duplicate-column Column \"length\" is there twice → keep one of the two | first defined here 1:6",
        "measurements.csv:1:35 unknown-column \"foo\" is not a column of measurements → remove it, or use one of wound, date, day, week, visit, length_cm, width_cm, depth_cm, area_cm2, perimeter_cm, undermining_cm, undermining_clock, tunnel_cm, tunnel_clock, exudate, exudate_type, epithelial_pct, granulation_pct, slough_pct, eschar_pct, other_pct, pain_nrs, method, moment, closed, note",
        "measurements.csv:1:39 missing-unit Column \"length\" names no unit → call it \"length_cm\", or _mm, _in",
      ])
  }

  @Test func datesInSpreadsheetsForms() throws {
    try check(
      "date,length_cm,width_cm\n5/10/2018,1,2\n43230,1,1\n2018-05-10 00:00:00,1,1\n10-May-2018,1,1\nyesterday,1,1\n2018-02-30,1,1\n",
      [
        "measurements.csv:2:1 ambiguous-date \"5/10/2018\" is 2018-05-10 or 2018-10-05 → write one of them, or set date-order in site.yaml to mdy or dmy",
        "measurements.csv:3:1 invalid-date \"43230\" is a spreadsheet's number of a day → write 2018-05-10, if the table counts from 1900 | also here 6:1",
        "measurements.csv:7:1 impossible-date \"2018-02-30\" is not a day of the calendar → write the date as year-month-day",
        "measurements.csv:1:1 info spreadsheet-habits Table was read with a spreadsheet's habits: times of day beside dates, dates with the month's name",
      ])
  }

  @Test func formulasAndErrorsAreNotExecuted() throws {
    try check(
      "week,length_cm,width_cm,depth_cm\n0,=A1*2,#DIV/0!,4 cm\n1,-1,about 3,n/a\n2,\"1,234.5\",<0.5,1e3\n",
      [
        "measurements.csv:2:3 formula-cell \"=A1*2\" is a formula → save the table with its values",
        "measurements.csv:2:9 wrong-type \"#DIV/0!\" is a spreadsheet's error → repair it there, or leave the cell empty | also here 3:6 | and here 4:13",
        "measurements.csv:2:17 wrong-type \"4 cm\" holds more than a number → put the unit into the column's name and leave 4 | also here 4:18",
        "measurements.csv:3:3 negative-measurement \"-1\" is less than nothing → leave the cell empty when nothing was measured",
        "measurements.csv:4:3 wrong-type \"1,234.5\" is not a number → write digits with a point, or leave the cell empty",
      ])
  }

  @Test func totalsAreLeftOut() throws {
    try check(
      "week,length_cm\n0,1\nTotal,1\nMean,1\n",
      [
        "measurements.csv:3:1 info totals-row Row of totals is left out → remove it: Casebook computes from the measurements | and this one 4:1"
      ])
  }

  @Test func aRowNeedsATime() throws {
    try check(
      "week,length_cm\n,1\n0,1\nx,1\n",
      [
        "measurements.csv:2:1 missing-value Row says neither date nor day, week or visit → fill in one of them",
        "measurements.csv:4:1 wrong-type \"x\" is not a number → write digits with a point, or leave the cell empty",
      ])
  }

  @Test func woundsInTheTableAreThere() throws {
    try check(
      "wound,week,length_cm\nfoot,0,1\nfot,1,1\nfot,2,1\n,2,1\n",
      [
        "measurements.csv:3:1 unknown-wound No wound has the id \"fot\" → did you mean \"foot\"?"
      ])
  }

  @Test func wordsAreChecked() throws {
    try check(
      "week,method,closed,pain,slough_pct\n0,ruler,maybe,11,101\n1,Clock,No,2.5,33.3\n",
      [
        "measurements.csv:2:3 unknown-value \"ruler\" is not clock or longest → write how the length was taken",
        "measurements.csv:2:9 unknown-value \"maybe\" is not yes or no → write yes at a visit that found the wound closed",
        "measurements.csv:2:15 wrong-type \"11\" is not a whole number from 0 to 10 → correct the pain | also here 3:12",
        "measurements.csv:2:18 wrong-type \"101\" is not a whole number from 0 to 100 → correct the percentage | also here 3:16",
      ])
  }

  @Test func aLengthNeedsItsUnit() throws {
    try check(
      "week,length,area_m,depth_in\n0,1,1,1\n",
      [
        "measurements.csv:1:6 missing-unit Column \"length\" names no unit → call it \"length_cm\", or _mm, _in",
        "measurements.csv:1:13 unknown-column \"area_m\" is not a column of measurements → did you mean \"area_cm2\"?",
      ])
  }

  @Test func aClockPositionNeedsItsLength() throws {
    try check(
      "week,undermining_clock,undermining_cm,tunnel_clock\n0,9-2,,\n1,9-2,1,3\n",
      [
        "measurements.csv:2:3 missing-value Undermining has a clock position but no length → fill in undermining_cm",
        "measurements.csv:3:9 missing-value Tunnel has a clock position but no length → fill in tunnel_cm",
      ])
  }

  @Test func aColumnWithoutANameIsReported() throws {
    try check(
      "week,\n0,5\n",
      [
        "measurements.csv:2:3 unknown-column Column 2 has values but no name → name it in the first line"
      ])
  }

  @Test func manyProblemsOfOneKindAreOne() throws {
    try check(
      "week,length_cm\n0,\"1,0\"\n1,\"1,1\"\n2,\"1,2\"\n3,\"1,3\"\n4,\"1,4\"\n5,\"1,5\"\n6,\"1,6\"\n7,\"1,7\"\n8,\"1,8\"\n",
      [
        "measurements.csv:2:3 decimal-comma \"1,0\" has a decimal comma → write 1.0 | also here 3:3 | and here 4:3 | and here 5:3 | and 5 more like it"
      ])
  }

  @Test func anEmptyTableIsReported() throws {
    try check(
      "",
      [
        "measurements.csv:1:1 warning empty-file \"measurements.csv\" has no rows"
      ])
  }

  @Test func aTableWithOnlyAHeaderHasNoRows() throws {
    try check(
      "week\n",
      [
        "case.yaml:2:10 warning no-measurements \"measurements.csv\" has no row of wound \"foot\" → check the ids in its column \"wound\""
      ])
  }

  @Test func severalTimesInARowPreferTheDate() throws {
    try check(
      "visit,date,length_cm\n1,2018-05-10,1\n2,,1\n",
      [])
  }

  @Test func columnsOfREDCapItselfAreLeftOut() throws {
    try check(
      "record_id,redcap_event_name,redcap_repeat_instance,week,length_cm,width_cm,closed,wound_complete\n17,visit_1_arm_1,1,0,3.2,2.4,0,2\n17,visit_2_arm_1,2,4,0,0,1,2\n",
      [
        "measurements.csv:1:1 info spreadsheet-habits Table was read with a spreadsheet's habits: columns of REDCap itself (record_id, redcap_event_name, redcap_repeat_instance, wound_complete) are left out"
      ])
  }

  @Test func aHundredThousandRowsAreReadAndTheirProblemsToldOnce() throws {
    var table = "week,length_cm,width_cm\n"
    for row in 0..<100_000 {
      table += row % 3 == 0 ? "\(row % 5_000),=A1,2.0\n" : row % 3 == 1 ? "\(row % 5_000),-1,2.0\n" : "\(row % 5_000),\"1,5\",2.0\n"
    }
    let yaml = "title: T\nwounds: [{id: foot, area-method: ellipse, measurements: measurements.csv}]\n"
    let problems = try readCase(["case.yaml": yaml, "measurements.csv": table]).problems
    #expect(problems.count == 3)
    for (rule, place) in [("formula-cell", ":2:"), ("negative-measurement", ":3:"), ("decimal-comma", ":4:")] {
      #expect(problems.contains { $0.contains(rule) && $0.contains(place) && $0.contains("more like it") }, "\(rule)")
    }
  }
}
