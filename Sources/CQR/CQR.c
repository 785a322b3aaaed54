#include "CQR.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// What is used of the library; its headers are not needed, and its ABI is stable under this soname.
typedef struct {
  int version;
  int width;
  unsigned char *data;
} QRcode;

static QRcode *(*encode)(int, const unsigned char *, int, int);
static void (*release)(QRcode *);
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  *(void **)&encode = dlsym(library, "QRcode_encodeData");
  *(void **)&release = dlsym(library, "QRcode_free");
}

int cqr_encode(const unsigned char *bytes, int length, int level, unsigned char *modules, int capacity) {
  pthread_once(&once, load);
  if (!encode || !release) return -1;
  if (length <= 0 || level < 0 || level > 3) return 0;
  // The order of the arguments is size, data, version (0: the least that holds them), level.
  QRcode *code = encode(length, bytes, 0, level);
  if (!code) return 0;
  int side = code->width;
  if (side > 0 && side <= 177 && side * side <= capacity) {
    for (int index = 0; index < side * side; index++) modules[index] = code->data[index] & 1;
  } else {
    side = 0;
  }
  release(code);
  return side;
}
