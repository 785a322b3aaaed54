#include "CResources.h"

const casebook_resource casebook_resources[] = {{"", 0, 0}};
const size_t casebook_resource_count = 0;
