#ifndef CASEBOOK_CVIPS_H
#define CASEBOOK_CVIPS_H
#include <stddef.h>

// libvips behind plain C values: only pixels, three 8-bit sRGB bands, cross this border, so that no metadata can.
// The library is loaded when it is first needed; a program that makes no picture neither waits for it nor needs it.

typedef struct {
  unsigned char *pixels;  // width * height * 3 bytes, freed with casebook_vips_free
  int width;
  int height;
} casebook_vips_raster;

typedef struct {
  unsigned char *bytes;  // freed with casebook_vips_free
  size_t count;
} casebook_vips_file;

typedef enum { CASEBOOK_VIPS_JPEG, CASEBOOK_VIPS_WEBP, CASEBOOK_VIPS_PNG } casebook_vips_format;

typedef struct {
  char text[512];
} casebook_vips_error;

// Loads and starts the library once. 0, or -1 with the reason. Call it before the others, from any thread.
int casebook_vips_start(casebook_vips_error *error);
// "8.14.1"; empty before the start.
const char *casebook_vips_version(void);

// Decodes upright, in sRGB, on white, to exactly this size; a JPEG is decoded at a fraction of its size where that is enough.
int casebook_vips_decode(const void *bytes, size_t count, int width, int height, casebook_vips_raster *out, casebook_vips_error *error);
int casebook_vips_resize(casebook_vips_raster in, int width, int height, casebook_vips_raster *out, casebook_vips_error *error);
int casebook_vips_encode(
  casebook_vips_raster in, casebook_vips_format format, int quality, int effort, casebook_vips_file *out, casebook_vips_error *error);

// How much of each pixel white letters cover, 0 to 255: one line of text (not markup), `height` pixels high in the fonts' sense.
typedef struct {
  unsigned char *cover;  // width * height bytes, freed with casebook_vips_free
  int width;
  int height;
} casebook_vips_mask;

int casebook_vips_text(const char *text, int height, casebook_vips_mask *out, casebook_vips_error *error);

// Frees pixels and bytes; NULL is allowed.
void casebook_vips_free(void *memory);

#endif
