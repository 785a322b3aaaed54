// A poster that fits the window, with rulers in its own inches or centimetres, and what the fit measured.
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const slug = wanted.get("case");
  const by = (id) => document.getElementById(id);
  const [frame, sheet, view] = [by("page"), by("sheet"), by("view")];
  const inch = 96;
  let size = { width: inch * 48, height: inch * 36 };
  let scale = 1;
  let fits = true;
  let address = null;

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  async function open() {
    const answer = await fetch(`/_casebook/case.json?case=${encodeURIComponent(slug)}`);
    if (!answer.ok) { by("report").textContent = "There is no such case."; return; }
    const facts = await answer.json();
    by("title").textContent = facts.title;
    document.title = `${facts.title} – poster preview`;
    for (const sheet of facts.sheets) by("which").add(new Option(sheet.name, sheet.path));
    if (!facts.sheets.length) { by("report").textContent = "The case makes no poster yet; its errors stand on the start page."; return; }
    show(facts.sheets.find(({ id }) => id === wanted.get("poster"))?.path ?? facts.sheets[0].path);
  }

  function show(path) {
    address = path;
    by("which").value = path;
    frame.onload = measured;
    frame.src = path;
  }

  // The sheet's own size: the fit's, else that of the element that holds the page.
  async function measured() {
    const page = frame.contentWindow;
    const report = await Promise.race([page.casebookFit ?? null, new Promise((done) => setTimeout(done, 20000, null))]);
    const root = page.document.documentElement;
    const box = page.document.querySelector(".poster, .handout") ?? root;
    size = report ? { width: report.width, height: report.height } : { width: box.scrollWidth || root.scrollWidth, height: box.scrollHeight || root.scrollHeight };
    size.height = Math.max(size.height, root.scrollHeight);
    frame.style.width = `${size.width}px`;
    frame.style.height = `${size.height}px`;
    zoom();
    tell(report);
  }

  function zoom(factor) {
    if (factor) { scale = Math.min(4, Math.max(0.02, factor)); fits = false; }
    if (fits) scale = Math.min(view.clientWidth / size.width, view.clientHeight / size.height);
    sheet.style.width = `${size.width * scale}px`;
    sheet.style.height = `${size.height * scale}px`;
    frame.style.transform = `scale(${scale})`;
    by("zoom").textContent = `${Math.round(scale * 100)} %`;
    by("fit").setAttribute("aria-pressed", String(fits));
    rule();
  }

  // Rulers: a mark an inch where the paper was named in inches, else a mark a centimetre.
  function rule() {
    const isMetric = address?.includes("handout") ? false : Math.abs(size.width / inch - Math.round(size.width / inch)) > 0.02;
    const unit = isMetric ? inch / 2.54 : inch;
    draw(by("across"), view.clientWidth, 22, sheet.offsetLeft - view.scrollLeft, size.width / unit, unit, true);
    draw(by("down"), 22, view.clientHeight, sheet.offsetTop - view.scrollTop, size.height / unit, unit, false);
  }

  function draw(canvas, width, height, start, count, unit, isAcross) {
    const dense = devicePixelRatio;
    canvas.width = width * dense;
    canvas.height = height * dense;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const pen = canvas.getContext("2d");
    pen.scale(dense, dense);
    pen.fillStyle = pen.strokeStyle = getComputedStyle(canvas).color;
    pen.font = "11px system-ui, sans-serif";
    const step = unit * scale;
    const every = [1, 2, 5, 10, 20, 50].find((n) => n * step >= 34) ?? 100;
    for (let number = 0; number <= count + 0.001; number += 1) {
      const at = Math.round(start + number * step) + 0.5;
      const isNamed = number % every === 0;
      if (!isNamed && step < 4) continue;
      pen.beginPath();
      if (isAcross) { pen.moveTo(at, 22); pen.lineTo(at, isNamed ? 10 : 17); } else { pen.moveTo(22, at); pen.lineTo(isNamed ? 10 : 17, at); }
      pen.stroke();
      if (isNamed) pen.fillText(String(number), isAcross ? at + 3 : 1, isAcross ? 10 : at + 11);
    }
  }

  const points = (value) => `${(Math.round(value * 10) / 10).toLocaleString("en")} pt`;

  function tell(report) {
    const place = by("report");
    place.replaceChildren();
    if (!report) { place.append(element("p", "This page measures nothing.")); return; }
    place.append(element("p", report.fits ? "Everything fits." : "It does not fit.", report.fits ? "good" : "bad"));
    for (const problem of report.problems ?? []) {
      const by = Object.entries(problem.by ?? {}).map(([unit, value]) => `${Math.round(value)} ${unit}`).join(", ");
      place.append(element("p", `${problem.block}${by ? `: ${by} too much` : ""}`, "bad"), element("p", problem.remedy, "remedy"));
    }
    const facts = element("dl");
    const add = (name, value) => facts.append(element("dt", name), element("dd", value));
    add("Paper", `${(report.width / inch).toFixed(1)} × ${(report.height / inch).toFixed(1)} in`);
    if (report.body) add("Text", points(report.body));
    if (report.title) add("Title", points(report.title));
    if (report.smallest) add("Smallest type", `${points(report.smallest.points)}${report.distance ? `, read at ${report.distance}` : ""}`);
    place.append(facts);
    table(place, "Words", report.blocks?.filter(({ words }) => words), ({ title, id, words }) => [title || id, String(words)]);
    table(place, "Empty space", report.columns, ({ index, height, white }) => [`Column ${Number(index) + 1}`, `${Math.round((100 * white) / (height || 1))} %`]);
    table(place, "Dots per inch", report.pictures, ({ id, dpi }) => [id, String(Math.round(dpi))]);
  }

  function table(place, name, rows, cells) {
    if (!rows?.length) return;
    const made = element("table");
    made.append(element("caption", name));
    for (const row of rows) {
      const line = made.insertRow();
      for (const cell of cells(row)) line.insertCell().textContent = cell;
    }
    place.append(made);
  }

  by("which").onchange = () => show(by("which").value);
  by("fit").onclick = () => { fits = true; zoom(); };
  by("full").onclick = () => zoom(1);
  by("smaller").onclick = () => zoom(scale / 1.25);
  by("larger").onclick = () => zoom(scale * 1.25);
  view.onscroll = rule;
  addEventListener("resize", () => zoom());
  // The page in the frame hears of builds by itself; here only the report changes with it.
  open();
})();
