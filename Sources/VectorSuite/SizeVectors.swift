import WoundProgress

let sizeEvaluators: [String: Evaluator] = [
  "unit_conversion": { input throws(WoundError) in
    guard let value = try input.decimal("value") else { throw .missing }
    guard let unit = input.text("unit").flatMap(LengthUnit.init(rawValue:)) else { throw .unknownUnit }
    let centimetres = try unit.centimetres(value)
    return ["cm": .number(centimetres.double), "display": .text(centimetres.text(places: 1))]
  },
  "area_rect": { input throws(WoundError) in
    values(of: try Area.rectangle(length: try input.decimal("lengthCm"), width: try input.decimal("widthCm")))
  },
  "area_ellipse": { input throws(WoundError) in
    values(of: try Area.ellipse(length: try input.decimal("lengthCm"), width: try input.decimal("widthCm")))
  },
  "volume": { input throws(WoundError) in
    let volume = try Volume(length: try input.decimal("lengthCm"), width: try input.decimal("widthCm"), depth: try input.decimal("depthCm"))
    return [
      "boxCm3": .number(volume.box.double), "boxDisplay": .text(volume.boxText),
      "halfEllipsoidCm3": .number(volume.halfEllipsoid), "halfEllipsoidDisplay": .text(volume.halfEllipsoidText),
    ]
  },
  "perimeter_ellipse": { input throws(WoundError) in
    let perimeter = try Perimeter.ofEllipse(length: try input.decimal("lengthCm"), width: try input.decimal("widthCm"))
    return ["perimeterCm": .number(perimeter), "display": .text(Decimal(rounding: perimeter).text(places: 2))]
  },
]

private func values(of area: Area) -> [String: VectorValue] {
  ["areaCm2": .number(area.squareCentimetres), "display": .text(area.text)]
}
