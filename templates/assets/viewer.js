// What a script adds to a case's pictures: a viewer over the page, and the comparison of two dates. Without it a picture is a link to
// itself in large, and two dates are stills beside each other. Nothing is loaded that the reader has not asked for.
(() => {
  "use strict";

  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element && !name.startsWith("aria")) element[name] = value; else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
  const icon = (path) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(svg.namespaceURI, "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  };
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  // A picture is covered as long as the page does not show it.
  const isCovered = (link) => getComputedStyle(link).visibility === "hidden";
  const uncover = (link) => {
    const box = link.closest(".cover")?.querySelector(".cover-switch");
    if (box && !box.checked) box.click();
  };
  const extent = (link) => (link.dataset.cm || "").split(" ").map(Number);
  const alternative = (link) => link.querySelector("img").alt;

  // 1, 2 or 5 with zeros: the greatest at most this many centimeters.
  const roundLength = (limit) => {
    const unit = 10 ** Math.floor(Math.log10(limit));
    return unit * [5, 2, 1].find((factor) => factor * unit <= limit * (1 + 1e-9));
  };
  const lengthWords = (cm) => cm > 0.99 ? `${Math.round(cm)} cm` : cm > 0.099 ? `${Math.round(cm * 10)} mm` : `${Math.round(cm * 1e4)} µm`;

  // The picture's words as the page has them: a caption that the grid shortens stands below it in full.
  const words = (link) => {
    const own = link.closest("figure").querySelector("figcaption");
    const whole = link.closest(".figures")?.querySelector(`.captions [data-figure="${CSS.escape(link.dataset.figure)}"]`);
    const copy = (whole || own).cloneNode(true);
    copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    return [...copy.childNodes];
  };
  const placeAndTime = (link) => [link.dataset.where, link.dataset.when].filter(Boolean).join(" · ");

  // --- The viewer ---

  const viewer = (() => {
    let links = [], index = 0, opener = null, picture = null;
    let scale = 1, x = 0, y = 0, fit = 1;
    const pointers = new Map();
    let pinch = null, start = null;

    const button = (label, path, action, kind = "") =>
      make("button", { type: "button", className: kind, "aria-label": label, title: label, onclick: action }, icon(path));
    const count = make("p", { className: "viewer-count", "aria-live": "polite" });
    const smaller = button("Zoom out", "M5 12h14", () => zoom(1 / 1.5));
    const larger = button("Zoom in", "M5 12h14M12 5v14", () => zoom(1.5));
    const close = button("Close", "M6 6l12 12M18 6L6 18", () => dialog.close());
    const previous = button("Previous picture", "M15 5l-7 7 7 7", () => show(index - 1), "viewer-step back-one");
    const next = button("Next picture", "M9 5l7 7-7 7", () => show(index + 1), "viewer-step next-one");
    const stage = make("div", { className: "viewer-stage" });
    const caption = make("p", { id: "viewer-caption" });
    const place = make("p", { className: "viewer-place" });
    const bar = make("div", { className: "scale-bar" }, make("i"), make("span"));
    const foot = make("div", { className: "viewer-words", tabIndex: -1 }, bar, caption, place);
    const dialog = make("dialog", { className: "viewer", "aria-label": "Picture viewer" },
      make("div", { className: "viewer-bar" }, count, smaller, larger, close), stage, foot);

    const isZoomed = () => scale > fit * 1.01;

    // Keeps the picture over the stage, and says what can be done.
    const settle = () => {
      if (!picture) return;
      const width = picture.naturalWidth * scale, height = picture.naturalHeight * scale;
      const bound = (at, size, room) => size <= room ? (room - size) / 2 : clamp(at, room - size, 0);
      x = bound(x, width, stage.clientWidth);
      y = bound(y, height, stage.clientHeight);
      picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      stage.classList.toggle("zoomed", isZoomed());
      larger.disabled = scale >= greatest() * 0.999;
      smaller.disabled = !isZoomed();
      const [cm] = extent(links[index]);
      bar.style.visibility = cm ? "visible" : "hidden";
      if (cm) {
        const length = roundLength(Math.min(width, stage.clientWidth) / 4 * cm / width);
        bar.style.setProperty("--length", `${length * width / cm}px`);
        bar.lastChild.textContent = lengthWords(length);
      }
    };
    const greatest = () => Math.max(4, fit * 8);
    // Zooms by a factor about a point of the stage, its middle where none is given.
    const zoom = (factor, atX = stage.clientWidth / 2, atY = stage.clientHeight / 2) => {
      if (!picture || !picture.naturalWidth) return;
      const wanted = clamp(scale * factor, fit, greatest());
      x = atX - (atX - x) * wanted / scale;
      y = atY - (atY - y) * wanted / scale;
      scale = wanted;
      settle();
    };
    const fill = () => {
      if (!picture || !picture.naturalWidth) return;
      // A small picture is not enlarged to more than twice its pixels.
      fit = Math.min(stage.clientWidth / picture.naturalWidth, stage.clientHeight / picture.naturalHeight, 2);
      scale = fit;
      settle();
    };

    const load = (link) => {
      picture = make("img", { alt: alternative(link), draggable: false, onload: fill });
      picture.src = link.href;
      stage.replaceChildren(picture, previous, next);
      if (picture.complete) fill();
    };
    const cover = (link) => {
      picture = null;
      bar.style.visibility = "hidden";
      stage.classList.remove("zoomed");
      smaller.disabled = larger.disabled = true;
      const ask = make("button", {
        type: "button", className: "viewer-show", onclick: () => { uncover(link); load(link); close.focus(); },
      }, link.closest(".cover").querySelector("label").firstChild.textContent);
      stage.replaceChildren(ask, previous, next);
    };
    const show = (wanted) => {
      const focused = document.activeElement;
      index = clamp(wanted, 0, links.length - 1);
      const link = links[index];
      count.textContent = `${index + 1} of ${links.length}`;
      previous.disabled = index === 0;
      next.disabled = index === links.length - 1;
      previous.hidden = next.hidden = links.length === 1;
      caption.replaceChildren(...words(link));
      place.textContent = placeAndTime(link);
      if (isCovered(link)) cover(link); else load(link);
      // A button that was pressed keeps the focus as long as it can be pressed again.
      if (dialog.open) (focused && dialog.contains(focused) && focused.isConnected && !focused.disabled ? focused : close).focus();
    };
    const open = (link) => {
      if (!dialog.isConnected) document.body.append(dialog);
      links = [...document.querySelectorAll("a.zoom")].filter((other) => !other.closest(".compare") && !other.closest(".viewer"));
      const own = links.find((other) => other === link) || links.find((other) => other.dataset.figure === link.dataset.figure);
      if (!own) links = [link];
      opener = link;
      dialog.showModal();
      show(links.indexOf(own || link));
      close.focus();
    };

    dialog.addEventListener("close", () => {
      stage.replaceChildren();
      picture = null;
      pointers.clear();
      opener?.focus({ preventScroll: false });
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = (dx, dy) => { x += dx; y += dy; settle(); };
      const actions = {
        ArrowLeft: () => isZoomed() ? step(80, 0) : show(index - 1), ArrowRight: () => isZoomed() ? step(-80, 0) : show(index + 1),
        ArrowUp: () => step(0, 80), ArrowDown: () => step(0, -80), PageUp: () => show(index - 1), PageDown: () => show(index + 1),
        Home: () => show(0), End: () => show(links.length - 1), "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: fill,
      };
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
    stage.addEventListener("wheel", (event) => {
      event.preventDefault();
      const box = stage.getBoundingClientRect();
      zoom(Math.exp(-clamp(event.deltaY, -100, 100) / 250), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    stage.addEventListener("dblclick", (event) => {
      if (event.target.closest("button")) return;
      const box = stage.getBoundingClientRect();
      if (isZoomed()) fill(); else zoom(2.5, event.clientX - box.left, event.clientY - box.top);
    });

    // One finger or the mouse: pans a zoomed picture, else swipes to the next; two fingers: zoom.
    const middle = () => {
      const box = stage.getBoundingClientRect(), [a, b] = [...pointers.values()];
      return { x: (a.x + b.x) / 2 - box.left, y: (a.y + b.y) / 2 - box.top, apart: Math.hypot(a.x - b.x, a.y - b.y) };
    };
    stage.addEventListener("pointerdown", (event) => {
      if (event.target.closest("button") || event.button > 0) return;
      stage.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      stage.classList.add("held");
      start = pointers.size === 1 ? { x: event.clientX, y: event.clientY } : null;
      pinch = pointers.size === 2 ? middle() : null;
    });
    stage.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (pinch && pointers.size === 2) {
        const now = middle();
        x += now.x - pinch.x;
        y += now.y - pinch.y;
        zoom(now.apart / Math.max(pinch.apart, 1), now.x, now.y);
        pinch = now;
      } else if (pointers.size === 1 && isZoomed()) {
        x += event.clientX - before.x;
        y += event.clientY - before.y;
        settle();
      }
    });
    const lift = (event) => {
      if (!pointers.delete(event.pointerId)) return;
      const across = start ? event.clientX - start.x : 0, down = start ? event.clientY - start.y : 0;
      if (event.type === "pointerup" && start && !isZoomed() && Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down))
        show(index + (across < 0 ? 1 : -1));
      start = pinch = null;
      if (pointers.size === 0) stage.classList.remove("held");
    };
    stage.addEventListener("pointerup", lift);
    stage.addEventListener("pointercancel", lift);
    window.addEventListener("resize", () => { if (dialog.open) fill(); });
    return { open };
  })();

  document.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a.zoom");
    if (!link) return;
    event.preventDefault();
    viewer.open(link);
  });

  // --- The comparison ---

  const compare = (details) => {
    const stills = details.querySelector(".stills");
    const links = [...document.querySelectorAll(`.timeline a.zoom[data-series="${details.dataset.series}"], .figure-row a.zoom[data-series="${details.dataset.series}"]`)]
      .filter((link) => link.dataset.when && link.dataset.cm);
    if (links.length < 2) return;
    const frame = links.map(extent).reduce(([w, h], [width, height]) => [Math.max(w, width), Math.max(h, height)], [0, 0]);
    const number = (link) => link.closest("figure").querySelector("figcaption b").textContent.replace(/\.$/, "");
    const choice = (name, chosen) => {
      const select = make("select", {}, ...links.map((link, index) =>
        make("option", { value: index, selected: index === chosen }, `${link.dataset.when} (${number(link)})`)));
      return [make("label", {}, name, select), select];
    };
    const [firstLabel, first] = choice("Left", 0), [secondLabel, second] = choice("Right", links.length - 1);
    const stage = make("div", { className: "compare-stage" });
    stage.style.aspectRatio = `${frame[0]} / ${frame[1]}`;
    const range = make("input", { type: "range", min: 0, max: 100, step: 1, value: 50, "aria-label": "Where the left picture ends" });
    const asked = new Set();

    const tell = () => {
      stage.style.setProperty("--at", range.value);
      const [a, b] = [links[first.value], links[second.value]];
      range.setAttribute("aria-valuetext", `${range.value}% ${a.dataset.when}, ${100 - range.value}% ${b.dataset.when}`);
    };
    const layer = (link) => {
      const picture = make("img", { alt: alternative(link), src: link.href, draggable: false });
      picture.style.width = `${extent(link)[0] / frame[0] * 100}%`;
      return make("div", { className: "compare-layer" }, picture);
    };
    const scaleBar = () => {
      const length = roundLength(frame[0] / 4), share = length / frame[0] * 100;
      const bar = make("div", { className: "scale-bar" }, make("i"), make("span", {}, lengthWords(length)));
      bar.firstChild.style.width = `${share}%`;
      bar.style.setProperty("--plate", `calc(${share}% + 4.5em)`);
      return bar;
    };
    const draw = () => {
      const pair = [links[first.value], links[second.value]];
      const covered = pair.filter((link) => isCovered(link) && !asked.has(link));
      if (covered.length > 0) {
        stage.dataset.covered = "";
        stage.replaceChildren(make("button", {
          type: "button", className: "compare-show",
          onclick: () => { covered.forEach((link) => asked.add(link)); draw(); range.focus(); },
        }, "Show both pictures"));
      } else {
        delete stage.dataset.covered;
        const tags = pair.map((link) => make("span", { className: "compare-tag" }, link.dataset.when));
        stage.replaceChildren(...pair.map(layer), make("div", { className: "compare-line" }), ...tags, scaleBar());
      }
      range.disabled = covered.length > 0;
      tell();
    };
    const drag = (event) => {
      if (stage.hasAttribute("data-covered") || !(event.buttons & 1)) return;
      const box = stage.getBoundingClientRect();
      range.value = clamp((event.clientX - box.left) / box.width * 100, 0, 100);
      tell();
    };
    stage.addEventListener("pointerdown", drag);
    stage.addEventListener("pointermove", drag);
    range.addEventListener("input", tell);
    first.addEventListener("change", draw);
    second.addEventListener("change", draw);
    stills.hidden = true;
    stills.replaceChildren();
    details.append(make("div", { className: "compare-choice" }, firstLabel, secondLabel), stage,
      make("div", { className: "compare-range" }, range));
    draw();
  };
  for (const details of document.querySelectorAll("details.compare"))
    details.addEventListener("toggle", () => compare(details), { once: true });
})();
