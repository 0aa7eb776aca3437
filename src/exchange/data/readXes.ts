import type { EventColumns } from '../../analysis/data/eventColumns.ts';
import { type ByteSource, byteBlocks } from './byteBlocks.ts';
import { clearCells, createEventFeeder, type EventCells, emptyCells } from './eventFeeder.ts';
import type { EventSettings, LeftOut } from './eventSettings.ts';
import { type ColumnGuess, guessColumn } from './guessColumn.ts';
import { guessPhases, guessRoles, type RoleGuess } from './guessRoles.ts';
import type { ReadTableOptions } from './readTable.ts';
import { createXesWalker } from './walkXes.ts';

export interface XesReport {
  /** What the events have, by key, in the order in which it is met. */
  readonly columns: readonly ColumnGuess[];
  readonly classifiers: readonly { readonly name: string; readonly keys: readonly string[] }[];
  /** The first events: the values of `columns`. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: RoleGuess;
  readonly settings: EventSettings;
}

/** Events that are looked at, and bytes at most, before it is said what an XES file holds. */
const EVENTS = 1000;
const BYTES = 16 << 20;
const PREVIEW = 20;

/** Looks at the first events of an XES log, plain or gzipped. `zone` is an IANA name. Throws `DataError`. */
export async function inspectXes(source: ByteSource, zone: string): Promise<XesReport> {
  const events: Map<string, string>[] = [];
  const classifiers: { name: string; keys: string }[] = [];
  let event = new Map<string, string>();
  const walker = createXesWalker({
    onClassifier: (name, keys) => classifiers.push({ name, keys }),
    onEventAttribute(key, value) {
      if (!event.has(key)) event.set(key, value);
    },
    onEventEnd() {
      if (events.length < EVENTS) events.push(event);
      event = new Map();
    },
  });
  let bytes = 0;
  let whole = true;
  for await (const block of byteBlocks(source)) {
    walker.push(block);
    bytes += block.length;
    whole = events.length < EVENTS && bytes < BYTES;
    if (!whole) break;
  }
  if (whole) walker.end();
  const keys = [...new Set(events.flatMap((each) => [...each.keys()]))];
  const columns = keys.map((key, at) =>
    guessColumn(
      key,
      '',
      at,
      events.map((each) => each.get(key) ?? ''),
      '.',
    ),
  );
  const named = classifiers.map(({ name, keys: text }) => ({ name, keys: classifierKeys(text, keys) }));
  const classifier = named.find((each) => each.keys.length > 0 && each.keys.every((key) => keys.includes(key)));
  const found = guessRoles(columns, classifier?.keys);
  const phase = columns.find((column) => column.name === found.roles.phase);
  const phases = phase === undefined ? 'ignore' : guessPhases(phase.values);
  const { case: _, ...roles } = found.roles;
  const guess = { ...found, roles, phases, unsure: found.unsure.filter((role) => role !== 'case') };
  const time = columns.find((column) => column.name === roles.time)?.time ?? null;
  return {
    columns,
    classifiers: named,
    rows: events.slice(0, PREVIEW).map((each) => keys.map((key) => each.get(key) ?? '')),
    guess,
    settings: {
      roles,
      activity: guess.activity,
      phases,
      order: time?.order === 'either' ? null : (time?.order ?? null),
      numbers: time?.numbers ?? null,
      zone,
    },
  };
}

/** `concept:name lifecycle:transition`, with quotes around keys that hold spaces; some files forget the quotes. */
function classifierKeys(text: string, known: readonly string[]): string[] {
  if (known.includes(text)) return [text];
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

/**
 * Reads all events of an XES log; each trace is one case, whatever its name. Throws
 * `DataError`, and then nothing of it is kept.
 */
export async function readXes(
  source: ByteSource,
  settings: EventSettings,
  options: ReadTableOptions = {},
): Promise<{ columns: EventColumns; leftOut: readonly LeftOut[]; events: number; traces: number; loose: number }> {
  const feeder = createEventFeeder(settings);
  const cells = emptyCells();
  const places = placesOf(settings);
  const parts: string[] = settings.activity.map(() => '');
  const defaults = new Map<string, string>();
  let traces = 0;
  let caseId = '';
  let loose = 0;
  let events = 0;
  const walker = createXesWalker({
    onDefault: (key, value) => defaults.set(key, value),
    onTraceStart: () => {
      caseId = String(++traces);
    },
    onEventAttribute(key, value) {
      const place = places.get(key);
      if (place === undefined) return;
      const { part, slot } = place;
      // A tool that filled in the declared default has said nothing.
      if (value === '__INVALID__' || (value === 'UNKNOWN' && defaults.get(key) === value)) return;
      if (part >= 0 && parts[part] === '') parts[part] = value;
      if (slot !== null && cells[slot] === '') cells[slot] = value;
    },
    onEventEnd(line) {
      events++;
      cells.caseId = caseId;
      cells.activity =
        parts.length === 1 ? (parts[0] as string) : parts.filter((part) => part.trim() !== '').join(' / ');
      feeder.feed(cells, line);
      clearCells(cells);
      parts.fill('');
    },
    onLooseEvent: () => {
      loose++;
    },
  });
  for await (const block of byteBlocks(source, options)) {
    walker.push(block);
    options.onRows?.(events);
  }
  walker.end();
  options.onRows?.(events);
  return { ...feeder.finish(), events, traces, loose };
}

/** Where the value of each key goes that matters: a part of the activity, a cell of the event, or both. */
function placesOf({ roles, activity }: EventSettings): Map<string, { part: number; slot: keyof EventCells | null }> {
  const slots: [string | undefined, keyof EventCells][] = [
    [roles.time, 'time'],
    [roles.end, 'end'],
    [roles.phase, 'phase'],
    [roles.instance, 'instance'],
    [roles.resource, 'resource'],
    [roles.department, 'department'],
    [roles.channel, 'channel'],
    [roles.device, 'device'],
  ];
  const keys = [...activity, ...slots.flatMap(([key]) => key ?? [])];
  return new Map(
    keys.map((key) => [key, { part: activity.indexOf(key), slot: slots.find(([own]) => own === key)?.[1] ?? null }]),
  );
}
