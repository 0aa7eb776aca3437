import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { usualMeasures } from '../../src/app/dataImport/logFigures.ts';
import { applyProfile, noMatching } from '../../src/app/dataImport/profile.ts';
import { type ReadFile, type Reading, readingOf } from '../../src/app/dataImport/reading.ts';
import type { Understood } from '../../src/app/dataImport/useDataImport.ts';
import { useMapPlan } from '../../src/app/dataImport/useMapPlan.ts';
import { createDataApi } from '../../src/exchange/data/dataApi.ts';
import type { TableReport } from '../../src/exchange/data/inspectTable.ts';
import type { MatchProfile } from '../../src/model/records/dataImport.ts';
import type { Documents } from '../../src/model/tables.ts';
import { bytesAs } from './bytesAs.ts';

const api = createDataApi();

/**
 * What the wizard makes of a table of values or answers, read by a profile where there is one, before anything is put on the
 * map; `change` is what somebody says otherwise than it was read.
 */
export async function wizardPlan(
  text: string,
  docs: Documents,
  profile: MatchProfile | null = null,
  kind: 'metrics' | 'survey' = profile?.kind === 'survey' ? 'survey' : 'metrics',
  change: (known: Pick<Understood, 'reading' | 'matching'>) => Partial<Understood> = () => ({}),
) {
  const file = bytesAs('file.csv', text);
  const found = await api.inspect(file, 'UTC');
  if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
  const seen = found.value;
  const known =
    profile === null ? { reading: readingOf(seen, kind), matching: noMatching } : applyProfile(profile, seen);
  const understood: Understood = {
    ...{ file: file as unknown as File, seen, overrides: {}, ...known, profile },
    ...change(known),
  };
  const read = await readFile(file, seen.table, understood.reading);
  const asked = {
    wanted: new Set(usualMeasures),
    from: '2026-11-01',
    to: '2026-11-30',
    profile: 'Kept',
    standing: null,
  };
  const plans: ReturnType<typeof useMapPlan>[] = [];
  const Probe = () => {
    plans.push(useMapPlan(read, understood, docs, asked, () => null));
    return null;
  };
  renderToString(createElement(Probe));
  const [plan] = plans;
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

async function readFile(file: ReturnType<typeof bytesAs>, table: TableReport, reading: Reading): Promise<ReadFile> {
  if (reading.kind === 'survey') {
    const data = await api.survey(file, { table, settings: reading.settings }, () => {});
    if (!data.ok) throw new Error(data.code);
    return { kind: 'survey', data: data.value };
  }
  if (reading.kind !== 'metrics') throw new Error('values or answers were expected');
  const data = await api.metrics(file, { table, settings: reading.settings }, () => {});
  if (!data.ok) throw new Error(data.code);
  return { kind: 'metrics', data: data.value };
}
