import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { Checkbox, SegmentedControl, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { lenses, lensField } from '../../model/lens.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { EvidenceHere } from './EvidenceHere.tsx';
import { Handoffs } from './Handoffs.tsx';
import { Links } from './Links.tsx';
import { Members } from './Members.tsx';
import { Sentiments } from './Sentiments.tsx';
import { TextField } from './TextField.tsx';
import { TouchpointOutcome } from './TouchpointOutcome.tsx';
import { ValueSet } from './ValueSet.tsx';
import { WebLinks } from './WebLinks.tsx';
import '../../ui/choices.css';
import '../../ui/lists.css';

/** All fields of one touchpoint. */
export function TouchpointDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const touchpoint = useDocuments(({ map }) => map.touchpoints[id]);
  const where = useDocuments(({ map }) => {
    const step = touchpoint && map.steps[touchpoint.stepId];
    const stage = step && map.stages[step.stageId];
    return [stage?.name, step?.name].filter(Boolean).join(' › ');
  });
  if (touchpoint === undefined) return null;
  const set = (fields: Partial<Touchpoint>, merge?: string) => editor.run('updateTouchpoint', { id, fields }, merge);
  const choice = <K extends 'when' | 'presence' | 'selfService'>(field: K, values: readonly string[]) => (
    <div>
      <Text component="div" className="field-label" id={`${field}-label`}>
        {t(`touchpoint.${field}`)}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={`${field}-label`}
        value={touchpoint[field] ?? 'unset'}
        onChange={(value) => set({ [field]: value === 'unset' ? null : value })}
        data={['unset', ...values].map((value) => ({ value, label: t(`touchpoint.${field}Values.${value}`) }))}
      />
    </div>
  );
  return (
    <Stack gap={12}>
      <div>
        <Text className="panel-place">{[t('touchpoint.kind'), where].filter(Boolean).join(' · ')}</Text>
        <TextField
          label={t('touchpoint.title')}
          value={touchpoint.title}
          multiline
          prominent
          placeholder={t('map.untitled')}
          onChange={(title) => set({ title }, `title:${id}`)}
        />
      </div>
      <TextField
        label={t('touchpoint.description')}
        value={touchpoint.description}
        multiline
        onChange={(description) => set({ description }, `description:${id}`)}
      />
      {lenses.map((lens) => (
        <ValueSet key={lens} touchpoint={touchpoint} field={lensField[lens]} lens={lens} />
      ))}
      <Members recordIds={[id]} />
      <Sentiments touchpointId={id} />
      <EvidenceHere kind="touchpoint" placeId={id} toId={null} />
      <Handoffs touchpointId={id} />
      <Links touchpointId={id} />
      {choice('when', ['before', 'during', 'after'])}
      {choice('presence', ['online', 'offline'])}
      {choice('selfService', ['none', 'offered', 'only'])}
      <Select
        size="xs"
        label={t('touchpoint.humanCanStepIn')}
        value={touchpoint.humanCanStepIn === null ? 'unset' : touchpoint.humanCanStepIn ? 'yes' : 'no'}
        data={['unset', 'yes', 'no'].map((value) => ({ value, label: t(`touchpoint.yesNo.${value}`) }))}
        onChange={(value) => set({ humanCanStepIn: value === 'unset' || value === null ? null : value === 'yes' })}
        allowDeselect={false}
      />
      <TouchpointOutcome touchpoint={touchpoint} />
      <div>
        <Text component="div" className="field-label" id="importance-label">
          {t('touchpoint.importance')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="importance-label"
          value={String(touchpoint.importance ?? 'unset')}
          onChange={(value) => set({ importance: value === 'unset' ? null : Number(value) })}
          data={['unset', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value === 'unset' ? '–' : value }))}
        />
      </div>
      <Checkbox
        size="xs"
        label={t('touchpoint.momentOfTruth')}
        checked={touchpoint.momentOfTruth}
        onChange={(event) => set({ momentOfTruth: event.currentTarget.checked })}
      />
      <TextField
        label={t('touchpoint.owner')}
        value={touchpoint.owner}
        onChange={(owner) => set({ owner }, `owner:${id}`)}
      />
      <TextField
        label={t('touchpoint.objections')}
        value={touchpoint.objections}
        multiline
        onChange={(objections) => set({ objections }, `objections:${id}`)}
      />
      <TagsInput size="xs" label={t('touchpoint.tags')} value={touchpoint.tags} onChange={(tags) => set({ tags })} />
      <WebLinks links={touchpoint.webLinks} onChange={(webLinks) => set({ webLinks })} />
    </Stack>
  );
}
