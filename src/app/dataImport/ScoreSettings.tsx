import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayBeNps } from '../../exchange/data/guessSurvey.ts';
import type { ScoreColumn } from '../../exchange/data/surveyTable.ts';
import { Choice } from './Choice.tsx';
import { type ScoreAs, usualScore } from './scoreKpis.ts';
import type { Understood } from './useDataImport.ts';
import '../../ui/choices.css';

const scales = ['1-4', '1-5', '1-6', '1-7', '0-5', '0-10', '1-10'];

/** The scale and the definition of each score: vendors differ, so it is asked and kept beside the figure. */
export function ScoreSettings({
  understood,
  onChange,
}: {
  understood: Understood;
  onChange: (change: Partial<Understood>) => void;
}) {
  const { t } = useTranslation();
  const { reading, matching } = understood;
  if (reading.kind !== 'survey') return null;
  const { settings } = reading;
  const setScore = (column: string, change: Partial<ScoreColumn>) =>
    onChange({
      reading: {
        kind: 'survey',
        settings: {
          ...settings,
          scores: settings.scores.map((score) => (score.column === column ? { ...score, ...change } : score)),
        },
      },
    });
  const setAs = (column: string, as: ScoreAs) =>
    onChange({ matching: { ...matching, scores: new Map(matching.scores).set(column, as) } });
  return (
    <>
      {settings.scores
        .filter(({ measure }) => measure !== 'nps')
        .map((score) => {
          const as = matching.scores.get(score.column) ?? usualScore(score);
          const scale = `${score.scale.least}-${score.scale.greatest}`;
          return (
            <fieldset key={score.column} className="data-score">
              <legend>{score.column}</legend>
              {mayBeNps(score) && (
                <p className="data-ask">
                  {t('data.score.mayBeNps')}{' '}
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => setScore(score.column, { measure: 'nps', scale: { least: 0, greatest: 10 } })}
                  >
                    {t('data.score.asNps')}
                  </Button>
                </p>
              )}
              <div className="data-pair">
                <Choice
                  label={t('data.score.scale')}
                  value={scale}
                  options={[...new Set([...scales, scale])].map((value) => ({ value, label: value.replace('-', '–') }))}
                  onChange={(value) => {
                    const [least = 1, greatest = 5] = value.split('-').map(Number);
                    setScore(score.column, { scale: { least, greatest } });
                  }}
                />
                <Choice
                  label={t('data.score.definition')}
                  value={as.as}
                  options={(score.measure === 'csat'
                    ? (['topTwoBox', 'mean'] as const)
                    : (['mean', 'share'] as const)
                  ).map((value) => ({ value, label: t(`data.score.as.${value}`) }))}
                  onChange={(value) => setAs(score.column, { ...as, as: value as ScoreAs['as'] })}
                />
                <Choice
                  label={t('data.score.best')}
                  value={as.best}
                  options={(['high', 'low'] as const).map((value) => ({
                    value,
                    label: t(`data.score.bests.${value}`),
                  }))}
                  onChange={(value) => setAs(score.column, { ...as, best: value as ScoreAs['best'] })}
                />
              </div>
            </fieldset>
          );
        })}
      {settings.date !== null && (
        <Checkbox
          size="xs"
          checked={settings.byMonth}
          label={t('data.score.byMonth')}
          onChange={(event) =>
            onChange({
              reading: { kind: 'survey', settings: { ...settings, byMonth: event.currentTarget.checked } },
            })
          }
        />
      )}
    </>
  );
}
