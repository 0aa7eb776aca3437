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
    const rows = [];
    for (const size of sizes) {
      const imported = readJson(generateMap(size), emptyLibraryTables());
      const library = addToLibrary(emptyLibraryTables(), imported.libraryAdditions);
      const editor = createEditor({ map: imported.map, library });
      const layout = createLayout(createPlainMeasurer());
      const view = { lens: 'channel', collapsedStages: new Set(), collapsedRows: new Set(), unfolded: false };
      const state = () => ({ handoff: false, state: 'none', severity: null });
      const whole = median(9, () => createLayout(createPlainMeasurer())(editor.documents(), view, state));
      layout(editor.documents(), view, state);
      const ids = Object.keys(imported.map.touchpoints);
      let turn = 0;
      const commit = median(200, () =>
        editor.run('updateTouchpoint', { id: ids[0], fields: { title: `Edited ${turn++}` } }),
      );
      const steps = Object.keys(imported.map.steps);
      const move = median(60, () =>
        editor.run('moveTouchpoints', { ids: [ids[0]], stepId: steps[turn++ % steps.length] }),
      );
      const after = median(30, () => {
        editor.run('moveTouchpoints', { ids: [ids[0]], stepId: steps[turn++ % steps.length] });
        layout(editor.documents(), view, state);
      });
      const handoffs = median(20, () => allHandoffs(editor.documents().map));
      rows.push({ size, commit, move, layoutAfterMove: Math.max(0, after - move), layoutWhole: whole, handoffs });
    }
    return rows;
  } finally {
    await server.close();
  }
}

/** @param {number} runs @param {() => unknown} work */
function median(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}
