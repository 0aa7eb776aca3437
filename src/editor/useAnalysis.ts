import { useContext } from 'react';
import { useStore } from 'zustand';
import { type Analysis, createAnalysis } from '../analysis/analyse.ts';
import { dayOf } from '../analysis/evidenceCheck.ts';
import { AnalysisContext } from './analysisContext.ts';
import { useEditor } from './useEditor.ts';

/**
 * What follows from the open map as it is now: handoffs, gaps, what to review, findings. There is one analysis for each
 * open map; it is made when something first asks for it, so that its code need not come with the first screen. What
 * says the same as before is the same object.
 */
export function useAnalysis<T>(select: (analysis: Analysis) => T): T {
  const box = useContext(AnalysisContext);
  if (box === null) throw new Error('No map is open here: this component belongs inside an AnalysisContext.');
  return useStore(useEditor().store, ({ documents }) => {
    box.analyse ??= createAnalysis(dayOf(new Date()));
    return select(box.analyse(documents));
  });
}
