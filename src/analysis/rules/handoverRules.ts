import { EVERYONE } from '../../model/records/sentiment.ts';
import { whoGoes } from '../audience.ts';
import { feelingAt } from '../feelings.ts';
import { touchpointRule, wayRule } from './ground.ts';

/** How far feelings have to fall over a handoff to be called a dip, on the scale from -2 to +2. */
const DIP = 1;

/** Two channels in one touchpoint: the customer changes over inside it, where nobody sees it. */
export const hiddenHandoff = touchpointRule(
  ({ channels }) => (channels.length >= 2 ? { count: channels.length } : null),
  'split',
);

/**
 * Somebody feels worse after a handoff than before it: the persona who falls furthest, with its values at both ends.
 * Where both are everyone's it is `everyone`.
 */
export const dipOnHandoff = wayRule((way, { feelings, members, personaIds }) => {
  if (way.state === 'none') return null;
  const before = feelings.get(way.from);
  const after = feelings.get(way.to);
  if (before === undefined || after === undefined) return null;
  let worst: { persona: string; from: number; to: number } | null = null;
  const travellers = personaIds.length === 0 ? [EVERYONE] : whoGoes(members, { ...way, id: way.linkId }, personaIds);
  for (const persona of travellers) {
    const from = feelingAt(feelings, way.from, persona);
    const to = feelingAt(feelings, way.to, persona);
    if (from === null || to === null || from - to < DIP) continue;
    if (worst !== null && from - to <= worst.from - worst.to) continue;
    worst = { persona: before.has(persona) || after.has(persona) ? persona : EVERYONE, from, to };
  }
  return worst;
});

/**
 * The channel stays, the device does not: the customer has to change device inside one channel. "No device" is a device
 * like any other here.
 */
export const deviceMismatch = wayRule(({ from, to, changes }, { map }) => {
  if (changes.device !== 'handoff' || changes.channel === 'handoff' || changes.channel === 'notSet') return null;
  const source = map.touchpoints[from];
  const target = map.touchpoints[to];
  const channel = source?.channels.find((id) => target?.channels.includes(id)) ?? '';
  return { channel, from: source?.devices[0] ?? '', to: target?.devices[0] ?? '' };
});
