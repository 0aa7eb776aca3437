import { createContext } from 'react';
import type { AnalysisFeed } from './analysisFeed.ts';

/** Where the analysis of the open map is kept; empty until something asks for it. */
export interface AnalysisBox {
  feed: AnalysisFeed | null;
}

export const AnalysisContext = createContext<AnalysisBox | null>(null);
