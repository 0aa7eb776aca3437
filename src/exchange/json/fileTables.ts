import { dismissalId, type IdKind, mapPersonaId, pairId, pastVerdictId, tieId } from '../../model/ids.ts';
import type { Dismissal } from '../../model/records/dismissal.ts';
import type { Membership } from '../../model/records/membership.ts';
import type { Tie } from '../../model/records/opportunity.ts';
import type { LibraryTables, MapTables } from '../../model/tables.ts';
import type { NoteCode } from '../noteText.ts';

/** Tables of a map whose records have an id of their own. The ids of the others are made, see `madeIdTables`. */
export const ownIdTables = {
  map: 'map',
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  cards: 'card',
  opportunities: 'opportunity',
} as const satisfies Partial<Record<keyof MapTables, IdKind>>;

export type OwnIdTable = keyof typeof ownIdTables;
export type MadeIdTable = Exclude<keyof MapTables, OwnIdTable>;

interface MadeIds<T> {
  /** Fields of which each has to name a record of the file. */
  readonly refs: readonly string[];
  /** What is said of a record that names none. */
  readonly note: NoteCode;
  readonly makeId: (record: T) => string;
}

/** Tables of a map whose ids are made from what their records say. Links come first: others may name them. */
export const madeIdTables: { readonly [T in MadeIdTable]: MadeIds<MapTables[T][string]> } = {
  mapPersonas: {
    refs: ['personaId'],
    note: 'personaDropped',
    makeId: ({ personaId }) => mapPersonaId(personaId),
  },
  links: { refs: ['from', 'to'], note: 'linkDropped', makeId: ({ from, to }) => pairId('link', from, to) },
  sentiments: {
    refs: ['touchpointId', 'personaId'],
    note: 'sentimentDropped',
    makeId: ({ touchpointId, personaId }) => pairId('sentiment', touchpointId, personaId),
  },
  verdicts: { refs: ['from', 'to'], note: 'verdictDropped', makeId: ({ from, to }) => pairId('verdict', from, to) },
  pastVerdicts: {
    refs: ['from', 'to'],
    note: 'verdictDropped',
    makeId: ({ from, to, judgedAt }) => pastVerdictId(from, to, judgedAt),
  },
  memberships: {
    refs: ['recordId', 'personaId'],
    note: 'membershipDropped',
    makeId: ({ recordId, personaId }: Membership) => pairId('membership', recordId, personaId),
  },
  dismissals: {
    refs: ['placeId', 'toId'],
    note: 'dismissalDropped',
    makeId: ({ rule, ...place }: Dismissal) => dismissalId(rule, place),
  },
  ties: {
    refs: ['opportunityId', 'placeId', 'toId'],
    note: 'tieDropped',
    makeId: ({ opportunityId, ...place }: Tie) => tieId(opportunityId, place),
  },
};

/** Fields that hold the id of another record, or a list of such ids, and the tables it may be in. */
export const references: Readonly<Record<string, readonly (keyof MapTables | keyof LibraryTables)[]>> = {
  stageId: ['stages'],
  stepId: ['steps'],
  laneId: ['lanes'],
  touchpointId: ['touchpoints'],
  personaId: ['personas'],
  recordId: ['touchpoints', 'links'],
  opportunityId: ['opportunities'],
  placeId: ['touchpoints', 'stages'],
  toId: ['touchpoints'],
  promiseKeptAt: ['touchpoints'],
  from: ['touchpoints'],
  to: ['touchpoints'],
  channels: ['channels'],
  devices: ['devices'],
  departments: ['departments'],
};

/** Fields of `references` that may be null. */
export const mayBeNull: ReadonlySet<string> = new Set(['toId', 'promiseKeptAt']);
