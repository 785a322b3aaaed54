// locales/: the words that citation styles use.
#include "List.h"

casebook_resources casebook_locales(void) { return (casebook_resources){0}; }
