import { pairId } from '../model/ids.ts';
import type { MapTables } from '../model/tables.ts';
import { impliedWays } from './impliedWays.ts';
import type { Reading } from './reading.ts';

/** One touchpoint leads to another: over a link, or, where no links are drawn, by the order of steps. */
export interface Lead {
  readonly from: string;
  readonly to: string;
  /** The link's id; of an implied one the id that its link would have. */
  readonly linkId: string;
  readonly implied: boolean;
}

/** All leads of a map in reading order, and those from and to each touchpoint that has some. */
export interface Leads {
  readonly all: readonly Lead[];
  readonly from: ReadonlyMap<string, readonly Lead[]>;
  readonly to: ReadonlyMap<string, readonly Lead[]>;
  /** Links are drawn. */
  readonly drawn: boolean;
}

/** `known` are leads of earlier, by link id: those that are the same are taken from there. */
export function leadsOf(
  map: Pick<MapTables, 'links' | 'mapPersonas' | 'memberships'>,
  reading: Reading,
  known: ReadonlyMap<string, Lead> = new Map(),
): Leads {
  const links = Object.values(map.links);
  const drawn = links.length > 0;
  const all = drawn
    ? sortedLinks(links, reading).map((link) => takeLead(known, link.id, link.from, link.to, false))
    : impliedWays(map, reading).map(({ from, to }) => takeLead(known, pairId('link', from, to), from, to, true));
  const from = new Map<string, Lead[]>();
  const to = new Map<string, Lead[]>();
  for (const lead of all) {
    const leaving = from.get(lead.from);
    if (leaving) leaving.push(lead);
    else from.set(lead.from, [lead]);
    const arriving = to.get(lead.to);
    if (arriving) arriving.push(lead);
    else to.set(lead.to, [lead]);
  }
  return { all, from, to, drawn };
}

function takeLead(known: ReadonlyMap<string, Lead>, linkId: string, from: string, to: string, implied: boolean): Lead {
  const before = known.get(linkId);
  return before?.implied === implied ? before : { from, to, linkId, implied };
}

/** Links whose ends both exist, in reading order. Sorted as numbers: comparing ids takes ten times as long. */
function sortedLinks<L extends { from: string; to: string }>(links: readonly L[], { touchpointAt }: Reading): L[] {
  const byKey = new Map<number, L>();
  const keys = new Float64Array(links.length);
  let count = 0;
  for (const link of links) {
    const from = touchpointAt.get(link.from);
    const to = touchpointAt.get(link.to);
    if (from === undefined || to === undefined) continue;
    const key = from * touchpointAt.size + to;
    keys[count++] = key;
    byKey.set(key, link);
  }
  return Array.from(keys.subarray(0, count).sort(), (key) => byKey.get(key) as L);
}
