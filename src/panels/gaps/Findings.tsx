import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../analysis/figureText.ts';
import { type Finding, ruleNames } from '../../analysis/findings.ts';
import { announce, goToRecords } from '../../editor/session.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { Documents } from '../../model/tables.ts';
import { FindingRow } from './FindingRow.tsx';
import { findingSentence } from './findingSentence.ts';
import { usePlaces } from './usePlaces.ts';

const selectAll = (documents: Documents) => documents;
const kpiOf = ({ data }: Finding) => (data.kpi === undefined ? undefined : String(data.kpi));
const keyOf = ({ rule, place }: Finding) => `${rule} ${place.placeId} ${place.toId ?? ''}`;

/** So many findings are all laid open at first. */
const FEW = 12;
/** Lines of one rule at most; the others come as these are dealt with. */
const MOST = 60;

/** What the rules find, rule by rule, and apart from it what somebody has said is no gap. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const docs = useDocuments(selectAll);
  const { nameOf, goTo } = usePlaces();
  const list = useRef<HTMLDivElement>(null);
  const open = findings.filter(({ dismissed }) => dismissed === null);
  // With many, the headings say more than the first page of a long list.
  const [isLong] = useState(open.length > FEW);
  const found = ruleNames.flatMap((rule) => {
    const some = open.filter((finding) => finding.rule === rule);
    return some.length === 0 ? [] : [{ rule, some }];
  });
  const dismissed = findings.filter((finding) => finding.dismissed !== null);

  /** What was dealt with leaves the list, and would take the focus with it. */
  const said = (text: string) => {
    announce(editor.session, text);
    list.current?.focus({ preventScroll: true });
  };
  const dismiss = ({ rule, place }: Finding, reason: string) => {
    editor.run('dismissFinding', { rule, place, reason });
    said(t('finding.saidDismissed', { name: nameOf(place) }));
  };
  const restore = ({ rule, place }: Finding) => {
    editor.run('restoreFinding', { rule, place });
    said(t('finding.saidRestored', { name: nameOf(place) }));
  };
  const split = ({ place }: Finding) => {
    const name = nameOf(place);
    const second = editor.run('splitTouchpoint', { id: place.placeId, lens: 'channel' });
    goToRecords(editor.session, [place.placeId, second]);
    said(t('finding.saidSplit', { name }));
  };
  return (
    <div ref={list} tabIndex={-1} className="gap-list" role="group" aria-label={t('finding.label')}>
      {open.length === 0 && <p className="hint">{t(dismissed.length === 0 ? 'finding.none' : 'finding.noneMore')}</p>}
      {found.map(({ rule, some }, index) => (
        <details key={rule} className="finding-rule" open={!isLong || index === 0}>
          <summary>
            <b>{t(`finding.rules.${rule}`)}</b> <span>{some.length}</span>
          </summary>
          <ul>
            {some.slice(0, MOST).map((finding) => (
              <FindingRow
                key={keyOf(finding)}
                name={nameOf(finding.place)}
                why={findingSentence(docs, finding, t, i18n.language)}
                onGoTo={() => goTo(finding.place, kpiOf(finding))}
                onDismiss={(reason) => dismiss(finding, reason)}
                onSplit={finding.remedy === 'split' ? () => split(finding) : null}
              />
            ))}
          </ul>
          {some.length > MOST && <p className="hint">{t('gapList.andMore', { count: some.length - MOST })}</p>}
        </details>
      ))}
      {dismissed.length > 0 && (
        <details className="finding-rule finding-dismissed">
          <summary>
            <b>{t('finding.dismissedTitle')}</b> <span>{dismissed.length}</span>
          </summary>
          <ul>
            {dismissed.map((finding) => (
              <li key={keyOf(finding)} className="finding-row">
                <button type="button" className="record-line" onClick={() => goTo(finding.place, kpiOf(finding))}>
                  <span>
                    <b>{nameOf(finding.place)}</b>
                    <small>
                      {[
                        t(`finding.rules.${finding.rule}`),
                        dayText(finding.dismissed?.dismissedAt ?? '', i18n.language),
                      ].join(' · ')}
                    </small>
                    <small>{t('finding.becauseOf', { reason: finding.dismissed?.reason })}</small>
                  </span>
                </button>
                <div className="finding-actions">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={t('finding.restoreNamed', { name: nameOf(finding.place) })}
                    onClick={() => restore(finding)}
                  >
                    {t('finding.restore')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
