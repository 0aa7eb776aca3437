import type { DocKind } from '../../model/tables.ts';
import type { RecordRow } from '../database.ts';

/**
 * Brings the rows of one document from schema `to - 1` to `to`. Pure. It gets every row, those of unknown tables too,
 * and returns every row that shall remain; what it cannot read it passes on. Rows are as old code wrote them: unparsed.
 */
export interface Migration {
  readonly to: number;
  migrate(kind: DocKind, rows: readonly RecordRow[]): RecordRow[];
}
