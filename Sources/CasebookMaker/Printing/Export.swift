internal import CasebookModel

extension Tab {
  /// The page as a picture within its limit: a JPEG in the best quality that is small enough.
  func export(
    _ path: String, in folder: PageFolder, _ export: PictureExport, _ size: PaperSize?, _ deadline: Deadline
  ) throws(BrowserProblem) -> PrintCache.Entry {
    let points = size.map { ($0.widthInPoints, $0.heightInPoints) } ?? (1_440, 810)
    let limit = export.greatestBytes ?? .max
    for quality in export.format == .png ? [nil] : [92, 85, 75, 65, 50, 35] as [Int?] {
      let page = try picture(of: path, in: folder, points, width: export.width, quality: quality, deadline)
      guard page.bytes.count > limit else {
        return PrintCache.Entry(bytes: page.bytes, fit: page.fit.flatMap { FitReport($0) }, sheet: page.sheet, refused: page.refused)
      }
    }
    throw .tooLarge(limit)
  }
}
