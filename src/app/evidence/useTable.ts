import { useState } from 'react';
import type { RowFile } from '../../exchange/data/dataApi.ts';
import { createDataClient } from '../../exchange/data/dataClient.ts';
import { DataError } from '../../exchange/data/dataError.ts';
import { type EvidenceSettings, guessEvidence } from '../../exchange/data/evidenceTable.ts';
import type { TableReport } from '../../exchange/data/inspectTable.ts';

/** More rows at once nobody looks through. */
const LIMIT = 5000;

export interface EvidenceTable {
  readonly report: TableReport;
  readonly rows: RowFile;
  readonly settings: EvidenceSettings;
}

/** Reads a table in a worker and keeps how its columns are understood; `problem` says why it could not be read. */
export function useTable() {
  const [table, setTable] = useState<EvidenceTable | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const read = async (file: File) => {
    setIsReading(true);
    setProblem(null);
    try {
      const client = createDataClient();
      const found = await client.inspect(file, Intl.DateTimeFormat().resolvedOptions().timeZone);
      if (found.format === 'xes') throw new DataError('noTable');
      const rows = await client.rows(file, { table: found.table, limit: LIMIT });
      setTable({ report: found.table, rows, settings: guessEvidence(found.table) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setIsReading(false);
    }
  };
  return {
    table,
    problem,
    isReading,
    read,
    change: (settings: EvidenceSettings) => setTable((before) => before && { ...before, settings }),
    forget: () => setTable(null),
  };
}
