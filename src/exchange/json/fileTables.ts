import type { IdKind } from '../../model/ids.ts';
import type { LibraryTables, MapTables } from '../../model/tables.ts';

/** Tables of a map whose records have an id of their own. Those that stand for a pair are in `pairTables`. */
export const ownIdTables = {
  map: 'map',
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  cards: 'card',
} as const satisfies Partial<Record<keyof MapTables, IdKind>>;

/** Tables of a map whose ids are made from what their records refer to, and the note for one that refers to nothing. */
export const pairTables = {
  mapPersonas: { refs: ['personaId'], note: 'personaDropped' },
  links: { refs: ['from', 'to'], note: 'linkDropped' },
  sentiments: { refs: ['touchpointId', 'personaId'], note: 'sentimentDropped' },
  verdicts: { refs: ['from', 'to'], note: 'verdictDropped' },
} as const satisfies Record<
  Exclude<keyof MapTables, keyof typeof ownIdTables>,
  { refs: readonly string[]; note: string }
>;

export type OwnIdTable = keyof typeof ownIdTables;
export type PairTable = keyof typeof pairTables;

/** Fields that hold the id of another record, or a list of such ids, and the table it is in. */
export const references: Readonly<Record<string, keyof MapTables | keyof LibraryTables>> = {
  stageId: 'stages',
  stepId: 'steps',
  laneId: 'lanes',
  touchpointId: 'touchpoints',
  personaId: 'personas',
  from: 'touchpoints',
  to: 'touchpoints',
  channels: 'channels',
  devices: 'devices',
  departments: 'departments',
};
