import { blankVerdict } from '../model/blanks.ts';
import { pairId, pastVerdictId } from '../model/ids.ts';
import { lenses, lensField } from '../model/lens.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { EndBasis, Verdict } from '../model/records/verdict.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { need } from './commandError.ts';
import { badField, setFields } from './setFields.ts';

/** What may be set on a verdict besides its state. */
export type VerdictFields = Omit<Verdict, 'id' | 'from' | 'to' | 'state' | 'basis' | 'judgedAt' | 'extra'>;

/**
 * Judges the handoff from one touchpoint to another, or one touchpoint (`from` is `to`), and keeps the values it was
 * judged by. What else is known of it stays. A verdict that was given on other values is kept as history. `severity` is
 * 1 to 5 set by hand, or null where it shall follow from the checks; left out it stays. `judgedAt` is an ISO 8601
 * instant, now unless given.
 */
export function judgeHandoff(
  docs: Documents,
  args: {
    from: string;
    to: string;
    state: 'smooth' | 'gap';
    severity?: number | null;
    note?: string;
    judgedAt?: string;
  },
): void {
  const { map } = docs;
  const from = need(map.touchpoints, args.from, 'touchpoint');
  const to = need(map.touchpoints, args.to, 'touchpoint');
  const id = pairId('verdict', args.from, args.to);
  const present = map.verdicts[id];
  const basis = { from: copyBasis(from), to: copyBasis(to) };
  const isSame = present !== undefined && sameBasis(present, basis);
  if (present !== undefined && !isSame) keepAsHistory(map, present);
  map.verdicts[id] = {
    ...blankVerdict,
    ...present,
    id,
    from: args.from,
    to: args.to,
    state: args.state,
    basis: isSame ? present.basis : basis,
    judgedAt: args.judgedAt ?? new Date().toISOString(),
  };
  const { severity, note } = args;
  updateVerdict(docs, {
    from: args.from,
    to: args.to,
    fields: { ...(severity !== undefined && { severity }), ...(note !== undefined && { note }) },
  });
}

/**
 * Sets what is known of a handoff or touchpoint: answers to the checks, severity by hand, cause, owner, note, status,
 * figures of its cost. One that was not judged yet becomes a gap.
 */
export function updateVerdict(
  docs: Documents,
  { from, to, fields, now }: { from: string; to: string; fields: Partial<VerdictFields>; now?: string },
): void {
  const id = pairId('verdict', from, to);
  if (docs.map.verdicts[id] === undefined) judgeHandoff(docs, { from, to, state: 'gap' });
  const verdict = need(docs.map.verdicts, id, 'verdict');
  const { status } = verdict;
  if ((fields.shareLost?.high ?? 0) > 1) throw badField('shareLost', fields.shareLost, 'a verdict');
  setFields(verdict, fields, blankVerdict, schemas.map.verdicts, 'a verdict');
  if (verdict.status !== status) verdict.statusAt = now ?? new Date().toISOString();
}

/** Takes a verdict back: the handoff is unreviewed again. What was judged before stays as history. */
export function clearVerdict({ map }: Documents, { from, to }: { from: string; to: string }): void {
  delete map.verdicts[pairId('verdict', from, to)];
}

function keepAsHistory(map: MapTables, verdict: Verdict): void {
  const { customers, shareLost, customerValue, mendingCost, mendingReturn, ...kept } = verdict;
  const id = pastVerdictId(verdict.from, verdict.to, verdict.judgedAt);
  map.pastVerdicts[id] = { ...kept, id };
}

function sameBasis(verdict: Verdict, basis: Verdict['basis']): boolean {
  return lenses.every((lens) =>
    (['from', 'to'] as const).every(
      (end) => verdict.basis[end][lensField[lens]].join() === basis[end][lensField[lens]].join(),
    ),
  );
}

function copyBasis(touchpoint: Touchpoint): EndBasis {
  return {
    channels: [...touchpoint.channels],
    devices: [...touchpoint.devices],
    departments: [...touchpoint.departments],
  };
}
