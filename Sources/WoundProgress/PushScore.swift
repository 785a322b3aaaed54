/// PUSH Tool 3.0 (NPUAP, 15 September 1998): 0-17, lower is better. Built for pressure injuries.
///
///     3.7 × 3.1 cm, light, slough → 8 + 1 + 3 = 12
package struct PushScore: Hashable, Sendable {
  /// Length × width in cm², clock method; never an ellipse or planimetry.
  package let lengthTimesWidth: Decimal
  package let area: Int
  package let exudate: Int
  package let tissue: Int

  package var total: Int { area + exudate + tissue }

  package enum Exudate: String, Hashable, Sendable, CaseIterable { case none, light, moderate, heavy }

  /// The worst that is present.
  package enum Tissue: String, Hashable, Sendable, CaseIterable { case closed, epithelial, granulation, slough, necrotic }

  /// The words of the tool only: "copious" is another scale and is not converted. Area is 0 just when the tissue is closed and dry.
  package init(length: Decimal?, width: Decimal?, exudate exudateWord: String?, tissue tissueWord: String?) throws(WoundError) {
    let product = try Area.rectangle(length: length, width: width).product
    guard let exudateWord, let tissueWord else { throw .missing }
    guard let exudate = Exudate.allCases.firstIndex(where: { $0.rawValue == exudateWord }) else { throw .unknownExudate }
    guard let tissue = Tissue.allCases.firstIndex(where: { $0.rawValue == tissueWord }) else { throw .unknownTissue }
    guard product.isZero == (tissue == 0), tissue > 0 || exudate == 0 else { throw .closedMismatch }
    lengthTimesWidth = product
    area = Self.band(product)
    self.exudate = exudate
    self.tissue = tissue
  }

  /// Bands 1 (< 0.3) and 10 (> 24.0) literally; the others after rounding to 0.1, since the tool leaves holes such as 0.65.
  static func band(_ product: Decimal) -> Int {
    let tenths = product.rounded(places: 1)
    if product.isZero { return 0 }
    if product < Decimal(significand: 3, scale: 1) { return 1 }
    if product > Decimal(24) { return 10 }
    let upperBounds: [Int128] = [6, 10, 20, 30, 40, 80, 120]
    return 2 + (upperBounds.firstIndex { tenths <= $0 } ?? upperBounds.count)
  }
}

extension PushScore {
  /// The score of a visit that recorded what the tool needs; nil for any other, so that nothing is assumed.
  package init?(_ measurement: Measurement) {
    let isClosed = measurement.isClosed || (measurement.length?.isZero == true && measurement.width?.isZero == true)
    let zero = isClosed ? Decimal.zero : nil
    let exudate = measurement.exudate.map(lowercasedASCII) ?? (isClosed ? "none" : nil)
    let tissue = isClosed ? "closed" : measurement.tissue.worst?.rawValue
    do {
      try self.init(length: measurement.length ?? zero, width: measurement.width ?? zero, exudate: exudate, tissue: tissue)
    } catch {
      return nil
    }
  }
}

extension Measurement.Tissue {
  /// The worst type with a percentage above 0, in the tool's order; nil when none of its types is recorded.
  var worst: PushScore.Tissue? {
    let types: [(Int?, PushScore.Tissue)] = [
      (eschar, .necrotic), (slough, .slough), (granulation, .granulation), (epithelial, .epithelial),
    ]
    return types.first { ($0.0 ?? 0) > 0 }?.1
  }
}

func lowercasedASCII(_ text: String) -> String {
  String(decoding: text.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }, as: UTF8.self)
}
