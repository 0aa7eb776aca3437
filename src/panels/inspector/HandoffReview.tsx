import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { handoffOf } from '../../analysis/handoffs.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import { lenses, lensField } from '../../model/lens.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextField } from './TextField.tsx';

/** One handoff: what changes over it, and the verdict: smooth, or a gap with its severity. */
export function HandoffReview({ linkId }: { linkId: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const handoff = handoffOf(map, linkId);
  if (handoff === null) return null;
  const from = map.touchpoints[handoff.from];
  const to = map.touchpoints[handoff.to];
  const verdict = map.verdicts[pairId('verdict', handoff.from, handoff.to)];
  const names = (lens: (typeof lenses)[number], ids: readonly string[]) =>
    ids.map((id) => library[lensField[lens]][id]?.name ?? '').join(', ');
  const ends = { from: handoff.from, to: handoff.to };
  return (
    <article className="handoff" data-state={handoff.state}>
      <header className="handoff-title">
        <StateMark state={handoff.state} severity={handoff.severity} />
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
      {handoff.stale && <p className="handoff-stale">{t('handoff.stale')}</p>}
      {handoff.state !== 'none' && (
        <div className="verdict" role="group" aria-label={t('handoff.verdict')}>
          <button
            type="button"
            className="verdict-button"
            data-state="smooth"
            aria-pressed={handoff.state === 'smooth'}
            onClick={() => editor.run('judgeHandoff', { ...ends, state: 'smooth' })}
          >
            {t('handoff.smooth')}
          </button>
          <button
            type="button"
            className="verdict-button"
            data-state="gap"
            aria-pressed={handoff.state === 'gap'}
            onClick={() => editor.run('judgeHandoff', { ...ends, state: 'gap' })}
          >
            {handoff.state === 'gap' ? t('handoff.gapOf', { severity: handoff.severity }) : t('handoff.gap')}
          </button>
          <button
            type="button"
            className="verdict-button"
            data-state="unreviewed"
            aria-pressed={handoff.state === 'unreviewed'}
            onClick={() => editor.run('clearVerdict', ends)}
          >
            {t('handoff.later')}
          </button>
        </div>
      )}
      {handoff.state === 'gap' && (
        <>
          <SegmentedControl
            fullWidth
            size="xs"
            mt={8}
            aria-label={t('handoff.severity')}
            value={String(handoff.severity)}
            onChange={(value) => editor.run('judgeHandoff', { ...ends, state: 'gap', severity: Number(value) })}
            data={['1', '2', '3', '4', '5']}
          />
          <TextField
            label={t('handoff.note')}
            multiline
            value={verdict?.note ?? ''}
            onChange={(note) => editor.run('updateVerdict', { ...ends, fields: { note } }, `note:${linkId}`)}
          />
        </>
      )}
    </article>
  );
}
