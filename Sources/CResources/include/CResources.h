#ifndef CASEBOOK_CRESOURCES_H
#define CASEBOOK_CRESOURCES_H

#include <stddef.h>

/// A file embedded in the program: its path below `templates/`, and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} casebook_resource;

extern const casebook_resource casebook_resources[];
extern const size_t casebook_resource_count;

#endif
