import { lenses, lensField } from '../model/lens.ts';
import type { Link } from '../model/records/link.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents, MapTables, Table } from '../model/tables.ts';

type Touchpoints = MapTables['touchpoints'];

/** Touchpoints by what is asked of them: each is another table only when something of that has changed. */
export interface Aspects {
  /** Step and order. */
  readonly placed: Touchpoints;
  /** Owner and departments. */
  readonly answered: Touchpoints;
  /** The promise, and where it is kept. */
  readonly promised: Touchpoints;
  /** Moments of truth. */
  readonly decisive: Touchpoints;
  readonly channels: Touchpoints;
  readonly devices: Touchpoints;
  readonly departments: Touchpoints;
}

/** Documents as an analysis hears them: a table is another object only when it says something else to the analysis. */
export interface Heard extends Documents {
  readonly aspects: Aspects;
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
  'objections',
  'tags',
  'webLinks',
  'extra',
];
const mutedOfLink: readonly (keyof Link)[] = ['label', 'extra'];

/** The aspects of documents that nobody has listened to before. */
export function aspectsOf({ touchpoints }: MapTables): Aspects {
  return {
    placed: touchpoints,
    answered: touchpoints,
    promised: touchpoints,
    decisive: touchpoints,
    channels: touchpoints,
    devices: touchpoints,
    departments: touchpoints,
  };
}

/** Listens to one map. Typing a title changes a table, and nothing that is heard. */
export function createEar(): (docs: Documents) => Heard {
  const touchpoints = listen<Touchpoint, 'all' | keyof Aspects>({
    all: butFor(mutedOfTouchpoint),
    placed: fields('stepId', 'order'),
    answered: fields('owner', 'departments'),
    promised: fields('promise', 'promiseKeptAt'),
    decisive: fields('momentOfTruth'),
    channels: fields('channels'),
    devices: fields('devices'),
    departments: fields('departments'),
  });
  const links = listen<Link, 'all' | 'drawn'>({ all: butFor(mutedOfLink), drawn: fields('from', 'to') });
  const stages = listen({ all: fields<MapTables['stages'][string]>('order') });
  const steps = listen({ all: fields<MapTables['steps'][string]>('order', 'stageId') });
  const map = listen({ all: fields<MapTables['map'][string]>('kindWeights') });
  const entries = lenses.map(
    (lens) => [lensField[lens], listen({ all: fields<{ id: string; order: string }>('order') })] as const,
  );
  return (docs) => {
    const { all, ...aspects } = touchpoints(docs.map.touchpoints);
    const ways = links(docs.map.links);
    const library = { ...docs.library };
    for (const [field, hear] of entries)
      library[field] = hear(docs.library[field]).all as Documents['library'][typeof field];
    return {
      map: {
        ...docs.map,
        touchpoints: all,
        links: ways.all,
        stages: stages(docs.map.stages).all,
        steps: steps(docs.map.steps).all,
        map: map(docs.map.map).all,
      },
      library,
      aspects,
      drawn: ways.drawn,
    };
  };
}

type Compare<T> = (before: T, now: T) => boolean;

/**
 * A table as far as it is listened to, for each of several questions: the one from before while it has the same records
 * in the same order and those that are other objects are the same in what is asked.
 */
function listen<T extends { readonly id: string }, K extends string>(
  questions: Readonly<Record<K, Compare<T>>>,
): (table: Table<T>) => Readonly<Record<K, Table<T>>> {
  const names = Object.keys(questions) as K[];
  let last: Table<T> | null = null;
  let records: readonly T[] = [];
  let heard = {} as Readonly<Record<K, Table<T>>>;
  return (table) => {
    if (table === last) return heard;
    // The values alone, read at once: walking a large table by its keys takes several times as long.
    const now = Object.values(table);
    const changed: [T, T][] = [];
    let isSameList = last !== null && now.length === records.length;
    for (let index = 0; isSameList && index < now.length; index++) {
      const [was, is] = [records[index] as T, now[index] as T];
      if (was === is) continue;
      if (was.id === is.id) changed.push([was, is]);
      else isSameList = false;
    }
    const before = heard;
    const answer = (name: K) =>
      isSameList && changed.every(([was, is]) => questions[name](was, is)) ? before[name] : table;
    heard = Object.fromEntries(names.map((name) => [name, answer(name)])) as Record<K, Table<T>>;
    last = table;
    records = now;
    return heard;
  };
}

function fields<T extends object>(...names: readonly (keyof T)[]): Compare<T> {
  return (before, now) => names.every((name) => before[name] === now[name]);
}

/** Compares two records by every field but those that are muted. */
function butFor<T extends object>(muted: readonly (keyof T)[]): Compare<T> {
  const skip = new Set<string>(muted as readonly string[]);
  return (before, now) => {
    for (const field in before) if (!skip.has(field) && before[field] !== now[field]) return false;
    for (const field in now) if (!skip.has(field) && !(field in before)) return false;
    return true;
  };
}
