#define _GNU_SOURCE
#include "CVips.h"

#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

// The library's types and numbers that are used here; its headers are not needed, and its ABI is stable under this soname.
typedef struct _VipsImage VipsImage;
enum { FORMAT_UCHAR = 0, INTERPRETATION_SRGB = 22, SIZE_FORCE = 3, FAIL_ON_ERROR = 2, INTENT_RELATIVE = 1 };

static struct {
  int (*init)(const char *);
  const char *(*version_string)(void);
  void (*concurrency_set)(int);
  void (*cache_set_max)(int);
  void (*block_untrusted_set)(int);
  const char *(*error_buffer)(void);
  void (*error_clear)(void);
  int (*thumbnail_buffer)(void *, size_t, VipsImage **, int, ...);
  int (*thumbnail_image)(VipsImage *, VipsImage **, int, ...);
  int (*colourspace)(VipsImage *, VipsImage **, int, ...);
  int (*icc_transform)(VipsImage *, VipsImage **, const char *, ...);
  unsigned long (*get_typeof)(const VipsImage *, const char *);
  int (*cast)(VipsImage *, VipsImage **, int, ...);
  int (*copy)(VipsImage *, VipsImage **, ...);
  int (*get_width)(const VipsImage *);
  int (*get_height)(const VipsImage *);
  int (*get_bands)(const VipsImage *);
  VipsImage *(*new_from_memory)(const void *, size_t, int, int, int, int);
  void *(*write_to_memory)(VipsImage *, size_t *);
  int (*jpegsave_buffer)(VipsImage *, void **, size_t *, ...);
  int (*webpsave_buffer)(VipsImage *, void **, size_t *, ...);
  int (*pngsave_buffer)(VipsImage *, void **, size_t *, ...);
  int (*text)(VipsImage **, const char *, ...);
  void (*object_unref)(void *);
  void (*free)(void *);
  void *(*log_set_default_handler)(void (*)(const char *, int, const char *, void *), void *);
} vips;

static const struct {
  const char *name;
  void *slot;
} symbols[] = {
  {"vips_init", &vips.init},
  {"vips_version_string", &vips.version_string},
  {"vips_concurrency_set", &vips.concurrency_set},
  {"vips_cache_set_max", &vips.cache_set_max},
  {"vips_block_untrusted_set", &vips.block_untrusted_set},
  {"vips_error_buffer", &vips.error_buffer},
  {"vips_error_clear", &vips.error_clear},
  {"vips_thumbnail_buffer", &vips.thumbnail_buffer},
  {"vips_thumbnail_image", &vips.thumbnail_image},
  {"vips_colourspace", &vips.colourspace},
  {"vips_icc_transform", &vips.icc_transform},
  {"vips_image_get_typeof", &vips.get_typeof},
  {"vips_cast", &vips.cast},
  {"vips_copy", &vips.copy},
  {"vips_image_get_width", &vips.get_width},
  {"vips_image_get_height", &vips.get_height},
  {"vips_image_get_bands", &vips.get_bands},
  {"vips_image_new_from_memory", &vips.new_from_memory},
  {"vips_image_write_to_memory", &vips.write_to_memory},
  {"vips_jpegsave_buffer", &vips.jpegsave_buffer},
  {"vips_webpsave_buffer", &vips.webpsave_buffer},
  {"vips_pngsave_buffer", &vips.pngsave_buffer},
  {"vips_text", &vips.text},
  {"g_object_unref", &vips.object_unref},
  {"g_free", &vips.free},
  {"g_log_set_default_handler", &vips.log_set_default_handler},
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static casebook_vips_error start_error;
static int started = -1;
// The library keeps one text of errors for all threads: work shares this lock, and failed work is done again alone to learn its own reason.
static pthread_rwlock_t gate = PTHREAD_RWLOCK_INITIALIZER;

// libpng only warns of a picture whose rows are not all there, and fills them up.
static atomic_uint missing_rows;

static void be_silent(const char *domain, int level, const char *message, void *data) {
  (void)domain, (void)level, (void)data;
  if (message && strstr(message, "ot enough")) atomic_fetch_add(&missing_rows, 1);
}

static void start(void) {
  void *library = dlopen("libvips.so.42", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    snprintf(start_error.text, sizeof start_error.text, "%s", dlerror());
    return;
  }
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *found = dlsym(library, symbols[i].name);
    if (!found) {
      snprintf(start_error.text, sizeof start_error.text, "libvips.so.42 lacks %s", symbols[i].name);
      return;
    }
    memcpy(symbols[i].slot, &found, sizeof found);
  }
  // Pixels go back to the system when they are freed, instead of filling each thread's heap with holes.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  vips.log_set_default_handler(be_silent, NULL);
  if (vips.init("casebook")) {
    snprintf(start_error.text, sizeof start_error.text, "libvips does not start");
    return;
  }
  vips.concurrency_set(1);
  vips.cache_set_max(0);
  vips.block_untrusted_set(1);
  started = 0;
}

int casebook_vips_start(casebook_vips_error *error) {
  pthread_once(&once, start);
  if (started) *error = start_error;
  return started;
}

const char *casebook_vips_version(void) { return started ? "" : vips.version_string(); }

void casebook_vips_free(void *memory) {
  if (memory) vips.free(memory);
}

static void take_error(casebook_vips_error *error) {
  snprintf(error->text, sizeof error->text, "%s", vips.error_buffer());
  size_t length = strlen(error->text);
  while (length && error->text[length - 1] == '\n') error->text[--length] = 0;
  vips.error_clear();
  if (!length) snprintf(error->text, sizeof error->text, "it holds fewer pixels than its header says");
}

// Replaces *image by the result of an operation on it; -1 when there is none.
static int replace(VipsImage **image, int failed, VipsImage **result) {
  if (failed) return -1;
  vips.object_unref(*image);
  *image = *result;
  return 0;
}

// Lays four-band pixels on white, in place.
static void flatten(unsigned char *pixels, size_t count) {
  for (size_t i = 0; i < count; i++) {
    unsigned alpha = pixels[4 * i + 3];
    for (int band = 0; band < 3; band++) pixels[3 * i + band] = (pixels[4 * i + band] * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}

// Consumes the image: its pixels as three 8-bit bands in sRGB.
static int raster_of(VipsImage *image, casebook_vips_raster *out) {
  VipsImage *next = NULL;
  size_t count = 0;
  // A profile that is broken is passed over: then the numbers are taken as they are.
  if (vips.get_typeof(image, "icc-profile-data"))
    replace(&image, vips.icc_transform(image, &next, "srgb", "embedded", 1, "depth", 8, "intent", INTENT_RELATIVE, NULL), &next);
  int failed = replace(&image, vips.colourspace(image, &next, INTERPRETATION_SRGB, NULL), &next)
    || replace(&image, vips.cast(image, &next, FORMAT_UCHAR, NULL), &next);
  int bands = vips.get_bands(image);
  if (!failed && (bands == 3 || bands == 4)) {
    out->width = vips.get_width(image);
    out->height = vips.get_height(image);
    out->pixels = vips.write_to_memory(image, &count);
    if (out->pixels && bands == 4) flatten(out->pixels, (size_t)out->width * out->height);
  }
  vips.object_unref(image);
  return out->pixels ? 0 : -1;
}

static int decode(const void *bytes, size_t count, int width, int height, casebook_vips_raster *out) {
  VipsImage *image = NULL;
  unsigned before = atomic_load(&missing_rows);
  if (vips.thumbnail_buffer(
        (void *)bytes, count, &image, width, "height", height, "size", SIZE_FORCE, "fail_on", FAIL_ON_ERROR, NULL))
    return -1;
  if (raster_of(image, out)) return -1;
  // The rows may be another thread's; then this picture, decoded again alone, is whole.
  if (atomic_load(&missing_rows) == before) return 0;
  vips.free(out->pixels);
  out->pixels = NULL;
  return -1;
}

// The pixels as an image of the library, which does not own them.
static VipsImage *image_of(casebook_vips_raster in) {
  VipsImage *bare = vips.new_from_memory(in.pixels, (size_t)in.width * in.height * 3, in.width, in.height, 3, FORMAT_UCHAR);
  VipsImage *image = NULL;
  if (!bare) return NULL;
  int failed = vips.copy(bare, &image, "interpretation", INTERPRETATION_SRGB, NULL);
  vips.object_unref(bare);
  return failed ? NULL : image;
}

static int resize(casebook_vips_raster in, int width, int height, casebook_vips_raster *out) {
  VipsImage *image = image_of(in), *next = NULL;
  if (!image) return -1;
  if (replace(&image, vips.thumbnail_image(image, &next, width, "height", height, "size", SIZE_FORCE, NULL), &next)) {
    vips.object_unref(image);
    return -1;
  }
  return raster_of(image, out);
}

static int encode(casebook_vips_raster in, casebook_vips_format format, int quality, int effort, casebook_vips_file *out) {
  VipsImage *image = image_of(in);
  void *bytes = NULL;
  int failed = 1;
  if (!image) return -1;
  switch (format) {
  case CASEBOOK_VIPS_JPEG:
    failed = vips.jpegsave_buffer(
      image, &bytes, &out->count, "Q", quality, "optimize_coding", 1, "interlace", 1, "strip", 1, NULL);
    break;
  case CASEBOOK_VIPS_WEBP:
    failed = vips.webpsave_buffer(image, &bytes, &out->count, "Q", quality, "effort", effort, "strip", 1, NULL);
    break;
  case CASEBOOK_VIPS_PNG: failed = vips.pngsave_buffer(image, &bytes, &out->count, "compression", 9, "strip", 1, NULL); break;
  }
  vips.object_unref(image);
  out->bytes = bytes;
  return failed ? -1 : 0;
}

// Writes `text` so that the library's markup means it literally; as much as fits.
static void escape(const char *text, char *out, size_t room) {
  size_t used = 0;
  for (; *text && used + 6 < room; text++) {
    const char *part = *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : NULL;
    if (part) {
      memcpy(out + used, part, strlen(part));
      used += strlen(part);
    } else {
      out[used++] = *text;
    }
  }
  out[used] = 0;
}

static int text_mask(const char *text, int height, casebook_vips_mask *out) {
  VipsImage *image = NULL;
  char markup[2048], font[64];
  size_t count = 0;
  escape(text, markup, sizeof markup);
  snprintf(font, sizeof font, "sans bold %d", height);
  if (vips.text(&image, markup, "font", font, "dpi", 72, NULL)) return -1;
  out->width = vips.get_width(image);
  out->height = vips.get_height(image);
  if (vips.get_bands(image) == 1) out->cover = vips.write_to_memory(image, &count);
  vips.object_unref(image);
  return out->cover && count == (size_t)out->width * out->height ? 0 : -1;
}

// Does `work` beside other threads; where that fails, does it again alone, so that the reason is its own.
#define GUARDED(work)                           \
  do {                                          \
    pthread_rwlock_rdlock(&gate);               \
    int failed = (work);                        \
    pthread_rwlock_unlock(&gate);               \
    if (!failed) return 0;                      \
    pthread_rwlock_wrlock(&gate);               \
    vips.error_clear();                         \
    failed = (work);                            \
    if (failed) take_error(error);              \
    pthread_rwlock_unlock(&gate);               \
    return failed;                              \
  } while (0)

int casebook_vips_decode(const void *bytes, size_t count, int width, int height, casebook_vips_raster *out, casebook_vips_error *error) {
  *out = (casebook_vips_raster){NULL, 0, 0};
  GUARDED(decode(bytes, count, width, height, out));
}

int casebook_vips_resize(casebook_vips_raster in, int width, int height, casebook_vips_raster *out, casebook_vips_error *error) {
  *out = (casebook_vips_raster){NULL, 0, 0};
  GUARDED(resize(in, width, height, out));
}

int casebook_vips_encode(
  casebook_vips_raster in, casebook_vips_format format, int quality, int effort, casebook_vips_file *out, casebook_vips_error *error) {
  *out = (casebook_vips_file){NULL, 0};
  GUARDED(encode(in, format, quality, effort, out));
}

int casebook_vips_text(const char *text, int height, casebook_vips_mask *out, casebook_vips_error *error) {
  *out = (casebook_vips_mask){NULL, 0, 0};
  GUARDED(text_mask(text, height, out));
}
