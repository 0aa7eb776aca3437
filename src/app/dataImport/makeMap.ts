import type { TFunction } from 'i18next';
import { draftFrom } from '../../analysis/data/draftFrom.ts';
import type { CountedFile } from '../../exchange/data/dataApi.ts';
import { createDataClient } from '../../exchange/data/dataClient.ts';
import { inOrder } from '../../model/order.ts';
import type { LibraryTables } from '../../model/tables.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { startLibrary } from '../newMaps.ts';
import type { MapWish } from './BuildMap.tsx';
import { percentText } from './figureTexts.ts';
import { measureWishes } from './logFigures.ts';
import { mapFromLog } from './mapFromLog.ts';
import { countedRows, leftOutWords, sourceOf, today } from './plans.ts';
import { noMatching, profileOf } from './profile.ts';
import { profileNameFor } from './profileName.ts';
import type { Understood } from './useDataImport.ts';

/**
 * Makes a new map of a log and stores it in one transaction with what it needs of the library. Resolves with its id, and
 * with the KPI that was measured on its links, if any was.
 */
export async function makeMap(
  { name, share, wanted, ends }: MapWish,
  data: CountedFile,
  understood: Understood,
  workspace: Workspace,
  openLibrary: LibraryTables | null,
  t: TFunction,
): Promise<{ readonly mapId: string; readonly linkKpiId: string | null }> {
  const start = startLibrary();
  const library = openLibrary ?? (await workspace.readLibrary());
  const full = {
    ...library,
    channels: { ...start.channels, ...library.channels },
    devices: { ...start.devices, ...library.devices },
    departments: { ...start.departments, ...library.departments },
  };
  const { log } = data;
  const draft = draftFrom(log, share);
  const read = { kind: 'events', data } as const;
  const now = new Date().toISOString();
  const left = draft.activitiesLeftOut;
  const leftOut = [
    ...leftOutWords(read, [], t),
    ...(left.length === 0 ? [] : [t('data.build.left', { count: left.length, names: left.slice(0, 20).join(', ') })]),
  ];
  const kpis = measureWishes(wanted, t);
  const { seen, reading, overrides } = understood;
  const client = createDataClient();
  const docs = await mapFromLog(
    { log, draft },
    {
      name: name.trim(),
      stage: t('data.build.stage'),
      scenario: t('data.build.scenario', { name: data.file.name, drawn: percentText(draft.drawn, 'en') }),
    },
    {
      kpis,
      source: sourceOf(read, countedRows(data), leftOut, now),
      profile: profileOf(profileNameFor(understood), seen, reading, overrides, {
        ...noMatching,
        apart: log.apart,
        measures: [...wanted],
        none: new Map(left.map((activity) => [activity, 'left'])),
        ends: ends.flatMap((at) => log.activities[at]?.name ?? []),
      }),
    },
    { wanted, ends, period: log.period ?? today() },
    full,
    now,
    client.places,
  );
  const { docId: mapId } = await workspace.createMap(docs.map, docs.library);
  const onLinks = new Set(Object.values(docs.map.series).flatMap(({ kpiId, toId }) => (toId === null ? [] : [kpiId])));
  const [first] = inOrder(Object.values(docs.library.kpis)).filter(({ id }) => onLinks.has(id));
  return { mapId, linkKpiId: first?.id ?? null };
}
