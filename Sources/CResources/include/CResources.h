#ifndef CASEBOOK_CRESOURCES_H
#define CASEBOOK_CRESOURCES_H

#include <stddef.h>

/// A file embedded in the program: its path, such as `page.html`, `assets/site.css` or `fonts/OpenSans-Regular.ttf`, and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} casebook_resource;

typedef struct {
  const casebook_resource *list;
  size_t count;
} casebook_resources;

/// Each folder's files, listed by hand in the file of the same name. A test compares the lists with the folders.
casebook_resources casebook_templates(void);
casebook_resources casebook_styles(void);
casebook_resources casebook_locales(void);
casebook_resources casebook_fonts(void);
casebook_resources casebook_serve(void);

#endif
