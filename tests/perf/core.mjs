import { deserialize, serialize } from 'node:v8';
import { createServer } from 'vite';
import { generateMap } from './generateMap.mjs';

/**
 * The parts that need no browser, in Node: one commit, one layout after it, a whole layout, all handoffs. Medians in
 * milliseconds for each size.
 * @param {readonly number[]} sizes
 */
export async function measureCore(sizes) {
  const server = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const load = (/** @type {string} */ path) => server.ssrLoadModule(`/src/${path}`);
    const { readJson } = await load('exchange/json/readJson.ts');
    const { addToLibrary } = await load('exchange/finishImport.ts');
    const { emptyLibraryTables } = await load('model/tables.ts');
    const { createEditor } = await load('editor/createEditor.ts');
    const { createLayout } = await load('layout/layoutMap.ts');
    const { createPlainMeasurer } = await load('layout/plainMeasurer.ts');
    const { allHandoffs } = await load('analysis/handoffs.ts');
    const { createAnalysis } = await load('analysis/analyse.ts');
    const { newsOf, takeNews } = await load('analysis/news.ts');
    const open = (/** @type {string} */ text) => {
      const imported = readJson(text, emptyLibraryTables());
      const library = addToLibrary(emptyLibraryTables(), imported.libraryAdditions);
      return createEditor({ map: imported.map, library });
    };
    const rows = [];
    for (const size of sizes) {
      const editor = open(generateMap(size));
      const { map } = editor.documents();
      const layout = createLayout(createPlainMeasurer());
      const view = { lens: 'channel', collapsedStages: new Set(), collapsedRows: new Set(), unfolded: false };
      const state = () => ({ handoff: false, state: 'none', severity: null });
      const whole = median(9, () => createLayout(createPlainMeasurer())(editor.documents(), view, state));
      layout(editor.documents(), view, state);
      const ids = Object.keys(map.touchpoints);
      let turn = 0;
      const commit = median(200, () =>
        editor.run('updateTouchpoint', { id: ids[0], fields: { title: `Edited ${turn++}` } }),
      );
      const steps = Object.keys(map.steps);
      const move = median(60, () =>
        editor.run('moveTouchpoints', { ids: [ids[0]], stepId: steps[turn++ % steps.length] }),
      );
      const after = median(30, () => {
        editor.run('moveTouchpoints', { ids: [ids[0]], stepId: steps[turn++ % steps.length] });
        layout(editor.documents(), view, state);
      });
      const handoffs = median(20, () => allHandoffs(editor.documents().map));
      const analysis = measureAnalysis(open(generateMap(size, undefined, true)), { createAnalysis, newsOf, takeNews });
      rows.push({
        size,
        commit,
        move,
        layoutAfterMove: Math.max(0, after - move),
        layoutWhole: whole,
        handoffs,
        analysis,
      });
    }
    return rows;
  } finally {
    await server.close();
  }
}

/**
 * All that is derived from a map a team has worked on: from nothing, and after one edit of each kind, without the edit.
 * @param {*} editor
 * @param {*} analysis what the analysis offers
 */
function measureAnalysis(editor, { createAnalysis, newsOf, takeNews }) {
  const { map, library } = editor.documents();
  const ids = Object.keys(map.touchpoints);
  const channels = Object.keys(library.channels);
  const links = Object.values(map.links);
  const analyse = createAnalysis();
  analyse(editor.documents());
  let turn = 0;
  const next = (/** @type {readonly *[]} */ list) => {
    turn += 7;
    return list[turn % list.length];
  };
  /** In the worker, and what of it is done on the page: to read the message, and to take what is new. */
  const after = (/** @type {() => void} */ edit) => {
    let known = analyse(editor.documents());
    const times = { worker: [], page: [] };
    for (let run = 0; run < 60; run++) {
      edit();
      const docs = editor.documents();
      let start = performance.now();
      const now = analyse(docs);
      const news = newsOf(known, now);
      times.worker.push(performance.now() - start);
      const message = serialize(news);
      start = performance.now();
      const read = deserialize(message);
      if (read !== null) takeNews(known, read);
      times.page.push(performance.now() - start);
      known = now;
    }
    return { worker: middle(times.worker), page: middle(times.page) };
  };
  return {
    whole: median(15, () => createAnalysis()(editor.documents())),
    afterTitle: after(() => editor.run('updateTouchpoint', { id: next(ids), fields: { title: `Edited ${turn}` } })),
    afterChannel: after(() => editor.run('setPrimary', { ids: [next(ids)], lens: 'channel', value: next(channels) })),
    afterLink: after(() => {
      const { from, to } = next(links);
      if (editor.documents().map.links[`ln_${to}-${from}`]) editor.run('removeLink', { id: `ln_${to}-${from}` });
      else editor.run('addLink', { from: to, to: from });
    }),
    afterMove: after(() =>
      editor.run('moveTouchpoints', { ids: [next(ids)], stepId: map.touchpoints[next(ids)].stepId }),
    ),
    afterVerdict: after(() => {
      const { from, to } = next(links);
      editor.run('judgeHandoff', { from, to, state: 'gap', severity: 1 + (turn % 5) });
    }),
    afterFeeling: after(() =>
      editor.run('setSentiment', { touchpointId: next(ids), personaId: 'everyone', value: (turn % 5) - 2 }),
    ),
  };
}

/** @param {number} runs @param {() => unknown} work @param {() => unknown} [before] done each time, not measured */
function median(runs, work, before) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    before?.();
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return middle(times);
}

/** @param {number[]} times */
function middle(times) {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
