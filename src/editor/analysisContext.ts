import { createContext } from 'react';
import type { Analysis } from '../analysis/analyse.ts';
import type { Documents } from '../model/tables.ts';

/** Where the analysis of the open map is kept; empty until something asks for it. */
export interface AnalysisBox {
  analyse: ((docs: Documents) => Analysis) | null;
}

export const AnalysisContext = createContext<AnalysisBox | null>(null);
