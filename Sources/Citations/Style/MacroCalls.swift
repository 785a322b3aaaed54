internal import Diagnostics

/// Keeps the recursion of rendering bounded.
private let maximumMacroDepth = 64
/// How many calls one call of a macro may come to; styles in use stay far below.
private let maximumMacroCalls = 1_000_000

extension StyleReader {
  /// Reports macros that can't be rendered: those that call themselves, directly or through others, and those that call too many.
  mutating func reportLoops(_ macros: [Style.Macro]) {
    enum Mark { case new, open, done }
    var marks = Array(repeating: Mark.new, count: calls.count)
    var totals = Array(repeating: 1, count: calls.count)
    for start in calls.indices where marks[start] == .new {
      var path: [(macro: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (macro, next) = path.last {
        guard next < calls[macro].count else {
          marks[macro] = .done
          totals[macro] = min(maximumMacroCalls + 1, calls[macro].reduce(1) { min(maximumMacroCalls, $0) + totals[$1.macro] })
          if totals[macro] > maximumMacroCalls {
            report(macros[macro].name, "calls more than \(maximumMacroCalls) macros", calls[macro][0].location)
          }
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let call = calls[macro][next]
        switch marks[call.macro] {
        case .done: break
        case .open: report(macros[call.macro].name, "calls itself", call.location)
        case .new where path.count >= maximumMacroDepth:
          report(macros[macro].name, "is more than \(maximumMacroDepth) calls deep", call.location)
          marks[call.macro] = .done
        case .new:
          marks[call.macro] = .open
          path.append((call.macro, 0))
        }
      }
    }
  }

  private mutating func report(_ macro: String, _ fault: String, _ location: SourceLocation) {
    diagnostics.append(Diagnostic(.error, "macro-loop", "Macro \"\(macro)\" \(fault)", at: location))
  }
}
