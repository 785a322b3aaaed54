import WoundProgress

let rateEvaluators: [String: Evaluator] = [
  "par": { input throws(WoundError) in
    let reduction = try Reduction(from: try input.decimal("baselineCm2"), to: try input.decimal("currentCm2"))
    return [
      "par": .number(reduction.percent.double), "display": .text(reduction.text), "remainingPct": .number(reduction.remaining),
      "signedChangePct": .number(reduction.signedChange), "meets40": .bool(reduction.percent.isAtLeast(40)),
      "meets50": .bool(reduction.percent.isAtLeast(50)), "meets90": .bool(reduction.percent.isAtLeast(90)),
    ]
  },
  "weekly_rate": { input throws(WoundError) in
    let (first, last) = (try input.requiredArea("area0Cm2"), try input.requiredArea("area1Cm2"))
    let rate = try WeeklyRate(from: first, to: last, days: try input.requiredInteger("days"))
    return [
      "absCm2PerWeek": .number(rate.absolute.double), "absDisplay": .text(rate.absolute.text(places: 2)),
      "simplePctPerWeek": .optional(rate.simplePercent?.double), "simpleDisplay": .optional(rate.simplePercent?.text(places: 1)),
      "compoundPctPerWeek": .optional(rate.compoundPercent?.double), "compoundDisplay": .optional(rate.compoundPercent?.text(places: 1)),
      "reason": first.isZero ? .text("baselineZero") : last.isZero ? .text("closedHasNoCompoundRate") : .null,
    ]
  },
  "gilman": { input throws(WoundError) in
    let first = MarginAdvance.Outline(area: try input.decimal("area0Cm2"), perimeter: try input.decimal("perimeter0Cm"))
    let last = MarginAdvance.Outline(area: try input.decimal("area1Cm2"), perimeter: try input.decimal("perimeter1Cm"))
    let advance = try MarginAdvance(from: first, to: last, days: try input.requiredInteger("days"))
    return [
      "advanceCm": .number(advance.centimetres.double), "advanceDisplay": .text(advance.centimetres.text(places: 2)),
      "cmPerWeek": .number(advance.centimetresPerWeek.double), "cmPerWeekDisplay": .text(advance.centimetresPerWeek.text(places: 2)),
      "mmPerDay": .number(advance.millimetresPerDay.double),
    ]
  },
  "healing_constant": { input throws(WoundError) in
    let (first, last) = (try input.requiredArea("area0Cm2"), try input.requiredArea("area1Cm2"))
    let constant = try HealingConstant(from: first, to: last, days: try input.requiredInteger("days"))
    return ["kPerWeek": .number(constant.perWeek), "display": .text(constant.text), "halfLifeWeeks": .optional(constant.halfLifeWeeks)]
  },
  "equivalent_radius": { input throws(WoundError) in
    let (first, last) = (try input.requiredArea("area0Cm2"), try input.requiredArea("area1Cm2"))
    let radius = try EquivalentRadius(from: first, to: last, days: try input.requiredInteger("days"))
    return [
      "radius0Mm": .number(radius.firstMillimetres), "radius1Mm": .number(radius.lastMillimetres),
      "mmPerWeek": .number(radius.millimetresPerWeek), "display": .text(radius.text),
    ]
  },
  "linear_trend": { input throws(WoundError) in
    let trend = try LinearTrend(try input.points())
    return [
      "slopeCm2PerWeek": .number(trend.slopePerWeek), "interceptCm2": .number(trend.intercept), "r": .optional(trend.r),
      "n": .number(trend.count), "projectedClosureWeek": .optional(trend.closureWeek),
    ]
  },
]
