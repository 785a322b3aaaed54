// Boxes and points on an original, written as the keys of a figure in case.yaml: redact, crop, scale, annotations.
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const slug = wanted.get("case");
  const by = (id) => document.getElementById(id);
  const [photo, marks, board] = [by("photo"), by("marks"), by("board")];
  let drawn = [];
  let start = null;
  let pending = null;

  async function open() {
    const answer = await fetch(`/_casebook/case.json?case=${encodeURIComponent(slug)}`);
    const facts = answer.ok ? await answer.json() : { title: slug, figures: [] };
    by("title").textContent = facts.title;
    document.title = `${facts.title} – pictures`;
    for (const { id, caption } of facts.figures) by("which").add(new Option(caption ? `${id}: ${caption}` : id, id));
    if (!facts.figures.length) { by("hint").textContent = "The case has no figure with a file."; return; }
    show(facts.figures.some(({ id }) => id === wanted.get("figure")) ? wanted.get("figure") : facts.figures[0].id);
  }

  function show(figure) {
    by("which").value = figure;
    drawn = [];
    photo.onerror = () => { by("hint").textContent = "A browser can't show this kind of file; open a JPEG or PNG of it to find coordinates."; };
    photo.onload = write;
    photo.src = `/_casebook/original/${encodeURIComponent(slug)}/${encodeURIComponent(figure)}`;
    write();
  }

  const tool = () => document.querySelector('input[name="tool"]:checked').value;
  const clamp = (value) => Math.min(100, Math.max(0, Math.round(value * 10) / 10));
  const point = (event) => {
    const box = photo.getBoundingClientRect();
    return [clamp((100 * (event.clientX - box.left)) / box.width), clamp((100 * (event.clientY - box.top)) / box.height)];
  };

  function mark(from, to) {
    const made = { tool: tool(), from, to };
    if (made.tool === "scale") made.cm = Number(by("cm").value) || 5;
    if (made.tool === "arrow" || made.tool === "circle") made.label = by("label").value.trim();
    return made;
  }

  function keep(made) {
    const [width, height] = [Math.abs(made.from[0] - made.to[0]), Math.abs(made.from[1] - made.to[1])];
    const isBox = made.tool === "redact" || made.tool === "crop";
    if (isBox ? Math.min(width, height) < 0.3 : Math.hypot(width, height) < 0.3) return; // A click that slipped.
    if (made.tool === "crop" || made.tool === "scale") drawn = drawn.filter((other) => other.tool !== made.tool);
    drawn.push(made);
  }

  board.onpointerdown = (event) => {
    if (event.button !== 0 || !photo.naturalWidth) return;
    event.preventDefault();
    board.setPointerCapture(event.pointerId);
    start = point(event);
  };
  board.onpointermove = (event) => {
    if (!start) return;
    pending = mark(start, point(event));
    paint();
  };
  board.onpointerup = (event) => {
    if (!start) return;
    keep(mark(start, point(event)));
    start = pending = null;
    write();
  };
  board.onpointercancel = () => { start = pending = null; paint(); };

  const percent = (value) => `${clamp(value)}%`;
  const pair = ([x, y]) => `[${percent(x)}, ${percent(y)}]`;
  const box = ({ from, to }) => {
    const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
    return `{x: ${percent(x)}, y: ${percent(y)}, width: ${percent(Math.abs(from[0] - to[0]))}, height: ${percent(Math.abs(from[1] - to[1]))}}`;
  };
  // A circle goes through the point where the drag ended; its radius is percent of the width.
  const radius = ({ from, to }) => Math.hypot(to[0] - from[0], ((to[1] - from[1]) * photo.naturalHeight) / photo.naturalWidth);
  const quoted = (text) => JSON.stringify(text);

  function write() {
    const of = (name) => drawn.filter(({ tool }) => tool === name);
    const lines = [];
    for (const crop of of("crop")) lines.push(`crop: ${box(crop)}`);
    if (of("redact").length) lines.push("redact:", ...of("redact").map((made) => `  - ${box(made)}`));
    for (const made of of("scale")) lines.push(`scale: {from: ${pair(made.from)}, to: ${pair(made.to)}, cm: ${made.cm}}`);
    const noted = drawn.filter(({ tool }) => tool === "arrow" || tool === "circle");
    if (noted.length) lines.push("annotations:");
    for (const made of noted) {
      const label = made.label ? `, label: ${quoted(made.label)}` : "";
      lines.push(
        made.tool === "arrow"
          ? `  - {arrow: {from: ${pair(made.from)}, to: ${pair(made.to)}}${label}}`
          : `  - {circle: {center: ${pair(made.from)}, radius: ${percent(radius(made))}}${label}}`);
    }
    by("yaml").value = lines.length ? `${lines.join("\n")}\n` : "";
    by("copied").textContent = "";
    paint();
  }

  function paint() {
    marks.setAttribute("viewBox", `0 0 ${photo.clientWidth || 1} ${photo.clientHeight || 1}`);
    marks.replaceChildren();
    const at = ([x, y]) => [(x * photo.clientWidth) / 100, (y * photo.clientHeight) / 100];
    const add = (name, attributes) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      marks.append(made);
    };
    for (const made of pending ? [...drawn, pending] : drawn) {
      const [[x, y], [u, v]] = [at(made.from), at(made.to)];
      const kind = { class: made.tool };
      if (made.tool === "redact" || made.tool === "crop") {
        add("rect", { ...kind, x: Math.min(x, u), y: Math.min(y, v), width: Math.abs(x - u), height: Math.abs(y - v) });
      } else if (made.tool === "circle") {
        add("circle", { ...kind, cx: x, cy: y, r: Math.hypot(u - x, v - y) });
      } else {
        add("line", { ...kind, x1: x, y1: y, x2: u, y2: v });
        add("circle", { ...kind, cx: u, cy: v, r: 4 });
        if (made.tool === "scale") add("circle", { ...kind, cx: x, cy: y, r: 4 });
      }
    }
  }

  for (const input of document.querySelectorAll('input[name="tool"]')) {
    input.onchange = () => {
      by("length").hidden = tool() !== "scale";
      by("labelled").hidden = tool() !== "arrow" && tool() !== "circle";
    };
  }
  by("length").hidden = by("labelled").hidden = true;
  by("which").onchange = () => show(by("which").value);
  by("undo").onclick = () => { drawn.pop(); write(); };
  by("copy").onclick = async () => {
    by("yaml").select();
    await navigator.clipboard.writeText(by("yaml").value).catch(() => document.execCommand("copy"));
    by("copied").textContent = "Copied: paste it below the figure's id, indented as its neighbours.";
  };
  by("keys").onsubmit = (event) => {
    event.preventDefault();
    const { x, y, u, v } = event.target.elements;
    keep(mark([clamp(x.value), clamp(y.value)], [clamp(u.value), clamp(v.value)]));
    write();
  };
  addEventListener("resize", paint);
  open();
})();
