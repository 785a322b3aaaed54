// Open Sans, from Debian's package fonts-open-sans: static TrueType, which browsers embed in a PDF as it is.
#include "List.h"

#if !__has_embed("/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf")
#error "The fonts of Open Sans are not installed: run scripts/setup"
#endif

static const unsigned char regular[] = {
#embed "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf"
};

static const unsigned char italic[] = {
#embed "/usr/share/fonts/truetype/open-sans/OpenSans-Italic.ttf"
};

static const unsigned char semibold[] = {
#embed "/usr/share/fonts/truetype/open-sans/OpenSans-Semibold.ttf"
};

static const unsigned char bold[] = {
#embed "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf"
};

static const unsigned char bold_italic[] = {
#embed "/usr/share/fonts/truetype/open-sans/OpenSans-BoldItalic.ttf"
};

// clang-format off
CASEBOOK_RESOURCES(casebook_fonts,
  RESOURCE("fonts/OpenSans-Regular.ttf", regular),
  RESOURCE("fonts/OpenSans-Italic.ttf", italic),
  RESOURCE("fonts/OpenSans-Semibold.ttf", semibold),
  RESOURCE("fonts/OpenSans-Bold.ttf", bold),
  RESOURCE("fonts/OpenSans-BoldItalic.ttf", bold_italic))
