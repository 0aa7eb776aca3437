import { expose } from 'comlink';
import { createAnalysisThread } from './analysisThread.ts';

expose(createAnalysisThread());
