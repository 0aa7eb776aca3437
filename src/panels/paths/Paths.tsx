import { Button, Select, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Way, waysOf } from '../../analysis/paths.ts';
import { tellingApart } from '../../analysis/tellingApart.ts';
import { goToRecords } from '../../editor/session.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import '../../ui/recordLine.css';
import './paths.css';
import { sortWays, type WayOrder, wayOrders } from './sortWays.ts';
import { WayLine } from './WayLine.tsx';
import '../../ui/lists.css';

/** Ways that are listed at first, and how many more each time. */
const PAGE = 40;

/** Every way through the map for the personas shown; a chosen one is all that stands out on the map. */
export function Paths() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const personas = useDocuments(({ library }) => library.personas);
  const personaIds = useSession((session) => session.personaFilter);
  const chosen = useSession((session) => session.way);
  const [order, setOrder] = useState<WayOrder>('gaps');
  const [shown, setShown] = useState(PAGE);
  const handoffs = useAnalysis((analysis) => analysis.handoffs);
  const { ways, count, loops } = useMemo(() => waysOf(map, personaIds, handoffs), [map, personaIds, handoffs]);
  const tell = useMemo(() => {
    const told = tellingApart(ways.map(({ ids }) => ids.map((id) => map.touchpoints[id]?.title || t('map.untitled'))));
    const places = new Map(ways.map((way, index) => [way, index]));
    return (way: Way) => told(places.get(way) ?? 0);
  }, [ways, map, t]);
  const sorted = useMemo(() => sortWays(ways, order), [ways, order]);

  // What was chosen here fades nothing once the panel is gone.
  useEffect(() => () => editor.session.setState({ way: null }), [editor]);

  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const names = personaIds.flatMap((id) => personas[id]?.name ?? []);
  const format = new Intl.NumberFormat(i18n.language);
  const key = (ids: readonly string[]) => ids.join('>');
  return (
    <section className="panel paths" aria-label={t('panel.paths')}>
      <Text className="panel-title">{t('panel.paths')}</Text>
      <p className="hint" role="status">
        {t('paths.count', { count: Number(count), formatted: format.format(count) })}{' '}
        {names.length > 0 ? t('paths.onlyFor', { names: names.join(', ') }) : t('paths.forAll')}
      </p>
      {handoffs.values().next().value?.implied && <p className="hint">{t('tables.implied')}</p>}
      {ways.length === 0 && <p className="hint">{count > 0n ? t('paths.tooMany') : t('paths.none')}</p>}
      {ways.length > 1 && (
        <Select
          size="xs"
          allowDeselect={false}
          label={t('paths.order')}
          value={order}
          onChange={(value) => value && setOrder(value as WayOrder)}
          data={wayOrders.map((value) => ({ value, label: t(`paths.orders.${value}`) }))}
        />
      )}
      {chosen !== null && (
        <Button mt={8} size="compact-xs" variant="default" onClick={() => editor.session.setState({ way: null })}>
          {t('paths.showAll')}
        </Button>
      )}
      <ul className="way-list">
        {sorted.slice(0, shown).map((way) => {
          const isOpen = chosen !== null && key(chosen) === key(way.ids);
          return (
            <WayLine
              key={key(way.ids)}
              way={way}
              ending={map.touchpoints[way.ids.at(-1) ?? '']?.ending ?? null}
              telling={tell(way)}
              handoffs={handoffs}
              title={title}
              persona={(id) => personas[id]?.name ?? null}
              isOpen={isOpen}
              onToggle={() => editor.session.setState({ way: isOpen ? null : way.ids })}
            />
          );
        })}
      </ul>
      {sorted.length > shown && (
        <Button size="compact-xs" variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('paths.more', { count: sorted.length - shown })}
        </Button>
      )}
      {loops.length > 0 && (
        <>
          <h3>{t('paths.loops', { count: loops.length })}</h3>
          <ul className="way-loops">
            {loops.map(({ from, to }) => (
              <li key={`${from}>${to}`}>
                <button
                  type="button"
                  className="record-line"
                  onClick={() => goToRecords(editor.session, [pairId('link', from, to)])}
                >
                  <span aria-hidden="true">↺</span>
                  <span>{t('paths.way', { from: title(from), to: title(to) })}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
