import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CountedLog } from '../../analysis/data/countedLog.ts';
import '../../ui/choices.css';

/** Activities that are offered; a log may have hundreds at which somebody stops. */
const OFFERED = 8;

/** At which activities of a log the journey ends as it should: whoever stops there is not lost. */
export function Ends({
  log,
  ends,
  onChange,
}: {
  log: CountedLog;
  ends: readonly number[];
  onChange: (ends: readonly number[]) => void;
}) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const offered = log.activities
    .map((activity, at) => ({ ...activity, at }))
    .filter((activity) => activity.ends > 0)
    .sort((a, b) => b.ends - a.ends || a.at - b.at)
    .filter(({ at }, index) => index < OFFERED || ends.includes(at));
  return (
    <fieldset className="data-measures">
      <legend>{t('data.ends.title')}</legend>
      <p className="hint">{t('data.ends.hint')}</p>
      {offered.map(({ name, at, ends: cases }) => (
        <Checkbox
          key={at}
          size="xs"
          checked={ends.includes(at)}
          label={t('data.ends.of', { name, count: cases, cases: number.format(cases) })}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...ends, at] : ends.filter((other) => other !== at))
          }
        />
      ))}
    </fieldset>
  );
}
