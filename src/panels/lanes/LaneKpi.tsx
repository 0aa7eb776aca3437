import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { Lane } from '../../model/records/lane.ts';
import '../../ui/lists.css';

/** Whose values a lane of a KPI shows. */
export function LaneKpi({ lane }: { lane: Lane }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const kpis = useDocuments(({ library }) => library.kpis);
  return (
    <NativeSelect
      size="xs"
      w={92}
      aria-label={t('lane.kpiOf', { name: lane.name })}
      value={lane.kpiId ?? ''}
      onChange={(event) => editor.run('setLaneKpi', { id: lane.id, kpiId: event.currentTarget.value || null })}
      data={[
        { value: '', label: t('lane.noKpi') },
        ...inOrder(Object.values(kpis)).map(({ id, name }) => ({ value: id, label: name || t('map.unnamed') })),
      ]}
    />
  );
}
