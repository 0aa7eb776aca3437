import { type Endpoint, proxy, wrap } from 'comlink';
import type { Grouping, Trail } from '../../analysis/data/countPlaces.ts';
import type { CountedPlaces } from '../../analysis/data/countWays.ts';
import type { ByteSource } from './byteBlocks.ts';
import type {
  CountedFile,
  CountRequest,
  DataApi,
  Inspection,
  MetricFile,
  OnProgress,
  Outcome,
  RowFile,
  SurveyFile,
} from './dataApi.ts';
import { Cancelled, DataError } from './dataError.ts';
import type { TableReport, TableSettings } from './inspectTable.ts';
import type { MetricSettings } from './metricTable.ts';
import type { SurveySettings } from './surveyTable.ts';

/** Where a worker runs: `Worker`, or a port in tests. */
export interface RunningWorker {
  readonly endpoint: Endpoint;
  terminate(): void;
  /** Calls back when the worker could not be loaded or has died. */
  onFailure(callback: () => void): void;
}

export interface ReadControl {
  /** Aborting ends the worker at once, whatever it is doing. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * Reads files of data beside the page. All reject with `DataError` when the file cannot be read and with `Cancelled` when
 * the signal is aborted; nothing of it is kept then.
 */
export interface DataClient {
  /** `zone` is the IANA name of the zone of times that name none. */
  inspect(
    file: ByteSource,
    zone: string,
    overrides?: Partial<TableSettings>,
    control?: ReadControl,
  ): Promise<Inspection>;
  count(file: ByteSource, request: CountRequest, control?: ReadControl): Promise<CountedFile>;
  /** Counts places of a log that was counted, and the ways between them; see `countPlacesAndWays`. */
  places(
    trail: Trail,
    groupings: readonly Grouping[],
    ends: readonly number[],
    control?: ReadControl,
  ): Promise<CountedPlaces>;
  survey(
    file: ByteSource,
    request: { readonly table: TableReport; readonly settings: SurveySettings },
    control?: ReadControl,
  ): Promise<SurveyFile>;
  metrics(
    file: ByteSource,
    request: { readonly table: TableReport; readonly settings: MetricSettings },
    control?: ReadControl,
  ): Promise<MetricFile>;
  /** The rows as they stand, `limit` at most: for tables that are looked at. */
  rows(
    file: ByteSource,
    request: { readonly table: TableReport; readonly limit: number },
    control?: ReadControl,
  ): Promise<RowFile>;
}

/** Each call has a worker of its own, so that stopping it frees all that it held. */
export function createDataClient(start: () => RunningWorker = startWorker): DataClient {
  const run = <Value>(
    control: ReadControl,
    work: (api: ReturnType<typeof wrap<DataApi>>, onProgress: OnProgress) => Promise<Outcome<Value>>,
  ): Promise<Value> => {
    if (control.signal?.aborted) return Promise.reject(new Cancelled());
    const worker = start();
    let stop = () => {};
    const result = new Promise<Value>((resolve, reject) => {
      stop = () => reject(new Cancelled());
      control.signal?.addEventListener('abort', stop, { once: true });
      worker.onFailure(() => reject(new DataError('workerFailed')));
      const onProgress = proxy((progress: Parameters<OnProgress>[0]) => {
        // What was under way when reading was stopped is no news.
        if (!control.signal?.aborted) control.onProgress?.(progress);
      });
      work(wrap<DataApi>(worker.endpoint), onProgress).then(
        (outcome) => (outcome.ok ? resolve(outcome.value) : reject(new DataError(outcome.code, outcome.params))),
        reject,
      );
    });
    return result.finally(() => {
      control.signal?.removeEventListener('abort', stop);
      worker.terminate();
    });
  };
  return {
    inspect: (file, zone, overrides, control = {}) => run(control, (api) => api.inspect(file, zone, overrides)),
    count: (file, request, control = {}) => run(control, (api, onProgress) => api.count(file, request, onProgress)),
    places: (trail, groupings, ends, control = {}) => run(control, (api) => api.places(trail, groupings, ends)),
    survey: (file, request, control = {}) => run(control, (api, onProgress) => api.survey(file, request, onProgress)),
    metrics: (file, request, control = {}) => run(control, (api, onProgress) => api.metrics(file, request, onProgress)),
    rows: (file, request, control = {}) => run(control, (api, onProgress) => api.rows(file, request, onProgress)),
  };
}

function startWorker(): RunningWorker {
  const worker = new Worker(new URL('./dataWorker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onFailure: (callback) => {
      worker.addEventListener('error', callback, { once: true });
    },
  };
}
