/// A source line made ready to be shown, and where below it the carets go.
///
///     SourceExcerpt(line: "\tkeymessage: x", column: 2, length: 10)   // "    keymessage: x", 4 blanks, 10 carets
struct SourceExcerpt: Equatable {
  var text: String
  /// Terminal columns before the first caret.
  var offset: Int
  /// Terminal columns to underline, at least 1.
  var width: Int

  /// What a line may take before it is cut around the place, in terminal columns.
  static let widest = 100
  /// What is kept before the place in a line that is cut.
  private static let context = 30

  init(line: String, column: Int, length: Int) {
    let column = min(max(column, 1), 1_000_000)
    let length = min(max(length, 0), 1000)
    if line.utf8.count <= Self.widest, line.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) {
      // What nearly all lines are: each byte is one column wide and shown as it is.
      self.init(plain: line, column: column, length: length)
      return
    }
    var before = 0
    var marked = 0
    var after = 0
    var number = 1
    // Columns count scalars; what is shown of a scalar may be wider, or nothing.
    var pieces: [(text: String.UnicodeScalarView, width: Int)] = []
    var first = 0
    for scalar in line.unicodeScalars.prefix(column + 1000) {
      let shown = displayed(scalar)
      let width = shown.reduce(0) { $0 + displayWidth($1) }
      if number < column {
        before += width
        first = pieces.count + 1
      } else if number == column || number - column < length {
        marked += width
      } else {
        after += width
      }
      pieces.append((shown, width))
      number += 1
    }
    self.init(pieces: pieces, first: first, widths: (before, marked, after))
  }

  private init(plain line: String, column: Int, length: Int) {
    text = line
    offset = min(column - 1, line.utf8.count)
    width = max(1, min(max(length, 1), line.utf8.count - offset))
  }

  private init(pieces: [(text: String.UnicodeScalarView, width: Int)], first: Int, widths: (before: Int, marked: Int, after: Int)) {
    var start = 0
    var end = pieces.count
    offset = widths.before
    if widths.before + widths.marked + widths.after > Self.widest {
      start = first
      offset = 0
      while start > 0, offset + pieces[start - 1].width <= Self.context {
        start -= 1
        offset += pieces[start].width
      }
      var total = 0
      end = start
      while end < pieces.count, total + pieces[end].width <= Self.widest {
        total += pieces[end].width
        end += 1
      }
    }
    var text = String.UnicodeScalarView()
    for piece in pieces[start..<end] { text.append(contentsOf: piece.text) }
    self.text = (start > 0 ? "…" : "") + String(text) + (end < pieces.count ? "…" : "")
    if start > 0 { offset += 1 }
    let shown = pieces[start..<end].reduce(start > 0 ? 1 : 0) { $0 + $1.width }
    width = max(1, min(widths.marked, shown - offset))
  }
}
