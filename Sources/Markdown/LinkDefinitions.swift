internal import CCmark

extension Reader {
  /// The link reference definitions of a text, for its parts that are parsed again: libcmark's tree does not hold them.
  func linkDefinitions(in source: MarkedSource) -> [UInt8] {
    let covered = CmarkNode.parsing(source.bytes) { root in root.map { coveredLines(of: $0, source) } ?? [] }
    var out: [UInt8] = []
    var number = 1
    while number <= source.lineStarts.count {
      if covered.contains(number) || !mayBeDefinition(content(number, source)) {
        number += 1
        continue
      }
      // A definition may go on over lines, and others may follow: all up to a blank line.
      while number <= source.lineStarts.count {
        let line = content(number, source)
        number += 1
        if line.isEmpty { break }
        out.append(contentsOf: line)
        out.append(UInt8(ascii: "\n"))
      }
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  /// The lines that hold no definition: those of code, of HTML, and of paragraphs that begin otherwise.
  private func coveredLines(of root: CmarkNode, _ source: MarkedSource) -> Set<Int> {
    var covered: Set<Int> = []
    var pending = [root]
    while let node = pending.popLast() {
      var child = node.firstChild
      while let current = child {
        child = current.next
        switch current.type {
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK: break
        case CMARK_NODE_PARAGRAPH where !mayBeDefinition(content(current.startLine, source)): break
        case _ where current.isBlock && current.type != CMARK_NODE_PARAGRAPH:
          pending.append(current)
          continue
        default: continue
        }
        covered.formUnion(current.startLine...max(current.startLine, current.endLine))
      }
    }
    return covered
  }

  private func content(_ number: Int, _ source: MarkedSource) -> ArraySlice<UInt8> {
    source.bytes[source.line(number)].drop { isBlank($0) || $0 == UInt8(ascii: ">") }
  }

  private func mayBeDefinition(_ line: ArraySlice<UInt8>) -> Bool { line.first == UInt8(ascii: "[") }
}
