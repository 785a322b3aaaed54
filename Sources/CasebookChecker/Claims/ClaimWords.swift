/// The words by which a number in a sentence is taken for a wound's, or left alone.
enum ClaimWords {
  static let smaller: Set = [
    "reduced", "reduce", "reduces", "reducing", "reduction", "decreased", "decrease", "decreasing", "shrank", "shrunk", "shrunken",
    "shrinkage",
    "shrinking", "diminished", "declined", "decline", "fell", "fallen", "dropped", "contracted", "smaller", "par", "lost",
  ]
  static let larger: Set = [
    "increased", "increase", "increasing", "enlarged", "enlargement", "grew", "grown", "larger", "bigger", "expanded", "expansion",
  ]
  static let starting: Set = ["original", "initial", "baseline", "first", "starting"]

  static let wound: Set = [
    "wound", "ulcer", "ulceration", "lesion", "sore", "injury", "defect", "area", "size", "surface", "par", "it", "measured", "measures",
    "measuring", "closure", "wound's", "ulcer’s", "wound’s", "ulcer's",
  ]
  static let several: Set = ["wounds", "ulcers", "lesions", "sores", "injuries", "defects"]

  /// What else a clinical sentence gives sizes and percentages of.
  static let otherThings: Set = [
    "pain", "exudate", "drainage", "slough", "granulation", "granulating", "necrosis", "necrotic", "eschar", "fibrin", "edema", "oedema",
    "swelling", "hba1c", "a1c", "glucose", "crp", "esr", "wbc", "leukocytes", "albumin", "creatinine", "weight", "dose", "dosage",
    "prednisone", "prednisolone", "steroid", "perfusion", "abi", "tbi", "stenosis", "oxygen", "saturation", "risk", "recurrence",
    "infection", "bacterial", "load", "flow", "viability", "mobility", "cost", "costs", "temperature", "erythema", "redness", "odor",
    "callus", "calcification", "calcifications", "calcium", "graft", "allograft", "xenograft", "matrix", "flap", "dressing", "dressings",
    "sheet", "sponge", "biopsy", "specimen", "abscess", "cavity", "tunnel", "tunneling", "tunnelling", "undermining", "sinus", "ejection",
    "hemoglobin", "haemoglobin", "circumference", "ankle-brachial", "margin", "margins", "induration", "maceration", "cellulitis",
    "nodule", "deposit", "deposits", "tumor", "tumour", "scar", "film", "image", "ruler", "incision", "donor", "fraction", "pressures",
    "volume", "perimeter", "thickness", "body", "smoking", "confidence", "dressed",
  ]

  /// Words of sentences that speak of what others found, or of what should be.
  static let general: Set = [
    "study", "studies", "trial", "trials", "cohort", "patients", "literature", "review", "guideline", "guidelines", "reported", "published",
    "should", "would", "could", "may", "might", "expected", "expect", "goal", "target", "threshold", "milestone", "criterion", "predicts",
    "predicted", "predictor", "predictive", "typically", "generally", "usually", "often", "recommended", "if", "whether", "mean", "median",
    "average", "previous", "previously", "prior", "ago", "history", "earlier", "another", "further", "additional", "weekly", "monthly",
    "recommend", "suggest", "suggests", "defined", "unless", "historically",
  ]

  static let negations: Set = [
    "not", "never", "no", "without", "nor", "incompletely", "partially", "partly", "nearly", "almost", "failed", "cannot", "yet", "hardly",
  ]

  static let closed: Set = ["closed", "healed", "closure", "epithelialized", "epithelialised"]

  /// Closed by a surgeon, or something else than the wound.
  static let otherClosures: Set = [
    "suture", "sutures", "sutured", "staples", "stapled", "primarily", "primary", "delayed", "vacuum", "assisted", "surgically", "surgical",
    "fracture", "osteotomy", "donor", "biopsy", "incision", "clinic", "capsule", "fascia", "layers",
  ]

  static let about: Set = ["about", "approximately", "around", "roughly", "nearly", "almost", "approx", "circa", "ca", "some"]
}
