import { useContext } from 'react';
import { useStore } from 'zustand';
import type { Analysis } from '../analysis/analyse.ts';
import { AnalysisContext } from './analysisContext.ts';
import { createAnalysisFeed } from './analysisFeed.ts';
import { useEditor } from './useEditor.ts';

/**
 * What follows from the open map: handoffs, gaps, what to review, findings, claims. There is one analysis for each open
 * map; it is made when something first asks for it, so that its code need not come with the first screen. What says the
 * same as before is the same object.
 */
export function useAnalysis<T>(select: (analysis: Analysis) => T): T {
  const box = useContext(AnalysisContext);
  if (box === null) throw new Error('No map is open here: this component belongs inside an AnalysisContext.');
  const editor = useEditor();
  box.feed ??= createAnalysisFeed(editor);
  return useStore(box.feed.store, select);
}
