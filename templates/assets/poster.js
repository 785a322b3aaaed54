// The largest text at which nothing overflows, found by bisection between the floor and the ceiling; below the floor it stays at the floor.
document.fonts.ready.then(() => {
  const poster = document.querySelector(".poster"), root = document.documentElement;
  const boxes = poster.querySelectorAll("main, .flow, .hero, .timeline-frame, .section-timeline, .section-progress");
  const set = (points) => root.style.setProperty("--base", points);
  const overflows = () =>
    [...boxes].some((box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) ||
    poster.scrollHeight > poster.clientHeight + 1;
  let low = Number(poster.dataset.floor), high = Number(poster.dataset.ceiling);
  set(high);
  if (overflows()) {
    for (let step = 0; step < 12; step++) {
      const middle = (low + high) / 2;
      set(middle);
      if (overflows()) high = middle; else low = middle;
    }
    set(low);
    if (overflows()) root.dataset.overflow = "";
  } else {
    low = high;
  }
  root.dataset.fit = low.toFixed(2);
});
