import { Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { lenses, lensField } from '../../model/lens.ts';
import type { WalkStep } from '../../model/records/walk.ts';
import { ResultMark } from '../../ui/ResultMark.tsx';
import { fromField, toField } from './localTime.ts';
import { Stopwatch } from './Stopwatch.tsx';
import { WalkPhoto } from './WalkPhoto.tsx';

const results = ['missed', 'met', 'exceeded'] as const;

interface WalkStopProps {
  readonly stop: WalkStep;
  /** "Stop 3 of 12". */
  readonly place: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** When the stopwatch that runs was started, as milliseconds since 1970; null while it stands. */
  readonly since: number | null;
  /** The walk is over: nothing is timed any more, only put right. */
  readonly isEnded: boolean;
  readonly onSet: (fields: Partial<WalkStep>, merge?: string) => void;
  readonly onWatch: () => void;
  readonly onReset: () => void;
}

/** One touchpoint of a walk: what was expected and met, when, how long it took, notes and a photo. */
export function WalkStop({ stop, place, heading, since, isEnded, onSet, onWatch, onReset }: WalkStopProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const touchpoint = useDocuments(({ map }) => map.touchpoints[stop.touchpointId]);
  const library = useDocuments((documents) => documents.library);
  const title = touchpoint?.title || t('map.untitled');
  const where = lenses
    .map((lens) => library[lensField[lens]][touchpoint?.[lensField[lens]][0] ?? '']?.name ?? '')
    .filter((name) => name !== '')
    .join(' · ');
  const time = (field: 'startedAt' | 'endedAt') => (
    <div className="walk-time">
      <TextInput
        size="md"
        type="datetime-local"
        label={t(field === 'startedAt' ? 'walk.started' : 'walk.endedAt')}
        value={toField(stop[field])}
        onBlur={() => editor.seal()}
        onChange={(event) => onSet({ [field]: fromField(event.currentTarget.value) }, field)}
      />
      {!isEnded && (
        <button
          type="button"
          className="large-button"
          aria-label={t(field === 'startedAt' ? 'walk.startNow' : 'walk.endNow')}
          onClick={() => onSet({ [field]: new Date().toISOString() })}
        >
          {t('walk.now')}
        </button>
      )}
    </div>
  );
  return (
    <>
      <p className="walk-place">
        {place}
        {where !== '' && ` · ${where}`}
      </p>
      <h3 ref={heading} tabIndex={-1} className="walk-title">
        {title}
      </h3>
      {touchpoint?.description && <p className="walk-about">{touchpoint.description}</p>}
      <Textarea
        size="md"
        autosize
        minRows={1}
        maxRows={6}
        label={t('walk.expected')}
        placeholder={t('walk.expectedHint')}
        value={stop.expected}
        onBlur={() => editor.seal()}
        onChange={(event) => onSet({ expected: event.currentTarget.value }, 'expected')}
      />
      <div className="walk-results" role="group" aria-label={t('walk.result')}>
        {results.map((result) => (
          <button
            key={result}
            type="button"
            className="walk-result"
            data-result={result}
            aria-pressed={stop.result === result}
            onClick={() => onSet({ result: stop.result === result ? null : result })}
          >
            <ResultMark result={result} size={26} />
            {t(`walk.results.${result}`)}
          </button>
        ))}
      </div>
      <Stopwatch stop={stop} since={since} canStart={!isEnded} onSet={onSet} onToggle={onWatch} onReset={onReset} />
      <div className="walk-times">
        {time('startedAt')}
        {time('endedAt')}
      </div>
      <Textarea
        size="md"
        autosize
        minRows={3}
        maxRows={12}
        label={t('walk.notes')}
        value={stop.notes}
        onBlur={() => editor.seal()}
        onChange={(event) => onSet({ notes: event.currentTarget.value }, 'notes')}
      />
      <WalkPhoto photo={stop.photo} title={title} onSet={(photo) => onSet({ photo })} />
      <p className="walk-keys">{t(isEnded ? 'walk.keysEnded' : 'walk.keys')}</p>
    </>
  );
}
