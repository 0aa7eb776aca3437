import type { Inspection } from '../../exchange/data/dataApi.ts';
import { looksLikeEvidence } from '../../exchange/data/evidenceTable.ts';

/** True for a table of quotes and the like, which belongs to the evidence of a map. Answers to a survey and logs are none. */
export function isEvidence(seen: Inspection): boolean {
  if (seen.format !== 'table') return false;
  const { kind, sure } = seen.kind;
  return !(sure && (kind === 'survey' || kind === 'events')) && looksLikeEvidence(seen.table);
}
