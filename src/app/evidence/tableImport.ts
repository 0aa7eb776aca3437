import type { TFunction } from 'i18next';
import type { Figures } from '../../commands/dataImports.ts';
import type { RowFile } from '../../exchange/data/dataApi.ts';
import type { PieceProblem, ReadPiece } from '../../exchange/data/readPieces.ts';
import type { Documents, MapTables } from '../../model/tables.ts';
import { accountOf } from '../dataImport/plans.ts';

/** Imports that brought the evidence of this very table. */
export function evidenceImportsOf(map: MapTables, { file }: RowFile): string[] {
  if (file.hash === null) return [];
  return Object.values(map.dataImports).flatMap(({ id, kind, hash }) =>
    kind === 'evidence' && hash === file.hash ? id : [],
  );
}

/** The documents as they are once what these imports brought has gone. */
export function withoutImports(documents: Documents, imports: readonly string[]): Documents {
  if (imports.length === 0) return documents;
  const kept = Object.entries(documents.map.evidence).filter(([, { importId }]) => !imports.includes(importId ?? ''));
  return { ...documents, map: { ...documents.map, evidence: Object.fromEntries(kept) } };
}

/** What of a table was left out, in words: why, how often, and the first line. */
export function leftOutOf(problems: readonly PieceProblem[], rows: RowFile, t: TFunction): string[] {
  const kinds = new Map<PieceProblem['what'], { count: number; line: number }>();
  for (const { what, line } of problems) kinds.set(what, { line, ...kinds.get(what), count: countOf(kinds, what) + 1 });
  return [
    ...[...kinds].map(([what, params]) => t(`evidenceTable.leftOut.${what}`, params)),
    ...(rows.tooMany > 0 ? [t('evidenceTable.tooMany', { count: rows.tooMany })] : []),
    ...(rows.counts.totals > 0 ? [t('evidenceTable.totals', { count: rows.counts.totals })] : []),
  ];
}

const countOf = (kinds: ReadonlyMap<string, { count: number }>, what: string) => kinds.get(what)?.count ?? 0;

/** The pieces of a table and the account of it that is kept. `now` is an ISO 8601 instant. */
export function figuresOf(
  pieces: readonly ReadPiece[],
  rows: RowFile,
  leftOut: readonly string[],
  now: string,
): Figures {
  return {
    source: accountOf('evidence', rows.file, pieces.length, leftOut, now),
    series: [],
    links: [],
    evidence: pieces.map(({ fields, places }) => ({ fields, places })),
  };
}
