import { useTranslation } from 'react-i18next';
import { BUBBLE_HEIGHT, BUBBLE_Y, bubblePath, type CardEvidence } from '../layout/evidenceBubble.ts';

/** The speech mark on a card: how many pieces are attached; an outline where they evidence it in part, filled where well. */
export function EvidenceMark({ evidence: { count, strength, line, x, width } }: { evidence: CardEvidence }) {
  const { t } = useTranslation();
  return (
    <svg
      className="evidence-mark"
      data-strength={strength}
      style={{ left: x, top: BUBBLE_Y }}
      width={width}
      height={BUBBLE_HEIGHT}
      aria-hidden="true"
    >
      <title>{t(`evidenceCard.${strength}`, { count })}</title>
      <path d={bubblePath(width)} />
      <text x={width / 2} y={9.3} textAnchor="middle">
        {line.text}
      </text>
    </svg>
  );
}
