import { nameKey } from '../../model/nameKey.ts';
import { fieldsOfDefinition } from '../../model/readyKpis.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { bareValues, isAllSigned, type KpiCounts, type KpiValues } from './guessKpi.ts';
import {
  countsOf,
  factorFor,
  isStill,
  isWrittenOtherwise,
  type KpiPick,
  MEAN_CSAT,
  pickOf,
  readyKpi,
} from './kpiPicks.ts';
import { kpiNamed } from './putFigures.ts';

const fieldNames: readonly (readonly [Kpi['metric'], RegExp])[] = [
  ['bounceRate', /bounce|показатель отказов|跳出率/i],
  ['checkoutAbandonment', /check.?out abandon(?:ment)?|abandon/i],
  ['conversion', /conversion|key event rate|конверси|转化率/i],
  ['scrollRate', /scroll/i],
  ['clickThrough', /click.?through|^ctr$|点击率/i],
  ['nps', /\bnps\b|net promoter|promoter score/i],
  [
    'csat',
    /\bcsat\b|(?<!dis|in)satisfa(?:ction|cci|ç)|(?<!un)zufriedenheit|(?<!не)удовлетвор[её]нн|(?<!不)满意|(?<!ไม่)พึงพอใจ/i,
  ],
  ['ces', /\bces\b|effort score/i],
  ['churn', /churn|отток|流失/i],
  ['lifetimeValue', /lifetime value|\bclv\b|\bltv\b/i],
  ['timeToAnswer', /time to (?:answer|respond)|(?:first )?response time/i],
  ['supportContacts', /support (?:contacts|tickets|calls)|contacts to support/i],
  ['onboardingEase', /onboarding/i],
  ['referrals', /referral/i],
  ['revenue', /revenue|выручка|营收|รายได้/i],
];
/** What says how many answers there were: no value of the KPI beside whose name it stands, unless that one counts. */
const countWords =
  /(?<![\p{L}\p{M}])(?:responses?|respondents|answers|count|sample(?: size)?|base|n)[^\p{L}\p{M}\p{N}]*$|^(?:n|number)(?![\p{L}\p{M}])|anzahl|antworten|réponses|respuestas|ответ(?:ы|ов)|респондент|回答数|样本/iu;
/** What says how much it should be. */
const targetWords =
  /\b(?:targets?|goal|benchmark|threshold)\W*$|^target\b|zielwert|\bziel\b|\bsoll\b|objectif|objetivo|цель|目标/i;
/** The KPI of another time, or how it changed. */
const otherWords =
  /\b(?:previous|prior|last (?:year|month|week|period|quarter)|change|delta|difference)\b|vorjahr|vormonat/i;
/** What may stand behind the name of a KPI and says no more. */
const rateEnd = /[\s(]+(?:rates?|scores?|in %|%)[)\s]*$/i;
/** Names that stand for all of a kind. */
const wholeWords = /^(?:total|overall|all|gesamt|insgesamt)\b/i;
/** Unknown KPIs that are taken unasked: a report has many columns, a map few KPIs. */
const UNASKED = 4;

interface Guess {
  /** Null where it is none of the field or the library, though it is counted like the one it is named after. */
  readonly kpi: string | null;
  /** How a KPI of its own counts that is of the same kind; absent where it is of another. */
  readonly counts?: KpiCounts;
  /** How well a name fits the KPI: the lower, the better. */
  readonly rank: number;
  /** It says on how many answers that KPI rests or what it should be. */
  readonly isAside: boolean;
}

/**
 * What each KPI name of a file seems to be: first by name in the library, then by the field's definitions. One name alone
 * has a KPI, the one that fits it best; the others have KPIs of their own names, and how many there were or should be is
 * left out.
 */
export function guessPicks(values: ReadonlyMap<string, KpiValues>, library: LibraryTables): Map<string, KpiPick> {
  const guesses = new Map([...values].map(([name, own]) => [name, guessOf(name, own, library)]));
  const first = new Map<string, { readonly name: string; readonly rank: number }>();
  for (const [name, guess] of guesses) {
    if (guess === null || guess.kpi === null || guess.isAside || guess.rank >= (first.get(guess.kpi)?.rank ?? 9))
      continue;
    first.set(guess.kpi, { name, rank: guess.rank });
  }
  let unknown = 0;
  return new Map(
    [...values].map(([name, own]): [string, KpiPick] => {
      const guess = guesses.get(name) ?? null;
      const taken = first.get(guess?.kpi ?? '')?.name;
      if (guess !== null && guess.kpi !== null && (taken === name || guess.rank === 0))
        return [name, pickOf(guess.kpi, name, own, library)];
      if (taken !== undefined && guess?.isAside) return [name, pickOf('none', name, own, library)];
      unknown++;
      if (unknown > UNASKED) return [name, pickOf('none', name, own, library)];
      return [name, ownPick(name, own, guess?.isAside ? undefined : guess?.counts, library)];
    }),
  );
}

function guessOf(name: string, own: KpiValues, library: LibraryTables): Guess | null {
  const told = satisfactionOf(own);
  const isOther = ({ metric, definition }: Kpi) =>
    metric === 'csat' && told !== null && definition !== 'none' && (definition === 'mean') !== (told === 'mean');
  const same = kpiNamed(library.kpis, name);
  if (same !== undefined && !isOther(same)) return { kpi: same.id, rank: 0, isAside: false };
  const text = name.replaceAll('_', ' ').trim();
  const found = fieldNames.find(([, pattern]) => pattern.test(text));
  if (found === undefined) return null;
  const [metric, pattern] = found;
  const isMean = metric === 'csat' && told === 'mean';
  const { unit, rollUp, better } = { ...readyKpi(metric), ...(isMean ? fieldsOfDefinition('mean') : {}) };
  const isAside = targetWords.test(text) || (rollUp !== 'sum' && countWords.test(text));
  if (!isAside && unit === 'percent' && isCount(text, own)) return null;
  const counts = { unit, rollUp, better };
  if (otherWords.test(text)) return { kpi: null, counts, rank: 9, isAside };
  const part = pattern.exec(text)?.[0];
  const rank = part === text || part === text.replace(rateEnd, '') ? 1 : wholeWords.test(text) ? 2 : 3;
  const kept = Object.values(library.kpis).find((kpi) => kpi.metric === metric && !kpi.archived && !isOther(kpi));
  return { kpi: kept?.id ?? (isMean ? MEAN_CSAT : `field:${metric}`), counts, rank, isAside };
}

/** True for how often something happened, such as conversions and bounces, which is no share. */
function isCount(name: string, own: KpiValues): boolean {
  const bare = bareValues(own);
  return (
    bare.some((value) => value > 100) ||
    (own.signed === undefined && bare.every(Number.isInteger) && /[^s]s$/i.test(name) && !/rates$/i.test(name))
  );
}

/** A KPI under the name in the file, which counts as `counts` say, or as its name and values do. */
function ownPick(name: string, own: KpiValues, counts: KpiCounts | undefined, library: LibraryTables): KpiPick {
  if (counts === undefined || own.isTimed) return pickOf('own', name, own, library);
  return { kpi: 'own', factor: factorFor(name, bareValues(own), counts.unit), counts };
}

/** Whether figures of satisfaction are means of a scale, such as 4.2, or shares of the answers; null where they do not tell. */
function satisfactionOf({ values, signed }: KpiValues): 'mean' | 'share' | null {
  if (signed !== undefined || values.some((value) => value > 10)) return 'share';
  if (values.some((value) => value < 0)) return null;
  // As percentages all of them would be next to nothing.
  if (values.some((value) => value > 1)) return 'mean';
  return values.every(Number.isInteger) ? null : 'share';
}

/** The pick that is kept for a name, however it is written. */
export function keptPick(kept: ReadonlyMap<string, KpiPick>, name: string): KpiPick | undefined {
  return kept.get(name) ?? [...kept].find(([other]) => nameKey(other) === nameKey(name))?.[1];
}

/**
 * The picks of all names of a file, and those that are kept of others: kept ones as far as they still are the KPI that they
 * were, else guessed ones, unless a kept one has that KPI. Where values stand otherwise than before, the factor is guessed.
 */
export function picksFor(
  values: ReadonlyMap<string, KpiValues>,
  kept: ReadonlyMap<string, KpiPick>,
  library: LibraryTables,
): Map<string, KpiPick> {
  const picks = new Map([...kept].filter(([, pick]) => isStill(pick, library)));
  const own = new Map(
    [...values.keys()].flatMap((name) => {
      const pick = keptPick(picks, name);
      return pick === undefined ? [] : [[name, pick] as const];
    }),
  );
  const taken = new Set([...own.values()].map(({ kpi }) => kpi));
  for (const [name, guess] of guessPicks(values, library)) {
    const known = values.get(name) as KpiValues;
    const pick = own.get(name);
    if (pick === undefined) {
      const isTaken = guess.kpi !== 'own' && guess.kpi !== 'none' && taken.has(guess.kpi);
      const { unit, rollUp, better } = countsOf(guess, name, known, library);
      picks.set(name, isTaken ? ownPick(name, known, { unit, rollUp, better }, library) : guess);
    } else if (isAllSigned(known)) picks.set(name, { ...pick, factor: 1 });
    else
      picks.set(
        name,
        isWrittenOtherwise(pick, name, known, library)
          ? { ...pick, factor: pickOf(pick.kpi, name, known, library).factor }
          : pick,
      );
  }
  return picks;
}
