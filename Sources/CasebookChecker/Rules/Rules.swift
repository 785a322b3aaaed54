/// Every rule about cases, in the order in which they are checked.
package enum Rules {
  package static let all: [Rule] = [
    // Figures
    .figureNeedsAltText, .figureNotShown, .figureCarriesMetadata, .figureDateDiffers, .figureMirrored, .eyeBarRedaction,
    .figureScaleMissing, .figureScaleDoubtful, .siteLabelChanged, .laterality,
    // Wounds
    .measurementsRefused, .measurementRepeated, .measurementDoubtful, .measurementMethodChanged, .closedWithArea, .tissueSum,
    .dateAfterPublication, .classificationForm, .scoreNotForWoundType, .numberContradictsMeasurements,
    // People
    .authorsMissing, .authorWithoutAffiliation, .affiliationUnused, .affiliationRepeated, .credentialForm, .orcidCheckDigit, .orcidRepeated,
    // Privacy
    .consentNotStated, .consentCovers, .identifyingName,
    // Texts
    .titleLength, .titleCaseReport, .keyMessageLength, .sectionIsEmpty, .posterWordCount, .posterLayout, .caseEventsInDiscussion,
    .referenceUncited,
  ]
}
