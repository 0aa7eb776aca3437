import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { explainSeverity, unknownShare } from '../../analysis/explainSeverity.ts';
import { dayText } from '../../analysis/figureText.ts';
import { severityOf } from '../../analysis/severity.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { Lens } from '../../model/lens.ts';
import { checks, type Verdict, verdictStatuses } from '../../model/records/verdict.ts';
import { mapRecord } from '../../model/tables.ts';
import { CheckRow } from '../../ui/CheckRow.tsx';
import { CostFields } from './CostFields.tsx';
import { TextField } from './TextField.tsx';
import '../../ui/choices.css';
import '../../ui/lists.css';

interface GapDetailsProps {
  readonly verdict: Verdict;
  /** The kinds handed over; null for friction inside a touchpoint. */
  readonly changed: readonly Lens[] | null;
}

/** What is known of a judged handoff or touchpoint: the checks; of a gap also severity, cause, owner, status, cost. */
export function GapDetails({ verdict, changed }: GapDetailsProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const weights = useDocuments(({ map }) => mapRecord(map).kindWeights);
  const importance = useDocuments(({ map }) => map.touchpoints[verdict.to]?.importance ?? null);
  const severity = severityOf(verdict, changed, importance, weights);
  const isGap = verdict.state === 'gap';
  const set = (fields: Partial<Verdict>, merge?: string) =>
    editor.run('updateVerdict', { from: verdict.from, to: verdict.to, fields }, merge && `${merge}:${verdict.id}`);
  return (
    <div className="gap-details">
      {isGap && (
        <>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('handoff.severity')}
            value={severity.byHand ? String(severity.value) : 'computed'}
            onChange={(value) => set({ severity: value === 'computed' ? null : Number(value) })}
            data={[
              { value: 'computed', label: t('severity.auto') },
              ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
            ]}
          />
          <p className="severity-why">
            <b>{t(`mark.words.${severity.value}`)}</b> {explainSeverity(severity, changed, t, i18n.language)}{' '}
            {unknownShare(severity, t, i18n.language)}
          </p>
        </>
      )}
      {checks.map((check) => (
        <CheckRow
          key={check}
          label={t(`check.${check}`)}
          value={verdict[check]}
          words={{ yes: t('check.answers.yes'), no: t('check.answers.no'), unknown: t('check.answers.unknown') }}
          onChange={(answer) => set({ [check]: answer })}
        />
      ))}
      {isGap && (
        <>
          <TextField
            label={t('gap.cause')}
            multiline
            value={verdict.cause}
            onChange={(cause) => set({ cause }, 'cause')}
          />
          <TextField label={t('gap.owner')} value={verdict.owner} onChange={(owner) => set({ owner }, 'gapOwner')} />
          <Select
            size="xs"
            label={t('gap.status')}
            description={
              verdict.statusAt === null
                ? null
                : t('gap.statusSince', { date: dayText(verdict.statusAt, i18n.language) })
            }
            inputWrapperOrder={['label', 'input', 'description']}
            allowDeselect={false}
            value={verdict.status}
            data={verdictStatuses.map((value) => ({ value, label: t(`gap.statuses.${value}`) }))}
            onChange={(status) => status && set({ status: status as Verdict['status'] })}
          />
        </>
      )}
      <TextField label={t('handoff.note')} multiline value={verdict.note} onChange={(note) => set({ note }, 'note')} />
      {isGap && <CostFields verdict={verdict} />}
    </div>
  );
}
