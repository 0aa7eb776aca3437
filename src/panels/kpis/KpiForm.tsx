import { NativeSelect, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { marksProblem } from '../../analysis/kpi/judgeFigure.ts';
import { valueText } from '../../analysis/kpi/kpiText.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { definitionsOf, fieldsOfDefinition } from '../../model/readyKpis.ts';
import { type Kpi, outcomes, rollUps, units } from '../../model/records/kpi.ts';
import '../../ui/choices.css';
import '../../ui/lists.css';

/** Every field of a KPI. Texts are saved as they are typed; one undo takes a burst back. */
export function KpiForm({ kpi }: { kpi: Kpi }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const set = (fields: Partial<Omit<Kpi, 'id' | 'order'>>, gesture?: string) =>
    editor.run('updateKpi', { id: kpi.id, fields }, gesture && `kpi:${kpi.id}:${gesture}`);
  const text = (field: 'name' | 'source' | 'owner') => ({
    size: 'xs' as const,
    label: t(`kpi.${field}`),
    value: kpi[field],
    onBlur: () => editor.seal(),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [field]: event.currentTarget.value }, field),
  });
  const problem = marksProblem(kpi);
  const marks = (['target', 'warnAt', 'badAt'] as const).map((field) => (
    <NumberInput
      key={field}
      size="xs"
      hideControls
      label={t(`kpi.${field}`)}
      error={problem?.includes(field as never) || undefined}
      value={kpi[field] ?? ''}
      onBlur={() => editor.seal()}
      onChange={(value) => {
        const number = value === '' ? null : Number(value);
        if (number === null || Number.isFinite(number)) set({ [field]: number }, field);
      }}
    />
  ));
  const definitions = definitionsOf(kpi.metric);
  return (
    <div className="kpi-form">
      <TextInput {...text('name')} />
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        label={t('kpi.description')}
        value={kpi.description}
        onBlur={() => editor.seal()}
        onChange={(event) => set({ description: event.currentTarget.value }, 'description')}
      />
      {definitions.length > 1 && (
        <NativeSelect
          size="xs"
          label={t('kpi.definition')}
          value={kpi.definition}
          onChange={(event) => set(fieldsOfDefinition(event.currentTarget.value as Kpi['definition']))}
          data={definitions.map((value) => ({ value, label: t(`kpi.definitions.${value}`) }))}
        />
      )}
      <div className="kpi-pair">
        <NativeSelect
          size="xs"
          label={t('kpi.unit')}
          value={kpi.unit}
          onChange={(event) => set({ unit: event.currentTarget.value as Kpi['unit'] })}
          data={units.map((value) => ({ value, label: t(`kpi.units.${value}`) }))}
        />
        <NativeSelect
          size="xs"
          label={t('kpi.rollUp')}
          value={kpi.rollUp}
          onChange={(event) => set({ rollUp: event.currentTarget.value as Kpi['rollUp'] })}
          data={rollUps.map((value) => ({ value, label: t(`kpi.rollUps.${value}`) }))}
        />
      </div>
      {kpi.unit === 'currency' && (
        <NativeSelect
          size="xs"
          label={t('kpi.currency')}
          value={kpi.currency ?? ''}
          onChange={(event) => set({ currency: event.currentTarget.value })}
          data={[{ value: '', label: t('kpi.currencyUnset') }, ...currencies(i18n.language)]}
        />
      )}
      <div>
        <div className="field-label">{t('kpi.better')}</div>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('kpi.better')}
          value={kpi.better}
          onChange={(value) => set({ better: value as Kpi['better'] })}
          data={(['more', 'less'] as const).map((value) => ({ value, label: t(`kpi.betters.${value}`) }))}
        />
      </div>
      <div className="kpi-pair">{marks}</div>
      {problem !== null && (
        <p className="problem" role="alert">
          {t(`kpi.marksProblem.${kpi.better}`, {
            better: t(`kpi.marks.${problem[0]}`),
            worse: t(`kpi.marks.${problem[1]}`),
            betterValue: valueText(kpi, kpi[problem[0]] ?? 0, i18n.language),
            worseValue: valueText(kpi, kpi[problem[1]] ?? 0, i18n.language),
          })}
        </p>
      )}
      <NativeSelect
        size="xs"
        label={t('kpi.outcome')}
        value={kpi.outcome ?? ''}
        onChange={(event) => set({ outcome: (event.currentTarget.value || null) as Kpi['outcome'] })}
        data={[
          { value: '', label: t('kpi.outcomes.unset') },
          ...outcomes.map((value) => ({ value: value as string, label: t(`kpi.outcomes.${value}`) })),
        ]}
      />
      <TextInput {...text('source')} />
      <TextInput {...text('owner')} />
    </div>
  );
}

/** All there are, by code, with their names in a language (BCP 47). */
function currencies(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${value} · ${names.of(value)}` }));
}
