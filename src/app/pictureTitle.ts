import i18next from 'i18next';
import type { Handoff } from '../analysis/handoffs.ts';
import { legendOf, legendText } from '../canvas/legend.ts';
import type { Shown } from '../canvas/shown.ts';
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
  const dots = { state: 'none', severity: null, text: t('strength.legendAll') } as const;
  return {
    title: record.name || t('map.unnamed'),
    meta: [
      t(`mapDetails.states.${record.state}`),
      t(`action.lens.${lens}`),
      new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(day),
    ].join(' · '),
    personas: shown.personas,
    marks: [
      ...legendOf(map, handoffs, lens, shown).flatMap((entry) =>
        entry.count === 0 ? [] : { ...entry.mark, text: legendText(entry, t) },
      ),
      ...(Object.keys(map.citations).length === 0 ? [] : [dots]),
    ],
  };
}
