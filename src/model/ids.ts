import { customAlphabet } from 'nanoid';
import { z } from './zod.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const random = customAlphabet(ALPHABET, 12);

/** Two letters that say what kind of record an id names. */
export const idPrefixes = {
  map: 'mp',
  mapPersona: 'mc',
  stage: 'st',
  step: 'sp',
  lane: 'la',
  touchpoint: 'tp',
  card: 'cd',
  link: 'ln',
  sentiment: 'sn',
  verdict: 'vd',
  pastVerdict: 'pv',
  membership: 'mb',
  dismissal: 'ds',
  opportunity: 'op',
  tie: 'ti',
  kpi: 'kp',
  series: 'se',
  evidence: 'ev',
  citation: 'ct',
  dataImport: 'im',
  matchProfile: 'pf',
  walk: 'wk',
  walkStep: 'ws',
  persona: 'pe',
  channel: 'ch',
  device: 'dv',
  department: 'dp',
} as const;
export type IdKind = keyof typeof idPrefixes;

const ID_PATTERN = /^[a-z]{2}_[0-9A-Za-z_-]{1,120}$/;

/** An id: two lower-case letters, `_`, then letters, digits, `_` or `-`. Never `__proto__` or the like, so it is safe as a key. */
export const idSchema = z.string().check(z.regex(ID_PATTERN));

/** True when `value` may name a record. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

/** A new random id of one kind (71 random bits). */
export function newId(kind: IdKind): string {
  return `${idPrefixes[kind]}_${random()}`;
}

/**
 * The id of a record that stands for a pair, made from both ids, so that two tabs that record the same fact make the
 * same record. `first` and `second` are ids or the word `everyone`.
 */
export function pairId(
  kind: 'link' | 'sentiment' | 'verdict' | 'membership' | 'walkStep',
  first: string,
  second: string,
): string {
  return `${idPrefixes[kind]}_${first}-${second}`;
}

/** The id of the record that ties an opportunity to a place. */
export function tieId(opportunityId: string, { placeId, toId }: { placeId: string; toId: string | null }): string {
  return `${idPrefixes.tie}_${[opportunityId, placeId, ...(toId === null ? [] : [toId])].join('-')}`;
}

/** The id of the record that says what a piece of evidence is about. */
export function citationId(evidenceId: string, { placeId, toId }: { placeId: string; toId: string | null }): string {
  return `${idPrefixes.citation}_${[evidenceId, placeId, ...(toId === null ? [] : [toId])].join('-')}`;
}

/** The id of the measurements of a KPI at a place, of a persona or `everyone`. */
export function seriesId(
  kpiId: string,
  { placeId, toId }: { placeId: string; toId: string | null },
  personaId: string,
): string {
  return `${idPrefixes.series}_${[kpiId, placeId, ...(toId === null ? [] : [toId]), personaId].join('-')}`;
}

/** The id of the record that says what a rule found at a place is no matter. */
export function dismissalId(rule: string, { placeId, toId }: { placeId: string; toId: string | null }): string {
  return `${idPrefixes.dismissal}_${[rule, placeId, ...(toId === null ? [] : [toId])].join('-')}`;
}

/** The id under which a verdict given at an instant (ISO 8601) is kept once another has replaced it. */
export function pastVerdictId(from: string, to: string, judgedAt: string): string {
  return `${idPrefixes.pastVerdict}_${from}-${to}-${judgedAt.replace(/[^0-9]/g, '')}`;
}

/** The id of the record that says a persona takes part in a map. */
export function mapPersonaId(personaId: string): string {
  return `${idPrefixes.mapPersona}_${personaId}`;
}
