extension Document {
  /// Groups and collapses the cites of one citation, as `collapse` and `cite-group-delimiter` say.
  func collapse(_ cites: inout [RenderedCite]) {
    guard cites.count > 1 else { return }
    switch style.citation.collapse {
    case .citationNumber: collapseNumbers(&cites)
    case nil where style.citation.citeGroupDelimiter == nil: break
    case let collapse: collapseGroups(&cites, collapse)
    }
  }

  /// Three or more numbers in a row become a range: "1, 2, 3" is "1–3".
  private func collapseNumbers(_ cites: inout [RenderedCite]) {
    let range = locale.term("citation-range-delimiter") ?? "\u{2013}"
    var result: [RenderedCite] = []
    var start = 0
    while start < cites.count {
      var end = start
      while end + 1 < cites.count, cites[end].isBare, cites[end + 1].isBare, cites[end + 1].number == cites[end].number + 1 { end += 1 }
      let wasCollapsed = result.count > 1 && result[result.count - 1].delimiter == range
      if end - start >= 2 {
        result.append(cites[start])
        cites[end].delimiter = range
        result.append(cites[end])
      } else {
        result += cites[start...end]
      }
      if wasCollapsed, let delimiter = style.citation.afterCollapseDelimiter {
        result[result.count - (end - start >= 2 ? 2 : end - start + 1)].delimiter = delimiter
      }
      start = end + 1
    }
    cites = result
  }

  /// Cites with the same names are a group; after its first cite the names are left out when the years collapse.
  private func collapseGroups(_ cites: inout [RenderedCite], _ collapse: Style.Collapse?) {
    var groups: [[RenderedCite]] = []
    var byNames: [String: Int] = [:]
    for cite in cites {
      let found = cite.nodes.lazy.compactMap { $0.first(.names) }.first
      let names = found.map { $0.contains(.standIn) ? nil : Flattener.rich([$0], locale).plainText } ?? ""
      // Unsorted cites stay in the author's order: only neighbours are a group.
      if let names, let group = byNames[names], !style.citation.sort.isEmpty || group == groups.count - 1 {
        groups[group].append(cite)
      } else {
        if let names { byNames[names] = groups.count }
        groups.append([cite])
      }
    }
    var result: [RenderedCite] = []
    let delimiter = style.citation.citeGroupDelimiter ?? (style.isNote ? nil : ", ")
    for (position, var group) in groups.enumerated() {
      let followsCollapse = position > 0 && (groups[position - 1].count > 1 || position == 1)
      if collapse != nil, followsCollapse { group[0].delimiter = style.citation.afterCollapseDelimiter }
      for index in group.indices.dropFirst() {
        group[index].delimiter = delimiter
        if !group[index - 1].isBare, let delimiter = style.citation.afterCollapseDelimiter { group[index].delimiter = delimiter }
        if collapse != nil {
          var isDone = false
          group[index].nodes = group[index].nodes.compactMap { $0.replacingFirst(.names, isDone: &isDone) { _ in nil } }
        }
      }
      if collapse == .yearSuffix || collapse == .yearSuffixRanged { collapseYears(&group, isRanged: collapse == .yearSuffixRanged) }
      result += group
    }
    cites = result
  }

  /// Of cites with the same year only the suffix is left: "2000a, b", or "2000a–c" with ranges.
  private func collapseYears(_ group: inout [RenderedCite], isRanged: Bool) {
    let keys = group.map { cite in yearKey(cite) }
    var result: [RenderedCite] = []
    var start = 0
    while start < group.count {
      var end = start
      while end + 1 < group.count, let key = keys[start], keys[end + 1] == key, group[end].isBare, group[end + 1].isBare { end += 1 }
      result.append(group[start])
      var index = start + 1
      while index <= end {
        var last = index
        while isRanged, last + 1 <= end, let suffix = group[last].yearSuffix, group[last + 1].yearSuffix == suffix + 1 { last += 1 }
        let first = index - 1
        if isRanged, last - first >= 2, group[first].yearSuffix.map({ $0 + 1 }) == group[index].yearSuffix {
          result.append(suffixOnly(group[last], "\u{2013}"))
          index = last + 1
        } else {
          result.append(
            suffixOnly(
              group[index],
              style.citation.yearSuffixDelimiter ?? style.citation.citeGroupDelimiter ?? style.citation.layout.formatting.delimiter))
          index += 1
        }
      }
      start = end + 1
    }
    group = result
  }

  private func suffixOnly(_ cite: RenderedCite, _ delimiter: String) -> RenderedCite {
    var cite = cite
    cite.delimiter = delimiter
    if let suffix = cite.nodes.lazy.compactMap({ $0.first(.yearSuffix) }).first { cite.nodes = [suffix] }
    return cite
  }

  /// The cite without names and year suffix; nil when it has no suffix.
  private func yearKey(_ cite: RenderedCite) -> String? {
    guard cite.nodes.contains(where: { $0.contains(.yearSuffix) }) else { return nil }
    let rest = cite.nodes.compactMap { node in
      node.removing {
        if case .tagged(let tag, _) = $0 { return tag == .yearSuffix || tag == .names }
        return false
      }
    }
    return Flattener.rich(rest, locale).plainText
  }
}
