import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { whoGoes } from '../audience.ts';
import type { Handoff } from '../handoffs.ts';
import { atTouchpoint, type Ground, type Hit, type Rule, touchpointRule } from './ground.ts';

/** Neither a person nor a department answers for it. */
export const noOwner = touchpointRule(({ owner, departments }) =>
  owner.trim() === '' && departments.length === 0 ? {} : null,
);

/**
 * Over two ways, one after the other, the owner goes from A to B and back to A; the place is the one in the middle, the
 * data its neighbours. Two owners are compared by name where both have one, else by primary department: a name and a
 * department cannot be told apart, so a team that is named at one end only is not taken for another. A way straight back to where it came from is no such
 * case: there the customer returns, and every touchpoint keeps its owner.
 */
export const ownerGoesAndReturns: Rule = (ground) => {
  const waysTo = new Map<string, Handoff[]>();
  for (const way of ground.ways) {
    const list = waysTo.get(way.to);
    if (list) list.push(way);
    else waysTo.set(way.to, [way]);
  }
  return ground.reading.touchpointIds.flatMap((id): Hit[] => {
    const data = goesAndReturns(ground, id, waysTo.get(id) ?? [], ground.waysFrom.get(id) ?? []);
    return data === null ? [] : [{ place: atTouchpoint(id), data }];
  });
};

function goesAndReturns(
  { map, members, personaIds }: Ground,
  middleId: string,
  arriving: readonly Handoff[],
  leaving: readonly Handoff[],
): Hit['data'] | null {
  const middle = map.touchpoints[middleId] as Touchpoint;
  const others = (way: Handoff, id: string) => sameOwner(map.touchpoints[id], middle) === false && way;
  const goes = arriving.filter((way) => others(way, way.from));
  if (goes.length === 0) return null;
  const returns = leaving.filter((way) => others(way, way.to));
  const walked = (a: Handoff, b: Handoff) => {
    const first = whoGoes(members, { ...a, id: a.linkId }, personaIds);
    const second = whoGoes(members, { ...b, id: b.linkId }, personaIds);
    return personaIds.length === 0 || first.some((persona) => second.includes(persona));
  };
  for (const a of goes) {
    for (const b of returns) {
      if (a.from === b.to) continue;
      if (sameOwner(map.touchpoints[a.from], map.touchpoints[b.to]) === true && walked(a, b))
        return { from: a.from, to: b.to };
    }
  }
  return null;
}

/** Null where it cannot be said. */
function sameOwner(a: Touchpoint | undefined, b: Touchpoint | undefined): boolean | null {
  if (a === undefined || b === undefined) return null;
  const [first, second] = [a.owner.trim().toLocaleLowerCase(), b.owner.trim().toLocaleLowerCase()];
  if (first !== '' && second !== '') return first === second;
  if (a.departments.length === 0 || b.departments.length === 0) return null;
  return a.departments[0] === b.departments[0];
}
