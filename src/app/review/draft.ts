import type { Link } from '../../model/records/link.ts';
import { type Check, checks, type Verdict } from '../../model/records/verdict.ts';

/** What is answered about a handoff before it is judged: kept beside the document, written with the verdict. */
export type Draft = Pick<Verdict, Check | 'severity' | 'cause' | 'owner' | 'note'>;

const blank: Draft = {
  severity: null,
  customerKnown: 'unknown',
  dataTravels: 'unknown',
  nextStepTold: 'unknown',
  oneOwner: 'unknown',
  waitInTarget: 'unknown',
  cause: '',
  owner: '',
  note: '',
};

/**
 * The answers a review of a handoff starts with: those of the verdict, also of one that has to be asked for again. Before the
 * first verdict the figures of the link answer for the wait where they can.
 */
export function draftOf(
  verdict: Verdict | undefined,
  link: Pick<Link, 'waitHours' | 'waitTargetHours'> | undefined,
): Draft {
  if (verdict === undefined) {
    return { ...blank, waitInTarget: waitAnswer(link?.waitHours ?? null, link?.waitTargetHours ?? null) };
  }
  const { severity, cause, owner, note } = verdict;
  return { severity, cause, owner, note, ...answersOf(verdict) };
}

/** Only the answers to the checks. */
function answersOf(source: Pick<Verdict, Check>): Pick<Draft, Check> {
  return Object.fromEntries(checks.map((check) => [check, source[check]])) as Pick<Draft, Check>;
}

function waitAnswer(hours: number | null, target: number | null): Draft[Check] {
  return hours === null || target === null ? 'unknown' : hours <= target ? 'yes' : 'no';
}

/** The answer that follows when a check is answered by its key again and again. */
export function nextAnswer(answer: Draft[Check]): Draft[Check] {
  return answer === 'unknown' ? 'yes' : answer === 'yes' ? 'no' : 'unknown';
}

/** Answers by the id of their link, or touchpoint, as one text; see `readDrafts`. */
export function writeDrafts(drafts: ReadonlyMap<string, Draft>): string {
  return drafts.size === 0 ? '' : JSON.stringify([...drafts]);
}

/** What `writeDrafts` has written. What is no such text, or of another version, holds no answers. */
export function readDrafts(text: string): ReadonlyMap<string, Draft> {
  try {
    const entries = JSON.parse(text) as [string, Draft][];
    const isKnown = (draft: Draft) => Object.keys(blank).every((field) => Object.hasOwn(draft, field));
    return new Map(entries.filter(([, draft]) => isKnown(draft)));
  } catch {
    return new Map();
  }
}
