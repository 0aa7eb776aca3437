import { sameValue } from '../model/patch.ts';
import type { Dismissal } from '../model/records/dismissal.ts';
import type { Place } from '../model/records/place.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { MapTables } from '../model/tables.ts';
import type { Lead } from './leads.ts';
import { createEntries, keepItems, keepList, remember } from './remember.ts';
import {
  atTouchpoint,
  type Data,
  type Ground,
  type Hit,
  type LeadRule,
  type MapRule,
  type Rule,
  type SeenLead,
  type TouchpointRule,
} from './rules/ground.ts';

/** A hit with its rule's name. */
interface Found extends Hit {
  readonly rule: string;
  readonly dismissed: Dismissal | null;
}

/** Rules with their names, and for each of them what it finds. */
type Named<R> = readonly (readonly [rule: string, R])[];
type FoundByRule = readonly (readonly Found[])[];

/**
 * Runs rules on the ground they are given: on all of it at first, later only where what a rule sees is another object.
 * What is found again as it was is the same object, and so is the list.
 */
export function createFinder(rules: Readonly<Record<string, Rule>>): (ground: Ground) => readonly Found[] {
  const names = Object.keys(rules);
  const named = <R extends Rule>(at: R['at']) =>
    Object.entries(rules).filter((entry): entry is [string, R] => entry[1].at === at);
  const groups = [
    { rules: named<TouchpointRule>('touchpoint'), find: atTouchpoints(named('touchpoint')) },
    { rules: named<LeadRule>('lead'), find: onLeads(named('lead')) },
    { rules: named<MapRule>('map'), find: onMap(named('map')) },
  ];
  const dismiss = createDismisser();
  let last: readonly Found[] = [];
  return (ground) => {
    const found = new Map<string, readonly Found[]>();
    for (const group of groups) {
      const lists = group.find(ground);
      for (const [index, [rule]] of group.rules.entries()) found.set(rule, lists[index] as readonly Found[]);
    }
    const all = names.flatMap((rule) => found.get(rule) as readonly Found[]);
    last = keepItems(last, dismiss(all, ground.map.dismissals));
    return last;
  };
}

/** A hit, or the one from before where it says the same. */
function found(
  rule: string,
  place: Place,
  data: Data | null,
  remedy: Hit['remedy'],
  before: Found | null,
): Found | null {
  if (data === null) return null;
  if (before !== null && sameValue(before.data, data)) return before;
  return { rule, place, data, ...(remedy && { remedy }), dismissed: null };
}

function atTouchpoints(rules: Named<TouchpointRule>): (ground: Ground) => FoundByRule {
  interface Entry {
    readonly touchpoint: Touchpoint;
    readonly found: readonly (Found | null)[];
  }
  const entriesOf = createEntries<string, Entry>((id) => id);
  const look = (touchpoint: Touchpoint, before: Entry | undefined): Entry => ({
    touchpoint,
    found: rules.map(([name, rule], index) =>
      found(name, atTouchpoint(touchpoint.id), rule.look(touchpoint), rule.remedy, before?.found[index] ?? null),
    ),
  });
  return remember(
    ({ map, reading }: Ground) => [map.touchpoints, reading],
    ({ map, reading }) => {
      const entries = entriesOf(reading.touchpointIds, (id, before) => {
        const touchpoint = map.touchpoints[id] as Touchpoint;
        return before?.touchpoint === touchpoint ? before : look(touchpoint, before);
      });
      return rules.map((_, index) => entries.flatMap((entry) => entry.found[index] ?? []));
    },
  );
}

function onLeads(rules: Named<LeadRule>): (ground: Ground) => FoundByRule {
  interface Entry {
    readonly seen: SeenLead;
    readonly found: readonly (Found | null)[];
  }
  const entriesOf = createEntries<Lead, Entry | null>(({ linkId }) => linkId);
  let reads: readonly (readonly unknown[])[] = [];
  return remember(
    (ground: Ground) => [
      ground.map.touchpoints,
      ground.map.links,
      ground.feelings,
      ground.leads,
      ground.handoffs,
      ...rules.flatMap(([, rule]) => rule.reads(ground)),
    ],
    (ground) => {
      const now = rules.map(([, rule]) => rule.reads(ground));
      const isStale = now.map((list, index) => list.some((item, at) => item !== reads[index]?.[at]));
      const anyStale = isStale.includes(true);
      const entries = entriesOf(ground.leads.all, ({ linkId }, before) => {
        const seen = see(ground, linkId, before?.seen);
        if (seen === null) return null;
        const isSame = seen === before?.seen;
        if (isSame && !anyStale) return before as Entry;
        const look = ([name, rule]: Named<LeadRule>[number], index: number) => {
          const old = before?.found[index] ?? null;
          if (isSame && !isStale[index]) return old;
          const place = { placeId: seen.from.id, toId: seen.to.id };
          return found(name, place, rule.look(seen, ground), undefined, old);
        };
        return { seen, found: rules.map(look) };
      });
      reads = now;
      return rules.map((_, index) => entries.flatMap((entry) => entry?.found[index] ?? []));
    },
  );
}

/** What belongs to a lead: what was seen before, where all of it is the same. */
function see({ map, feelings, handoffs }: Ground, linkId: string, before: SeenLead | undefined): SeenLead | null {
  const handoff = handoffs.get(linkId);
  const from = map.touchpoints[handoff?.from ?? ''];
  const to = map.touchpoints[handoff?.to ?? ''];
  if (handoff === undefined || from === undefined || to === undefined) return null;
  const link = map.links[linkId];
  const felt = { before: feelings.get(from.id), after: feelings.get(to.id) };
  const isSame =
    before?.handoff === handoff &&
    before.from === from &&
    before.to === to &&
    before.link === link &&
    before.before === felt.before &&
    before.after === felt.after;
  return isSame ? before : { handoff, from, to, link, ...felt };
}

function onMap(rules: Named<MapRule>): (ground: Ground) => FoundByRule {
  const finders = rules.map(([name, rule]) =>
    remember(
      rule.reads,
      (ground: Ground): readonly Found[] => rule.find(ground).map((hit) => ({ ...hit, rule: name, dismissed: null })),
      (before, now) => keepList(before, now, ({ place }) => `${place.placeId} ${place.toId ?? ''}`),
    ),
  );
  return (ground) => finders.map((find) => find(ground));
}

/** Adds to findings what was said against them. */
function createDismisser(): (all: readonly Found[], dismissals: MapTables['dismissals']) => readonly Found[] {
  const dismissed = new WeakMap<Found, Found>();
  return (all, dismissals) => {
    const byRule = new Map<string, Dismissal[]>();
    for (const dismissal of Object.values(dismissals)) {
      const list = byRule.get(dismissal.rule);
      if (list) list.push(dismissal);
      else byRule.set(dismissal.rule, [dismissal]);
    }
    if (byRule.size === 0) return all;
    return all.map((item) => {
      const { placeId, toId } = item.place;
      const said = byRule.get(item.rule)?.find((dismissal) => dismissal.placeId === placeId && dismissal.toId === toId);
      if (said === undefined) return item;
      const before = dismissed.get(item);
      if (before?.dismissed === said) return before;
      const now = { ...item, dismissed: said };
      dismissed.set(item, now);
      return now;
    });
  };
}
