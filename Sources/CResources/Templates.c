// The folder templates/ at the top: the pages and what they link.
#include "List.h"

casebook_resources casebook_templates(void) { return (casebook_resources){0}; }
