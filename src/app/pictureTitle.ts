import i18next from 'i18next';
import type { Handoff } from '../analysis/handoffs.ts';
import type { Looked } from '../canvas/shown.ts';
import type { Lens } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import type { PictureTitle } from '../paint/paintTitle.ts';

/** What stands above the picture of a map: its name, whose journey is seen under which lens, and what the marks mean. */
export function pictureTitle(
  { map, library }: Documents,
  handoffs: ReadonlyMap<string, Handoff>,
  lens: Lens,
  { personaFilter }: Pick<Looked, 'personaFilter'>,
  day: Date,
): PictureTitle {
  const { t, language } = i18next;
  const record = mapRecord(map);
  const all = inOrder(Object.values(map.mapPersonas)).flatMap(({ personaId }) => library.personas[personaId] ?? []);
  const wanted = all.filter(({ id }) => personaFilter.includes(id));
  const inLens = [...handoffs.values()].filter(({ changes }) => changes[lens] === 'handoff');
  return {
    title: record.name || t('map.unnamed'),
    meta: [
      t(`mapDetails.states.${record.state}`),
      t(`action.lens.${lens}`),
      new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(day),
    ].join(' · '),
    personas: wanted.length > 0 ? wanted : all,
    marks: (['gap', 'smooth', 'unreviewed'] as const).flatMap((state) => {
      const count = inLens.filter((handoff) => handoff.state === state).length;
      return count === 0 ? [] : { state, severity: null, text: t(`map.legend.${state}`, { count }) };
    }),
  };
}
