// styles/: citation styles, written for this project.
#include "List.h"

static const unsigned char american_medical_association[] = {
#embed "styles/american-medical-association.csl"
};
static const unsigned char apa[] = {
#embed "styles/apa.csl"
};
static const unsigned char nlm_citation_sequence[] = {
#embed "styles/nlm-citation-sequence.csl"
};
static const unsigned char nlm_citation_sequence_brackets[] = {
#embed "styles/nlm-citation-sequence-brackets.csl"
};
static const unsigned char nlm_citation_sequence_superscript[] = {
#embed "styles/nlm-citation-sequence-superscript.csl"
};

// clang-format off
CASEBOOK_RESOURCES(casebook_styles,
  RESOURCE("styles/american-medical-association.csl", american_medical_association),
  RESOURCE("styles/apa.csl", apa),
  RESOURCE("styles/nlm-citation-sequence.csl", nlm_citation_sequence),
  RESOURCE("styles/nlm-citation-sequence-brackets.csl", nlm_citation_sequence_brackets),
  RESOURCE("styles/nlm-citation-sequence-superscript.csl", nlm_citation_sequence_superscript))
