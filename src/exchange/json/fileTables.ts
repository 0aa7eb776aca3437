import type { MadeIdTable } from '../../model/identity.ts';
import type { NoteCode } from '../noteText.ts';

/** Of tables whose ids are made: the fields that have to name a record of the file, and what is said where one does not. */
export const madeIdTables: {
  readonly [T in MadeIdTable]: { readonly refs: readonly string[]; readonly note: NoteCode };
} = {
  mapPersonas: { refs: ['personaId'], note: 'personaDropped' },
  links: { refs: ['from', 'to'], note: 'linkDropped' },
  sentiments: { refs: ['touchpointId', 'personaId'], note: 'sentimentDropped' },
  verdicts: { refs: ['from', 'to'], note: 'verdictDropped' },
  pastVerdicts: { refs: ['from', 'to'], note: 'verdictDropped' },
  memberships: { refs: ['recordId', 'personaId'], note: 'membershipDropped' },
  dismissals: { refs: ['placeId', 'toId'], note: 'dismissalDropped' },
  ties: { refs: ['opportunityId', 'placeId', 'toId'], note: 'tieDropped' },
  series: { refs: ['kpiId', 'placeId', 'toId', 'personaId'], note: 'seriesDropped' },
  citations: { refs: ['evidenceId', 'placeId', 'toId'], note: 'citationDropped' },
  walkSteps: { refs: ['walkId', 'touchpointId'], note: 'walkStepDropped' },
};

/** Fields that name another record and may be null. */
export const mayBeNull: ReadonlySet<string> = new Set(['toId', 'promiseKeptAt', 'importId']);

/** Tables in which `personaId` may say `everyone`. */
export const forEveryone: ReadonlySet<string> = new Set(['sentiments', 'series']);

/** Fields that may be null in some tables only. */
export const mayBeNullIn: Readonly<Record<string, readonly string[]>> = {
  personaId: ['evidence', 'walks'],
  kpiId: ['lanes'],
};
