import { ActionIcon, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayText, rangeText } from '../../analysis/figureText.ts';
import { isToMend, kindsOf } from '../../analysis/gapList.ts';
import type { Gap } from '../../analysis/gaps.ts';
import { type Verdict, verdictStatuses } from '../../model/records/verdict.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import type { Places } from './usePlaces.ts';
import '../../ui/lists.css';

interface GapRowProps {
  readonly gap: Gap;
  readonly places: Places;
  /** Digits after the point of a rank, so that ranks that differ look different. */
  readonly rankDigits: number;
  readonly onStatus: (status: Verdict['status']) => void;
}

/** One gap: where it is and the way to it, how bad, whose, what it costs, and its status, which can be changed. */
export function GapRow({ gap, places: { nameOf, goTo, open }, rankDigits, onStatus }: GapRowProps) {
  const { t, i18n } = useTranslation();
  const { place, severity, verdict, cost, rank } = gap;
  const name = nameOf(place);
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: rankDigits });
  return (
    <li className="gap-row" data-status={verdict.status}>
      <div className="gap-head">
        <button type="button" className="record-line" onClick={() => goTo(place)}>
          <StateMark state={isToMend(verdict) ? 'gap' : 'settled'} severity={severity.value} />
          <span>
            <b>{name}</b>
            <small>
              {[
                t(`mark.words.${severity.value}`),
                t('gapList.rank', { rank: number.format(rank) }),
                kindsOf(gap)
                  .map((kind) => t(`gapList.kindWords.${kind}`))
                  .join(', '),
              ].join(' · ')}
            </small>
            {verdict.cause !== '' && <small>{verdict.cause}</small>}
            <small>
              {[verdict.owner || t('gapList.noOwner'), ...(cost === null ? [t('gapList.noCost')] : [])].join(' · ')}
            </small>
            {cost !== null && <small>{t('gapList.aYear', { range: rangeText(cost, i18n.language, 'rough') })}</small>}
            {gap.stale && <small className="gap-stale">{t('gapList.stale')}</small>}
          </span>
        </button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t('gapList.details', { name })}
          title={t('gapList.details', { name })}
          onClick={() => open(place)}
        >
          <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" className="gap-details">
            <path d="M5 2.5 9.5 7 5 11.5" />
          </svg>
        </ActionIcon>
      </div>
      <div className="gap-status">
        <NativeSelect
          size="xs"
          aria-label={t('gapList.statusOf', { name })}
          value={verdict.status}
          data={verdictStatuses.map((value) => ({ value, label: t(`gapList.statuses.${value}`) }))}
          onChange={(event) => onStatus(event.currentTarget.value as Verdict['status'])}
        />
        {verdict.statusAt !== null && (
          <small>{t('gapList.since', { date: dayText(verdict.statusAt, i18n.language) })}</small>
        )}
      </div>
    </li>
  );
}
