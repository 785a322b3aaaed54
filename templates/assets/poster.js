// Fits a poster to its sheet, or a handout to two, and measures the result. `casebookFit` is a promise of the report, kept when the fonts and
// pictures are there and nothing moves any more. Begins with the fit that the page carries, and comes to the final one in a few layouts.
window.casebookFit = (() => {
  const root = document.documentElement, poster = document.querySelector(".poster"), main = poster.querySelector("main");
  const flow = main.querySelector(".flow"), hero = main.querySelector(".hero"), data = poster.dataset;
  const floor = +data.floor, ceiling = +data.ceiling, ideal = +data.ideal, point = 96 / 72;
  const style = getComputedStyle(root);
  const columns = +style.getPropertyValue("--columns") || 1;
  // What is fitted: body text in points; widths of text and figures in pixels; pictures by their cells; leading; air between sections.
  const fit = {base: +style.getPropertyValue("--base"), text: 0, show: 0, pictures: 1, leading: 1.38, air: 0};
  const stacks = hero ? [...hero.children] : [];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const problems = [];
  let height = 0, width = 0, gap = 0, unit = 0, layouts = 0;

  const apply = () => {
    const set = (name, value) => root.style.setProperty("--" + name, value);
    set("base", fit.base.toFixed(3));
    set("pictures", fit.pictures.toFixed(4));
    // Only a page that does not fit goes below the floor, and its small type with it.
    set("small", (floor * 0.75 * Math.min(1, fit.base / floor)).toFixed(3) + "pt");
    set("leading", fit.leading.toFixed(3));
    set("air", fit.air.toFixed(1) + "px");
    if (fit.text) set("text", fit.text.toFixed(1) + "px");
    if (fit.show) set("show", fit.show.toFixed(1) + "px");
  };

  // Heights of text, of figures, and of the pictures that stand below each other.
  const measure = () => {
    apply();
    layouts++;
    const tall = stacks.map((stack) => stack.offsetHeight);
    return {text: flow ? flow.offsetHeight : 0, hero: Math.max(0, ...tall), main: tall[0] || 0, beside: tall[1] || 0, pictures: hero ? stacked(stacks[0]) : 0};
  };
  const pictureOf = "figure img, .placeholder, .wound-chart svg";
  const stacked = (box) => {
    let sum = 0, bottom = -Infinity;
    const boxes = [...box.querySelectorAll(pictureOf)].map((picture) => picture.getBoundingClientRect());
    boxes.sort((a, b) => a.top - b.top);
    for (const {top, height: tall} of boxes) {
      sum += Math.max(0, top + tall - Math.max(top, bottom));
      bottom = Math.max(bottom, top + tall);
    }
    return sum;
  };

  // How much wider figures should be: pictures grow with the width, what stands round them shrinks with it.
  const widening = (natural, rest, fill) => {
    const tall = (ratio) => natural * ratio + rest / Math.sqrt(ratio);
    let best = 1;
    for (let ratio = 1.6; ratio > 0.55; ratio -= 0.02) {
      if (tall(ratio) <= height * fill) return ratio;
      if (tall(ratio) < tall(best)) best = ratio;
    }
    return best;
  };

  // Text on one side, figures on the other: figures get the width that fills the height, text the size that fills the rest.
  function fitSide() {
    let now = measure();
    const least = columns * 15 * floor * point * 0.5 + (columns - 1) * gap;
    const beside = stacks[1] ? stacks[1].offsetWidth + gap : 0, most = width - gap - Math.max(width * 0.3, beside + Math.max(6 * unit, 15 * floor * point));
    for (let step = 0; step < 4; step++) {
      const textDone = now.text <= height && (now.text > height * 0.975 || fit.base >= ceiling);
      if (textDone && now.hero <= height && now.hero > height * 0.975) break;
      const shown = width - gap - fit.text, rest = now.main - now.pictures, natural = now.pictures / fit.pictures;
      const area = now.text * fit.text / (fit.base * fit.base);
      // Beside the course of wounds, which keeps its width, only the other figures grow.
      const own = stacks[0].offsetWidth, wider = (fill) => shown + own * (widening(natural, rest, fill) - 1);
      let next = natural > 0 ? wider(0.99) : shown;
      // Text that would be small gets more, as long as figures fill most of their side.
      const comfortable = width - gap - area * ideal * ideal / (0.985 * height);
      if (natural > 0 && comfortable < next) next = Math.max(comfortable, Math.min(next, wider(0.84)));
      let text = clamp(width - gap - next, least, most);
      let base = Math.sqrt(0.985 * height * text / area);
      if (base < floor) {
        base = floor;
        text = clamp(area * floor * floor / (0.98 * height), least, most);
      }
      next = width - gap - text;
      const room = height * 0.99 - rest;
      fit.pictures = natural > 0 ? clamp(room / (natural * (own + next - shown) / own), 0.3, 1) : 1;
      fit.base = Math.min(base, ceiling);
      fit.text = text;
      now = measure();
    }
    return now;
  }

  // Figures over the whole width, text below; or only one of them.
  function fitStack() {
    let now = measure();
    for (let step = 0; step < 3; step++) {
      const between = flow && hero ? gap : 0, rest = now.main - now.pictures, natural = now.pictures / fit.pictures;
      const used = now.text + now.hero + between;
      if (step && used <= height && used > height * 0.98) break;
      const textAt = (base) => now.text * (base / fit.base) ** 2;
      const room = height * 0.992 - between;
      let pictures = natural > 0 ? clamp((Math.max(now.beside, room - (flow ? textAt(ideal) : 0)) - rest) / natural, 0.45, 1) : 1;
      const left = room - Math.max(now.beside, rest + natural * pictures);
      let base = flow && now.text ? fit.base * Math.sqrt(Math.max(left, 1) / now.text) : ideal;
      if (base < floor && natural > 0) pictures = clamp((room - textAt(floor) - rest) / natural, 0.3, 1);
      fit.base = clamp(base, floor, ceiling);
      fit.pictures = pictures;
      now = measure();
    }
    return now;
  }

  // A key message between text and figures; the sides take what they need of two thirds.
  function fitCenter() {
    fit.show = width * 0.25;
    let now = measure();
    for (let step = 0; step < 4; step++) {
      const rest = now.hero - now.pictures, natural = now.pictures / fit.pictures;
      const show = natural > 0 ? clamp(fit.show * (height * 0.99 - rest) / natural, width * 0.2, width * 0.31) : fit.show;
      fit.pictures = natural > 0 ? clamp((height * 0.99 - rest) / (natural * show / fit.show), 0.3, 1) : 1;
      const area = now.text * fit.text / (fit.base * fit.base);
      let text = clamp(fit.text, width * 0.2, width * 0.27), base = Math.sqrt(0.985 * height * text / area);
      if (base < ideal) {
        text = clamp(area * ideal * ideal / (0.985 * height), text, width * 0.33);
        base = Math.sqrt(0.985 * height * text / area);
      }
      fit.show = show;
      fit.text = text;
      fit.base = clamp(base, floor, ceiling);
      now = measure();
      if (now.text <= height && now.hero <= height && (now.text > height * 0.97 || fit.base >= ceiling)) break;
    }
    return now;
  }

  // The key message as large as its box takes it.
  function fitMessage() {
    const box = main.querySelector(".message"), words = box.firstElementChild;
    let size = 3.4 * unit;
    for (let step = 0; step < 3; step++) {
      root.style.setProperty("--loud", size.toFixed(1) + "px");
      layouts++;
      const tall = words.offsetHeight / (height * 0.66), wide = words.scrollWidth / words.clientWidth;
      if (tall <= 1 && wide <= 1 && (tall > 0.85 || size >= 4.4 * unit)) break;
      size = Math.min(size * Math.min(1 / Math.sqrt(tall), 1 / wide) * 0.98, 4.4 * unit);
    }
  }

  const overflow = (now) => data.arrangement === "stack" || data.arrangement === "plain"
    ? now.text + now.hero + (flow && hero ? gap : 0) - height : Math.max(now.text, now.hero) - height;

  // Makes smaller what still runs over, not under `least` points.
  function shrink(now, least, tries) {
    const together = overflow(now) > 0 && (data.arrangement === "stack" || data.arrangement === "plain");
    for (let step = 0; step < tries && overflow(now) > 0.5; step++) {
      const rest = now.hero - now.pictures, over = overflow(now);
      const textOver = together ? over : now.text - height, heroOver = together ? over : now.hero - height;
      let moved = false;
      if (heroOver > 0.5 && now.main >= now.hero - 1 && now.pictures > 0 && fit.pictures > 0.3) {
        fit.pictures = clamp(fit.pictures * (now.pictures - heroOver - 2) / now.pictures, 0.3, 1);
        moved = true;
      }
      if ((textOver > 0.5 || !moved) && fit.base > least) {
        const tall = together ? now.text + rest : textOver > 0.5 ? now.text : now.hero;
        const ratio = Math.sqrt(Math.max(0.2, (tall - (textOver > 0.5 ? textOver : heroOver)) / tall));
        fit.base = Math.max(least, fit.base * Math.min(ratio, 0.996 ** (step + 1)));
        moved = true;
      }
      if (!moved) break;
      now = measure();
    }
    return now;
  }

  // Room that is left goes between the lines, then between the sections.
  function fill(now) {
    const used = flow && (data.arrangement === "stack" ? now.text + now.hero + gap : now.text);
    if (!used || now.text === 0 || used > height * 0.985) return now;
    const want = now.text + height * 0.995 - used, before = {...fit};
    fit.leading = Math.min(1.6, fit.leading * (1 + (want / now.text - 1) * 0.95));
    let next = measure();
    if (overflow(next) > 0) {
      Object.assign(fit, before);
      return measure();
    }
    const gaps = flow.children.length - 1, left = want - next.text;
    if (gaps > 0 && left > height * 0.015) {
      const leading = {...fit};
      fit.air = Math.min(1.6 * unit, left * columns / gaps * 0.9);
      next = measure();
      if (overflow(next) > 0) {
        Object.assign(fit, leading);
        next = measure();
      }
    }
    return next;
  }

  // Height that figures leave is shared by the rows of the timeline.
  function spread(now) {
    const tops = new Set(hero ? [...stacks[0].querySelectorAll(".timeline td > figure")].map((figure) => Math.round(figure.getBoundingClientRect().top)) : []);
    const left = (data.arrangement === "stack" ? 0 : height - now.main) * 0.8;
    if (tops.size && left > 0) root.style.setProperty("--row-air", Math.min(left / tops.size, unit).toFixed(1) + "px");
  }

  // A table that is wider than its place is set smaller.
  function fitTables() {
    const wide = [...main.querySelectorAll("table:not(.timeline)")].map((table) => [table, table.parentElement.clientWidth, table.offsetWidth])
      .filter(([, room, need]) => need > room + 1);
    for (const [table, room, need] of wide) {
      const points = parseFloat(getComputedStyle(table.querySelector("td,th")).fontSize) / point * room / need;
      const least = floor * 0.75 * 0.98, count = table.rows[0]?.cells.length || 1;
      table.style.zoom = (room / need * 0.995).toFixed(4);
      if (points >= least) continue;
      const name = table.caption?.textContent.trim().split(/\s+/).slice(0, 2).join(" ").replace(/\.$/, "") || "Table";
      const much = Math.min(count - 1, Math.max(1, Math.ceil(count * (1 - points / least))));
      problems.push({block: name, by: {points: round(least - points), px: Math.round(need - room)},
        remedy: `leave out about ${much} of ${count} columns of ${name}`});
    }
    return wide.length > 0;
  }

  // One sheet where that is enough, else two.
  function fitSheets() {
    const inch = 96, sheet = poster.clientWidth && measureSheet();
    const tall = () => { apply(); layouts++; return poster.offsetHeight - 1.2 * inch; };
    let used = tall(), pages = used * (ideal / fit.base) ** 2 <= sheet * 0.99 ? 1 : 2;
    const limit = pages * sheet * (pages === 1 ? 0.99 : 0.95);
    for (let step = 0; step < 6; step++) {
      if (used <= limit && (used > limit * 0.96 || fit.base >= ceiling)) break;
      fit.base = clamp(fit.base * Math.sqrt(limit / used) * (step > 2 ? 0.985 : 1), floor, ceiling);
      if (fit.base === floor && used > limit) fit.pictures = clamp(fit.pictures * 0.85, 0.4, 1);
      used = tall();
    }
    const words = wordsOf(main);
    if (used > 2 * sheet) {
      const much = Math.ceil(words * (used - limit) / used / 5) * 5;
      problems.push({block: longest().title, by: {words: much, px: Math.round(used - limit)},
        remedy: `remove about ${much} words, from ${longest().title} first, or some of the photographs`});
    }
    height = sheet;
  }
  const measureSheet = () => parseFloat(style.getPropertyValue("--height")) * {in: 96, mm: 96 / 25.4}[style.getPropertyValue("--height").trim().replace(/[\d.]+/, "")] - 1.2 * 96;

  const round = (value) => Math.round(value * 100) / 100;
  const wordsOf = (box) => [...box.querySelectorAll("p, li, blockquote, dd")].filter((text) => !text.closest("figure, table, .wound-chart, .references, .captions"))
    .reduce((sum, text) => sum + (text.textContent.match(/\S+/g) || []).length, 0);
  const sections = () => [flow, ...stacks].flatMap((box) => box ? [...box.children] : []);
  const titleOf = (box) => box.querySelector("h2")?.textContent.trim() || "the text";
  const longest = () => sections().map((box) => ({title: titleOf(box), words: wordsOf(box)})).reduce((a, b) => b.words > a.words ? b : a, {title: "the text", words: 0});

  // What is too much at the least legible size, while the page is laid out at it.
  function explain(now) {
    const photographs = main.querySelectorAll("figure img, figure .placeholder").length;
    const together = data.arrangement === "stack" || data.arrangement === "plain", over = overflow(now);
    const textOver = together ? over : now.text - height, heroOver = together ? 0 : now.hero - height;
    if (textOver > 0.5 && now.text > 0) {
      const words = flow ? wordsOf(flow) : 0, much = Math.max(5, Math.ceil(words * textOver / now.text / 5) * 5), from = longest();
      const answers = [];
      if (words) answers.push(`remove about ${much} words from ${much < from.words * 0.7 ? from.title : `${from.title} and others`}`);
      if (hero && photographs > 1) {
        const each = hero.offsetWidth * now.pictures / photographs, area = textOver * (flow.offsetWidth || width);
        const count = Math.max(1, Math.ceil(area / Math.max(each, 1)));
        if (count < photographs) answers.push(`${count === 1 ? "one" : count} of ${photographs} photographs`);
      }
      answers.push(`use a sheet ${(Math.sqrt((now.text * (together ? 1 : 1)) / (now.text - textOver > 0 ? now.text - textOver : now.text * 0.3)) + 0.005).toFixed(2)} times as wide and high`);
      problems.push({block: from.title, by: {words: much, px: Math.round(textOver)}, remedy: answers.join(", or ")});
    }
    if (heroOver > 0.5) {
      const count = Math.max(1, Math.ceil(photographs * heroOver / Math.max(now.pictures, heroOver)));
      const title = titleOf(stacks.reduce((a, b) => b.offsetHeight > a.offsetHeight ? b : a));
      const remedy = photographs > 1 ? `leave out about ${Math.min(count, photographs - 1)} of ${photographs} photographs` : `shorten ${title}`;
      problems.push({block: title, by: {px: Math.round(heroOver)}, remedy: `${remedy}, or use a larger sheet`});
    }
  }

  function fitPoster() {
    const box = getComputedStyle(main);
    unit = poster.offsetWidth && parseFloat(style.getPropertyValue("--unit")) * point;
    gap = parseFloat(box.columnGap) || 0;
    width = main.clientWidth - parseFloat(box.paddingLeft) - parseFloat(box.paddingRight);
    fit.text = parseFloat(style.getPropertyValue("--text")) * point || width;
    poster.dataset.fitting = "";
    height = main.clientHeight - parseFloat(box.paddingTop) - parseFloat(box.paddingBottom);
    const sheet = poster.clientHeight, least = sheet * 0.3;
    if (height < least || poster.scrollHeight > sheet + main.scrollHeight) {
      problems.push({block: "Title and authors", by: {px: Math.round(least - height)}, remedy: "shorten the title, the key message or the statements, or use a larger sheet"});
      height = Math.max(height, 1);
    }
    const run = {side: fitSide, stack: fitStack, plain: fitStack, center: fitCenter}[data.arrangement];
    let now = run();
    now = shrink(now, floor, 4);
    if (fitTables()) now = shrink(measure(), floor, 4);
    if (overflow(now) > 0.5) {
      explain(now);
      now = shrink(now, 4, 14);
    } else {
      now = fill(now);
    }
    if (data.arrangement === "center") fitMessage();
    spread(now);
    poster.classList.add("fitted");
    return now;
  }

  const kindOf = (box) => (box.className.match(/section-(\w+)/) || [, "text"])[1];

  function report(now) {
    const page = poster.getBoundingClientRect(), frame = flow?.getBoundingClientRect(), stand = hero?.getBoundingClientRect();
    const across = frame ? (frame.width + gap) / columns : 0, heroFirst = stand && frame && stand.left < frame.left;
    const columnOf = (rect, inFlow) => {
      if (!inFlow) return heroFirst || !frame ? 1 : columns + 1;
      const fromStart = getComputedStyle(flow).direction === "rtl" ? frame.right - rect.right : rect.left - frame.left;
      return Math.floor((fromStart + 2) / across) + 1 + (heroFirst ? 1 : 0);
    };
    const blocks = sections().map((box) => {
      const inFlow = flow?.contains(box), parts = [...box.getClientRects()].filter((rect) => rect.height > 0).map((rect) => ({
        column: columnOf(rect, inFlow), x: round(rect.left - page.left), y: round(rect.top - page.top), width: round(rect.width), height: round(rect.height)}));
      const text = box.querySelector("p, li, td") || box;
      const over = data.arrangement === "sheets" ? 0 : Math.max(0, ...parts.map((part) => Math.max(part.y + part.height - page.height, part.x + part.width - page.width)));
      return {id: box.getAttribute("aria-labelledby") || box.id || kindOf(box), kind: kindOf(box), title: box.querySelector("h2")?.textContent.trim() || "", words: wordsOf(box),
        ...(parts[0] || {column: 1, x: 0, y: 0, width: 0, height: 0}), points: round(parseFloat(getComputedStyle(text).fontSize) / point), overflow: round(over), parts};
    });
    const list = [];
    if (frame) for (let index = 0; index < columns; index++) {
      const number = index + 1 + (heroFirst ? 1 : 0);
      const bottoms = blocks.slice(0, flow.children.length).flatMap((block) => block.parts).filter((part) => part.column === number).map((part) => part.y + part.height);
      const used = bottoms.length ? Math.max(...bottoms) - (frame.top - page.top) : 0;
      const room = data.arrangement === "stack" ? frame.height : height;
      list.push({index: number, height: round(room), used: round(used), white: round(Math.max(0, 1 - used / room) * 1000) / 1000});
    }
    if (stand) list.push({index: heroFirst ? 1 : columns + 1, height: round(data.arrangement === "stack" ? now.hero : height), used: round(now.hero), white: data.arrangement === "stack" ? 0 : round(Math.max(0, 1 - now.hero / height) * 1000) / 1000});
    const pictures = [...main.querySelectorAll(".frame > img")].map((image) => {
      const printed = image.getBoundingClientRect().width / 96;
      return {id: image.closest("figure").id, printedWidth: round(printed), naturalWidth: image.naturalWidth, dpi: printed ? Math.round(image.naturalWidth / printed) : 0};
    });
    return {fits: problems.length === 0, width: Math.round(page.width), height: Math.round(page.height), body: round(fit.base),
      smallest: smallest(), title: round(parseFloat(getComputedStyle(poster.querySelector("h1")).fontSize) / point), distance: data.distance, floor,
      blocks, columns: list, pictures, problems, layouts};
  }

  function smallest() {
    let least = {points: Infinity, text: ""};
    const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim());
    const scale = new Map();
    for (const element of poster.querySelectorAll("p, li, td, th, b, span, figcaption, caption, small, text, tspan")) {
      if (!own(element) || element.closest(".hidden, .draft-problems, .orcid, sup, .back")) continue;
      let points = parseFloat(getComputedStyle(element).fontSize) / point;
      const drawing = element.ownerSVGElement, table = element.closest("table");
      if (drawing) {
        if (!scale.has(drawing)) scale.set(drawing, drawing.getBoundingClientRect().width / (drawing.viewBox.baseVal.width || 1));
        points *= scale.get(drawing);
      } else if (table?.style.zoom) {
        points *= 1;
      }
      if (points < least.points - 0.005 && points > 0) least = {points, text: element.textContent.trim().slice(0, 40)};
    }
    return {points: round(least.points === Infinity ? 0 : least.points), text: least.text};
  }

  // Says on the page what does not fit: in a draft's margin, else over its head.
  function tell() {
    if (!problems.length) return;
    const margin = poster.querySelector(".draft-problems ul");
    const line = (problem) => `${problem.block} does not fit: ${problem.remedy}.`;
    if (margin) {
      for (const problem of problems) margin.append(Object.assign(document.createElement("li"), {textContent: line(problem)}));
    } else {
      poster.append(Object.assign(document.createElement("p"), {className: "misfit", textContent: problems.map(line).join(" ")}));
    }
  }

  // The sheet at the size of a Letter page, with its measures written on it.
  function proof(result) {
    const upright = result.height >= result.width, letter = upright ? [7.6 * 96, 10.2 * 96] : [10.2 * 96, 7.6 * 96];
    const scale = Math.min(letter[0] / result.width, letter[1] / result.height);
    const stage = Object.assign(document.createElement("div"), {className: "proof-stage"});
    stage.style.cssText = `position:relative;width:${result.width * scale}px;height:${result.height * scale}px;overflow:hidden;background:#fff`;
    poster.before(stage);
    stage.append(poster);
    poster.style.cssText += `;transform:scale(${scale});transform-origin:0 0;position:absolute;left:0;top:0`;
    const add = (name, x, y, wide, tall, text) => {
      const box = Object.assign(document.createElement("div"), {className: name, textContent: text || ""});
      box.style.cssText = `left:${x * scale}px;top:${y * scale}px` + (wide ? `;width:${wide * scale}px;height:${tall * scale}px` : "");
      stage.append(box);
    };
    add("proof-edge", 0, 0, result.width, result.height);
    for (const block of result.blocks) {
      for (const part of block.parts) add("proof-column", part.x, part.y, part.width, part.height);
      add("proof-note", block.x, Math.max(0, block.y - 9 / scale), 0, 0, `${block.points} pt · ${block.words} words`);
    }
    const page = stage.getBoundingClientRect();
    for (const image of main.querySelectorAll("figure img")) {
      const rect = image.getBoundingClientRect(), picture = result.pictures.find((one) => one.id === image.closest("figure").id);
      add("proof-note", (rect.left - page.left) / scale, (rect.top - page.top) / scale, 0, 0, picture ? `${picture.dpi} dpi` : "");
    }
    add("proof-note", 0, 0, 0, 0, `Proof · title ${result.title} pt · body ${result.body} pt · smallest ${result.smallest.points} pt at ${result.distance}`);
    document.head.append(Object.assign(document.createElement("style"), {textContent: `@page{size:${upright ? "8.5in 11in" : "11in 8.5in"};margin:.4in}html,body{width:auto;height:auto}`}));
  }

  const loaded = document.readyState === "complete" ? Promise.resolve() : new Promise((done) => addEventListener("load", done, {once: true}));
  return loaded.then(() => {
    poster.offsetHeight;
    return document.fonts.ready;
  }).then(() => {
    const now = data.arrangement === "sheets" ? (fitSheets(), {text: 0, hero: 0}) : fitPoster();
    const result = report(now);
    root.dataset.fit = fit.base.toFixed(2);
    if (problems.length) root.dataset.overflow = "";
    tell();
    if ("proof" in data) proof(result);
    return result;
  });
})();
