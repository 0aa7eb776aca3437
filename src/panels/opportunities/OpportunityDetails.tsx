import { ActionIcon, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import { type Opportunity, opportunityKinds, opportunityStates, type Tie } from '../../model/records/opportunity.ts';
import { Field } from './Field.tsx';
import { Ties } from './Ties.tsx';
import '../../ui/choices.css';
import '../../ui/lists.css';

const grades = ['', '1', '2', '3', '4', '5'] as const;

interface OpportunityDetailsProps {
  readonly opportunity: Opportunity;
  readonly ties: readonly Tie[];
  /** The opportunities before which this one would stand when moved up or down; undefined where it cannot be moved. */
  readonly upBefore: string | undefined;
  readonly downBefore: string | null | undefined;
}

/** Everything about one opportunity. */
export function OpportunityDetails({ opportunity, ties, upBefore, downBefore }: OpportunityDetailsProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const heading = useId();
  const { id } = opportunity;
  const set = (fields: Partial<Opportunity>, merge?: string) =>
    editor.run('updateOpportunity', { id, fields }, merge && `${merge}:${id}`);
  const move = (beforeId: string | null) => editor.run('moveOpportunity', { id, beforeId });
  return (
    <Stack gap={10} className="opportunity-details">
      <Field
        label={t('opportunity.title')}
        value={opportunity.title}
        onChange={(title) => set({ title }, 'opportunityTitle')}
      />
      <Field
        multiline
        label={t('opportunity.description')}
        value={opportunity.description}
        onChange={(description) => set({ description }, 'opportunityText')}
      />
      <div>
        <Text component="div" className="field-label" id={`${heading}kind`}>
          {t('opportunity.kind')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby={`${heading}kind`}
          value={opportunity.kind}
          onChange={(kind) => set({ kind: kind as Opportunity['kind'] })}
          data={opportunityKinds.map((value) => ({ value, label: t(`opportunity.shortKinds.${value}`) }))}
        />
      </div>
      {(['impact', 'effort'] as const).map((field) => (
        <div key={field}>
          <Text component="div" className="field-label" id={`${heading}${field}`}>
            {t(`opportunity.${field}`)}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby={`${heading}${field}`}
            value={String(opportunity[field] ?? '')}
            onChange={(value) => set({ [field]: value === '' ? null : Number(value) })}
            data={grades.map((value) => ({ value, label: value || t('opportunity.unset') }))}
          />
        </div>
      ))}
      <Field
        label={t('opportunity.owner')}
        value={opportunity.owner}
        onChange={(owner) => set({ owner }, 'opportunityOwner')}
      />
      <Select
        size="xs"
        allowDeselect={false}
        label={t('opportunity.status')}
        value={opportunity.status}
        onChange={(status) => status && set({ status: status as Opportunity['status'] })}
        data={opportunityStates.map((value) => ({ value, label: t(`opportunity.statuses.${value}`) }))}
      />
      <Ties id={id} ties={ties} />
      <div className="opportunity-actions">
        <ActionIcon
          variant="default"
          size={28}
          disabled={upBefore === undefined}
          aria-label={t('opportunity.up')}
          onClick={() => upBefore !== undefined && move(upBefore)}
        >
          ↑
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={28}
          disabled={downBefore === undefined}
          aria-label={t('opportunity.down')}
          onClick={() => downBefore !== undefined && move(downBefore)}
        >
          ↓
        </ActionIcon>
        <button type="button" className="quiet-button" onClick={() => editor.run('removeItems', { ids: [id] })}>
          {t('opportunity.remove')}
        </button>
      </div>
    </Stack>
  );
}
