import type { CountedLog } from '../../analysis/data/countedLog.ts';
import type { DraftMap } from '../../analysis/data/draftFrom.ts';
import { addLane } from '../../commands/lanes.ts';
import { addLibraryEntry, type EntryTable } from '../../commands/libraryEntries.ts';
import type { Period } from '../../exchange/data/readPeriod.ts';
import { blankLink, blankMap, blankTouchpoint } from '../../model/blanks.ts';
import { newId, pairId } from '../../model/ids.ts';
import { ordersBetween } from '../../model/order.ts';
import { type Documents, emptyMapTables, type LibraryTables } from '../../model/tables.ts';
import { type LogMeasure, logFigures } from './logFigures.ts';
import { ruleFor } from './matchRows.ts';
import { type CountPlaces, placeCounts } from './placeCounts.ts';
import { type FiguresPlan, kpiNamed, putFigures } from './putFigures.ts';

/** What a map made of a log needs besides the log. */
export interface NewMapWords {
  readonly name: string;
  readonly scenario: string;
  /** The name of the one stage of a short journey. */
  readonly stage: string;
}

/** Steps that one stage holds, more or less. */
const STEPS_OF_STAGE = 3;
const MOST_STAGES = 6;

/**
 * A new journey map of the most frequent ways of a log, with its figures, and the library with what it lacks. Steps are
 * shared out over stages, each named after its most frequent touchpoint. The profile gets a rule for each activity drawn,
 * so that next month's log needs no matching. `ends` are the activities at which the journey ends. `library` is not changed.
 */
export async function mapFromLog(
  { log, draft }: { log: CountedLog; draft: DraftMap },
  words: NewMapWords,
  plan: Omit<FiguresPlan, 'series' | 'links' | 'evidence' | 'replaces'>,
  { wanted, ends, period }: { wanted: ReadonlySet<LogMeasure>; ends: readonly number[]; period: Period },
  library: LibraryTables,
  now: string,
  count: CountPlaces,
): Promise<Documents> {
  const map = emptyMapTables();
  const docs: Documents = { map, library: structuredClone(library) };
  const mapId = newId('map');
  map.map[mapId] = { ...blankMap, id: mapId, name: words.name, scenario: words.scenario, createdAt: now };

  const stepIds = addColumns(docs, draft, words.stage);
  const entry = (table: EntryTable, names: readonly string[]) => [
    ...new Set(names.map((name) => addLibraryEntry(docs, { table, name }))),
  ];
  const orders = ordersBetween(null, null, draft.touchpoints.length);
  const ids = draft.touchpoints.map(() => newId('touchpoint'));
  const places = draft.steps.flatMap(({ touchpoints }, step) => touchpoints.map((at) => ({ at, step })));
  places.forEach(({ at, step }, index) => {
    const touchpoint = draft.touchpoints[at] as DraftMap['touchpoints'][number];
    const id = ids[at] as string;
    map.touchpoints[id] = {
      ...blankTouchpoint,
      id,
      order: orders[index] as string,
      stepId: stepIds[step] as string,
      title: touchpoint.title,
      channels: entry('channels', touchpoint.channels),
      devices: entry('devices', touchpoint.devices),
      departments: entry('departments', touchpoint.departments),
    };
  });
  for (const link of draft.links) {
    const [from, to] = [ids[link.from] as string, ids[link.to] as string];
    const id = pairId('link', from, to);
    map.links[id] = { ...blankLink, id, from, to };
  }
  const touchpointOf: (string | null)[] = log.activities.map(() => null);
  draft.touchpoints.forEach(({ activity }, at) => {
    touchpointOf[activity] = ids[at] as string;
  });
  const rules = draft.touchpoints.flatMap(({ activity }, at) => {
    const says = log.activities[activity]?.says;
    return says === undefined ? [] : [ruleFor(says, 'place', log.apart, ids[at] as string)];
  });
  const profile = plan.profile && { ...plan.profile, rules };
  const counts = await placeCounts(log, touchpointOf, { ...map, mapId }, ends, count);
  const { series, links } = logFigures(log, touchpointOf, counts, wanted, period, map);
  putFigures(docs, { ...plan, series, links, profile, evidence: [], replaces: [] });
  addValueLanes(docs, plan.kpis);
  return docs;
}

/** What a lane shows of a map made of a log: without it the figures would be there and not seen. */
const shownInLanes: readonly LogMeasure[] = ['volume', 'dropOff', 'waiting'];

function addValueLanes(docs: Documents, kpis: FiguresPlan['kpis']): void {
  for (const measure of shownInLanes) {
    const wish = kpis.get(measure);
    const kpi = wish && ('id' in wish ? docs.library.kpis[wish.id] : kpiNamed(docs.library.kpis, wish.fields.name));
    const isMeasured = Object.values(docs.map.series).some(({ kpiId }) => kpiId === kpi?.id);
    if (kpi !== undefined && isMeasured) addLane(docs, { name: kpi.name, side: 'below', role: 'kpi', kpiId: kpi.id });
  }
}

/** Stages and steps; the ids of the steps, from left to right. */
function addColumns({ map }: Documents, draft: DraftMap, onlyStage: string): string[] {
  const count = Math.max(1, Math.min(MOST_STAGES, Math.round(draft.steps.length / STEPS_OF_STAGE)));
  const stageOrders = ordersBetween(null, null, count);
  const stageOf = (step: number) => Math.min(count - 1, Math.floor((step * count) / draft.steps.length));
  const stageIds = stageOrders.map((order, stage) => {
    const own = draft.steps
      .filter((_, step) => stageOf(step) === stage)
      .flatMap(({ touchpoints }) => touchpoints.flatMap((at) => draft.touchpoints[at] ?? []));
    const [most] = [...own].sort((a, b) => b.cases - a.cases);
    const id = newId('stage');
    map.stages[id] = { id, order, name: count === 1 ? onlyStage : (most?.title ?? '') };
    return id;
  });
  const stepOrders = ordersBetween(null, null, draft.steps.length);
  return draft.steps.map(({ title }, step) => {
    const id = newId('step');
    const stageId = stageIds[stageOf(step)] as string;
    map.steps[id] = { id, order: stepOrders[step] as string, stageId, name: title };
    return id;
  });
}
