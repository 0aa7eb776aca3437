import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress, RowFile } from '../../exchange/data/dataApi.ts';
import { createDataClient } from '../../exchange/data/dataClient.ts';
import { Cancelled, DataError } from '../../exchange/data/dataError.ts';
import { type EvidenceSettings, guessEvidence } from '../../exchange/data/evidenceTable.ts';
import type { TableReport, TableSettings } from '../../exchange/data/inspectTable.ts';

/** More rows at once nobody looks through. */
const LIMIT = 5000;

export interface EvidenceTable {
  readonly file: File;
  readonly report: TableReport;
  readonly rows: RowFile;
  readonly settings: EvidenceSettings;
}

interface TableState {
  readonly table: EvidenceTable | null;
  readonly problem: unknown;
  /** What the worker is at; null while it rests. */
  readonly busy: { readonly file: File; readonly progress: Progress | null } | null;
}

const namesOf = ({ columns }: TableReport) => JSON.stringify(columns.map(({ name, kind }) => [name, kind]));

/**
 * Reads a table in a worker and keeps how it is understood: its bytes and its columns. Other settings read it again; stopped
 * or broken, it stays as it was. `start` is read at once, once.
 */
export function useTable(start: File | null, startOverrides: Partial<TableSettings>) {
  const [state, setState] = useState<TableState>({ table: null, problem: null, busy: null });
  const control = useRef<AbortController | null>(null);
  /** What was asked for and is not read yet: the next change adds to it. Null while nothing is. */
  const pending = useRef<Partial<TableSettings> | null>(null);
  /** What was said otherwise than it was guessed, when it was read last; it is known here before it is shown. */
  const settled = useRef<Partial<TableSettings>>(startOverrides);

  const read = useCallback(
    async (file: File, overrides: Partial<TableSettings> = {}, before: EvidenceTable | null = null) => {
      control.current?.abort();
      const own = new AbortController();
      control.current = own;
      pending.current = overrides;
      const { signal } = own;
      setState((last) => ({ ...last, busy: { file, progress: null }, problem: null }));
      try {
        const client = createDataClient();
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
        const found = await client.inspect(file, zone, overrides, { signal });
        if (found.format === 'xes') throw new DataError('noTable');
        const report = found.table;
        const onProgress = (progress: Progress) =>
          setState((last) => (last.busy === null ? last : { ...last, busy: { file, progress } }));
        const rows = await client.rows(file, { table: report, limit: LIMIT }, { signal, onProgress });
        if (control.current !== own) return;
        const same = before !== null && namesOf(before.report) === namesOf(report);
        const settings = same ? before.settings : guessEvidence(report);
        pending.current = null;
        settled.current = overrides;
        setState({ table: { file, report, rows, settings }, problem: null, busy: null });
      } catch (problem) {
        if (control.current !== own) return;
        pending.current = null;
        setState((last) => ({ ...last, busy: null, problem: problem instanceof Cancelled ? null : problem }));
      }
    },
    [],
  );
  const cancel = useCallback(() => {
    control.current?.abort();
    setState((last) => ({ ...last, busy: null }));
  }, []);
  const first = useRef({ start, startOverrides });
  useEffect(() => {
    const { start: file, startOverrides: overrides } = first.current;
    if (file !== null) void read(file, overrides);
    return () => control.current?.abort();
  }, [read]);

  return {
    ...state,
    read: (file: File) => read(file),
    /** Reads the same file again with other settings; what its columns hold stays where they are the same. */
    readAgain: (table: EvidenceTable, change: Partial<TableSettings>) =>
      read(table.file, { ...(pending.current ?? settled.current), ...change }, table),
    cancel,
    change: (settings: EvidenceSettings) =>
      setState((last) => ({ ...last, table: last.table && { ...last.table, settings } })),
    forget: () => setState({ table: null, problem: null, busy: null }),
  };
}
