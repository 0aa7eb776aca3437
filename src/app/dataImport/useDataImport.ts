import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Inspection, Progress } from '../../exchange/data/dataApi.ts';
import { createDataClient } from '../../exchange/data/dataClient.ts';
import { Cancelled, DataError } from '../../exchange/data/dataError.ts';
import type { RowsKind } from '../../exchange/data/guessKind.ts';
import type { TableSettings } from '../../exchange/data/inspectTable.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import { findProfile, fittingProfile } from './findProfile.ts';
import { applyProfile, fitsProfile, type Matching, newToProfile, noMatching } from './profile.ts';
import { columnsOf, missingFor, type ReadFile, type Reading, readingAt } from './reading.ts';

/** A file as it was understood, with what the user has changed. */
export interface Understood {
  readonly file: File;
  readonly seen: Inspection;
  readonly overrides: Partial<TableSettings>;
  readonly reading: Reading;
  readonly matching: Matching;
  readonly profile: MatchProfile | null;
}

type Page = 'choose' | 'understood' | 'read';

export interface DataImportState {
  readonly page: Page;
  readonly understood: Understood | null;
  readonly read: ReadFile | null;
  /** What the worker is at; null while it rests. */
  readonly busy: { readonly file: File; readonly progress: Progress | null } | null;
  readonly problem: unknown;
  /** What was to be changed about the table when the problem came up: nothing of it was taken. */
  readonly refused: Partial<TableSettings>;
  /** The file that was asked for last, be it read or not. */
  readonly file: File | null;
  /** A profile fitted a file that was just opened, so that nothing has to be asked. */
  readonly known: boolean;
}

/** Times without a zone were written down here, unless somebody says otherwise. */
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/**
 * The course of an import: a file is looked at, understood, read. Each step can be stopped, and gone back to. `titles` are
 * those of the touchpoints of the open map.
 */
export function useDataImport(start: File | null, profiles: readonly MatchProfile[], titles: readonly string[]) {
  const [state, setState] = useState<DataImportState>({
    page: 'choose',
    understood: null,
    read: null,
    busy: null,
    problem: null,
    refused: {},
    file: null,
    known: false,
  });
  const client = useMemo(() => createDataClient(), []);
  const control = useRef<AbortController | null>(null);
  const known = useRef(profiles);
  known.current = profiles;
  const places = useRef(titles);
  places.current = titles;

  /** Runs one piece of work in the worker; the one before it is stopped. */
  const attempt = useCallback(
    async (
      file: File,
      work: (signal: AbortSignal) => Promise<Partial<DataImportState>>,
      refused: Partial<TableSettings> = {},
    ) => {
      control.current?.abort();
      const own = new AbortController();
      control.current = own;
      setState((before) => ({ ...before, file, busy: { file, progress: null }, problem: null, refused, known: false }));
      try {
        const next = await work(own.signal);
        // In slices: a page of a large file has much to draw.
        if (control.current === own) startTransition(() => setState((before) => ({ ...before, ...next, busy: null })));
      } catch (problem) {
        if (control.current !== own) return;
        setState((before) => ({ ...before, busy: null, problem: problem instanceof Cancelled ? null : problem }));
      }
    },
    [],
  );

  const readNow = useCallback(
    async ({ file, seen, reading, matching: { apart } }: Understood, signal: AbortSignal): Promise<ReadFile> => {
      const onProgress = (progress: Progress) =>
        setState((before) => (before.busy === null ? before : { ...before, busy: { file, progress } }));
      const options = { signal, onProgress };
      const { kind, settings } = reading;
      if (seen.format === 'xes') {
        if (kind !== 'events') throw new Error('An XES file holds events.');
        return { kind, data: await client.count(file, { format: 'xes', settings, apart }, options) };
      }
      const { table } = seen;
      if (kind === 'events')
        return { kind, data: await client.count(file, { format: 'table', table, settings, apart }, options) };
      if (kind === 'survey') return { kind, data: await client.survey(file, { table, settings }, options) };
      return { kind, data: await client.metrics(file, { table, settings }, options) };
    },
    [client],
  );

  /** Looks at a file. One that a profile fits is read at once where there is nothing to ask. */
  const open = useCallback(
    (file: File) =>
      attempt(file, async (signal) => {
        const fresh = await client.inspect(file, ownZone(), {}, { signal });
        const plain: Understood = {
          ...{ file, seen: fresh, overrides: {}, matching: noMatching, profile: null },
          reading: readingAt(places.current, fresh),
        };
        const fitting = await findProfile(fresh, known.current, (overrides) =>
          client.inspect(file, ownZone(), overrides, { signal }),
        );
        if (signal.aborted) throw new Cancelled();
        const found = fitting && { file, ...fitting, ...applyProfile(fitting.profile, fitting.seen) };
        if (found === null || !asksNothing(found, known.current))
          return { page: 'understood', understood: found ?? plain, read: null };
        try {
          return { page: 'read', understood: found, read: await readNow(found, signal), known: true };
        } catch (problem) {
          // What a profile does not know may have to be said before all rows can be read.
          if (!(problem instanceof DataError)) throw problem;
          return { page: 'understood', understood: found, read: null, problem };
        }
      }),
    [attempt, client, readNow],
  );

  const change = useCallback(
    (next: Partial<Understood>) =>
      setState((before) => ({
        ...before,
        problem: null,
        understood: before.understood && { ...before.understood, ...next },
      })),
    [],
  );

  /** Looks at the file again with some other settings of the table; the kind of rows stays. */
  const inspectAgain = useCallback(
    (understood: Understood, change: Partial<TableSettings>) => {
      const overrides = { ...understood.overrides, ...change };
      const look = async (signal: AbortSignal) => {
        const seen = await client.inspect(understood.file, ownZone(), overrides, { signal });
        const names = (of: Inspection) => JSON.stringify(columnsOf(of).map(({ name, kind }) => [name, kind]));
        const same = names(seen) === names(understood.seen);
        if (same) return { understood: { ...understood, seen, overrides } };
        // Another table may have a profile of its own: saved under the name of this one it would take its place.
        const { profile: before } = understood;
        const profile = before !== null && fitsProfile(before, seen) ? before : fittingProfile(known.current, seen);
        const read =
          profile === null
            ? { reading: readingAt(places.current, seen, understood.reading.kind) }
            : applyProfile(profile, seen);
        return { understood: { ...understood, ...read, seen, overrides, profile } };
      };
      return attempt(understood.file, look, change);
    },
    [attempt, client],
  );

  const setKind = useCallback(
    (kind: RowsKind) =>
      setState((before) => {
        const { understood } = before;
        if (understood === null) return before;
        return {
          ...before,
          problem: null,
          understood: { ...understood, reading: readingAt(places.current, understood.seen, kind) },
        };
      }),
    [],
  );

  const read = useCallback(
    (understood: Understood) =>
      attempt(understood.file, async (signal) => ({
        ...{ page: 'read', understood },
        read: await readNow(understood, signal),
      })),
    [attempt, readNow],
  );

  const goTo = useCallback((page: Page) => {
    control.current?.abort();
    setState((before) => ({ ...before, page, busy: null, problem: null, known: false }));
  }, []);
  const cancel = useCallback(() => {
    control.current?.abort();
    setState((before) => ({ ...before, busy: null }));
  }, []);

  useEffect(() => {
    if (start !== null) void open(start);
    return () => control.current?.abort();
  }, [start, open]);

  return { state, open, change, inspectAgain, setKind, read, goTo, cancel };
}

/** True for a file of which a profile knows everything there is to know before it is read. */
function asksNothing({ seen, reading, profile }: Understood, profiles: readonly MatchProfile[]): boolean {
  if (profile === null || missingFor(seen, reading).length > 0) return false;
  const { columns, otherTables } = newToProfile(profile, seen, profiles);
  return columns.length === 0 && otherTables === 0;
}

export type DataImport = ReturnType<typeof useDataImport>;
