import { useTranslation } from 'react-i18next';
import type { Handoff } from '../../analysis/handoffs.ts';
import { markOf } from '../../analysis/mark.ts';
import { lenses, lensField } from '../../model/lens.ts';
import type { Documents } from '../../model/tables.ts';
import { StateMark } from '../../ui/StateMark.tsx';

/** Handoffs as a list, each with what changes over it, and the way to it on the map. */
export function HandoffLines({
  docs: { map, library },
  heading,
  handoffs,
  onGoTo,
}: {
  docs: Documents;
  heading: string;
  handoffs: readonly Handoff[];
  onGoTo: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const primary = (id: string, lens: (typeof lenses)[number]) =>
    library[lensField[lens]][map.touchpoints[id]?.[lensField[lens]][0] ?? '']?.name ?? '';
  return (
    <>
      <h2>{heading}</h2>
      <p className="hint" role="status">
        {t('tables.count', { count: handoffs.length })}
      </p>
      <ul>
        {handoffs
          .map((handoff) => ({ ...handoff, mark: markOf(handoff) }))
          .map(({ linkId, from, to, implied, mark, changes }) => (
            <li key={linkId}>
              <button type="button" onClick={() => onGoTo(implied ? [from, to] : [linkId])}>
                <StateMark {...mark} size={20} />
                <span>
                  <b>{t('tables.way', { from: title(from), to: title(to) })}</b>
                  <small>
                    {t(`tables.states.${mark.was === undefined ? mark.state : 'again'}`, { severity: mark.severity })}
                    {lenses
                      .filter((lens) => changes[lens] === 'handoff')
                      .map((lens) => ` · ${t('tables.way', { from: primary(from, lens), to: primary(to, lens) })}`)
                      .join('')}
                  </small>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}
