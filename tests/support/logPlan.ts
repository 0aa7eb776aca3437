import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { ApartTrait } from '../../src/analysis/data/tellApart.ts';
import { usualMeasures } from '../../src/app/dataImport/logFigures.ts';
import { type PlaceCounts, placeCounts } from '../../src/app/dataImport/placeCounts.ts';
import { applyProfile, fitsProfile, type Matching, noMatching } from '../../src/app/dataImport/profile.ts';
import { readingOf } from '../../src/app/dataImport/reading.ts';
import { toldApart } from '../../src/app/dataImport/toldApart.ts';
import type { Understood } from '../../src/app/dataImport/useDataImport.ts';
import { useMapPlan } from '../../src/app/dataImport/useMapPlan.ts';
import { createDataApi } from '../../src/exchange/data/dataApi.ts';
import type { MatchProfile } from '../../src/model/records/dataImport.ts';
import { type Documents, mapRecord } from '../../src/model/tables.ts';
import { bytesAs } from './bytesAs.ts';
import { countHere } from './logMap.ts';

const api = createDataApi();

/**
 * What the wizard makes of a log on a map: by a profile that fits, or with activities told apart by `apart`. `change` is
 * what somebody says about the matching besides.
 */
export async function logPlan(
  text: string,
  docs: Documents,
  by: { profile?: MatchProfile; apart?: readonly ApartTrait[]; change?: (matching: Matching) => Matching } = {},
) {
  const file = bytesAs('log.csv', text);
  const found = await api.inspect(file, 'UTC');
  if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
  const seen = found.value;
  const { profile = null, apart = [], change = (matching) => matching } = by;
  if (profile !== null && !fitsProfile(profile, seen)) throw new Error('the profile does not fit');
  const titles = Object.values(docs.map.touchpoints);
  const { reading, matching } =
    profile === null
      ? { reading: readingOf(seen, 'events'), matching: change(toldApart(noMatching, apart, titles)) }
      : applyProfile(profile, seen);
  if (reading.kind !== 'events') throw new Error('events were expected');
  const request = { format: 'table', table: seen.table, settings: reading.settings, apart: matching.apart } as const;
  const data = await api.count(file, request, () => {});
  if (!data.ok) throw new Error(data.code);
  const read = { kind: 'events', data: data.value } as const;
  const understood: Understood = {
    ...{ file: file as unknown as File, seen, overrides: {} },
    ...{ reading, matching, profile },
  };
  const asked = {
    ...{
      wanted: new Set([...usualMeasures, 'eventual', 'changedChannel'] as const),
      from: '2026-11-01',
      to: '2026-11-30',
    },
    ...{ profile: 'Kept', standing: null },
  };
  const planBy = (counts: PlaceCounts | null) => {
    const plans: ReturnType<typeof useMapPlan>[] = [];
    const Probe = () => {
      plans.push(useMapPlan(read, understood, docs, asked, () => counts));
      return null;
    };
    renderToString(createElement(Probe));
    const [plan] = plans;
    if (plan === undefined) throw new Error('no plan');
    return plan;
  };
  const open = planBy(null);
  const map = { ...docs.map, mapId: mapRecord(docs.map).id };
  const counts = await placeCounts(read.data.log, open.activityPlaces, map, open.ends, countHere);
  return { ...planBy(counts), read };
}
