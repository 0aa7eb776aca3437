import { type Endpoint, wrap } from 'comlink';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Analysis, createAnalysis } from '../analysis/analyse.ts';
import { takeNews } from '../analysis/news.ts';
import type { Patch } from '../model/patch.ts';
import type { AnalysisThread } from './analysisThread.ts';
import type { Editor } from './createEditor.ts';

/** Touchpoints and links from which on an analysis takes longer than a frame may, so that it runs in a worker. */
const LARGE = 600;

/** Where a worker runs: `Worker`, or a port in tests. */
export interface AnalysisWorker {
  readonly endpoint: Endpoint;
  terminate(): void;
  /** Calls back when the worker could not be loaded or has died. */
  onFailure(callback: () => void): void;
}

export interface AnalysisFeed {
  /** What follows from the open map. What says the same as before is the same object. */
  readonly store: StoreApi<Analysis>;
  dispose(): void;
}

export interface AnalysisFeedOptions {
  readonly start?: () => AnalysisWorker;
  readonly large?: number;
  /** The day on which figures are looked at, `YYYY-MM-DD`. */
  readonly today?: string;
}

/**
 * Keeps the analysis of the open map in step with its editor: at once while the map is small; of a large map in a worker,
 * a moment later, so that no edit waits for it. Where no worker runs it is done here after all.
 */
export function createAnalysisFeed(
  editor: Editor,
  { start = startWorker, large = LARGE, today = new Date().toISOString().slice(0, 10) }: AnalysisFeedOptions = {},
): AnalysisFeed {
  const analyse = createAnalysis(today);
  const store = createStore<Analysis>(() => analyse(editor.documents()));
  const here = () => store.setState(analyse(editor.documents()), true);
  const isLarge = () => {
    const { touchpoints, links } = editor.documents().map;
    return Object.keys(touchpoints).length + Object.keys(links).length > large;
  };
  let beside: ReturnType<typeof runBeside> | null = null;
  let canRunBeside = true;
  /** The worker begins with the map as it is, and what is known of it here. */
  const begin = () => {
    beside = runBeside(editor, store, start(), today, () => {
      canRunBeside = false;
      beside = null;
      here();
    });
  };
  // Before the first edit: the documents are copied to it while nothing waits.
  if (isLarge()) begin();
  const stop = editor.subscribe(({ patches }) => {
    if (beside !== null) return beside.tell(patches);
    here();
    if (canRunBeside && isLarge()) begin();
  });
  return {
    store,
    dispose() {
      stop();
      beside?.end();
    },
  };
}

/** Tells a worker of changes, all that came up meanwhile at once, and the store what follows from them. */
function runBeside(
  editor: Editor,
  store: StoreApi<Analysis>,
  worker: AnalysisWorker,
  today: string,
  onFailure: () => void,
) {
  const thread = wrap<AnalysisThread>(worker.endpoint);
  let untold: Patch[] = [];
  let isBusy = true;
  let isOver = false;
  const end = () => {
    isOver = true;
    worker.terminate();
  };
  const fail = () => {
    if (isOver) return;
    end();
    onFailure();
  };
  const goOn = async (): Promise<void> => {
    while (!isOver && untold.length > 0) {
      const patches = untold;
      untold = [];
      const news = await thread.take(patches);
      if (news !== null && !isOver) store.setState(takeNews(store.getState(), news), true);
    }
    isBusy = false;
  };
  worker.onFailure(fail);
  thread.start(editor.documents(), today).then(goOn).catch(fail);
  return {
    end,
    tell(patches: readonly Patch[]) {
      untold.push(...patches);
      if (isBusy) return;
      isBusy = true;
      goOn().catch(fail);
    },
  };
}

function startWorker(): AnalysisWorker {
  const worker = new Worker(new URL('./analysisWorker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onFailure: (callback) => {
      worker.addEventListener('error', callback, { once: true });
    },
  };
}
