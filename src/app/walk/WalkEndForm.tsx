import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../analysis/evidenceCheck.ts';
import { isNoted } from '../../analysis/walks.ts';
import { announce } from '../../editor/session.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { Walk, WalkStep } from '../../model/records/walk.ts';
import { ResultMark } from '../../ui/ResultMark.tsx';
import { type FeelingChoice, finishWalk, proposedFeeling, waitKpi } from './finishWalk.ts';
import { keptFeeling, pieceText } from './pieceText.ts';
import { StopPhoto } from './StopPhoto.tsx';
import '../../ui/choices.css';
import '../../ui/lists.css';

/** How many records of a table are others than before. */
function changedRecords(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): number {
  return Object.keys(after).filter((id) => after[id] !== before[id]).length;
}

const values = ['', '-2', '-1', '0', '1', '2'] as const;

interface WalkEndFormProps {
  readonly walk: Walk;
  readonly stops: readonly WalkStep[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onBack: () => void;
  /** Called with what has been made of the walk. */
  readonly onDone: (said: string) => void;
}

/** The end of a walk: what each stop felt like is confirmed, then all of it becomes evidence, feelings and measurements. */
export function WalkEndForm({ walk, stops, heading, onBack, onDone }: WalkEndFormProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const isEnded = walk.endedAt !== null;
  const done = stops.filter(isNoted);
  const [feelings, setFeelings] = useState<Readonly<Record<string, string>>>({});
  const [choice, setChoice] = useState<FeelingChoice>('unset');
  const [keepsWaits, setKeepsWaits] = useState(true);
  const waited = stops.some(({ waitSeconds }) => waitSeconds !== null);
  const title = ({ touchpointId }: WalkStep) => map.touchpoints[touchpointId]?.title || t('map.untitled');
  const feelingOf = (stop: WalkStep) => {
    const kept = keptFeeling(map, stop, t);
    const proposed = stop.result === null ? null : proposedFeeling[stop.result];
    const feeling = kept === undefined ? proposed : kept;
    return feelings[stop.id] ?? (feeling === null ? '' : String(Math.round(feeling)));
  };
  const words = (stop: WalkStep) => pieceText(stop, t);
  const finish = () => {
    const now = new Date();
    editor.transact('updateWalk', (draft) =>
      finishWalk(draft, {
        walkId: walk.id,
        endedAt: walk.endedAt ?? now.toISOString(),
        day: dayOf(walk.endedAt === null ? now : new Date(walk.endedAt)),
        source:
          walk.walker === ''
            ? walk.name
            : t('walk.source', { name: walk.name || t('walk.unnamed'), walker: walk.walker }),
        pieces: done.map((stop) => ({
          touchpointId: stop.touchpointId,
          text: words(stop),
          feeling: feelingOf(stop) === '' ? null : Number(feelingOf(stop)),
        })),
        feelings: choice,
        waitName: waited && keepsWaits ? t('walk.waitKpi') : null,
      }),
    );
    const after = editor.documents().map;
    const who = walk.personaId === null ? t('persona.everyone') : (library.personas[walk.personaId]?.name ?? '');
    const set = changedRecords(map.sentiments, after.sentiments);
    const waits = waited && keepsWaits ? stops.filter(({ waitSeconds }) => waitSeconds !== null).length : 0;
    const said = [
      t('walk.finished', { count: done.length }),
      ...(set > 0 ? [t('walk.madeFeelings', { count: set, who })] : []),
      ...(waits > 0 ? [t('walk.madeWaits', { count: waits })] : []),
    ].join(' ');
    announce(editor.session, said);
    onDone(said);
  };
  return (
    <>
      <div className="walk-body">
        <h3 ref={heading} tabIndex={-1} className="walk-title">
          {t(isEnded ? 'walk.overview' : 'walk.end')}
        </h3>
        <p>{t(done.length === 0 ? 'walk.endNothing' : isEnded ? 'walk.overviewText' : 'walk.endText')}</p>
        <ul className="walk-ends">
          {done.map((stop) => (
            <li key={stop.id}>
              <div className="walk-end-stop">
                <p>
                  {stop.result !== null && <ResultMark result={stop.result} />}
                  <b>{title(stop)}</b> {words(stop)}
                </p>
                <StopPhoto photo={stop.photo} title={title(stop)} />
              </div>
              <SegmentedControl
                fullWidth
                size="sm"
                aria-label={t('walk.feeling', { title: title(stop) })}
                value={feelingOf(stop)}
                onChange={(value) => setFeelings({ ...feelings, [stop.id]: value })}
                data={values.map((value) => ({
                  value,
                  label: value === '' ? '–' : Number(value) > 0 ? `+${value}` : value.replace('-', '−'),
                }))}
              />
            </li>
          ))}
        </ul>
        {done.length > 0 && (
          <>
            <Select
              size="md"
              allowDeselect={false}
              label={t('walk.feelings')}
              value={choice}
              data={(['unset', 'all', 'none'] as const).map((value) => ({
                value,
                label: t(`walk.feelingChoices.${value}`),
              }))}
              onChange={(value) => value && setChoice(value as FeelingChoice)}
            />
            {waited && (
              <Checkbox
                size="md"
                checked={keepsWaits}
                label={t('walk.keepWaits', { kpi: waitKpi({ library })?.name ?? t('walk.waitKpi') })}
                onChange={(event) => setKeepsWaits(event.currentTarget.checked)}
              />
            )}
          </>
        )}
      </div>
      <footer className="walk-foot">
        <Button size="lg" variant="default" disabled={stops.length === 0} onClick={onBack}>
          {t(isEnded ? 'walk.lastStop' : 'walk.previous')}
        </Button>
        {done.length > 0 && (
          <Button size="lg" onClick={finish}>
            {t(isEnded ? 'walk.finishAgain' : 'walk.finish')}
          </Button>
        )}
      </footer>
    </>
  );
}
