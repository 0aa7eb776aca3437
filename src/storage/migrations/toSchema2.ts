import type { Migration } from './migration.ts';

/**
 * What schema 2 added to records of schema 1, as it was then: this list is never changed. Profiles of personas, ends and
 * promises of touchpoints, waiting on links, checks and costs of verdicts, merging of library entries.
 */
const added: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  map: { kindWeights: { channel: 2, device: 1, department: 3 }, sentimentScale: null },
  touchpoints: { ending: null, selfServiceWanted: null, promise: '', promiseKeptAt: null },
  links: { waitHours: null, waitTargetHours: null, share: null },
  verdicts: {
    customerKnown: 'unknown',
    dataTravels: 'unknown',
    nextStepTold: 'unknown',
    oneOwner: 'unknown',
    waitInTarget: 'unknown',
    cause: '',
    owner: '',
    status: 'open',
    statusAt: null,
    customers: null,
    shareLost: null,
    customerValue: null,
    mendingCost: null,
    mendingReturn: null,
  },
  personas: {
    summary: '',
    quote: '',
    age: '',
    gender: '',
    maritalStatus: '',
    householdIncome: '',
    location: '',
    occupation: '',
    goals: '',
    worries: '',
    painPoints: '',
    vendorRelations: '',
    otherPurchases: '',
    hearsThrough: '',
    looksForAnswers: '',
    viewOfCompetitors: '',
    contentFormats: '',
    picture: null,
    checkedOn: null,
  },
  channels: { mergedInto: null },
  devices: { mergedInto: null },
  departments: { mergedInto: null },
};

export const toSchema2: Migration = {
  to: 2,
  migrate: (_kind, rows) =>
    rows.map((row) => {
      const fields = Object.hasOwn(added, row.table) ? added[row.table] : undefined;
      const { record } = row;
      if (fields === undefined || typeof record !== 'object' || record === null) return row;
      return { ...row, record: { ...fields, ...record } };
    }),
};
