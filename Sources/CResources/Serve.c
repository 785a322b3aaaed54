// The pages that "casebook serve" shows to authors; no site can replace them.
#include "List.h"

static const unsigned char client_css[] = {
#embed "serve/client.css"
};
static const unsigned char client_js[] = {
#embed "serve/client.js"
};
static const unsigned char picture_html[] = {
#embed "serve/picture.html"
};
static const unsigned char picture_js[] = {
#embed "serve/picture.js"
};
static const unsigned char poster_html[] = {
#embed "serve/poster.html"
};
static const unsigned char poster_js[] = {
#embed "serve/poster.js"
};
static const unsigned char start_css[] = {
#embed "serve/start.css"
};
static const unsigned char tools_css[] = {
#embed "serve/tools.css"
};

// clang-format off
CASEBOOK_RESOURCES(casebook_serve,
  RESOURCE("serve/client.css", client_css),
  RESOURCE("serve/client.js", client_js),
  RESOURCE("serve/picture.html", picture_html),
  RESOURCE("serve/picture.js", picture_js),
  RESOURCE("serve/poster.html", poster_html),
  RESOURCE("serve/poster.js", poster_js),
  RESOURCE("serve/start.css", start_css),
  RESOURCE("serve/tools.css", tools_css))
