import { SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersIndex } from '../../analysis/audience.ts';
import { isShown } from '../../analysis/gapList.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments, useSession } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import type { Place } from '../../model/records/place.ts';
import { Findings } from './Findings.tsx';
import { GapList } from './GapList.tsx';
import { openHandoffs } from './openHandoffs.ts';
import { Possible } from './Possible.tsx';
import '../../ui/recordLine.css';
import './gaps.css';
import '../../ui/choices.css';

const linkOf = ({ placeId, toId }: Place) => (toId === null ? null : pairId('link', placeId, toId));

interface GapsProps {
  /** The key that opens the review, as a person reads it. */
  readonly reviewKey: string;
  readonly onReview: () => void;
  readonly onSaveCsv: () => void;
}

const tabs = ['gaps', 'findings', 'possible'] as const;

/** Everything that blocks the customer's way or may do so, of the personas shown: the gaps, and what is not sure yet. */
export function Gaps({ reviewKey, onReview, onSaveCsv }: GapsProps) {
  const { t } = useTranslation();
  const analysis = useAnalysis((now) => now);
  const memberships = useDocuments(({ map }) => map.memberships);
  const personas = useDocuments(({ library }) => library.personas);
  const personaIds = useSession((session) => session.personaFilter);
  const [tab, setTab] = useState<(typeof tabs)[number]>('gaps');
  const members = useMemo(() => membersIndex({ memberships }), [memberships]);
  const { handoffs, matrices } = analysis;
  const unsure = useMemo(
    () =>
      openHandoffs({ handoffs, matrices }).filter(({ handoff: { from, to, linkId } }) =>
        isShown(members, { placeId: from, toId: to }, linkId, personaIds),
      ),
    [handoffs, matrices, members, personaIds],
  );
  const gaps = useMemo(
    () => analysis.gaps.filter(({ place, handoff }) => isShown(members, place, handoff?.linkId ?? null, personaIds)),
    [analysis.gaps, members, personaIds],
  );
  const findings = useMemo(
    () => analysis.findings.filter(({ place }) => isShown(members, place, linkOf(place), personaIds)),
    [analysis.findings, members, personaIds],
  );
  const counts = {
    gaps: gaps.length,
    findings: findings.filter(({ dismissed }) => dismissed === null).length,
    possible: unsure.length,
  };
  const names = personaIds.flatMap((id) => personas[id]?.name ?? []);
  const isImplied = handoffs.values().next().value?.implied === true;
  return (
    <section className="panel gaps" aria-label={t('panel.gaps')}>
      <Text className="panel-title">{t('panel.gaps')}</Text>
      <SegmentedControl
        fullWidth
        size="xs"
        my={10}
        aria-label={t('gapList.tabs.label')}
        value={tab}
        onChange={(value) => setTab(value as (typeof tabs)[number])}
        data={tabs.map((value) => ({ value, label: t(`gapList.tabs.${value}`, { count: counts[value] }) }))}
      />
      {names.length > 0 && <p className="hint">{t('gapList.onlyFor', { names: names.join(', ') })}</p>}
      {isImplied && <p className="hint">{t('gapList.implied')}</p>}
      {tab === 'gaps' && (
        <GapList gaps={gaps} members={members} reviewKey={reviewKey} onReview={onReview} onSaveCsv={onSaveCsv} />
      )}
      {tab === 'findings' && <Findings findings={findings} />}
      {tab === 'possible' && <Possible found={unsure} />}
    </section>
  );
}
