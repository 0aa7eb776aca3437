/** What a row says about an activity's course: all of it, only its start, only its end, or something else. */
export const wholeRow = 0;
export const startRow = 1;
export const endRow = 2;
export const otherRow = 3;
export type RowPhase = typeof wholeRow | typeof startRow | typeof endRow | typeof otherRow;

/** What may change from one event of a case to the next. */
export const traits = ['channel', 'device', 'department', 'resource'] as const;
export type Trait = (typeof traits)[number];

/** One row of a log. Times in milliseconds since 1970 UTC, NaN where not known; empty strings where there is none. */
export interface RawEvent {
  caseId: string;
  activity: string;
  start: number;
  end: number;
  phase: RowPhase;
  /** Ties the start of an activity to its end; empty where nothing does. */
  instance: string;
  channel: string;
  device: string;
  department: string;
  resource: string;
}

/** The rows of a log as columns of numbers: texts are numbers into lists, -1 stands for none. */
export interface EventColumns {
  readonly size: number;
  readonly cases: number;
  readonly activities: readonly string[];
  readonly caseOf: Int32Array;
  readonly activityOf: Int32Array;
  readonly start: Float64Array;
  /** Null where no row has an end of its own. */
  readonly end: Float64Array | null;
  /** Null where every row is whole. */
  readonly phase: Uint8Array | null;
  readonly instance: Int32Array | null;
  /** The first and the last time with their days as the file writes them, `YYYY-MM-DD`; null where that is not known. */
  readonly span: Readonly<Record<'first' | 'last', { readonly instant: number; readonly day: string }>> | null;
  readonly traits: Readonly<Record<Trait, { readonly of: Int32Array; readonly values: readonly string[] } | null>>;
}

export interface EventCollector {
  add(event: RawEvent): void;
  /** How many different values a column has so far. */
  different(column: 'activity' | Trait): number;
  size(): number;
  columns(): EventColumns;
}

/**
 * Gathers rows one by one in about 40 bytes each: a million of them, with 100,000 cases, in some 60 MB. The object given
 * to `add` may be used again.
 */
export function createEventCollector(): EventCollector {
  const cases = createTexts();
  const activities = createTexts();
  const instances = createTexts();
  const texts = { channel: createTexts(), device: createTexts(), department: createTexts(), resource: createTexts() };
  let size = 0;
  let room = 1 << 12;
  let caseOf = new Int32Array(room);
  let activityOf = new Int32Array(room);
  let start = new Float64Array(room);
  let end: Float64Array | null = null;
  let phase: Uint8Array | null = null;
  let instance: Int32Array | null = null;
  const of: Record<Trait, Int32Array | null> = { channel: null, device: null, department: null, resource: null };

  const grow = () => {
    room *= 2;
    caseOf = wider(caseOf, new Int32Array(room));
    activityOf = wider(activityOf, new Int32Array(room));
    start = wider(start, new Float64Array(room));
    end = end && wider(end, new Float64Array(room));
    phase = phase && wider(phase, new Uint8Array(room));
    instance = instance && wider(instance, new Int32Array(room));
    for (const trait of traits) {
      const column = of[trait];
      if (column !== null) of[trait] = wider(column, new Int32Array(room));
    }
  };
  const addTrait = (trait: Trait, value: string) => {
    let column = of[trait];
    if (column === null) {
      if (value === '') return;
      column = new Int32Array(room).fill(-1, 0, size);
      of[trait] = column;
    }
    column[size] = value === '' ? -1 : texts[trait].numberOf(value);
  };

  return {
    add(event) {
      if (size === room) grow();
      caseOf[size] = cases.numberOf(event.caseId);
      activityOf[size] = activities.numberOf(event.activity);
      start[size] = event.start;
      if (!Number.isNaN(event.end)) end ??= new Float64Array(room).fill(Number.NaN, 0, size);
      if (end !== null) end[size] = event.end;
      if (event.phase !== wholeRow) phase ??= new Uint8Array(room);
      if (phase !== null) phase[size] = event.phase;
      if (event.instance !== '') instance ??= new Int32Array(room).fill(-1, 0, size);
      if (instance !== null) instance[size] = event.instance === '' ? -1 : instances.numberOf(event.instance);
      addTrait('channel', event.channel);
      addTrait('device', event.device);
      addTrait('department', event.department);
      addTrait('resource', event.resource);
      size++;
    },
    different: (column) => (column === 'activity' ? activities : texts[column]).list.length,
    size: () => size,
    columns: () => {
      const trait = (name: Trait) => {
        const column = of[name];
        return column === null ? null : { of: column.subarray(0, size), values: texts[name].list };
      };
      return {
        size,
        cases: cases.list.length,
        activities: activities.list,
        caseOf: caseOf.subarray(0, size),
        activityOf: activityOf.subarray(0, size),
        start: start.subarray(0, size),
        end: end?.subarray(0, size) ?? null,
        phase: phase?.subarray(0, size) ?? null,
        instance: instance?.subarray(0, size) ?? null,
        span: null,
        traits: {
          channel: trait('channel'),
          device: trait('device'),
          department: trait('department'),
          resource: trait('resource'),
        },
      };
    },
  };
}

function wider<Column extends Int32Array | Float64Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** A power of two. */
const LATELY = 256;

/** Numbers for texts, in the order in which they are met. */
function createTexts(): { numberOf(text: string): number; readonly list: string[] } {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  // To compare a text with one that looked alike is much quicker than to look it up: that has to hash it first. Rows of
  // one case mostly stand together, and activities are few.
  const lately: string[] = new Array(LATELY).fill('');
  const latelyNumbers = new Int32Array(LATELY).fill(-1);
  return {
    list,
    numberOf(text) {
      const { length } = text;
      const look = length + text.charCodeAt(0) * 7 + text.charCodeAt(length >> 1) * 5 + text.charCodeAt(length - 1) * 3;
      const slot = look & (LATELY - 1);
      const met = latelyNumbers[slot] as number;
      if (met >= 0 && lately[slot] === text) return met;
      let number = numbers.get(text);
      if (number === undefined) {
        // A text cut from a block keeps the whole block in memory; a copy does not.
        const own = ` ${text}`.slice(1);
        number = list.length;
        list.push(own);
        numbers.set(own, number);
      }
      lately[slot] = list[number] as string;
      latelyNumbers[slot] = number;
      return number;
    },
  };
}
