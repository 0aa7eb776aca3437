import { useTranslation } from 'react-i18next';
import { useDocuments, useSession } from '../editor/useEditor.ts';
import type { Overlays } from '../layout/overlay.ts';
import { standingWord } from './standingWord.ts';

/** What is laid over cards and links, for those who do not see it. */
export function OverlayList({ facts: { figures, volumes, losses } }: { facts: Overlays }) {
  const { t } = useTranslation();
  const touchpoints = useDocuments(({ map }) => map.touchpoints);
  const links = useDocuments(({ map }) => map.links);
  const against = useSession(({ overlay }) => overlay.against);
  const title = (id: string | undefined) => touchpoints[id ?? '']?.title || t('map.untitled');
  return (
    <ul className="visually-hidden">
      {[...figures].map(([id, { value, difference, n, tone }]) => (
        <li key={id}>
          {title(id)}: {value} {difference} {n}, {standingWord({ tone, difference }, against, t)}
        </li>
      ))}
      {[...volumes].map(
        ([id, { text, n }]) =>
          text !== '' && (
            <li key={id}>
              {t('kpi.legend.wayOf', { from: title(links[id]?.from), to: title(links[id]?.to), volume: text, n })}
            </li>
          ),
      )}
      {[...losses].map(([id, { text, n }]) => (
        <li key={`loss ${id}`}>{t('kpi.legend.lossOf', { title: title(id), share: text, n })}</li>
      ))}
    </ul>
  );
}
