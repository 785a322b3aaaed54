internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let posterLayout = Rule(
    "poster-layout", .warning, "Poster has a layout that can be made",
    why: "Posters are laid out in columns today. A case that asks for another layout gets columns, and is told so.",
    remedy: "write `layout: columns`, or leave the key out",
    bad: "posters: [{id: hall, size: 48x36in, layout: billboard}]",
    good: "posters: [{id: hall, size: 48x36in, layout: columns}]"
  ) { subject in
    subject.case.posters.filter { $0.layout != .columns }.map { poster in
      Problem("posters.\(poster.id.value)", "Layout \"\(poster.layout.rawValue)\" is made as \"columns\"", at: poster.id.location)
    }
  }
}
