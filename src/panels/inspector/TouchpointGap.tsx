import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../analysis/handoffs.ts';
import { frictionMark } from '../../analysis/mark.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { GapDetails } from './GapDetails.tsx';
import { StaleNotice } from './StaleNotice.tsx';

/** Friction inside one touchpoint: judged as a gap of its own, or the button that does so. */
export function TouchpointGap({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const touchpoint = useDocuments(({ map }) => map.touchpoints[touchpointId]);
  const verdict = useDocuments(({ map }) => map.verdicts[pairId('verdict', touchpointId, touchpointId)]);
  const ends = { from: touchpointId, to: touchpointId };
  const judge = () => editor.run('judgeHandoff', { ...ends, state: 'gap' });
  if (touchpoint === undefined) return null;
  if (verdict?.state !== 'gap') {
    return (
      <Button variant="default" size="xs" onClick={judge}>
        {t('gap.judgeTouchpoint')}
      </Button>
    );
  }
  const mark = frictionMark(verdict, touchpoint);
  const stale = isStale(verdict, touchpoint, touchpoint);
  return (
    <article className="handoff" data-state="gap" aria-label={t('gap.inside')}>
      <header className="handoff-title">
        {mark !== null && <StateMark {...mark} />}
        <span>{t('gap.inside')}</span>
      </header>
      <StaleNotice {...ends} stale={stale} />
      <div className="verdict gap-inside">
        {stale && (
          <button type="button" className="verdict-button" data-state="gap" onClick={judge}>
            {t('gap.still')}
          </button>
        )}
        <button type="button" className="verdict-button" onClick={() => editor.run('clearVerdict', ends)}>
          {t('gap.none')}
        </button>
      </div>
      <GapDetails verdict={verdict} changed={null} />
    </article>
  );
}
