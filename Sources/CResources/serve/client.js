// Hears of builds: loads the page anew where it was, swaps style sheets in place, and shows what is wrong until it is mended.
(() => {
  "use strict";
  const own = decodeURIComponent(location.pathname).replace(/^\//, "").replace(/(^|\/)$/, "$1index.html");
  const slug = own.match(/^cases\/([^/]+)\//)?.[1] ?? new URLSearchParams(location.search).get("case");
  const place = `casebook-scroll:${own}`;
  // The build that this page is of, and its text as it was served.
  let build = Number(document.currentScript.dataset.build);
  let source = null;

  // A page that was loaded anew stands where it stood.
  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    history.scrollRestoration = "manual";
    const [x, y] = kept.split(" ").map(Number);
    const scroll = () => window.scrollTo({ left: x, top: y, behavior: "instant" });
    scroll();
    addEventListener("load", scroll, { once: true });
  }

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  const sheets = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')];
  const withoutSheets = (text) => {
    const page = parsed(text);
    for (const sheet of sheets(page)) sheet.removeAttribute("href");
    page.querySelector("script[data-build]")?.remove();
    return page.documentElement.outerHTML;
  };
  const load = async () => (await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } })).text();

  async function refresh() {
    await ready;
    const before = source;
    const after = await load();
    if (before !== null && withoutSheets(before) === withoutSheets(after)) {
      source = after;
      swap(sheets(parsed(after)));
    } else {
      sessionStorage.setItem(place, `${scrollX} ${scrollY}`);
      location.reload();
    }
  }

  // The old sheet goes when the new one is there, so that the page is never bare.
  function swap(wanted) {
    const present = sheets(document).filter((sheet) => !sheet.dataset.casebook);
    present.forEach((sheet, index) => {
      const href = wanted[index] && wanted[index].getAttribute("href");
      if (!href || href === sheet.getAttribute("href")) return;
      const next = sheet.cloneNode();
      next.href = href;
      next.onload = next.onerror = () => sheet.remove();
      sheet.after(next);
    });
  }

  function show(problems) {
    // A page in a preview's frame leaves it to the page around.
    if (window !== top) return;
    const errors = problems.filter((problem) => problem.severity === "error" && (!problem.case || problem.case === slug));
    document.getElementById("casebook-problems")?.remove();
    if (!errors.length) return;
    const host = document.createElement("div");
    host.id = "casebook-problems";
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/_casebook/client.css";
    const panel = document.createElement("section");
    panel.setAttribute("role", "alert");
    panel.setAttribute("aria-label", "Errors");
    const add = (parent, tag, text, className) => {
      const element = document.createElement(tag);
      element.textContent = text;
      if (className) element.className = className;
      parent.append(element);
      return element;
    };
    add(panel, "h2", `${errors.length} ${errors.length === 1 ? "error" : "errors"}: the last good page is shown`);
    const list = add(panel, "ol", "");
    for (const problem of errors) {
      const item = add(list, "li", "");
      add(item, "strong", problem.summary);
      if (problem.file) add(item, "code", `${problem.file}:${problem.line}:${problem.column}`);
      if (problem.explanation) add(item, "p", problem.explanation);
      if (problem.remedy) add(item, "p", problem.remedy, "remedy");
    }
    const hide = add(panel, "button", "Hide");
    hide.type = "button";
    hide.onclick = () => host.remove();
    root.append(style, panel);
    document.body.append(host);
  }

  // What is fetched now is this page's text, unless a build came between.
  const served = build;
  const ready = load().then((text) => {
    if (Number(parsed(text).querySelector("script[data-build]")?.dataset.build) === served) source = text;
  });

  new EventSource("/_casebook/events").onmessage = ({ data }) => {
    const news = JSON.parse(data);
    show(news.problems);
    if (news.build === build) return;
    // Builds that were not heard of may have changed this page too.
    const isNext = news.build === build + 1;
    build = news.build;
    dispatchEvent(new CustomEvent("casebook-build", { detail: news }));
    if (!isNext || news.changed.includes(own)) refresh().catch(() => {}); // The next build tells again.
  };
})();
