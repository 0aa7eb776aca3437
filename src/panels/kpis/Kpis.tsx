import { Button, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { KpiDetails } from './KpiDetails.tsx';
import { ReadyKpis } from './ReadyKpis.tsx';
import './kpis.css';

/** The workspace's KPIs: what each means, what is aimed at, and what was measured where on this map. */
export function Kpis() {
  const { t } = useTranslation();
  const editor = useEditor();
  const kpis = useDocuments(({ library }) => library.kpis);
  const series = useDocuments(({ map }) => map.series);
  const shown = useSession((session) => session.overlay.kpiId);
  // It stays open while the panel is away: what is typed next is meant for it.
  const kept = useSession((session) => session.openKpi);
  const openId = kept === undefined ? shown : kept;
  const setOpenId = (openKpi: string | null) => editor.session.setState({ openKpi });
  const [name, setName] = useDraft('kpi');
  /** The one that was just added: its form would open below what is seen. */
  const [addedId, setAddedId] = useState<string | null>(null);
  const addedLine = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (addedId !== null) addedLine.current?.scrollIntoView({ block: 'start' });
  }, [addedId]);
  const showAdded = (id: string) => {
    setOpenId(id);
    setAddedId(id);
  };
  const all = inOrder(Object.values(kpis));
  const archived = all.filter((kpi) => kpi.archived);
  const counts = new Map<string, number>();
  for (const { kpiId, points } of Object.values(series)) counts.set(kpiId, (counts.get(kpiId) ?? 0) + points.length);

  const line = (kpi: Kpi) => {
    const isOpen = openId === kpi.id;
    const count = counts.get(kpi.id) ?? 0;
    return (
      <li key={kpi.id} ref={kpi.id === addedId ? addedLine : undefined}>
        <button
          type="button"
          className="kpi-line"
          aria-expanded={isOpen}
          onClick={() => setOpenId(isOpen ? null : kpi.id)}
        >
          <b>{kpi.name || t('map.unnamed')}</b>
          <small>
            {[
              t(`kpi.units.${kpi.unit}`),
              t(`kpi.betterShort.${kpi.better}`),
              ...(kpi.outcome === null ? [] : [t(`kpi.outcomeShort.${kpi.outcome}`)]),
              ...(kpi.definition === 'none' ? [] : [t(`kpi.definitionShort.${kpi.definition}`)]),
              count === 0 ? t('kpi.noPoints') : t('kpi.points', { count }),
            ].join(' · ')}
          </small>
        </button>
        {isOpen && <KpiDetails kpi={kpi} />}
      </li>
    );
  };
  return (
    <section className="panel" aria-label={t('panel.kpis')}>
      <Text className="panel-title">{t('panel.kpis')}</Text>
      {all.length === 0 && <p className="hint">{t('kpi.empty')}</p>}
      <ul className="kpi-list" aria-label={t('kpi.library')}>
        {all.filter((kpi) => !kpi.archived).map(line)}
      </ul>
      {archived.length > 0 && (
        <details className="kpi-more">
          <summary>{t('kpi.archived', { count: archived.length })}</summary>
          <ul className="kpi-list">{archived.map(line)}</ul>
        </details>
      )}
      <form
        className="kpi-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          showAdded(editor.run('addKpi', { fields: { name: name.trim() } }));
          setName('');
        }}
      >
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('kpi.new')}
          placeholder={t('kpi.new')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" disabled={name.trim() === ''}>
          {t('kpi.add')}
        </Button>
      </form>
      <ReadyKpis kpis={all} open={all.length === 0} onAdded={showAdded} />
    </section>
  );
}
