import type { TFunction } from 'i18next';
import { membersIndex } from '../../analysis/audience.ts';
import { sumRanges } from '../../analysis/cost.ts';
import { countsOf, type IsSeen, seenBy, spotOf } from '../../analysis/counts.ts';
import { type CurvePoint, curveOf, worstFall } from '../../analysis/emotion.ts';
import { rangeText } from '../../analysis/figureText.ts';
import { isShown, isToMend } from '../../analysis/gapList.ts';
import { allGaps, type Gap } from '../../analysis/gaps.ts';
import { allHandoffs, changedKinds } from '../../analysis/handoffs.ts';
import { inOrder } from '../../model/order.ts';
import type { Persona } from '../../model/records/persona.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { type Documents, mapRecord } from '../../model/tables.ts';
import type { SummaryItem, SummaryPage, SummarySection } from '../../paint/summaryPage.ts';
import { proposedItems } from './proposedItems.ts';

const MOST_GAPS = 3;
const MOST_OWNERS = 5;
const MOST_PERSONAS = 3;

/**
 * The executive summary of what the documents hold: what to know about the map on one page. `day` is an ISO 8601 instant,
 * `language` a BCP 47 tag. Of `personaIds` it counts what belongs to them, tells what they feel, and names them; none means
 * everyone.
 */
export function summaryContent(
  docs: Documents,
  t: TFunction,
  language: string,
  day: string,
  personaIds: readonly string[] = [],
): SummaryPage {
  const { map } = docs;
  const record = mapRecord(map);
  const members = membersIndex(map);
  const handoffs = allHandoffs(map);
  const isSeen = seenBy(members, personaIds);
  const counts = countsOf(map, handoffs, isSeen);
  // Ranked as in the list of gaps, by all that comes there, whoever is looked at.
  const judged = allGaps(docs, handoffs).filter(({ place, handoff }) =>
    isShown(members, place, handoff?.linkId ?? null, personaIds),
  );
  const gaps = judged.filter(({ verdict }) => isToMend(verdict));
  const accepted = judged.filter(({ verdict: { status } }) => status === 'accepted');
  const atRisk = sumRanges(gaps.map(({ cost }) => cost));
  const number = new Intl.NumberFormat(language);
  const money = (range: { low: number; high: number }) => rangeText(range, language, 'rough');
  const figure = (key: string, count: number) => ({
    value: number.format(count),
    label: t(`summary.figures.${key}`, { count }),
  });
  const all = personasOf(docs);
  const wanted = all.filter(({ id }) => personaIds.includes(id));
  const personas = wanted.length === 0 ? all : wanted;
  const names = new Intl.ListFormat(language).format(personas.map(({ name }) => name || t('persona.unnamed')));
  return {
    title: record.name || t('map.unnamed'),
    scenario: record.scenario,
    meta: [
      t(`mapDetails.states.${record.state}`),
      ...(names === '' ? [] : [personas.length < all.length ? t('summary.onlyFor', { names }) : names]),
      new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(day)),
    ].join(' · '),
    figures: [
      figure('touchpoints', counts.touchpoints),
      figure('handoffs', counts.handoffs),
      figure('unreviewed', counts.unreviewed),
      ...(counts.again === 0 ? [] : [figure('again', counts.again)]),
      figure('gaps', gaps.length),
      {
        value: atRisk.known === 0 ? t('summary.notKnown') : money(atRisk),
        label: t('summary.figures.atRisk', { known: atRisk.known, count: gaps.length }),
      },
    ],
    wide: worstGaps(docs, gaps, accepted, t, language, money),
    columns: [
      [falls(docs, personas, t, language), owners(docs, gaps, t, money)],
      [proposed(docs, isSeen, t), mending(gaps, t, money)],
    ],
    foot: t('summary.foot'),
  };
}

function personasOf({ map, library }: Documents) {
  return inOrder(Object.values(map.mapPersonas)).flatMap(({ personaId }) => library.personas[personaId] ?? []);
}

const item = (given: Partial<SummaryItem> & { title: string }): SummaryItem => ({
  mark: null,
  details: [],
  figure: '',
  curve: null,
  ...given,
});

type Money = (range: { low: number; high: number }) => string;

function worstGaps(
  { map }: Documents,
  gaps: readonly Gap[],
  accepted: readonly Gap[],
  t: TFunction,
  language: string,
  money: Money,
): SummarySection {
  const borne = sumRanges(accepted.map(({ cost }) => cost));
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const shown = gaps.slice(0, MOST_GAPS);
  const isByShare = gaps.some(({ share }) => share !== null);
  return {
    heading: t(isByShare ? 'summary.worstGapsShare' : 'summary.worstGaps'),
    items: shown.map(({ place, severity, verdict, handoff, cost, share }) =>
      item({
        mark: { kind: 'gap', severity: severity.value },
        title:
          place.toId === null
            ? title(place.placeId)
            : t('summary.way', { from: title(place.placeId), to: title(place.toId) }),
        details: [
          ...[verdict.cause, verdict.note].filter((text) => text.trim() !== '').slice(0, 1),
          [
            handoff === null
              ? t('summary.inside')
              : t('summary.changes', {
                  kinds: new Intl.ListFormat(language).format(
                    changedKinds(handoff).map((lens) => t(`summary.kinds.${lens}`)),
                  ),
                }),
            ...(share === null ? [] : [t('summary.share', { share: percent.format(share) })]),
            verdict.owner === '' ? t('summary.noOwner') : verdict.owner,
            t(`summary.statuses.${verdict.status}`),
          ].join(' · '),
        ],
        figure: cost === null ? '' : t('summary.aYear', { range: money(cost) }),
      }),
    ),
    note: [
      ...(gaps.length === 0 ? [t('summary.noGaps')] : []),
      ...(gaps.length > shown.length ? [t('summary.moreGaps', { count: gaps.length - shown.length })] : []),
      ...(accepted.length > 0
        ? [
            t('summary.accepted', {
              count: accepted.length,
              cost: borne.known === 0 ? '' : t('summary.acceptedCost', { range: money(borne) }),
            }),
          ]
        : []),
      ...(isByShare && gaps.some(({ share }) => share === null) ? [t('summary.ranking')] : []),
    ].join(' '),
  };
}

function falls(docs: Documents, personas: readonly Persona[], t: TFunction, language: string): SummarySection {
  const { map } = docs;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const place = ({ touchpointId, stepId }: CurvePoint) =>
    (touchpointId === null ? map.steps[stepId]?.name : map.touchpoints[touchpointId]?.title) || t('map.untitled');
  const whose = [
    ...personas.slice(0, MOST_PERSONAS).map(({ id, name, shape, color }) => ({
      id,
      name: name || t('persona.unnamed'),
      mark: { kind: 'persona', shape, color } as const,
    })),
    ...(personas.length === 0 ? [{ id: EVERYONE, name: t('persona.everyone'), mark: null }] : []),
  ];
  const items = whose.flatMap(({ id, name, mark }) => {
    const points = curveOf(map, id, null);
    const fall = worstFall(points);
    if (fall === null) return [];
    const at = { from: place(fall.from), to: place(fall.to) };
    return item({
      mark,
      title: t('summary.fall', { name, by: format.format(fall.by) }),
      details: [t('summary.way', at)],
      curve: { values: points.map(({ value }) => value), fallsAt: points.indexOf(fall.to) },
    });
  });
  const more = personas.slice(MOST_PERSONAS).filter(({ id }) => worstFall(curveOf(map, id, null)) !== null).length;
  const note = [
    ...(items.length === 0 ? [t('summary.noFalls')] : []),
    ...(more > 0 ? [t('summary.moreFalls', { count: more })] : []),
  ].join(' ');
  return { heading: t('summary.falls'), items, note };
}

/** The gaps to mend by their owners; those without one by the department the customer comes to. */
function owners({ map, library }: Documents, gaps: readonly Gap[], t: TFunction, money: Money): SummarySection {
  const byOwner = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const department = map.touchpoints[gap.place.toId ?? gap.place.placeId]?.departments[0] ?? '';
    const name = library.departments[department]?.name ?? '';
    const owner =
      gap.verdict.owner.trim() || (name === '' ? t('summary.nobody') : t('summary.unowned', { department: name }));
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), gap]);
  }
  const sums = [...byOwner].map(([owner, list]) => ({ owner, list, sum: sumRanges(list.map(({ cost }) => cost)) }));
  sums.sort((a, b) => b.sum.high - a.sum.high || b.list.length - a.list.length);
  const shown = sums.slice(0, MOST_OWNERS);
  return {
    heading: t('summary.owners'),
    items: shown.map(({ owner, list, sum }) =>
      item({
        title: owner,
        details: [t('summary.toMend', { count: list.length })],
        figure: sum.known === 0 ? '' : money(sum),
      }),
    ),
    note:
      sums.length === 0
        ? t('summary.noGaps')
        : sums.length > shown.length
          ? t('summary.moreOwners', { count: sums.length - shown.length })
          : '',
  };
}

/** What is proposed where any of the places it is tied to is seen, and what is tied to none. */
function proposed({ map }: Documents, isSeen: IsSeen, t: TFunction): SummarySection {
  const all = inOrder(Object.values(map.opportunities));
  const tied = new Set<string>();
  const near = new Set<string>();
  for (const { opportunityId, placeId, toId } of Object.values(map.ties)) {
    tied.add(opportunityId);
    if (isSeen(spotOf({ from: placeId, to: toId ?? placeId }))) near.add(opportunityId);
  }
  const { items, more } = proposedItems(all.filter(({ id }) => near.has(id) || !tied.has(id)));
  return {
    heading: t('summary.proposed'),
    items: items.map((opportunity) =>
      item({
        // The number it has in its panel and in the matrix.
        mark: { kind: 'opportunity', of: opportunity.kind, number: all.indexOf(opportunity) + 1 },
        title: opportunity.title || t('map.untitled'),
        details: [
          [
            t(`opportunity.kinds.${opportunity.kind}`),
            ...(opportunity.impact === null || opportunity.effort === null
              ? []
              : [t('summary.grades', { impact: opportunity.impact, effort: opportunity.effort })]),
            t(`opportunity.statuses.${opportunity.status}`),
            ...(opportunity.owner === '' ? [] : [opportunity.owner]),
          ].join(' · '),
        ],
      }),
    ),
    note: items.length === 0 ? t('summary.noProposals') : more > 0 ? t('summary.moreProposals', { count: more }) : '',
  };
}

/** What mending all gaps costs and returns, with how many of them each sum knows. */
function mending(gaps: readonly Gap[], t: TFunction, money: Money): SummarySection {
  const items = (['mendingCost', 'mendingReturn'] as const).flatMap((field) => {
    const sum = sumRanges(gaps.map(({ verdict }) => verdict[field]));
    if (sum.known === 0) return [];
    return item({
      title: t(`summary.${field}`),
      details: [t('summary.knownOf', { known: sum.known, count: gaps.length })],
      figure: money(sum),
    });
  });
  return { heading: t('summary.mending'), items, note: items.length === 0 ? t('summary.noMending') : '' };
}
