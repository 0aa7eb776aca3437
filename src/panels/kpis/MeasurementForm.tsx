import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceOfPoint } from '../../analysis/kpi/kpiFigures.ts';
import { valueText } from '../../analysis/kpi/kpiText.ts';
import { useDraft } from '../../editor/useDraft.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Point } from '../../model/records/series.ts';

interface MeasurementFormProps {
  readonly kpi: Kpi;
  /** The measurement that is edited; null for a new one. */
  readonly start: Point | null;
  /** What is measured at the place already. */
  readonly points: readonly Point[];
  readonly onSet: (point: Omit<Point, 'importId'>) => void;
}

/** The text of a field. What is being written of a new measurement outlives the panel; one that is edited begins as it stands. */
function useField(kpi: Kpi, field: 'from' | 'to' | 'value' | 'n', start: Point | null) {
  const draft = useDraft(`${field}:${kpi.id}`);
  const edited = useState(String(start?.[field] ?? ''));
  return start === null ? draft : edited;
}

/** A measurement typed by hand. One of the same days is replaced, once that has been said. */
export function MeasurementForm({ kpi, start, points, onSet }: MeasurementFormProps) {
  const { t, i18n } = useTranslation();
  const [from, setFrom] = useField(kpi, 'from', start);
  const [to, setTo] = useField(kpi, 'to', start);
  const [value, setValue] = useField(kpi, 'value', start);
  const [n, setN] = useField(kpi, 'n', start);
  const [problem, setProblem] = useState<'value' | 'days' | 'n' | null>(null);
  /** The measurement of which it was said that it will be replaced. */
  const [asked, setAsked] = useState<Point | null>(null);
  const isStart = from === start?.from && to === start?.to;
  const there = isStart ? undefined : points.find((point) => point.from === from && point.to === to);
  const isAsked = there !== undefined && asked === there;
  const submit = () => {
    const [number, count] = [Number(value), n === '' ? null : Number(n)];
    const wrong =
      value === '' || !Number.isFinite(number)
        ? 'value'
        : from === '' || to === '' || from > to
          ? 'days'
          : count !== null && !(count >= 0)
            ? 'n'
            : null;
    setProblem(wrong);
    if (wrong !== null) return;
    if (there !== undefined && asked !== there) return setAsked(there);
    setAsked(null);
    onSet({ from, to, value: number, n: count });
    setValue('');
    setN('');
  };
  return (
    <form
      className="kpi-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="kpi-pair">
        <NumberInput
          size="xs"
          hideControls
          label={`${t('kpi.value')} (${t(`kpi.units.${kpi.unit}`)})`}
          value={value}
          onChange={(typed) => setValue(String(typed))}
        />
        <NumberInput
          size="xs"
          hideControls
          label={t('kpi.n')}
          title={t('kpi.nHint')}
          value={n}
          onChange={(typed) => setN(String(typed))}
        />
      </div>
      <div className="kpi-pair">
        <TextInput
          size="xs"
          type="date"
          label={t('kpi.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="date"
          label={t('kpi.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {problem !== null && (
        <p className="problem" role="alert">
          {t(`kpi.problem.${problem}`)}
        </p>
      )}
      {isAsked && (
        <p className="problem" role="alert">
          {t('kpi.replaces', {
            value: valueText(kpi, there.value, i18n.language),
            source: t(`kpi.sources.${sourceOfPoint(there)}`),
          })}
        </p>
      )}
      <Button size="xs" type="submit" variant="default">
        {t(isAsked ? 'kpi.replacePoint' : 'kpi.measure')}
      </Button>
    </form>
  );
}
