// styles/: citation styles.
#include "List.h"

casebook_resources casebook_styles(void) { return (casebook_resources){0}; }
