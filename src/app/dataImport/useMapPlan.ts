import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { matchSpots } from '../../analysis/data/matchPlaces.ts';
import { toldName } from '../../analysis/data/tellApart.ts';
import type { ScoreColumn, SurveyAnswers } from '../../exchange/data/surveyTable.ts';
import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Documents, LibraryTables } from '../../model/tables.ts';
import { mapRecord } from '../../model/tables.ts';
import { fileKpis, withWritings, writtenOtherwise } from './fileKpis.ts';
import { type KpiValues, valuesByKpi, withOneName } from './guessKpi.ts';
import { keptPick, picksFor } from './guessPicks.ts';
import { isStill } from './kpiPicks.ts';
import { type LogMeasure, logFigures, measureWishes } from './logFigures.ts';
import { confirmed, listedColumn, listedOf, matchRows, several, suggestible, unknownTexts } from './matchRows.ts';
import { noPersonaWords, notOursWords, personaFigures, personasOf, rowsByPersona } from './personaFigures.ts';
import { endsOf } from './placeCounts.ts';
import {
  countedRows,
  importsOf,
  isPlace,
  leftOutWords,
  NAMED,
  namesNoPlace,
  placesBy,
  sourceOf,
  spotsOf,
} from './plans.ts';
import { type Matching, profileOf } from './profile.ts';
import type { FiguresPlan, KpiWish } from './putFigures.ts';
import { type ReadFile, unusedFigures } from './reading.ts';
import { commentEvidence, metricFigures, surveyFigures } from './rowFigures.ts';
import { definitionOf, scoreAsOf, scoreWishes } from './scoreKpis.ts';
import { besideStanding, type Standing, standingFor } from './standing.ts';
import { type AnswerScore, scoresOf } from './surveyTotals.ts';
import type { Understood } from './useDataImport.ts';
import { usePlaceCounts } from './usePlaceCounts.ts';

const noValues: ReadonlyMap<string, KpiValues> = new Map();
/** What a user has said on the page besides the matching. */
export interface Asked {
  readonly wanted: ReadonlySet<LogMeasure>;
  /** Taken where the file names no days. */
  readonly from: string;
  readonly to: string;
  /** The name of the profile; empty when none is to be kept. */
  readonly profile: string;
  /** What becomes of values that are on the map where the file has one too; null until somebody has said it. */
  readonly standing: 'replace' | 'keep' | null;
}

/** All that putting a file on the open map comes to, as things are chosen now; `useCounts` counts a log at its places. */
export function useMapPlan(
  read: ReadFile,
  understood: Understood,
  docs: Documents,
  asked: Asked,
  useCounts: typeof usePlaceCounts = usePlaceCounts,
) {
  const { t } = useTranslation();
  const { map, library } = docs;
  const { reading, seen, overrides, file } = understood;
  const matching = useMemo(() => {
    const { rules: all } = understood.matching;
    // What was added to the map from here may be taken back, and any touchpoint may go in another window.
    return {
      ...understood.matching,
      rules: all.filter(({ touchpointId }) => Object.hasOwn(map.touchpoints, touchpointId)),
    };
  }, [understood.matching, map.touchpoints]);
  const spots = useMemo(() => spotsOf(read), [read]);
  const { apart } = matching;
  const touchpoints = useMemo(
    () => inOrder(Object.values(map.touchpoints)).map((touchpoint) => suggestible(touchpoint, library)),
    [map.touchpoints, library],
  );
  const rows = useMemo(
    () => (namesNoPlace(spots) ? [] : matchRows(spots, matching.rules, touchpoints, matching.none, apart)),
    [spots, matching.rules, touchpoints, matching.none, apart],
  );
  const rules = useMemo(
    () => confirmed(rows, matching.rules, listedColumn(spots), apart),
    [rows, matching.rules, spots, apart],
  );
  const about = matching.about !== null && isPlace(map, matching.about) ? matching.about : mapRecord(map).id;
  const metricRows = useMemo(
    () => (read.kind === 'metrics' || read.kind === 'analytics' ? withOneName(read.data.rows) : null),
    [read],
  );
  const values = useMemo(() => metricRows && valuesByKpi(metricRows), [metricRows]);
  const picks = useMemo(() => picksFor(values ?? noValues, matching.picks, library), [values, library, matching.picks]);

  const log = read.kind === 'events' ? read.data.log : null;
  const activityPlaces = useMemo(() => (log === null ? [] : matchSpots(spots, rules)), [log, spots, rules]);
  const ends = useMemo(() => (log === null ? [] : endsOf(log, matching.ends)), [log, matching.ends]);
  const counts = useCounts(log, activityPlaces, { ...map, mapId: mapRecord(map).id }, ends);

  const plan = useMemo(() => {
    const placeOf = placesBy(spots, rules, about);
    const days = { from: asked.from, to: asked.to < asked.from ? asked.from : asked.to };
    const unmatched = spots.filter((spot) => placeOf(spot) === null);
    const without = unmatched.map((spot) => toldName(listedOf(spot, listedColumn(spots), apart)));
    const kpis = new Map<string, KpiWish>();
    const shortOf = (definition: Kpi['definition'], better: Kpi['better']) =>
      [t(`kpi.definitionShort.${definition}`), better === 'less' ? t('kpi.betterShort.less') : '']
        .filter((words) => words !== '')
        .join(', ');
    const replaces = importsOf(map, read.data.file);
    let figures: Pick<FiguresPlan, 'series' | 'links' | 'evidence'>;
    let taken = 0;
    let takenBeside: ((isTaken: Standing['isTaken']) => number) | null = null;
    let more: string[] = [];
    let totals: readonly AnswerScore[] = [];
    let offScale = 0;
    const rewritten = understood.profile === null ? [] : writtenOtherwise(matching.picks, values ?? noValues, library);
    const kpiDoubts =
      rewritten.length === 0
        ? []
        : [t('data.kpi.rewritten', { count: rewritten.length, names: rewritten.slice(0, NAMED).join(', ') })];
    if (read.kind === 'events') {
      const { log } = read.data;
      const found = counts && logFigures(log, activityPlaces, counts, asked.wanted, log.period ?? days, map);
      figures = { series: found?.series ?? [], links: found?.links ?? [], evidence: [] };
      const { ways = 0, figures: count = 0 } = found?.undrawn ?? {};
      if (ways > 0) more = [t('data.leftOut.undrawn', { count, ways: t('data.leftOut.ways', { count: ways }) })];
      for (const [measure, wish] of measureWishes(asked.wanted, t)) kpis.set(measure, wish);
      taken = Math.max(0, countedRows(read.data) - unmatched.reduce((sum, spot) => sum + spot.rows, 0));
    } else if (read.kind === 'survey') {
      const { answers, comments } = read.data;
      const scores = reading.kind === 'survey' ? reading.settings.scores : [];
      const definitions = new Map(
        scores.map((score) => [score.column, definitionOf(score, scoreAsOf(score, matching.scores))]),
      );
      const nameOf = (measure: ScoreColumn['measure']) => t(`kpi.fields.${measure}.name`);
      for (const [column, wish] of scoreWishes(definitions, nameOf, library, shortOf)) kpis.set(column, wish);
      const byMonth = reading.kind === 'survey' && reading.settings.byMonth;
      const people = personasOf(
        answers.map(({ persona = '' }) => persona),
        docs,
      );
      const found = surveyFigures(answers, placeOf, definitions, { byMonth, period: days }, people.personaOf);
      totals = scoresOf(answers, definitions);
      const evidence = commentEvidence(comments, placeOf, definitions, file.name, people.personaOf);
      figures = { series: found.series, evidence, links: [] };
      const rest = new Set(unmatched);
      taken = spots.reduce((sum, spot) => sum + (rest.has(spot) ? 0 : spot.rows), 0);
      offScale = isMany(found.outside, answers) ? found.outside : 0;
      if (found.undated > 0) more = [t('data.leftOut.undated', { count: found.undated })];
      if (found.outside > 0) more = [...more, t('data.leftOut.outside', { count: found.outside })];
      if (people.others.length > 0) more = [...more, notOursWords(people.others, t)];
    } else {
      const known = values ?? noValues;
      const { wishes, ways, together } = fileKpis(
        picks,
        known,
        library,
        (metric) => t(`kpi.fields.${metric}.name`),
        shortOf,
      );
      for (const [name, wish] of wishes) kpis.set(name, wish);
      for (const { kpi, names } of together)
        kpiDoubts.push(t('data.kpi.together', { kpi, names: names.map((name) => `“${name}”`).join(', ') }));
      const people = rowsByPersona(metricRows ?? [], docs);
      const figuresOf = (isTaken?: Standing['isTaken']) =>
        personaFigures(people, (own, personaId) =>
          metricFigures(own, placeOf, ways, days, (...where) => isTaken?.(...where, personaId) ?? false),
        );
      const found = figuresOf();
      figures = { series: found.series, evidence: [], links: [] };
      taken = found.taken;
      takenBeside = (isTaken) => figuresOf(isTaken).taken;
      if (people.others.length > 0) more = [noPersonaWords(people.others, t)];
      const passed = [...known.keys()].filter((name) => !ways.has(name));
      if (passed.length > 0)
        more.push(t('data.leftOut.kpis', { count: passed.length, names: passed.slice(0, NAMED).join(', ') }));
      const unused = unusedFigures(seen, reading);
      if (unused.length > 0)
        more.push(t('data.leftOut.columns', { count: unused.length, names: unused.slice(0, NAMED).join(', ') }));
      for (const reason of ['noCount', 'noRollUp'] as const)
        if (found.leftOut[reason] > 0) more.push(t(`data.leftOut.${reason}`, { count: found.leftOut[reason] }));
    }
    const standing = standingFor(docs, { ...figures, kpis, replaces });
    if (asked.standing === 'keep' && standing.all > 0) {
      figures = besideStanding(figures, map, standing);
      taken = takenBeside?.(standing.isTaken) ?? taken;
      more = [...more, t('data.leftOut.kept', { count: standing.all })];
    }
    const leftOut = [...leftOutWords(read, unmatched, t), ...more];
    const placed = new Set(
      rows.flatMap(({ text, matched }) => (matched === null || matched === several ? [] : [text])),
    );
    const profile =
      asked.profile.trim() === ''
        ? null
        : profileOf(asked.profile.trim(), seen, reading, overrides, {
            ...{ ...matching, rules, about, picks: withWritings(picks, values ?? noValues) },
            measures: read.kind === 'events' ? [...asked.wanted] : null,
            // What is left out now is left out again.
            none: new Map(
              [...without.map((text) => [text, 'left'] as const), ...matching.none].filter(
                ([text]) => !placed.has(text),
              ),
            ),
          });
    const ready = (now: string): FiguresPlan => ({
      ...figures,
      ...{ kpis, profile, replaces },
      source: sourceOf(read, taken, leftOut, now),
    });
    // What a profile does not know is asked about once.
    const unknown = understood.profile === null ? [] : unknownTexts(rows, without, matching.none);
    const newKpis = understood.profile === null ? [] : newNames(values, matching.picks, kpis, read.kind, library);
    return {
      figures,
      totals,
      unmatched,
      unknown,
      newKpis,
      kpiDoubts,
      offScale,
      leftOut,
      taken,
      replaces,
      standing,
      ready,
    };
  }, [
    read,
    counts,
    activityPlaces,
    spots,
    rows,
    rules,
    about,
    picks,
    metricRows,
    values,
    asked,
    docs,
    map,
    library,
    matching,
    apart,
    understood.profile,
    reading,
    seen,
    overrides,
    file,
    t,
  ]);

  /** A log is being counted at the places of the map. */
  const counting = log !== null && counts === null;
  return { spots, touchpoints, rows, about, values, picks, activityPlaces, ends, counting, ...plan };
}

/**
 * The KPIs about which a file that a profile knows is asked: names that the profile does not know, those whose KPI is gone
 * or has become another one, and scores of which the library has no KPI of their definition.
 */
function newNames(
  values: ReadonlyMap<string, KpiValues> | null,
  picks: Matching['picks'],
  wishes: FiguresPlan['kpis'],
  kind: ReadFile['kind'],
  library: LibraryTables,
): string[] {
  if (kind === 'survey')
    return [...new Set([...wishes.values()].flatMap((wish) => ('fields' in wish ? wish.fields.name : [])))];
  return [...(values?.keys() ?? [])].filter((name) => {
    const pick = keptPick(picks, name);
    return pick === undefined || !isStill(pick, library);
  });
}

/** More answers than these beside the scale say that the scale is another one. */
const STRAY = 0.1;

function isMany(outside: number, answers: readonly SurveyAnswers[]): boolean {
  const all = answers.reduce((sum, each) => sum + [...each.answers.values()].reduce((a, b) => a + b, 0), 0);
  return outside > all * STRAY;
}

/** True when the file says of which days its figures are. */
export function namesDays(read: ReadFile): boolean {
  if (read.kind === 'events') return read.data.log.period !== null;
  if (read.kind === 'survey') return read.data.answers.some(({ period }) => period !== null);
  return read.data.rows.every(({ period }) => period !== null);
}
