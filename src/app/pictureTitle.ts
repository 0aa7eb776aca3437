import i18next from 'i18next';
import type { Handoff } from '../analysis/handoffs.ts';
import { isHandoffSeen, type Shown } from '../canvas/shown.ts';
import type { Lens } from '../model/lens.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import type { PictureTitle } from '../paint/paintTitle.ts';

/** What stands above the picture of a map: its name, whose journey is seen under which lens, and what the marks mean. */
export function pictureTitle(
  { map }: Documents,
  handoffs: ReadonlyMap<string, Handoff>,
  lens: Lens,
  shown: Shown,
  day: Date,
): PictureTitle {
  const { t, language } = i18next;
  const record = mapRecord(map);
  const inLens = [...handoffs.values()].filter(
    (handoff) => handoff.changes[lens] === 'handoff' && isHandoffSeen(shown, handoff),
  );
  return {
    title: record.name || t('map.unnamed'),
    meta: [
      t(`mapDetails.states.${record.state}`),
      t(`action.lens.${lens}`),
      new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(day),
    ].join(' · '),
    personas: shown.personas,
    marks: (['gap', 'smooth', 'unreviewed'] as const).flatMap((state) => {
      const count = inLens.filter((handoff) => handoff.state === state).length;
      return count === 0 ? [] : { state, severity: null, text: t(`map.legend.${state}`, { count }) };
    }),
  };
}
