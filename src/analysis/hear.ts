import type { LibraryEntry } from '../model/records/libraryEntry.ts';
import type { Link } from '../model/records/link.ts';
import type { MapRecord } from '../model/records/map.ts';
import type { Step } from '../model/records/step.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents, MapTables, Table } from '../model/tables.ts';

/** Documents as an analysis hears them: a table is another object only when it says something else to the analysis. */
export interface Heard extends Documents {
  /** The touchpoints, another table only when one has another place. */
  readonly placed: MapTables['touchpoints'];
  /** The links, another table only when there are others. */
  readonly drawn: MapTables['links'];
}

/** What is said about touchpoints and links that nothing is concluded from. A field that is not named here is heard. */
const mutedOfTouchpoint: readonly (keyof Touchpoint)[] = [
  'title',
  'description',
  'when',
  'presence',
  'humanCanStepIn',
  'momentOfTruth',
  'objections',
  'tags',
  'webLinks',
  'extra',
];
const mutedOfLink: readonly (keyof Link)[] = ['label', 'extra'];

/** Listens to one map. Typing a title changes a table, and nothing that is heard. */
export function createEar(): (docs: Documents) => Heard {
  const touchpoints = listen<Touchpoint>(butFor(mutedOfTouchpoint));
  const placed = listen<Touchpoint>((before, now) => before.stepId === now.stepId && before.order === now.order);
  const links = listen<Link>(butFor(mutedOfLink));
  const drawn = listen<Link>((before, now) => before.from === now.from && before.to === now.to);
  const stages = listen<MapTables['stages'][string]>((before, now) => before.order === now.order);
  const steps = listen<Step>((before, now) => before.order === now.order && before.stageId === now.stageId);
  const map = listen<MapRecord>((before, now) => before.kindWeights === now.kindWeights);
  const entries = () => listen<LibraryEntry>((before, now) => before.order === now.order);
  const [channels, devices, departments] = [entries(), entries(), entries()];
  return (docs) => {
    const heard = touchpoints(docs.map.touchpoints);
    const ways = links(docs.map.links);
    return {
      map: {
        ...docs.map,
        touchpoints: heard,
        links: ways,
        stages: stages(docs.map.stages),
        steps: steps(docs.map.steps),
        map: map(docs.map.map),
      },
      library: {
        ...docs.library,
        channels: channels(docs.library.channels),
        devices: devices(docs.library.devices),
        departments: departments(docs.library.departments),
      },
      placed: placed(heard),
      drawn: drawn(ways),
    };
  };
}

/**
 * A table as far as it is listened to: the one from before while it has the same records, in the same order, that differ
 * at most in what `isSame` does not look at.
 */
function listen<T extends object>(isSame: (before: T, now: T) => boolean): (table: Table<T>) => Table<T> {
  let last: Table<T> | null = null;
  let heard: Table<T> = {};
  let ids: readonly string[] = [];
  return (table) => {
    if (table === last) return heard;
    const now = Object.keys(table);
    const isFirst = last === null;
    last = table;
    const keeps =
      !isFirst &&
      now.length === ids.length &&
      now.every((id, index) => {
        if (id !== ids[index]) return false;
        const [was, is] = [heard[id] as T, table[id] as T];
        return was === is || isSame(was, is);
      });
    if (!keeps) [heard, ids] = [table, now];
    return heard;
  };
}

/** Compares two records by every field but those that are muted. */
function butFor<T extends object>(muted: readonly (keyof T)[]): (before: T, now: T) => boolean {
  const skip = new Set<string>(muted as readonly string[]);
  return (before, now) => {
    for (const field in before) if (!skip.has(field) && before[field] !== now[field]) return false;
    for (const field in now) if (!skip.has(field) && !(field in before)) return false;
    return true;
  };
}
