import type { TFunction } from 'i18next';
import { departmentsOf } from '../../analysis/answering.ts';
import { membersIndex } from '../../analysis/audience.ts';
import { returnOf } from '../../analysis/cost.ts';
import { type GapChoice, kindsOf, listGaps } from '../../analysis/gapList.ts';
import type { Gap } from '../../analysis/gaps.ts';
import { readingOf } from '../../analysis/reading.ts';
import type { CsvCell } from '../../exchange/csvText.ts';
import { checks } from '../../model/records/verdict.ts';
import type { Documents } from '../../model/tables.ts';

const columns = [
  'rank',
  'severity',
  'share',
  'kinds',
  'stage',
  'step',
  'from',
  'to',
  'departments',
  'status',
  'statusSince',
  'owner',
  'cause',
  'note',
  'costLow',
  'costHigh',
  'mendingCostLow',
  'mendingCostHigh',
  'mendingReturnLow',
  'mendingReturnHigh',
  'firstYearLow',
  'firstYearHigh',
  'judgedAt',
  'stale',
] as const;

/** The list of gaps as a table: a line of headings, then a line for each gap as the list is filtered and sorted. */
export function gapRows(
  docs: Documents,
  gaps: readonly Gap[],
  { choice, personaIds }: { choice: GapChoice; personaIds: readonly string[] },
  t: TFunction,
): CsvCell[][] {
  const { map, library } = docs;
  const listed = listGaps(gaps, map, choice, { members: membersIndex(map), personaIds, reading: readingOf(map) });
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const rows = listed.map((gap): CsvCell[] => {
    const { place, verdict, severity, cost } = gap;
    const step = map.steps[map.touchpoints[place.placeId]?.stepId ?? ''];
    const net = returnOf(verdict);
    const cells: Record<(typeof columns)[number], CsvCell> = {
      rank: gap.rank,
      severity: severity.value,
      share: gap.share,
      kinds: kindsOf(gap)
        .map((kind) => t(`gapList.kinds.${kind}`))
        .join(', '),
      stage: map.stages[step?.stageId ?? '']?.name ?? '',
      step: step?.name ?? '',
      from: title(place.placeId),
      to: place.toId === null ? '' : title(place.toId),
      departments: departmentsOf(map, gap)
        .map((id) => library.departments[id]?.name ?? '')
        .join(', '),
      status: t(`gapList.statuses.${verdict.status}`),
      statusSince: verdict.statusAt,
      owner: verdict.owner,
      cause: verdict.cause,
      note: verdict.note,
      costLow: cost?.low ?? null,
      costHigh: cost?.high ?? null,
      mendingCostLow: verdict.mendingCost?.low ?? null,
      mendingCostHigh: verdict.mendingCost?.high ?? null,
      mendingReturnLow: verdict.mendingReturn?.low ?? null,
      mendingReturnHigh: verdict.mendingReturn?.high ?? null,
      firstYearLow: net?.low ?? null,
      firstYearHigh: net?.high ?? null,
      judgedAt: verdict.judgedAt,
      stale: t(gap.stale ? 'gapCsv.yes' : 'gapCsv.no'),
    };
    return [...columns.map((column) => cells[column]), ...checks.map((check) => t(`gapCsv.answers.${verdict[check]}`))];
  });
  const headings = [
    ...columns.map((column) => t(`gapCsv.columns.${column}`)),
    ...checks.map((check) => t(`check.${check}`)),
  ];
  return [headings, ...rows];
}
