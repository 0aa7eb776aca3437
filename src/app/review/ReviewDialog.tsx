import { CloseButton, Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import type { Documents } from '../../model/tables.ts';
import { useActions } from '../actions/actionsContext.ts';
import { nextAnswer } from './draft.ts';
import { Finish } from './Finish.tsx';
import { handoffSentence } from './handoffSentence.ts';
import { Question } from './Question.tsx';
import './review.css';
import { reviewKey } from './reviewKeys.ts';
import { useReview } from './useReview.ts';
import { Verdict } from './Verdict.tsx';

const selectAll = (documents: Documents) => documents;

/** The review queue over the whole screen: one handoff at a time, worked by keys or buttons. */
export function ReviewDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const { shell } = useActions();
  const docs = useDocuments(selectAll);
  const review = useReview();
  const { handoffs, leftOut, index, asked, said, unsaved } = review;
  const personaIds = useSession((session) => session.personaFilter);
  const names = personaIds.flatMap((personaId) => docs.library.personas[personaId]?.name ?? []);
  const [leaving, setLeaving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = asked?.handoff.linkId ?? null;

  // Each handoff is read out anew: the focus goes to its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another handoff is what moves the focus
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.review-body')?.scrollTo(0, 0);
  }, [id]);

  const close = () => {
    if (unsaved.length > 0 && !leaving) setLeaving(true);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const inText = target.closest('textarea') !== null;
    // The keys of the map behind are not for here.
    if (event.key !== 'Tab') event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      if (inText) heading.current?.focus();
      else close();
      return;
    }
    if (inText && (event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      heading.current?.focus();
      return;
    }
    const asks = inText ? null : reviewKey(event.nativeEvent);
    if (asks === null || (event.key === ' ' && target.closest('button, summary') !== null)) return;
    event.preventDefault();
    if (asks.kind === 'undo' || asks.kind === 'redo') review.travel(asks.kind);
    else if (event.repeat) return;
    else if (asks.kind === 'smooth' || asks.kind === 'gap') review.judge(asks.kind);
    else if (asks.kind === 'skip') review.skip();
    else if (asks.kind === 'back') review.goTo(index - 1);
    else if (asks.kind === 'severity') review.change({ severity: asks.value });
    else if (asks.kind === 'text') {
      heading.current?.closest('.review')?.querySelector<HTMLElement>(`[data-field="${asks.field}"]`)?.focus();
    } else if (asked !== null) review.change({ [asks.check]: nextAnswer(asked.fields[asks.check]) });
  };
  const showGaps = () => {
    editor.session.setState({ panel: 'gaps' });
    shell.focusPanel();
    onClose();
  };

  return (
    <Modal.Root opened fullScreen onClose={close} closeOnEscape={false} transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={t('review.title')} classNames={{ content: 'review-content' }}>
        <Modal.Body p={0} className="review" onKeyDown={onKeyDown}>
          <div className="review-bar">
            <h2>{t('review.title')}</h2>
            {asked !== null && (
              <p className="review-progress">{t('review.progress', { index: index + 1, count: handoffs.length })}</p>
            )}
            {leftOut > 0 && (
              <p className="review-only">
                {names.length > 0
                  ? t('review.onlyFor', { names: new Intl.ListFormat(i18n.language).format(names), count: leftOut })
                  : t('review.onlySeen', { count: leftOut })}
              </p>
            )}
            <div
              className="review-track"
              role="progressbar"
              aria-label={t('review.title')}
              aria-valuemin={0}
              aria-valuemax={handoffs.length}
              aria-valuenow={index}
            >
              {handoffs.map((handoff, at) => (
                <i key={handoff.linkId} data-state={handoff.state} data-here={at === index || undefined} />
              ))}
            </div>
            <CloseButton size="lg" aria-label={t('review.close')} onClick={close} />
          </div>
          <div className="review-body">
            <h3
              ref={heading}
              tabIndex={-1}
              data-autofocus
              className={asked === null ? 'review-done' : 'visually-hidden'}
            >
              {asked === null
                ? t('review.doneTitle')
                : `${t(asked.changed === null ? 'review.itemInside' : 'review.item', { index: index + 1, count: handoffs.length })}. ${handoffSentence(docs, asked.handoff, t, i18n.language)}`}
            </h3>
            {asked === null ? (
              <Finish review={review} onGaps={showGaps} onClose={close} />
            ) : (
              <Question key={id} review={review} onSeal={() => editor.seal()} />
            )}
          </div>
          {leaving && unsaved.length > 0 && (
            <div className="review-leaving" role="alert">
              <p>{t('review.drafts', { count: unsaved.length })}</p>
              <button
                type="button"
                className="review-button review-button-main"
                onClick={() => {
                  setLeaving(false);
                  review.goTo(handoffs.indexOf(unsaved[0] as (typeof unsaved)[number]));
                }}
              >
                {t('review.draftsGo')}
              </button>
              <button
                type="button"
                className="review-button"
                onClick={() => {
                  review.forgetUnsaved();
                  onClose();
                }}
              >
                {t('review.draftsLeave')}
              </button>
            </div>
          )}
          {asked !== null && <Verdict review={review} asked={asked} />}
          <div className="visually-hidden" role="status" aria-live="polite">
            {said.count % 2 === 0 ? said.text : `${said.text}\u00a0`}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
