#include "CResources.h"

// #embed is C23; the compiler knows it in earlier languages as well and would say so for each file.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define CASEBOOK_RESOURCES(name, ...)                                                        \
  static const casebook_resource list[] = {__VA_ARGS__};                                     \
  casebook_resources name(void) {                                                            \
    casebook_resources all = {list, sizeof list / sizeof *list};                             \
    return all;                                                                              \
  }

#define RESOURCE(path, bytes) {path, bytes, sizeof bytes}
