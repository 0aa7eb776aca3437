import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftFrom, repeatsOf, waysOf } from '../../analysis/data/draftFrom.ts';
import type { CountedFile } from '../../exchange/data/dataApi.ts';
import { Ends } from './Ends.tsx';
import { percentText, readableShare } from './figureTexts.ts';
import { type LogMeasure, usualMeasures } from './logFigures.ts';
import { Measures } from './Measures.tsx';

export interface MapWish {
  readonly name: string;
  readonly share: number;
  readonly wanted: ReadonlySet<LogMeasure>;
  /** Activities at which the journey ends. */
  readonly ends: readonly number[];
}

/** Asks how much of a log is to be drawn as a new map, and shows what that comes to. */
export function BuildMap({
  data,
  onMake,
  busy,
}: {
  data: CountedFile;
  onMake: (wish: MapWish) => void;
  busy: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { log } = data;
  const [share, setShare] = useState(() => readableShare(log));
  const [name, setName] = useState(() => data.file.name.replace(/(?:\.(?:csv|tsv|tab|txt|xes|xml|gz))+$/i, ''));
  const [wanted, setWanted] = useState<ReadonlySet<LogMeasure>>(new Set(usualMeasures));
  const [ends, setEnds] = useState(log.regularEnds);
  const shown = useDeferredValue(share);
  const repeats = useMemo(() => repeatsOf(log), [log]);
  const draft = useMemo(() => draftFrom(log, shown), [log, shown]);
  const of = (text: 'touchpoints' | 'links', count: number, all: number) =>
    t(`data.build.${text}`, { count, all: new Intl.NumberFormat(i18n.language).format(all) });
  return (
    <div className="data-build">
      <div className="data-build-asks">
        <TextInput
          size="xs"
          label={t('data.build.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <label className="data-slider">
          <span>{t('data.build.share')}</span>
          <input
            type="range"
            min={1}
            max={100}
            value={Math.round(share * 100)}
            aria-valuetext={percentText(share, i18n.language)}
            onChange={(event) => setShare(Number(event.currentTarget.value) / 100)}
          />
          <output>{percentText(share, i18n.language)}</output>
        </label>
        <p role="status" className="data-build-result">
          {t('data.build.result', {
            touchpoints: of('touchpoints', draft.touchpoints.length, log.activities.length),
            links: of('links', draft.links.length, waysOf(log).length),
            drawn: percentText(draft.drawn, i18n.language),
          })}
          {repeats.length > 0 &&
            ` ${t('data.build.repeats', { count: repeats.length, names: repeats.slice(0, 12).join(', ') })}`}
        </p>
        <Measures log={log} wanted={wanted} onChange={setWanted} />
        <Ends log={log} ends={ends} onChange={setEnds} />
        <Button
          size="xs"
          loading={busy}
          disabled={name.trim() === ''}
          onClick={() => onMake({ name, share, wanted, ends })}
        >
          {t('data.build.make')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="data-draft" aria-label={t('data.build.preview')} tabIndex={0}>
        <ol>
          {draft.steps.map((step) => (
            <li key={step.touchpoints.join(' ')}>
              {step.touchpoints.map((at) => {
                const touchpoint = draft.touchpoints[at];
                return (
                  <div key={at} className="data-draft-card">
                    <b>{touchpoint?.title}</b>
                    <span>{percentText(touchpoint?.reach ?? 0, i18n.language)}</span>
                  </div>
                );
              })}
            </li>
          ))}
        </ol>
        {draft.activitiesLeftOut.length > 0 && (
          <p className="hint">
            {t('data.build.left', {
              count: draft.activitiesLeftOut.length,
              names: draft.activitiesLeftOut.slice(0, 12).join(', '),
            })}
          </p>
        )}
      </section>
    </div>
  );
}
