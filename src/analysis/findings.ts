import type { Dismissal } from '../model/records/dismissal.ts';
import type { Documents } from '../model/tables.ts';
import { createFinder } from './findRules.ts';
import { allHandoffs } from './handoffs.ts';
import { conversionDrop } from './rules/conversionRules.ts';
import {
  deadEnd,
  selfServiceNotOffered,
  stageWithoutTouchpoint,
  touchpointWithoutChannel,
  wayBackMissing,
} from './rules/coverageRules.ts';
import { severeOnAssumption } from './rules/evidenceRules.ts';
import { type Ground, groundOf, type Hit, type Rule } from './rules/ground.ts';
import { deviceMismatch, dipOnHandoff, hiddenHandoff } from './rules/handoverRules.ts';
import { kpiTooOld, momentOfTruthUnmeasured, tooFewMeasured } from './rules/kpiRules.ts';
import { noOwner, ownerGoesAndReturns } from './rules/ownerRules.ts';
import { promiseWithoutFollowUp, silentStretch } from './rules/waitingRules.ts';

/** Every rule by its name, in the order in which findings are listed. */
const rules = {
  hiddenHandoff,
  silentStretch,
  promiseWithoutFollowUp,
  noOwner,
  ownerGoesAndReturns,
  stageWithoutTouchpoint,
  touchpointWithoutChannel,
  dipOnHandoff,
  deviceMismatch,
  deadEnd,
  wayBackMissing,
  selfServiceNotOffered,
  severeOnAssumption,
  momentOfTruthUnmeasured,
  conversionDrop,
  kpiTooOld,
  tooFewMeasured,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
export const ruleNames = Object.keys(rules) as readonly RuleName[];

/** What a rule found. A rule finds at most one thing at a place. */
export interface Finding extends Hit {
  readonly rule: RuleName;
  /** "Not a gap, because ...", where somebody has said so. */
  readonly dismissed: Dismissal | null;
}

/** What all rules find on a map, dismissed or not: rule by rule, each in reading order. Figures age against `today` (`YYYY-MM-DD`). */
export function findAll(docs: Documents, today: string | null = null): readonly Finding[] {
  return createFindings()(groundOf(docs, allHandoffs(docs.map), today));
}

/** Runs all rules on the ground of one map, and after a change of it only where they see something else. */
export function createFindings(): (ground: Ground) => readonly Finding[] {
  return createFinder(rules) as (ground: Ground) => readonly Finding[];
}
