import type { TFunction } from 'i18next';
import type { CountedLog } from '../../analysis/data/countedLog.ts';
import type { PlaceRule } from '../../analysis/data/matchPlaces.ts';
import type { Editor } from '../../editor/createEditor.ts';
import type { CountedFile } from '../../exchange/data/dataApi.ts';
import { addMissing, type Missing } from './addMissing.ts';
import { logMeasures } from './logFigures.ts';
import { withRow } from './matchRows.ts';
import { accountOf } from './plans.ts';

/**
 * Adds what a log has and the open map lacks, as one undo step. The account of the file says that it was taken from a
 * comparison, unless the file is on the map already. Returns the touchpoint of each activity, as it is then.
 */
export function addToMap(
  editor: Editor,
  { file, log }: CountedFile,
  missing: Missing,
  { activityPlaces, replaces }: { activityPlaces: readonly (string | null)[]; replaces: readonly string[] },
  days: { from: string; to: string },
  t: TFunction,
): (string | null)[] {
  const events = missing.activities.reduce((sum, at) => sum + (log.activities[at]?.events ?? 0), 0);
  const now = new Date().toISOString();
  const place = {
    touchpoints: activityPlaces,
    period: log.period ?? { from: days.from, to: days.to < days.from ? days.from : days.to },
    volume: { fields: { ...logMeasures.volume, name: t('data.measures.volume') } },
    source: accountOf('eventLog', file, events, [t('data.compare.onlyAdded')], now),
    into: replaces.at(-1) ?? null,
  };
  const label = missing.activities.length > 0 ? 'addTouchpoint' : 'addLink';
  return editor.transact(label, (docs) => addMissing(docs, log, missing, place));
}

/** The rules with those by which rows of the activities that were added go to their touchpoints. */
export function withActivities(
  rules: readonly PlaceRule[],
  log: CountedLog,
  { activities }: Missing,
  touchpoints: readonly (string | null)[],
): readonly PlaceRule[] {
  return activities.reduce<readonly PlaceRule[]>((all, at) => {
    const says = log.activities[at]?.says;
    return says === undefined ? all : withRow(all, 'place', { says }, log.apart, touchpoints[at] ?? null, []);
  }, rules);
}
