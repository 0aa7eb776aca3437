import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareWalks } from '../../analysis/walks.ts';
import { goToRecords } from '../../editor/session.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { WalkStep } from '../../model/records/walk.ts';
import { ResultMark } from '../../ui/ResultMark.tsx';
import { instantText } from './localTime.ts';
import { StopPhoto } from './StopPhoto.tsx';
import { clockText } from './stopwatch.ts';
import { walkTitles } from './walkTitles.ts';

/** Two walks side by side: result, waiting time and notes at each touchpoint, and what is different. */
export function WalkCompare({ pair: [a, b], onClose }: { pair: readonly [string, string]; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const lines = useMemo(() => compareWalks(map, a, b), [map, a, b]);
  const blank = { name: '', walker: '', startedAt: null };
  const [nameA, nameB] = walkTitles([map.walks[a] ?? blank, map.walks[b] ?? blank], t('walk.unnamed'), (instant) =>
    instantText(instant, i18n.language),
  );
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const met = (stop: WalkStep | null) =>
    stop === null ? (
      <span className="walk-missing">{t('walk.notThere')}</span>
    ) : (
      <>
        <span className="walk-met">
          {stop.result !== null && <ResultMark result={stop.result} />}
          {stop.result === null ? (
            <span className="walk-missing">{t('walk.noResult')}</span>
          ) : (
            t(`walk.results.${stop.result}`)
          )}
          {stop.waitSeconds !== null && ` · ${clockText(stop.waitSeconds)}`}
        </span>
        {stop.notes !== '' && (
          <span className="walk-note" data-result={stop.result ?? undefined}>
            {stop.notes}
          </span>
        )}
        <StopPhoto photo={stop.photo} title={title(stop.touchpointId)} />
      </>
    );
  const wait = (by: number) =>
    by === 0 ? t('walk.sameWait') : t(by > 0 ? 'walk.longer' : 'walk.shorter', { time: clockText(by) });
  return (
    <div className="walk-body walk-wide">
      <h3>{t('walk.compared', { a: nameA, b: nameB })}</h3>
      {lines.every(({ change, waitDifference }) => change === null && waitDifference === null) && (
        <p>{t('walk.nothingInBoth')}</p>
      )}
      <table className="walk-compare">
        <thead>
          <tr>
            <th scope="col">{t('walk.touchpoint')}</th>
            <th scope="col">{nameA}</th>
            <th scope="col">{nameB}</th>
            <th scope="col">{t('walk.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.touchpointId}>
              <th scope="row">
                <button
                  type="button"
                  className="walk-link"
                  onClick={() => {
                    onClose();
                    goToRecords(editor.session, [line.touchpointId]);
                  }}
                >
                  {title(line.touchpointId)}
                </button>
              </th>
              <td data-walk={nameA}>{met(line.a)}</td>
              <td data-walk={nameB}>{met(line.b)}</td>
              <td data-change={line.change ?? undefined}>
                {line.change !== null && <b>{t(`walk.changes.${line.change}`)}</b>}
                {line.waitDifference !== null && <span>{wait(line.waitDifference)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
