/** What is measured inside the page. Each function is sent there as text, so it refers to nothing around it. */

/** Milliseconds from asking for a map to the first frame that shows it. @param {string} id */
export async function openToFirstFrame(id) {
  const start = performance.now();
  await window.desirepath.open(id);
  await new Promise((resolve) => {
    const look = () =>
      document.querySelector('.touchpoint, .overview') ? resolve(undefined) : requestAnimationFrame(look);
    look();
  });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now() - start;
}

/** One title edit to the next frame, the commit alone, cards rendered and rows written; medians of `runs`. @param {number} runs */
export async function titleEdits(runs) {
  const { editor } = window.desirepath;
  if (editor === null) throw new Error('no map is open');
  const id = document.querySelector('[data-record^="tp_"]')?.getAttribute('data-record') ?? '';
  const frames = [];
  const commits = [];
  const saves = [];
  let rendered = 0;
  await editor.whenSaved();
  for (let run = 0; run < runs; run++) {
    window.desirepathRenders = {};
    const start = performance.now();
    editor.run('updateTouchpoint', { id, fields: { title: `Edited ${run}` } });
    commits.push(performance.now() - start);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    frames.push(performance.now() - start);
    rendered = Math.max(
      rendered,
      Object.values(window.desirepathRenders).reduce((sum, count) => sum + count, 0),
    );
    if (run % 4 === 0) {
      await editor.whenSaved();
      saves.push(performance.now() - start);
    }
  }
  await editor.whenSaved();
  const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
  return {
    frame: median(frames),
    commit: median(commits),
    save: median(saves),
    rendered,
    rows: editor.saveCounters().lastRows,
  };
}

/** Milliseconds from pressing a lens to the next frame, by turns; the median and the longest of `runs`. @param {number} runs */
export async function lensSwitches(runs) {
  const buttons = [
    .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.lens-switch [role="radio"]')),
  ];
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    buttons[(run + 1) % buttons.length]?.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 350));
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, longest: times.at(-1) ?? 0 };
}

/** Starts to record the time between frames. */
export function recordFrames() {
  const state = { last: performance.now(), times: /** @type {number[]} */ ([]), on: true };
  /** @type {any} */ (window).benchFrames = state;
  const tick = (/** @type {number} */ now) => {
    state.times.push(now - state.last);
    state.last = now;
    if (state.on) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Ends it: median and 95th percentile in milliseconds. */
export function recordedFrames() {
  const state = /** @type {any} */ (window).benchFrames;
  state.on = false;
  const times = state.times.slice(2).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  return {
    median: times[times.length >> 1] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    frames: times.length,
  };
}

/** Milliseconds to a PNG of the whole map at 1x, and its bytes. */
export async function paintPng() {
  const start = performance.now();
  const blob = await window.desirepath.exportMap('png', { scale: 1 });
  return { ms: performance.now() - start, bytes: blob.size };
}

/**
 * Milliseconds of html-to-image for `count` cards: clones of the mounted ones side by side, fonts left out in its favour.
 * They are drawn 250 at a time and the times added: 2,000 at once make a document so large that the page is killed.
 * @param {number} count
 */
export async function htmlToImage(count) {
  const cards = [...document.querySelectorAll('.react-flow__node-touchpoint')];
  let ms = 0;
  let bytes = 0;
  for (let first = 0; first < count; first += 250) {
    const size = Math.min(250, count - first);
    const host = document.createElement('div');
    host.style.cssText = `position:absolute;left:0;top:0;width:${182 * Math.ceil(size / 20)}px;height:${20 * 86}px`;
    for (let index = 0; index < size; index++) {
      const clone = /** @type {HTMLElement} */ (cards[(first + index) % cards.length]?.cloneNode(true));
      clone.style.transform = `translate(${Math.floor(index / 20) * 182}px, ${(index % 20) * 86}px)`;
      host.append(clone);
    }
    document.querySelector('.react-flow__viewport')?.append(host);
    const start = performance.now();
    const blob = await /** @type {any} */ (window).htmlToImage.toBlob(host, { pixelRatio: 1, skipFonts: true });
    ms += performance.now() - start;
    bytes += blob?.size ?? 0;
    host.remove();
  }
  return { ms, bytes };
}
