import { useTranslation } from 'react-i18next';
import { frictionMark } from '../analysis/mark.ts';
import { useDocuments } from '../editor/useEditor.ts';
import { CARD_MARK_SCALE, CARD_MARK_X, CARD_MARK_Y } from '../layout/metrics.ts';
import type { Strength } from '../model/claimStrength.ts';
import { pairId } from '../model/ids.ts';
import { MarkShape } from './HandoffMark.tsx';
import { useLaid } from './mapView.ts';
import { markText } from './markText.ts';
import { StrengthDots } from './StrengthDots.tsx';

/** The mark of a touchpoint judged a gap, at the lower right corner of its card; it is as well evidenced as the touchpoint. */
export function FrictionMark({ id, strength }: { id: string; strength: Strength }) {
  const { t } = useTranslation();
  const verdict = useDocuments(({ map }) => map.verdicts[pairId('verdict', id, id)]);
  const touchpoint = useDocuments(({ map }) => map.touchpoints[id]);
  // Where a department is looked at, that of another stands back, though its card does not.
  const faded = useLaid(({ shown }) => shown.focus?.has(pairId('link', id, id)) === false);
  const judged = touchpoint && frictionMark(verdict, touchpoint);
  if (!judged) return null;
  const mark = { ...judged, strength };
  return (
    <svg
      className="friction-mark mark"
      data-state={mark.state}
      data-was={mark.was}
      data-faded={faded || undefined}
      style={{ left: CARD_MARK_X, top: CARD_MARK_Y }}
      width={1}
      height={1}
      aria-hidden="true"
    >
      <title>{markText(mark, 'inside', t)}</title>
      <g transform={`scale(${CARD_MARK_SCALE})`}>
        <MarkShape state={mark} />
        <StrengthDots strength={strength} />
      </g>
    </svg>
  );
}
