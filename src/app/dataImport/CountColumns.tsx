import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../exchange/data/dataApi.ts';
import { Choice } from './Choice.tsx';
import { columnsOf, type Reading, withCount } from './reading.ts';

/** Figures for which the column of n can be chosen; tables with more have one for all of them, or none. */
const SHOWN = 40;

/** From which column each figure of a table takes n, on how many it rests: guessed for rates, and to be changed. */
export function CountColumns({
  seen,
  reading,
  onChange,
}: {
  seen: Inspection;
  reading: Reading;
  onChange: (reading: Reading) => void;
}) {
  const { t } = useTranslation();
  if (reading.kind === 'events' || reading.kind === 'survey' || reading.settings.values.length === 0) return null;
  const { settings } = reading;
  const numbers = columnsOf(seen).filter(({ kind }) => kind === 'number');
  return (
    <section>
      <h3>{t('data.n.title')}</h3>
      {settings.n !== null ? (
        <p>{t('data.n.all', { column: settings.n })}</p>
      ) : (
        settings.values
          .slice(0, SHOWN)
          .map((value) => (
            <Choice
              key={value}
              label={value}
              value={settings.nOf[value] ?? ''}
              options={[
                { value: '', label: t('data.n.none') },
                ...numbers
                  .filter(({ name }) => name !== value)
                  .map(({ name }) => ({ value: name, label: t('data.n.of', { column: name }) })),
              ]}
              onChange={(column) => onChange(withCount(reading, value, column === '' ? null : column))}
            />
          ))
      )}
    </section>
  );
}
