import { EVERYONE } from '../../model/records/sentiment.ts';
import { whoGoes } from '../audience.ts';
import type { LeadRule, TouchpointRule } from './ground.ts';

/** How far feelings have to fall over a handoff to be called a dip, on the scale from -2 to +2. */
const DIP = 1;

/** Two channels in one touchpoint: the customer changes over inside it, where nobody sees it. */
export const hiddenHandoff: TouchpointRule = {
  at: 'touchpoint',
  remedy: 'split',
  look: ({ channels }) => (channels.length >= 2 ? { count: channels.length } : null),
};

const nobodyInParticular: readonly string[] = [EVERYONE];

/**
 * Somebody feels worse after a handoff than before it: the persona who falls furthest, with its values at both ends.
 * Where both are everyone's it is `everyone`.
 */
export const dipOnHandoff: LeadRule = {
  at: 'lead',
  reads: ({ members, personaIds }) => [members, personaIds],
  look({ handoff, before, after }, { members, personaIds }) {
    if (handoff.state === 'none' || before === undefined || after === undefined) return null;
    const travellers = personaIds.length === 0 ? nobodyInParticular : whoGoes(members, handoff, personaIds);
    let worst: { persona: string; from: number; to: number } | null = null;
    for (const persona of travellers) {
      const from = before.get(persona) ?? before.get(EVERYONE);
      const to = after.get(persona) ?? after.get(EVERYONE);
      if (from === undefined || to === undefined || from - to < DIP) continue;
      if (worst !== null && from - to <= worst.from - worst.to) continue;
      worst = { persona: before.has(persona) || after.has(persona) ? persona : EVERYONE, from, to };
    }
    return worst;
  },
};

/**
 * The channel stays, the device does not: the customer has to change device inside one channel. "No device" is a device
 * like any other here.
 */
export const deviceMismatch: LeadRule = {
  at: 'lead',
  reads: () => [],
  look({ handoff: { changes }, from, to }) {
    if (changes.device !== 'handoff' || changes.channel === 'handoff' || changes.channel === 'notSet') return null;
    const channel = from.channels.find((id) => to.channels.includes(id)) ?? '';
    return { channel, from: from.devices[0] ?? '', to: to.devices[0] ?? '' };
  },
};
