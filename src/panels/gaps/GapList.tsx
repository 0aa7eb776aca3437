import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Members } from '../../analysis/audience.ts';
import { groupGaps, isShown, listGaps, pageOfGroups, rankDigits } from '../../analysis/gapList.ts';
import type { Gap } from '../../analysis/gaps.ts';
import { readingOf } from '../../analysis/reading.ts';
import { toReview } from '../../analysis/reviewQueue.ts';
import { allOfTheGaps, announce } from '../../editor/session.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import type { Verdict } from '../../model/records/verdict.ts';
import { GapChoices } from './GapChoices.tsx';
import { GapCosts } from './GapCosts.tsx';
import { GapRow } from './GapRow.tsx';
import { usePlaces } from './usePlaces.ts';

/** Gaps that are listed at first, and how many more each time. */
const PAGE = 60;

interface GapListProps {
  /** Those of the personas shown, the highest rank first. */
  readonly gaps: readonly Gap[];
  readonly members: Members;
  readonly reviewKey: string;
  readonly onReview: () => void;
  readonly onSaveCsv: () => void;
}

/** The gaps as they are asked for, what they cost, and the list as a file. */
export function GapList({ gaps, members, reviewKey, onReview, onSaveCsv }: GapListProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const departments = useDocuments(({ library }) => library.departments);
  const personas = useDocuments(({ library }) => library.personas);
  const choice = useSession((session) => session.gapChoice);
  const personaIds = useSession((session) => session.personaFilter);
  const all = useAnalysis(({ handoffs }) => handoffs);
  const waiting = useMemo(
    () =>
      toReview(map, all).filter(({ from, to, linkId }) =>
        isShown(members, { placeId: from, toId: to }, linkId, personaIds),
      ).length,
    [map, all, members, personaIds],
  );
  const hasHandoffs = useAnalysis(({ handoffs }) => [...handoffs.values()].some(({ state }) => state !== 'none'));
  const places = usePlaces();
  const [shown, setShown] = useState(PAGE);
  const list = useRef<HTMLDivElement>(null);
  const reading = useMemo(() => readingOf(map), [map]);
  const listed = useMemo(
    () => listGaps(gaps, map, choice, { members, personaIds, reading }),
    [gaps, map, choice, members, personaIds, reading],
  );
  if (gaps.length === 0) {
    return (
      <div className="gaps-empty">
        <p className="hint">{t(hasHandoffs ? 'gapList.empty' : 'gapList.emptyNoHandoffs')}</p>
        {waiting > 0 && (
          <>
            <p className="hint">{t('gapList.emptyQueue', { count: waiting })}</p>
            <Button size="xs" rightSection={<kbd className="gaps-key">{reviewKey}</kbd>} onClick={onReview}>
              {t('gapList.review')}
            </Button>
          </>
        )}
      </div>
    );
  }
  const headings: Record<typeof choice.group, (key: string) => string> = {
    none: () => '',
    status: (key) => t(`gapList.statuses.${key}`),
    department: (key) => (key === '' ? t('gapList.noDepartment') : departments[key]?.name || t('map.unnamed')),
    stage: (key) => (key === '' ? t('gapList.noStage') : map.stages[key]?.name || t('map.unnamed')),
    cause: (key) => key || t('gapList.noCause'),
    owner: (key) => key || t('gapList.noOwner'),
    persona: (key) => (key === '' ? t('persona.everyone') : personas[key]?.name || t('persona.unnamed')),
  };
  const digits = rankDigits(gaps);
  const setStatus = (gap: Gap, status: Verdict['status']) => {
    editor.run('updateVerdict', { from: gap.verdict.from, to: gap.verdict.to, fields: { status } });
    const name = places.nameOf(gap.place);
    announce(editor.session, t('gapList.saidStatus', { name, status: t(`gapList.statuses.${status}`) }));
    // One that the filter leaves out now takes the focus with it: the list has it then.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) list.current?.focus({ preventScroll: true });
    });
  };
  const rows = (some: readonly Gap[]) => (
    <ul>
      {some.map((gap) => (
        <GapRow
          key={gap.key}
          gap={gap}
          places={places}
          rankDigits={digits}
          onStatus={(status) => setStatus(gap, status)}
        />
      ))}
    </ul>
  );
  // Under headings a gap between two departments, or of two personas, has several lines.
  const groups = choice.group === 'none' ? [] : groupGaps(listed, map, choice.group, { reading, members });
  const lines = choice.group === 'none' ? listed.length : groups.reduce((sum, group) => sum + group.gaps.length, 0);
  return (
    <>
      <details className="gap-filter" open={choice !== allOfTheGaps || undefined}>
        <summary>
          {t('gapList.filter')}
          <span>{t('gapList.filtered', { shown: listed.length, count: gaps.length })}</span>
        </summary>
        <GapChoices gaps={gaps} />
        {choice.order === 'rank' && <p className="hint">{t('gapList.rankHint')}</p>}
      </details>
      {listed.length === 0 && (
        <div className="gaps-empty">
          <p className="hint">{t('gapList.noneListed', { count: gaps.length })}</p>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => editor.session.setState({ gapChoice: allOfTheGaps })}
          >
            {t('gapList.showAll')}
          </Button>
        </div>
      )}
      <div ref={list} tabIndex={-1} className="gap-list" role="group" aria-label={t('panel.gaps')}>
        {choice.group === 'none'
          ? rows(listed.slice(0, shown))
          : pageOfGroups(groups, shown).map(({ key, gaps: some, count }) => (
              <div key={key}>
                <h3>
                  {headings[choice.group](key)} <span>{count}</span>
                </h3>
                {rows(some)}
              </div>
            ))}
      </div>
      {lines > shown && (
        <Button size="compact-xs" variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('gapList.more', { count: lines - shown })}
        </Button>
      )}
      {listed.length > 0 && (
        <footer className="gaps-foot">
          <GapCosts gaps={listed} />
          <Button size="xs" variant="default" onClick={onSaveCsv}>
            {t('gapList.saveCsv')}
          </Button>
        </footer>
      )}
    </>
  );
}
