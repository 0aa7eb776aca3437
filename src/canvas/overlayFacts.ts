import type { TFunction } from 'i18next';
import { placeKey } from '../analysis/claims.ts';
import { FEW } from '../analysis/kpi/combine.ts';
import { type Comparison, compareFigures } from '../analysis/kpi/compareFigures.ts';
import { differenceOf, marksProblem, stateOf } from '../analysis/kpi/judgeFigure.ts';
import { type KpiFigure, kpiFigures, personasMeasured } from '../analysis/kpi/kpiFigures.ts';
import { countText, differenceText, periodText, valueText } from '../analysis/kpi/kpiText.ts';
import { linkKpi, linkKpis, volumeKpi } from '../analysis/kpi/linkKpis.ts';
import { linkPeriod } from '../analysis/kpi/linkVolumes.ts';
import { type Period, periodBefore, periodsShown } from '../analysis/kpi/periods.ts';
import { frictionMarks } from '../analysis/mark.ts';
import { readingOf } from '../analysis/reading.ts';
import type { Overlay } from '../editor/session.ts';
import type { CardTone, DrawnFigure, DrawnLane, OverlayLegend, Overlays } from '../layout/overlay.ts';
import type { Kpi } from '../model/records/kpi.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { coursesOf } from './courseFacts.ts';
import {
  type Asked,
  drawCount,
  type VolumeFacts,
  volumeFacts,
  volumeLines,
  volumeSamples,
  WIDEST,
} from './volumeFacts.ts';
import { wholeLine } from './wholeLine.ts';

interface Looked {
  readonly overlay: Overlay;
  readonly personaFilter: readonly string[];
  /** Each persona has a band of its own. */
  readonly sideBySide?: boolean;
}

/** What the overlays say of a map now: what is laid over it by `looked`, and what its lanes of KPIs show. */
export function overlayFacts(docs: Documents, looked: Looked, t: TFunction, language: string): Overlays {
  const { map, library } = docs;
  const { overlay, personaFilter } = looked;
  const reading = readingOf(map);
  const standOf = (kpi: Kpi) => {
    const personaIds = personasMeasured(map, kpi.id, personaFilter);
    const own = Object.values(map.series).filter(
      ({ kpiId, personaId }) => kpiId === kpi.id && (personaIds.length === 0 || personaIds.includes(personaId)),
    );
    const periods = periodsShown(own, kpi.rollUp);
    const period = (overlay.kpiId === kpi.id ? overlay.period : null) ?? periods[0];
    if (period === undefined) return null;
    const ask = (of: Period) => kpiFigures(map, { kpi, period: of, personaIds }, reading);
    const before = periodBefore(period, periods);
    const figures = ask(period);
    const question = { kpi, period, personaIds };
    const compared =
      overlay.against === 'before' && before !== null ? compareFigures(map, question, before, reading) : null;
    const draw = (key: string) => {
      const figure = figures.get(key);
      const pair = compared && { now: compared.now.get(key), before: compared.before.get(key) };
      return figure && drawFigure(kpi, figure, overlay.against, pair, t, language);
    };
    return { kpi, own, periods, period, before, compared, figures, draw, ask };
  };
  const chosen = library.kpis[overlay.kpiId ?? ''];
  const stand = chosen && (overlay.badge || overlay.color) ? standOf(chosen) : null;
  const figures = new Map<string, DrawnFigure>();
  const tones = new Map<string, CardTone>();
  for (const id of stand ? reading.touchpointIds : []) {
    const figure = stand?.draw(id);
    if (figure === undefined) continue;
    figures.set(id, figure);
    if (overlay.color) tones.set(id, figure.few ? 'few' : figure.tone);
  }
  const lanes = new Map<string, DrawnLane>();
  for (const { id, role, kpiId, hidden } of Object.values(map.lanes)) {
    const kpi = library.kpis[kpiId ?? ''];
    if (hidden || kpi === undefined || (role !== 'kpi' && role !== 'trend')) continue;
    const at = standOf(kpi);
    if (at === null) continue;
    const ids = role === 'kpi' ? [...reading.stepIds, ...reading.stageIds] : reading.stepIds;
    const drawn = ids.flatMap((place) => {
      const figure = at.draw(place);
      return figure ? [[place, figure] as const] : [];
    });
    const { courses, others } =
      role === 'trend' ? coursesOf(at, reading.stepIds) : { courses: new Map(), others: new Set<string>() };
    const notes = new Map([...others].map((step) => [step, t('kpi.otherPlaces')]));
    lanes.set(id, { figures: new Map(drawn), courses, notes });
  }
  const lookedAt = overlay.period ?? (chosen === undefined ? null : (standOf(chosen)?.period ?? null));
  const askedOf = (kpi: Kpi | null): Asked | null => {
    const period = kpi && linkPeriod(map, kpi.id, lookedAt);
    return kpi && period && { kpi, period };
  };
  const shown = overlay.links ? askedOf(linkKpi(docs, overlay)) : null;
  const width = shown && (askedOf(volumeKpi(docs, overlay)) ?? shown);
  const drawn = shown && width && volumeFacts(docs, { shown, width }, personaFilter, t, language);
  const links = shown && width && drawn && { shown, width, ...drawn };
  return {
    figures,
    owners: ownersOf(map),
    gaps: new Set(frictionMarks(map).keys()),
    tones,
    volumes: drawn?.volumes ?? new Map(),
    losses: drawn?.losses ?? new Map(),
    lanes,
    legend: legendOf(docs, looked, stand, links, t, language),
  };
}

/** How many personas each touchpoint names; those that belong to all of the map's are left out. */
function ownersOf({ memberships, mapPersonas }: Documents['map']): Map<string, number> {
  const personas = new Set(Object.values(mapPersonas).map(({ personaId }) => personaId));
  const owners = new Map<string, number>();
  for (const { recordId, personaId } of Object.values(memberships))
    if (personas.has(personaId)) owners.set(recordId, (owners.get(recordId) ?? 0) + 1);
  return new Map([...owners].filter(([, count]) => count < personas.size));
}

function drawFigure(
  kpi: Kpi,
  figure: KpiFigure,
  against: Overlay['against'],
  past: { readonly now: KpiFigure | undefined; readonly before: KpiFigure | undefined } | null,
  t: TFunction,
  language: string,
): DrawnFigure {
  const reference = against === 'before' ? (past?.before?.value ?? null) : against === 'target' ? kpi.target : null;
  // Held against the period before it counts over the places that were measured then too.
  const held = against === 'before' ? (past?.now?.value ?? null) : figure.value;
  const difference = reference === null || held === null ? null : differenceOf(kpi, held, reference);
  const compared = difference?.better === true ? 'good' : difference?.better === false ? 'bad' : 'unknown';
  return {
    value: valueText(kpi, figure.value, language),
    ...drawCount(figure.n, t, language),
    tone: against === 'none' ? stateOf(kpi, figure.value) : compared,
    difference:
      difference === null
        ? ''
        : `${difference.by > 0 ? '▲' : difference.by < 0 ? '▼' : '='}${differenceText(kpi, Math.abs(difference.by), language, (amount) => t('kpi.points', { amount }))}`,
  };
}

function legendOf(
  { map, library }: Documents,
  { overlay, personaFilter, sideBySide }: Looked,
  stand: {
    kpi: Kpi;
    period: Period;
    before: Period | null;
    compared: Comparison | null;
    figures: ReadonlyMap<string, KpiFigure>;
  } | null,
  links: ({ readonly shown: Asked; readonly width: Asked } & VolumeFacts) | null,
  t: TFunction,
  language: string,
): OverlayLegend | null {
  if (stand === null && links === null) return null;
  const lines: string[] = [];
  let isOnLinks = false;
  const marks: { tone: DrawnFigure['tone']; text: string }[] = [];
  if (stand !== null) {
    const { kpi, period, before, compared, figures } = stand;
    const whole = figures.get(placeKey({ placeId: mapRecord(map).id, toId: null }));
    lines.push(periodText(period, language));
    if (kpi.definition !== 'none') lines.push(t(`kpi.definitions.${kpi.definition}`));
    if (kpi.description !== '') lines.push(kpi.description);
    const isMeasured = whole?.terms.every(({ placeId }) => placeId === null) ?? false;
    if (whole) lines.push(wholeLine(map, kpi, whole, isMeasured ? null : figures, t, language));
    const onCards = Object.keys(map.touchpoints).flatMap((id) => figures.get(id) ?? []);
    if (onCards.length === 0) {
      isOnLinks = linkKpis({ map, library }).some(({ id }) => id === kpi.id);
      lines.push(t(isOnLinks ? 'kpi.legend.onLinks' : 'kpi.legend.notOnCards'));
    }
    const source = commonSource(onCards);
    if (source !== null && !(isMeasured && source === whole?.source))
      lines.push(t('kpi.legend.figures', { source: t(`kpi.sources.${source}`) }));
    const mark = (tone: DrawnFigure['tone'], text: string) => marks.push({ tone, text });
    const value = (number: number) => valueText(kpi, number, language);
    if (overlay.against === 'none') {
      const [least, most] = kpi.better === 'more' ? ['≤ ', '> '] : ['≥ ', '< '];
      const worst = kpi.warnAt ?? kpi.badAt;
      if (marksProblem(kpi) !== null) lines.push(t('kpi.legend.clash'));
      else {
        if (worst !== null) mark('good', `${most}${value(worst)}`);
        else if (kpi.target !== null) mark('good', t('kpi.legend.atTarget', { target: value(kpi.target) }));
        if (kpi.warnAt !== null) mark('warning', `${least}${value(kpi.warnAt)}`);
        else if (worst === null && kpi.target !== null) mark('warning', t('kpi.legend.missed'));
        if (kpi.badAt !== null) mark('bad', `${least}${value(kpi.badAt)}`);
      }
    } else {
      const isBefore = overlay.against === 'before';
      lines.push(
        isBefore
          ? before === null
            ? t('kpi.noneBefore')
            : t('kpi.legend.before', { period: periodText(before, language) })
          : kpi.target === null
            ? t('kpi.legend.noTarget')
            : t('kpi.legend.target', { target: value(kpi.target) }),
      );
      const isHeld = isBefore ? before !== null : kpi.target !== null;
      if (isHeld && kpi.unit === 'percent') lines.push(t('kpi.legend.points'));
      if (compared !== null && compared.one > 0)
        lines.push(t('kpi.legend.alike', { count: compared.both, one: countText(compared.one, language) }));
      if (isHeld) {
        mark('good', t('kpi.isBetter.yes'));
        mark('bad', t('kpi.isBetter.no'));
      }
    }
    mark(
      'unknown',
      t(overlay.against === 'none' && marks.length === 0 ? 'kpi.legend.noMarks' : 'kpi.legend.few', { least: FEW }),
    );
  }
  const scale: { width: number; text: string; few?: boolean }[] = [];
  if (links !== null) {
    const { shown, width } = links;
    const named = ({ kpi, period }: Asked) => ({ name: kpi.name, period: periodText(period, language) });
    if (shown.kpi.id !== width.kpi.id) lines.push(t('kpi.legend.atLinks', named(shown)));
    lines.push(t('kpi.legend.volume', named(width)));
    lines.push(...volumeLines(links, t, language));
    const question = { ...shown, personaIds: personasMeasured(map, shown.kpi.id, personaFilter) };
    const measured = kpiFigures(map, question);
    const onLinks = Object.values(map.links).flatMap(
      ({ from, to }) => measured.get(placeKey({ placeId: from, toId: to })) ?? [],
    );
    const source = commonSource(onLinks);
    if (source !== null) lines.push(t('kpi.legend.links', { source: t(`kpi.sources.${source}`) }));
    // Samples look as the links do.
    const look = [...links.volumes.values()].every(({ few }) => few) ? { few: true } : {};
    for (const sample of links.volumes.size === 0 ? [] : volumeSamples(links.most))
      scale.push({ width: (sample / links.most) * WIDEST, text: valueText(width.kpi, sample, language), ...look });
  }
  if (personaFilter.length > 0) {
    const names = personaFilter.map((id) => library.personas[id]?.name || t('persona.unnamed'));
    const drawn = [stand?.kpi, links?.shown.kpi, links?.width.kpi].flatMap((kpi) => kpi ?? []);
    const said = drawn.map(({ id }) =>
      personasMeasured(map, id, personaFilter).length > 0 ? 'personas' : 'everyones',
    );
    for (const line of new Set(said))
      lines.push(t(`kpi.legend.${line}`, { names: new Intl.ListFormat(language).format(names) }));
  }
  if (sideBySide === true && Object.keys(map.mapPersonas).length > 1) lines.push(t('kpi.legend.bands'));
  const isShown = links !== null && links.shown.kpi.id === stand?.kpi.id;
  const title = stand?.kpi.name || links?.shown.kpi.name || t('map.unnamed');
  return { title, lines, marks, scale, isOnLinks: isOnLinks && !isShown };
}

/** Where figures come from; `both` where not all come from one. Null without any. */
function commonSource(figures: Iterable<KpiFigure>): KpiFigure['source'] | null {
  const sources = new Set([...figures].map(({ source }) => source));
  const [first] = sources;
  return sources.size > 1 ? 'both' : (first ?? null);
}
