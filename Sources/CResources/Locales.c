// locales/: the words that citation styles use.
#include "List.h"

static const unsigned char locales_en_us[] = {
#embed "locales/locales-en-US.xml"
};

// clang-format off
CASEBOOK_RESOURCES(casebook_locales,
  RESOURCE("locales/locales-en-US.xml", locales_en_us))
