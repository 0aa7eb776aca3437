import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { whoGoes } from '../audience.ts';
import type { Lead } from '../leads.ts';
import { atTouchpoint, type Data, type Ground, type Hit, type MapRule, type TouchpointRule } from './ground.ts';

/** Neither a person nor a department answers for it. */
export const noOwner: TouchpointRule = {
  at: 'touchpoint',
  look: ({ owner, departments }) => (owner.trim() === '' && departments.length === 0 ? {} : null),
};

/** Who answers for a touchpoint: a name without regard to case, and the primary department; either may be empty. */
interface Owner {
  readonly name: string;
  readonly departmentId: string;
}

/**
 * Over two ways, one after the other, the owner goes from A to B and back to A; the place is the one in the middle, the
 * data its neighbours. Two owners are compared by name where both have one, else by primary department: a name and a
 * department cannot be told apart, so a team that is named at one end only is not taken for another. A way straight back
 * to where it came from is no such case: there the customer returns, and every touchpoint keeps its owner.
 */
export const ownerGoesAndReturns: MapRule = {
  at: 'map',
  reads: ({ aspects, leads, members, personaIds, reading }) => [aspects.answered, leads, members, personaIds, reading],
  find(ground) {
    const { map, reading, leads } = ground;
    const owners = new Map(reading.touchpointIds.map((id) => [id, ownerOf(map.touchpoints[id] as Touchpoint)]));
    return reading.touchpointIds.flatMap((id): Hit[] => {
      const [arriving, leaving] = [leads.to.get(id), leads.from.get(id)];
      if (arriving === undefined || leaving === undefined) return [];
      const data = goesAndReturns(ground, owners, owners.get(id), arriving, leaving);
      return data === null ? [] : [{ place: atTouchpoint(id), data }];
    });
  },
};

function ownerOf({ owner, departments }: Touchpoint): Owner {
  return { name: owner === '' ? '' : owner.trim().toLocaleLowerCase(), departmentId: departments[0] ?? '' };
}

function goesAndReturns(
  { members, personaIds }: Ground,
  owners: ReadonlyMap<string, Owner>,
  middle: Owner | undefined,
  arriving: readonly Lead[],
  leaving: readonly Lead[],
): Data | null {
  const walked = (a: Lead, b: Lead) => {
    if (personaIds.length === 0) return true;
    const second = whoGoes(members, b, personaIds);
    return whoGoes(members, a, personaIds).some((persona) => second.includes(persona));
  };
  for (const a of arriving) {
    const first = owners.get(a.from);
    if (isSameOwner(first, middle) !== false) continue;
    for (const b of leaving) {
      if (a.from === b.to || isSameOwner(owners.get(b.to), middle) !== false) continue;
      if (isSameOwner(first, owners.get(b.to)) === true && walked(a, b)) return { from: a.from, to: b.to };
    }
  }
  return null;
}

/** Null where it cannot be said. */
function isSameOwner(a: Owner | undefined, b: Owner | undefined): boolean | null {
  if (a === undefined || b === undefined) return null;
  if (a.name !== '' && b.name !== '') return a.name === b.name;
  return a.departmentId === '' || b.departmentId === '' ? null : a.departmentId === b.departmentId;
}
