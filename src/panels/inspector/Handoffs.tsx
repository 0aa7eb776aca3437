import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { HandoffReview } from './HandoffReview.tsx';
import { TouchpointGap } from './TouchpointGap.tsx';

/** The handoffs that arrive at a touchpoint and leave it, each to be judged here, and the friction inside it. */
export function Handoffs({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation();
  const handoffs = useAnalysis((analysis) => analysis.handoffs);
  const found = [...handoffs.values()].filter(
    ({ from, to, state }) => state !== 'none' && (from === touchpointId || to === touchpointId),
  );
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
              <HandoffReview key={handoff.linkId} handoff={handoff} />
            ))}
          </div>
        ),
      )}
      <TouchpointGap touchpointId={touchpointId} />
    </>
  );
}
