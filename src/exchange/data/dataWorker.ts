import { expose } from 'comlink';
import { createDataApi } from './dataApi.ts';

expose(createDataApi());
