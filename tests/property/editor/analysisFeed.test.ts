import { isDeepStrictEqual } from 'node:util';
import { expose } from 'comlink';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Analysis, createAnalysis } from '../../../src/analysis/analyse.ts';
import { newsOf, takeNews } from '../../../src/analysis/news.ts';
import { type AnalysisWorker, createAnalysisFeed } from '../../../src/editor/analysisFeed.ts';
import { createAnalysisThread } from '../../../src/editor/analysisThread.ts';
import { arbitraryEdit, livelyMap, runEdit } from '../../support/livelyMap.ts';
import { arbitraryStep, runStep } from '../../support/randomCommands.ts';

const TODAY = '2027-02-15';
const arbitraryScript = fc.array(
  fc.tuple(fc.oneof(arbitraryStep, { arbitrary: arbitraryEdit, weight: 3 }), fc.nat({ max: 9 })),
  { minLength: 3, maxLength: 25 },
);

const running = new Set<AnalysisWorker>();
afterEach(() => {
  for (const worker of running) worker.terminate();
});

/** The worker's side on the other end of a channel, over which all that goes has to be cloned as between threads. */
function startHere(): AnalysisWorker {
  const { port1, port2 } = new MessageChannel();
  expose(createAnalysisThread(), port1);
  const worker: AnalysisWorker = {
    endpoint: port2,
    terminate() {
      running.delete(worker);
      port1.close();
      port2.close();
    },
    onFailure() {},
  };
  running.add(worker);
  return worker;
}

/** Lists and maps with their order, to be compared. */
const flat = (analysis: Analysis) => ({ ...analysis, handoffs: [...analysis.handoffs] });

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('what an analysis tells of a change', () => {
  test('B25 is enough to know the next one from the one before, and keeps what says the same', () => {
    fc.assert(
      fc.property(arbitraryScript, (script) => {
        const editor = livelyMap();
        const analyse = createAnalysis(TODAY);
        let before = analyse(editor.documents());
        let known = structuredClone(before);
        for (const [step, dice] of script) {
          if ('edit' in step) runEdit(editor, step);
          else runStep(editor, step);
          if (dice === 0) editor.undo();
          const now = analyse(editor.documents());
          const news = newsOf(before, now);
          expect(news === null).toBe(before === now);
          const next = news === null ? known : takeNews(known, structuredClone(news));
          expect(flat(next)).toEqual(flat(now));
          for (const part of ['findings', 'gaps'] as const) {
            if (before[part] === now[part]) expect(next[part]).toBe(known[part]);
            for (const [index, item] of now[part].entries()) {
              const at = (before[part] as readonly unknown[]).indexOf(item);
              if (at >= 0) expect(next[part][index]).toBe(known[part][at]);
            }
          }
          [before, known] = [now, next];
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the analysis of the open map', () => {
  test('B28 of a large map no edit is analysed on the page, the first neither', async () => {
    const editor = livelyMap();
    let started = 0;
    const start = () => {
      started++;
      return startHere();
    };
    const feed = createAnalysisFeed(editor, { start, large: 0, today: TODAY });
    expect(started).toBe(1);
    const before = feed.store.getState();
    const [link] = Object.values(editor.documents().map.links);
    editor.run('removeLink', { id: link?.id ?? '' });
    expect(feed.store.getState()).toBe(before);
    await until(() => feed.store.getState() !== before);
    expect(feed.store.getState().handoffs.has(link?.id ?? '')).toBe(false);
    expect(started).toBe(1);
    feed.dispose();
  });

  test('B26 follows every change, at once or from a worker, whatever comes while the worker is busy', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript, async (script) => {
        const editor = livelyMap();
        const beside = createAnalysisFeed(editor, { start: startHere, large: 0, today: TODAY });
        const here = createAnalysisFeed(editor, { large: Number.POSITIVE_INFINITY, today: TODAY });
        for (const [step, dice] of script) {
          if ('edit' in step) runEdit(editor, step);
          else runStep(editor, step);
          if (dice === 0) editor.undo();
          expect(flat(here.store.getState())).toEqual(flat(createAnalysis(TODAY)(editor.documents())));
          if (dice < 4) await new Promise((resolve) => setTimeout(resolve));
        }
        await until(() => isDeepStrictEqual(flat(beside.store.getState()), flat(here.store.getState())));
        expect(flat(beside.store.getState())).toEqual(flat(here.store.getState()));
        beside.dispose();
        here.dispose();
      }),
      { numRuns: 15 },
    );
  });

  test('B27 goes on without a worker where none runs', async () => {
    const editor = livelyMap();
    const [first] = Object.keys(editor.documents().map.touchpoints);
    let fail = () => {};
    const dead: AnalysisWorker = {
      endpoint: new MessageChannel().port2,
      terminate() {},
      onFailure: (callback) => {
        fail = callback;
      },
    };
    const feed = createAnalysisFeed(editor, { start: () => dead, large: 0, today: TODAY });
    const edit = (owner: string, channels: string[]) =>
      editor.run('updateTouchpoint', { id: first ?? '', fields: { owner, channels } });
    edit('', ['ch_shop', 'ch_ad']);
    edit('', []);
    fail();
    const now = () => flat(createAnalysis(TODAY)(editor.documents()));
    expect(flat(feed.store.getState())).toEqual(now());
    edit('Mira', ['ch_app']);
    expect(flat(feed.store.getState())).toEqual(now());
    feed.dispose();
  });
});
