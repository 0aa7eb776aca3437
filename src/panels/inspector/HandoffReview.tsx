import { useTranslation } from 'react-i18next';
import { changedKinds, type Handoff } from '../../analysis/handoffs.ts';
import { markOf } from '../../analysis/mark.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import { type Lens, lenses, lensField } from '../../model/lens.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { EvidenceHere } from './EvidenceHere.tsx';
import { GapDetails } from './GapDetails.tsx';
import { StaleNotice } from './StaleNotice.tsx';

/** One handoff: what changes over it, and the verdict: smooth, or a gap with all that is known of it. */
export function HandoffReview({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const from = map.touchpoints[handoff.from];
  const to = map.touchpoints[handoff.to];
  const verdict = map.verdicts[pairId('verdict', handoff.from, handoff.to)];
  const names = (lens: Lens, ids: readonly string[]) =>
    ids.map((id) => library[lensField[lens]][id]?.name ?? '').join(', ');
  const ends = { from: handoff.from, to: handoff.to };
  const button = (state: 'smooth' | 'gap' | 'unreviewed', label: string) => (
    <button
      type="button"
      className="verdict-button"
      data-state={state}
      aria-pressed={handoff.state === state}
      onClick={() =>
        state === 'unreviewed' ? editor.run('clearVerdict', ends) : editor.run('judgeHandoff', { ...ends, state })
      }
    >
      {label}
    </button>
  );
  return (
    <article className="handoff" data-state={handoff.state}>
      <header className="handoff-title">
        <StateMark {...markOf(handoff)} />
        <span>
          {from?.title || t('map.untitled')} → {to?.title || t('map.untitled')}
        </span>
      </header>
      <dl className="handoff-changes">
        {lenses.map((lens) => (
          <div key={lens} data-change={handoff.changes[lens]}>
            <dt>{t(`lens.${lens}`)}</dt>
            <dd>
              {handoff.changes[lens] === 'handoff'
                ? `${names(lens, from?.[lensField[lens]] ?? [])} → ${names(lens, to?.[lensField[lens]] ?? [])}`
                : t(`handoff.change.${handoff.changes[lens]}`)}
            </dd>
          </div>
        ))}
      </dl>
      {handoff.implied && <p className="hint">{t('review.implied')}</p>}
      {handoff.state !== 'none' && (
        <>
          <StaleNotice {...ends} stale={handoff.stale} />
          <div className="verdict" role="group" aria-label={t('handoff.verdict')}>
            {button('smooth', t('handoff.smooth'))}
            {button(
              'gap',
              handoff.state === 'gap' ? t('handoff.gapOf', { severity: handoff.severity }) : t('handoff.gap'),
            )}
            {button('unreviewed', t('handoff.later'))}
          </div>
        </>
      )}
      <EvidenceHere kind="verdict" placeId={handoff.from} toId={handoff.to} />
      {verdict !== undefined && (handoff.state === 'gap' || handoff.state === 'smooth') && (
        <GapDetails verdict={verdict} changed={changedKinds(handoff)} />
      )}
    </article>
  );
}
