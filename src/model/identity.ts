import { citationId, dismissalId, type IdKind, mapPersonaId, pairId, pastVerdictId, seriesId, tieId } from './ids.ts';
import type { LibraryTables, MapTables } from './tables.ts';

/** Tables of a map whose records have an id of their own. The ids of the others are made, see `makeIds`. */
export const ownIdTables = {
  map: 'map',
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  cards: 'card',
  opportunities: 'opportunity',
  dataImports: 'dataImport',
  evidence: 'evidence',
  matchProfiles: 'matchProfile',
  walks: 'walk',
} as const satisfies Partial<Record<keyof MapTables, IdKind>>;

export type OwnIdTable = keyof typeof ownIdTables;
export type MadeIdTable = Exclude<keyof MapTables, OwnIdTable>;

/** How the ids of the other tables are made from what their records say. Links come first: others may name them. */
export const makeIds: { readonly [T in MadeIdTable]: (record: MapTables[T][string]) => string } = {
  mapPersonas: ({ personaId }) => mapPersonaId(personaId),
  links: ({ from, to }) => pairId('link', from, to),
  sentiments: ({ touchpointId, personaId }) => pairId('sentiment', touchpointId, personaId),
  verdicts: ({ from, to }) => pairId('verdict', from, to),
  pastVerdicts: ({ from, to, judgedAt }) => pastVerdictId(from, to, judgedAt),
  memberships: ({ recordId, personaId }) => pairId('membership', recordId, personaId),
  dismissals: ({ rule, ...place }) => dismissalId(rule, place),
  ties: ({ opportunityId, ...place }) => tieId(opportunityId, place),
  series: ({ kpiId, personaId, ...place }) => seriesId(kpiId, place, personaId),
  citations: ({ evidenceId, ...place }) => citationId(evidenceId, place),
  walkSteps: ({ walkId, touchpointId }) => pairId('walkStep', walkId, touchpointId),
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
  kpiId: ['kpis'],
  evidenceId: ['evidence'],
  walkId: ['walks'],
  importId: ['dataImports', 'walks'],
  placeId: ['touchpoints', 'stages', 'steps', 'map'],
  toId: ['touchpoints'],
  promiseKeptAt: ['touchpoints'],
  from: ['touchpoints'],
  to: ['touchpoints'],
  channels: ['channels'],
  devices: ['devices'],
  departments: ['departments'],
};

/** Lists within records whose items hold `references` too. */
export const referringItems: Readonly<Record<string, keyof typeof references>> = {
  points: 'importId',
  brought: 'importId',
  rules: 'touchpointId',
};
