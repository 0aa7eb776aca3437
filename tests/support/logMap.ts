import { countPlacesAndWays } from '../../src/analysis/data/countWays.ts';
import { draftFrom } from '../../src/analysis/data/draftFrom.ts';
import type { ApartTrait } from '../../src/analysis/data/tellApart.ts';
import { type LogMeasure, logMeasures } from '../../src/app/dataImport/logFigures.ts';
import { mapFromLog } from '../../src/app/dataImport/mapFromLog.ts';
import type { CountPlaces } from '../../src/app/dataImport/placeCounts.ts';
import type { FiguresPlan, KpiWish } from '../../src/app/dataImport/putFigures.ts';
import { createDataApi } from '../../src/exchange/data/dataApi.ts';
import { defaultLibrary } from '../../src/model/defaultLibrary.ts';
import { inOrder } from '../../src/model/order.ts';
import type { Documents } from '../../src/model/tables.ts';
import { bytesAs, sampleLog } from './bytesAs.ts';

/** Counts places without a worker. */
export const countHere: CountPlaces = async (trail, groupings, ends) => countPlacesAndWays(trail, groupings, ends);

const measures = Object.keys(logMeasures) as LogMeasure[];

/** The map that a sample log, or one of that content, becomes, KPIs being named as the measures are. */
export async function mapOfLog(
  name: string,
  share = 1,
  content: string | Uint8Array = sampleLog(name),
  apart: readonly ApartTrait[] = [],
) {
  const api = createDataApi();
  const file = bytesAs(name, content);
  const seen = await api.inspect(file, 'UTC');
  if (!seen.ok) throw new Error(seen.code);
  const request =
    seen.value.format === 'xes'
      ? ({ format: 'xes', settings: seen.value.xes.settings, apart } as const)
      : ({ format: 'table', table: seen.value.table, settings: seen.value.events.settings, apart } as const);
  const counted = await api.count(file, request, () => {});
  if (!counted.ok) throw new Error(counted.code);
  const { log } = counted.value;
  const period = log.period ?? { from: '2026-01-01', to: '2026-01-31' };
  const source: FiguresPlan['source'] = {
    ...{ kind: 'eventLog', fileName: name, hash: 'b'.repeat(64), leftOut: '' },
    ...{ importedAt: '2026-02-03T04:05:06Z', rows: log.events, rowsTaken: log.events },
  };
  const kpis = new Map(
    measures.map((each): [string, KpiWish] => [each, { fields: { ...logMeasures[each], name: each } }]),
  );
  const words = { name: 'Log', scenario: '', stage: 'Journey' };
  const profile = { name, kind: 'eventLog', columns: {}, rules: [] } as const;
  const plan = { source, kpis, profile: { ...profile, rules: [] } };
  const library = defaultLibrary((key) => key);
  const draft = draftFrom(log, share);
  const taken = { wanted: new Set(measures), ends: log.regularEnds, period };
  const docs: Documents = await mapFromLog({ log, draft }, words, plan, taken, library, '', countHere);
  const kpi = (measure: LogMeasure) => {
    const found = Object.values(docs.library.kpis).find((each) => each.name === measure);
    if (found === undefined) throw new Error(`nothing is measured of ${measure}`);
    return found;
  };
  const titled = (title: string) => {
    const found = Object.values(docs.map.touchpoints).find((each) => each.title === title);
    if (found === undefined) throw new Error(`no touchpoint ${title}`);
    return found;
  };
  const stages = inOrder(Object.values(docs.map.stages));
  return { log, draft, docs, period, kpi, titled, stages };
}
