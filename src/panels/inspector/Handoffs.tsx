import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { handoffOf } from '../../analysis/handoffs.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { lenses } from '../../model/lens.ts';
import { HandoffReview } from './HandoffReview.tsx';

/** The handoffs that arrive at a touchpoint and leave it, each to be judged here. */
export function Handoffs({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation();
  const map = useDocuments((documents) => documents.map);
  const found = Object.values(map.links)
    .filter((link) => link.from === touchpointId || link.to === touchpointId)
    .flatMap((link) => handoffOf(map, link.id) ?? [])
    .filter((handoff) => lenses.some((lens) => handoff.changes[lens] === 'handoff'));
  const groups = [
    { key: 'in', list: found.filter((handoff) => handoff.to === touchpointId) },
    { key: 'out', list: found.filter((handoff) => handoff.from === touchpointId) },
  ];
  return (
    <>
      {groups.map(({ key, list }) =>
        list.length === 0 ? null : (
          <div key={key}>
            <Text component="div" className="field-label">
              {t(`handoff.${key}`, { count: list.length })}
            </Text>
            {list.map((handoff) => (
              <HandoffReview key={handoff.linkId} linkId={handoff.linkId} />
            ))}
          </div>
        ),
      )}
    </>
  );
}
