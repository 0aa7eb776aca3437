import { Button } from '@mantine/core';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopsOf } from '../../analysis/walks.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { Walk, WalkStep } from '../../model/records/walk.ts';
import { instantText } from './localTime.ts';
import { stopKey } from './stopKeys.ts';
import { createStopwatchMemory, secondsWaited } from './stopwatch.ts';
import { WalkEndForm } from './WalkEndForm.tsx';
import { WalkStop } from './WalkStop.tsx';
import { createPlaceMemory, placeText, placeToGoOn } from './walkPlace.ts';

/** One walk: its stops one at a time, then its end. Goes on where one was. */
export function WalkAlong({ walk, onDone }: { walk: Walk; onDone: (said: string) => void }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const stops = useMemo(() => stopsOf(map, walk.id), [map, walk.id]);
  const memory = useMemo(() => createStopwatchMemory(() => window.localStorage), []);
  const places = useMemo(() => createPlaceMemory(() => window.localStorage), []);
  const isEnded = walk.endedAt !== null;
  const [index, setIndex] = useState(() =>
    placeToGoOn(stops, places.get(walk.id), (id) => memory.get(id) !== null, isEnded),
  );
  // Starting the stopwatch writes nothing to the map: this has to be drawn anew all the same.
  const [, renew] = useReducer((turn: number) => turn + 1, 0);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.min(index, stops.length);
  const stop = stops[at];
  const set = (fields: Partial<WalkStep>, merge?: string) => {
    if (stop !== undefined)
      editor.run(
        'recordStop',
        { walkId: walk.id, touchpointId: stop.touchpointId, fields },
        merge && `${merge}:${stop.id}`,
      );
  };
  // Whoever comes to the end waits no more.
  const endWatches = () => {
    for (const { id, touchpointId, waitSeconds } of stops) {
      const since = memory.get(id);
      if (since === null) continue;
      memory.set(id, null);
      const fields = { waitSeconds: secondsWaited(waitSeconds, since, Date.now()) };
      editor.run('recordStop', { walkId: walk.id, touchpointId, fields }, `wait:${id}`);
    }
  };
  const go = (to: number) => {
    editor.seal();
    if (to >= stops.length) endWatches();
    setIndex(Math.max(0, Math.min(stops.length, to)));
  };
  const done = (said: string) => {
    places.set(walk.id, null);
    onDone(said);
  };
  const toggleWatch = () => {
    if (stop === undefined) return;
    const since = memory.get(stop.id);
    // What is over is not waited for; a stopwatch that another window left running can still be stopped.
    if (isEnded && since === null) return;
    memory.set(stop.id, since === null ? Date.now() : null);
    if (since !== null) set({ waitSeconds: secondsWaited(stop.waitSeconds, since, Date.now()) });
    renew();
  };
  const resetWatch = () => {
    if (stop === undefined) return;
    memory.set(stop.id, null);
    set({ waitSeconds: null });
    renew();
  };

  // Each stop is read out anew: the focus goes to its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stop is what moves the focus
  useEffect(() => {
    places.set(walk.id, placeText(stops, at));
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.walk-body')?.scrollTo(0, 0);
  }, [at]);

  return (
    <div
      className="walk-along"
      role="group"
      aria-label={walk.name || t('walk.unnamed')}
      onKeyDown={(event) => {
        const key = stopKey(event.nativeEvent);
        if (key === null) return;
        event.preventDefault();
        if (key === 'back') go(at - 1);
        else if (key === 'next') go(at + 1);
        else if (key === 'watch') toggleWatch();
        else set({ result: key });
      }}
    >
      <div
        className="walk-track"
        role="progressbar"
        aria-label={t('walk.progress')}
        aria-valuemin={0}
        aria-valuemax={stops.length}
        aria-valuenow={at}
      >
        {stops.map(({ id, result }, place) => (
          <i key={id} data-result={result ?? undefined} data-here={place === at || undefined} />
        ))}
      </div>
      {walk.endedAt !== null && (
        <p className="walk-over">
          {t('walk.isOver', { date: instantText(walk.endedAt, i18n.language) })}
          {stop !== undefined && ` ${t('walk.isOverStop')}`}
        </p>
      )}
      {stop === undefined ? (
        <WalkEndForm walk={walk} stops={stops} heading={heading} onBack={() => go(at - 1)} onDone={done} />
      ) : (
        <>
          <div className="walk-body">
            <WalkStop
              key={stop.id}
              stop={stop}
              place={t('walk.stop', { index: at + 1, count: stops.length })}
              heading={heading}
              since={memory.get(stop.id)}
              isEnded={isEnded}
              onSet={set}
              onWatch={toggleWatch}
              onReset={resetWatch}
            />
          </div>
          <footer className="walk-foot">
            <Button size="lg" variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
              {t(isEnded ? 'walk.previousStop' : 'walk.previous')}
            </Button>
            {(at < stops.length - 1 || !isEnded) && (
              <Button size="lg" onClick={() => go(at + 1)}>
                {t(at === stops.length - 1 ? 'walk.toEnd' : isEnded ? 'walk.nextStop' : 'walk.next')}
              </Button>
            )}
            {(at < stops.length - 1 || isEnded) && (
              <Button size="lg" variant="subtle" color="gray" onClick={() => go(stops.length)}>
                {t(isEnded ? 'walk.toOverview' : 'walk.toEnd')}
              </Button>
            )}
          </footer>
        </>
      )}
    </div>
  );
}
