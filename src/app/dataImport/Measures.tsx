import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CountedLog } from '../../analysis/data/countedLog.ts';
import { type LogMeasure, logMeasures } from './logFigures.ts';
import '../../ui/choices.css';

/** The figures of a log that become KPIs; those that it has. */
export function Measures({
  log,
  wanted,
  onChange,
}: {
  log: CountedLog;
  wanted: ReadonlySet<LogMeasure>;
  onChange: (wanted: ReadonlySet<LogMeasure>) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="data-measures">
      <legend>{t('data.measures.title')}</legend>
      {measuresIn(log).map((measure) => (
        <Checkbox
          key={measure}
          size="xs"
          checked={wanted.has(measure)}
          label={t(`data.measures.${measure}`)}
          onChange={(event) => {
            const next = new Set(wanted);
            if (event.currentTarget.checked) next.add(measure);
            else next.delete(measure);
            onChange(next);
          }}
        />
      ))}
    </fieldset>
  );
}

/** What a log has figures for. */
function measuresIn(log: CountedLog): LogMeasure[] {
  const changes = { changedChannel: 'channel', changedDevice: 'device', changedDepartment: 'department' } as const;
  return (Object.keys(logMeasures) as LogMeasure[]).filter((measure) => {
    if (measure === 'duration' || measure === 'duration90') return log.hasDurations;
    if (measure === 'waiting' || measure === 'waiting90') return log.period !== null;
    if (measure in changes)
      return log.links.some((link) => link.changed[changes[measure as keyof typeof changes]].known > 0);
    return true;
  });
}
