import { pairId } from '../model/ids.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { EndBasis } from '../model/records/verdict.ts';
import type { Documents } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';

/**
 * Judges the handoff from one touchpoint to another and keeps the values it was judged by. A gap has a severity of 1 to
 * 5. `judgedAt` is an ISO 8601 instant, now unless given.
 */
export function judgeHandoff(
  { map }: Documents,
  args: {
    from: string;
    to: string;
    state: 'smooth' | 'gap';
    severity?: number | null;
    note?: string;
    judgedAt?: string;
  },
): void {
  const from = need(map.touchpoints, args.from, 'touchpoint');
  const to = need(map.touchpoints, args.to, 'touchpoint');
  if (args.from === args.to) throw new CommandError('selfLink', {}, 'A handoff needs two touchpoints.');
  const severity = args.state === 'gap' ? (args.severity ?? 3) : null;
  if (severity !== null && !(Number.isInteger(severity) && severity >= 1 && severity <= 5)) {
    throw new CommandError(
      'badValue',
      { field: 'severity' },
      `The severity of a gap is a whole number from 1 to 5; ${severity} is not.`,
    );
  }
  const id = pairId('verdict', args.from, args.to);
  map.verdicts[id] = {
    id,
    from: args.from,
    to: args.to,
    state: args.state,
    severity,
    note: args.note ?? map.verdicts[id]?.note ?? '',
    basis: { from: copyBasis(from), to: copyBasis(to) },
    judgedAt: args.judgedAt ?? new Date().toISOString(),
  };
}

/** Sets the note of a verdict; what it was judged by stays. */
export function noteVerdict({ map }: Documents, { from, to, note }: { from: string; to: string; note: string }): void {
  need(map.verdicts, pairId('verdict', from, to), 'verdict').note = note;
}

/** Takes a verdict back: the handoff is unreviewed again. */
export function clearVerdict({ map }: Documents, { from, to }: { from: string; to: string }): void {
  delete map.verdicts[pairId('verdict', from, to)];
}

function copyBasis(touchpoint: Touchpoint): EndBasis {
  return {
    channels: [...touchpoint.channels],
    devices: [...touchpoint.devices],
    departments: [...touchpoint.departments],
  };
}
