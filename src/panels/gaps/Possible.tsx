import { useTranslation } from 'react-i18next';
import { markOf } from '../../analysis/mark.ts';
import { lenses } from '../../model/lens.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import type { OpenHandoff } from './openHandoffs.ts';
import { usePlaces } from './usePlaces.ts';

/** Lines of one list at most: a map where nothing is set yet would fill the page with them. */
const MOST = 100;

/** Possible handoffs, and those that cannot be told because something is not set. */
export function Possible({ found }: { found: readonly OpenHandoff[] }) {
  const { t, i18n } = useTranslation();
  const { nameOf, goTo } = usePlaces();
  const list = new Intl.ListFormat(i18n.language);
  if (found.length === 0) return <p className="hint">{t('gapList.allSure')}</p>;
  return (['possible', 'notSet'] as const).map((change) => {
    const some = found.filter((open) => open.change === change);
    if (some.length === 0) return null;
    return (
      <section key={change}>
        <h3>{t(`gapList.${change}`, { count: some.length })}</h3>
        <p className="hint">{t(`gapList.${change}Hint`)}</p>
        <ul>
          {some.slice(0, MOST).map(({ handoff }) => {
            const place = { placeId: handoff.from, toId: handoff.to };
            const kinds = lenses.filter((lens) => handoff.changes[lens] === change);
            return (
              <li key={handoff.linkId}>
                <button type="button" className="record-line" onClick={() => goTo(place)}>
                  <StateMark {...markOf(handoff)} />
                  <span>
                    {nameOf(place)}
                    <small>
                      {t(change === 'possible' ? 'gapList.overlaps' : 'gapList.missing', {
                        kinds: list.format(kinds.map((kind) => t(`gapList.kindWords.${kind}`))),
                      })}
                    </small>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {some.length > MOST && <p className="hint">{t('gapList.andMore', { count: some.length - MOST })}</p>}
      </section>
    );
  });
}
