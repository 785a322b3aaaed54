/// Types of tissue in the wound bed, integers that add up to 100; 99 is refused, not rescaled.
package struct TissuePercentages: Hashable, Sendable {
  /// Bone, tendon and hypergranulation are `other`; necrosis is `eschar`.
  package enum Kind: String, Hashable, Sendable, CaseIterable { case epithelial, granulation, slough, eschar, other }

  package struct Share: Hashable, Sendable {
    package var kind: Kind
    package var percent: Int
  }

  /// In the order they were given.
  package let shares: [Share]

  package init(_ values: [(name: String, percent: Int)]) throws(WoundError) {
    guard !values.isEmpty else { throw .empty }
    var shares: [Share] = []
    var sum = 0
    for (name, percent) in values {
      guard let kind = Kind(rawValue: name) else { throw .unknownTissue }
      guard percent >= 0, percent <= 100 else { throw .outOfRange }
      shares.append(Share(kind: kind, percent: percent))
      sum += percent
    }
    guard sum == 100 else { throw .sumNot100(sum) }
    self.shares = shares
  }

  /// What a visit recorded; `empty` when it recorded nothing.
  package init(_ tissue: Measurement.Tissue) throws(WoundError) { try self.init(tissue.recorded.map { ($0.kind.rawValue, $0.percent) }) }

  /// The largest share; of equal ones the first.
  package var dominant: Kind? {
    shares.reduce(nil as Share?) { best, share in best.map { share.percent > $0.percent ? share : $0 } ?? share }?.kind
  }
}

extension Measurement.Tissue {
  /// The recorded percentages, epithelial first.
  package var recorded: [TissuePercentages.Share] {
    var shares: [TissuePercentages.Share] = []
    func add(_ kind: TissuePercentages.Kind, _ percent: Int?) {
      if let percent { shares.append(TissuePercentages.Share(kind: kind, percent: percent)) }
    }
    add(.epithelial, epithelial)
    add(.granulation, granulation)
    add(.slough, slough)
    add(.eschar, eschar)
    add(.other, other)
    return shares
  }
}
