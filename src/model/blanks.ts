import type { Evidence } from './records/evidence.ts';
import type { Kpi } from './records/kpi.ts';
import type { LibraryEntry } from './records/libraryEntry.ts';
import type { Link } from './records/link.ts';
import { defaultKindWeights, type MapRecord } from './records/map.ts';
import type { Opportunity } from './records/opportunity.ts';
import { type Persona, personaFacts } from './records/persona.ts';
import type { Touchpoint } from './records/touchpoint.ts';
import type { Verdict } from './records/verdict.ts';
import type { Walk, WalkStep } from './records/walk.ts';

/** What a new record holds until somebody says otherwise: every field but those that give it its identity and place. */

export const blankMap: Omit<MapRecord, 'id' | 'createdAt' | 'extra'> = {
  name: '',
  state: 'current',
  scenario: '',
  kindWeights: defaultKindWeights,
  sentimentScale: null,
};

export const blankTouchpoint: Omit<Touchpoint, 'id' | 'order' | 'stepId' | 'extra'> = {
  title: '',
  description: '',
  channels: [],
  devices: [],
  departments: [],
  when: null,
  presence: null,
  selfService: null,
  humanCanStepIn: null,
  importance: null,
  momentOfTruth: false,
  owner: '',
  objections: '',
  tags: [],
  ending: null,
  selfServiceWanted: null,
  promise: '',
  promiseKeptAt: null,
  webLinks: [],
};

export const blankLink: Omit<Link, 'id' | 'from' | 'to' | 'extra'> = {
  label: '',
  waitHours: null,
  waitTargetHours: null,
  share: null,
};

export const blankVerdict: Omit<Verdict, 'id' | 'from' | 'to' | 'state' | 'basis' | 'judgedAt' | 'extra'> = {
  severity: null,
  customerKnown: 'unknown',
  dataTravels: 'unknown',
  nextStepTold: 'unknown',
  oneOwner: 'unknown',
  waitInTarget: 'unknown',
  cause: '',
  owner: '',
  note: '',
  status: 'open',
  statusAt: null,
  customers: null,
  shareLost: null,
  customerValue: null,
  mendingCost: null,
  mendingReturn: null,
};

export const blankEntry: Omit<LibraryEntry, 'id' | 'order' | 'name' | 'extra'> = {
  icon: 'none',
  color: 'grey',
  archived: false,
  mergedInto: null,
};

export const blankPersona: Omit<Persona, 'id' | 'order' | 'name' | 'extra'> = {
  color: 'blue',
  shape: 'circle',
  archived: false,
  ...(Object.fromEntries(personaFacts.map((fact) => [fact, ''])) as Record<(typeof personaFacts)[number], string>),
  picture: null,
  checkedOn: null,
};

export const blankOpportunity: Omit<Opportunity, 'id' | 'order' | 'extra'> = {
  title: '',
  description: '',
  kind: 'quick',
  impact: null,
  effort: null,
  owner: '',
  status: 'idea',
};

export const blankKpi: Omit<Kpi, 'id' | 'order' | 'extra'> = {
  name: '',
  description: '',
  metric: 'custom',
  definition: 'none',
  unit: 'number',
  better: 'more',
  target: null,
  warnAt: null,
  badAt: null,
  rollUp: 'weightedMean',
  outcome: null,
  source: '',
  owner: '',
  archived: false,
};

export const blankEvidence: Omit<Evidence, 'id' | 'order' | 'extra'> = {
  kind: 'quote',
  text: '',
  source: '',
  date: null,
  personaId: null,
  sentiment: null,
  importId: null,
};

export const blankWalk: Omit<Walk, 'id' | 'order' | 'extra'> = {
  name: '',
  walker: '',
  personaId: null,
  startedAt: null,
  endedAt: null,
};

export const blankWalkStep: Omit<WalkStep, 'id' | 'walkId' | 'touchpointId' | 'extra'> = {
  startedAt: null,
  endedAt: null,
  expected: '',
  result: null,
  notes: '',
  photo: null,
  waitSeconds: null,
};
