import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalkStep } from '../../model/records/walk.ts';
import { clockText, readClock, secondsWaited } from './stopwatch.ts';

interface StopwatchProps {
  readonly stop: WalkStep;
  /** When the stopwatch was started, as milliseconds since 1970; null while it stands. */
  readonly since: number | null;
  /** False where the walk has ended: its times are put right by typing. */
  readonly canStart: boolean;
  readonly onSet: (fields: Partial<WalkStep>, merge?: string) => void;
  readonly onToggle: () => void;
  readonly onReset: () => void;
}

/** How long was waited: started, stopped and gone on with, set to zero, or typed. What it shows follows from instants. */
export function Stopwatch({ stop, since, canStart, onSet, onToggle, onReset }: StopwatchProps) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  const [typed, setTyped] = useState<string | null>(null);
  const isRunning = since !== null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  const seconds = secondsWaited(stop.waitSeconds, since, Math.max(now, since ?? 0));
  const take = () => {
    if (typed === null) return;
    const read = typed.trim() === '' ? null : readClock(typed);
    if (typed.trim() === '' || read !== null) {
      onSet({ waitSeconds: read });
      setTyped(null);
    }
  };
  const isBad = typed !== null && typed.trim() !== '' && readClock(typed) === null;
  return (
    <div className="walk-watch" role="group" aria-label={t('walk.wait')}>
      <span className="walk-watch-label">{t('walk.wait')}</span>
      <div className="walk-watch-line">
        {isRunning ? (
          <output className="walk-clock" role="timer">
            {clockText(seconds)}
          </output>
        ) : (
          <TextInput
            size="md"
            className="walk-clock-field"
            inputMode="numeric"
            aria-label={t('walk.waitField')}
            placeholder="0:00"
            error={isBad ? t('walk.waitBad') : null}
            value={typed ?? (stop.waitSeconds === null ? '' : clockText(stop.waitSeconds))}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
            }}
          />
        )}
        {(canStart || isRunning) && (
          <button
            type="button"
            className="large-button walk-watch-main"
            data-running={isRunning || undefined}
            onClick={() => {
              setTyped(null);
              onToggle();
            }}
          >
            {t(isRunning ? 'walk.stopWatch' : 'walk.startWatch')}
          </button>
        )}
        <button
          type="button"
          className="large-button"
          // Not while it runs: a second tap on the button beside it would take the time away.
          disabled={isRunning || stop.waitSeconds === null}
          onClick={() => {
            setTyped(null);
            onReset();
          }}
        >
          {t('walk.resetWatch')}
        </button>
      </div>
    </div>
  );
}
