import type { Inspection } from '../../exchange/data/dataApi.ts';
import type { TableSettings } from '../../exchange/data/inspectTable.ts';
import { inOrder } from '../../model/order.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import { fitsProfile, profileOverrides, tableOfProfile } from './profile.ts';

/** Profiles whose own settings of the table are tried on a file. */
const TRIED = 5;

export interface FoundProfile {
  readonly profile: MatchProfile;
  /** The file as it is looked at with `overrides`. */
  readonly seen: Inspection;
  readonly overrides: Partial<TableSettings>;
}

/**
 * The newest of the profiles that fits a file, which is looked at again by `inspect` as the profile says: with its settings,
 * and at the table that has its columns. `fresh` is the file as it was looked at without any. Null where none fits.
 */
export async function findProfile(
  fresh: Inspection,
  profiles: readonly MatchProfile[],
  inspect: (overrides: Partial<TableSettings>) => Promise<Inspection>,
): Promise<FoundProfile | null> {
  let tried = 0;
  for (const profile of inOrder(profiles).reverse()) {
    const said = profileOverrides(profile);
    let found = { seen: fresh, overrides: said ?? {} };
    const lookAgain = async (overrides: Partial<TableSettings>) => {
      // Settings that do not suit this file are those of another one.
      found = { seen: await inspect(overrides).catch(() => fresh), overrides };
    };
    if (said !== null) {
      if (fresh.format === 'xes' || tried++ >= TRIED) continue;
      await lookAgain(said);
    }
    if (found.seen.format === 'table') {
      const { table } = found.seen;
      const at = tableOfProfile(profile, table);
      if (at !== null && at !== table.settings.table) await lookAgain({ ...found.overrides, table: at });
    }
    if (fitsProfile(profile, found.seen)) return { profile, ...found };
  }
  return null;
}

/** The newest of the profiles that fits a file as it is looked at; null where none does. */
export function fittingProfile(profiles: readonly MatchProfile[], seen: Inspection): MatchProfile | null {
  return inOrder(profiles).findLast((profile) => fitsProfile(profile, seen)) ?? null;
}
