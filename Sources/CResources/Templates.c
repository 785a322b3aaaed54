// The folder templates/ at the top: the pages and what they link.
#include "List.h"

static const unsigned char page_404_html[] = {
#embed "../../templates/404.html"
};
static const unsigned char card_html[] = {
#embed "../../templates/card.html"
};
static const unsigned char case_html[] = {
#embed "../../templates/case.html"
};
static const unsigned char footer_html[] = {
#embed "../../templates/footer.html"
};
static const unsigned char handout_html[] = {
#embed "../../templates/handout.html"
};
static const unsigned char library_html[] = {
#embed "../../templates/library.html"
};
static const unsigned char moved_html[] = {
#embed "../../templates/moved.html"
};
static const unsigned char navigation_html[] = {
#embed "../../templates/navigation.html"
};
static const unsigned char page_html[] = {
#embed "../../templates/page.html"
};
static const unsigned char poster_html[] = {
#embed "../../templates/poster.html"
};
static const unsigned char text_html[] = {
#embed "../../templates/text.html"
};
static const unsigned char topics_html[] = {
#embed "../../templates/topics.html"
};
static const unsigned char withdrawn_html[] = {
#embed "../../templates/withdrawn.html"
};
static const unsigned char assets_base_css[] = {
#embed "../../templates/assets/base.css"
};
static const unsigned char assets_figures_css[] = {
#embed "../../templates/assets/figures.css"
};
static const unsigned char assets_page_css[] = {
#embed "../../templates/assets/page.css"
};
static const unsigned char assets_poster_figures_css[] = {
#embed "../../templates/assets/poster-figures.css"
};
static const unsigned char assets_poster_css[] = {
#embed "../../templates/assets/poster.css"
};
static const unsigned char assets_poster_js[] = {
#embed "../../templates/assets/poster.js"
};
static const unsigned char assets_viewer_js[] = {
#embed "../../templates/assets/viewer.js"
};
static const unsigned char assets_wounds_css[] = {
#embed "../../templates/assets/wounds.css"
};

CASEBOOK_RESOURCES(
  casebook_templates,
  RESOURCE("404.html", page_404_html),
  RESOURCE("card.html", card_html),
  RESOURCE("case.html", case_html),
  RESOURCE("footer.html", footer_html),
  RESOURCE("handout.html", handout_html),
  RESOURCE("library.html", library_html),
  RESOURCE("moved.html", moved_html),
  RESOURCE("navigation.html", navigation_html),
  RESOURCE("page.html", page_html),
  RESOURCE("poster.html", poster_html),
  RESOURCE("text.html", text_html),
  RESOURCE("topics.html", topics_html),
  RESOURCE("withdrawn.html", withdrawn_html),
  RESOURCE("assets/base.css", assets_base_css),
  RESOURCE("assets/figures.css", assets_figures_css),
  RESOURCE("assets/page.css", assets_page_css),
  RESOURCE("assets/poster-figures.css", assets_poster_figures_css),
  RESOURCE("assets/poster.css", assets_poster_css),
  RESOURCE("assets/poster.js", assets_poster_js),
  RESOURCE("assets/viewer.js", assets_viewer_js),
  RESOURCE("assets/wounds.css", assets_wounds_css))
