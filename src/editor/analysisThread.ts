import { type Analysis, createAnalysis } from '../analysis/analyse.ts';
import { type AnalysisNews, newsOf } from '../analysis/news.ts';
import { applyPatches, type Patch } from '../model/patch.ts';
import type { Documents } from '../model/tables.ts';

/** An analysis that runs beside the page. It is told of every change, in order, and tells what follows. */
export interface AnalysisThread {
  /** The map as it is; whoever calls knows its analysis. */
  start(docs: Documents, today: string): void;
  /** What is new after these changes; null when nothing is. */
  take(patches: readonly Patch[]): AnalysisNews | null;
}

export function createAnalysisThread(): AnalysisThread {
  let docs: Documents | null = null;
  let analyse: ((docs: Documents) => Analysis) | null = null;
  let last: Analysis | null = null;
  return {
    start(begun, today) {
      docs = begun;
      analyse = createAnalysis(today);
      last = analyse(begun);
    },
    take(patches) {
      if (docs === null || analyse === null || last === null) throw new Error('The analysis has not been started.');
      docs = applyPatches(docs, patches);
      const now = analyse(docs);
      const news = newsOf(last, now);
      last = now;
      return news;
    },
  };
}
