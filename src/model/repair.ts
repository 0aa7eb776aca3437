import { blankMap } from './blanks.ts';
import { citationId, dismissalId, mapPersonaId, newId, pairId, pastVerdictId, seriesId, tieId } from './ids.ts';
import { mergedValues } from './mergedEntries.ts';
import { inOrder, isOrderKey } from './order.ts';
import { type Patch, sameValue } from './patch.ts';
import type { MatchProfile } from './records/dataImport.ts';
import type { Dismissal } from './records/dismissal.ts';
import type { Citation } from './records/evidence.ts';
import type { LibraryEntry } from './records/libraryEntry.ts';
import type { Membership } from './records/membership.ts';
import type { Tie } from './records/opportunity.ts';
import type { Place } from './records/place.ts';
import { EVERYONE } from './records/sentiment.ts';
import type { Series } from './records/series.ts';
import type { EndBasis, PastVerdict, Verdict } from './records/verdict.ts';
import type { WalkStep } from './records/walk.ts';
import { type AnyRecord, type DocKind, type Documents, type Table, tableSchema } from './tables.ts';

/** Repair must be deterministic, so a replaced order key is always this one; ties are broken by id. */
const FIRST_ORDER = 'a0';

/** One thing that was wrong with a document, and what was done about it. */
export interface RepairNote {
  readonly code:
    | 'recordRefused'
    | 'mapMissing'
    | 'orderReplaced'
    | 'stageWithoutStep'
    | 'noStage'
    | 'stepMoved'
    | 'touchpointMoved'
    | 'cardDropped'
    | 'cardMoved'
    | 'linkDropped'
    | 'sentimentDropped'
    | 'verdictDropped'
    | 'personaDropped'
    | 'membershipDropped'
    | 'dismissalDropped'
    | 'tieDropped'
    | 'seriesDropped'
    | 'citationDropped'
    | 'walkStepDropped'
    | 'valueDropped';
  readonly table: string;
  readonly id: string;
}
export interface Repair {
  readonly patches: Patch[];
  readonly notes: RepairNote[];
}

/**
 * Finds what a document must not hold (records that do not pass their schema, dangling ids, bad order keys, stages
 * without a step) and returns patches that mend it. Pure and deterministic: two replicas that hold the same records
 * mend them alike. A sound document gives no patch. `mapId` is used only when the map record itself is missing.
 */
export function repair(docs: Documents, mapId = newId('map')): Repair {
  const patches: Patch[] = [];
  const notes: RepairNote[] = [];
  // A working copy: later checks see what earlier ones mended.
  const tables = copyTables(docs);
  const put = (doc: DocKind, table: string, record: AnyRecord) => {
    patches.push({ path: [doc, table, record.id], value: record });
    rowsOf(tables, doc, table).set(record.id, record);
  };
  const setField = (doc: DocKind, table: string, id: string, field: string, value: unknown) => {
    patches.push({ path: [doc, table, id, field], value });
    const rows = rowsOf(tables, doc, table);
    rows.set(id, { ...(rows.get(id) as AnyRecord), [field]: value });
  };
  const drop = (doc: DocKind, table: string, id: string, code: RepairNote['code']) => {
    patches.push({ path: [doc, table, id], value: undefined });
    rowsOf(tables, doc, table).delete(id);
    notes.push({ code, table, id });
  };

  for (const doc of ['library', 'map'] as const) {
    for (const [table, rows] of tables[doc]) {
      const schema = tableSchema(doc, table);
      for (const [id, record] of rows) {
        if (isSound(record, schema, id)) continue;
        if (typeof record === 'object' && record !== null && 'order' in record && !isOrderKey(String(record.order))) {
          const mended = { ...record, order: FIRST_ORDER };
          if (isSound(mended, schema, id)) {
            setField(doc, table, id, 'order', mended.order);
            notes.push({ code: 'orderReplaced', table, id });
            continue;
          }
        }
        drop(doc, table, id, 'recordRefused');
      }
    }
  }

  const map = (table: string) => rowsOf(tables, 'map', table);
  // There is one map record. Which one stays must not depend on the order in which they came.
  const mapIds = [...map('map').keys()].sort();
  const kept = mapIds.includes(mapId) ? mapId : mapIds[0];
  for (const id of mapIds) if (id !== kept) drop('map', 'map', id, 'recordRefused');
  if (kept === undefined) {
    put('map', 'map', { ...blankMap, id: mapId, createdAt: new Date(0).toISOString() });
    notes.push({ code: 'mapMissing', table: 'map', id: mapId });
  }
  if (map('stages').size === 0) {
    put('map', 'stages', { id: 'st_repaired', order: FIRST_ORDER, name: '' });
    notes.push({ code: 'noStage', table: 'stages', id: 'st_repaired' });
  }
  const sorted = (records: Iterable<AnyRecord>) => inOrder(records as Iterable<AnyRecord & { order: string }>);
  const stages = sorted(map('stages').values());
  const firstStage = stages[0]?.id as string;
  for (const [id, step] of map('steps')) {
    if (map('stages').has(step.stageId as string)) continue;
    setField('map', 'steps', id, 'stageId', firstStage);
    notes.push({ code: 'stepMoved', table: 'steps', id });
  }
  const stagesWithStep = new Set([...map('steps').values()].map((step) => step.stageId));
  for (const stage of stages) {
    if (stagesWithStep.has(stage.id)) continue;
    let id = `sp_${stage.id.slice(3)}`;
    // The step mended in earlier may stand in another stage by now.
    for (let count = 2; map('steps').has(id); count++) id = `sp_${stage.id.slice(3)}-${count}`;
    put('map', 'steps', { id, order: FIRST_ORDER, stageId: stage.id, name: '' });
    notes.push({ code: 'stageWithoutStep', table: 'stages', id: stage.id });
  }
  const merges = { channels: false, devices: false, departments: false };
  for (const field of ['channels', 'devices', 'departments'] as const) {
    for (const entry of rowsOf(tables, 'library', field).values()) if (entry.mergedInto !== null) merges[field] = true;
  }
  const mergedIn = (field: keyof typeof merges, values: string[]): string[] =>
    merges[field]
      ? mergedValues(values, Object.fromEntries(rowsOf(tables, 'library', field)) as unknown as Table<LibraryEntry>)
      : values;
  const firstStep = sorted([...map('steps').values()].filter((step) => step.stageId === firstStage))[0]?.id as string;
  for (const [id, touchpoint] of map('touchpoints')) {
    if (!map('steps').has(touchpoint.stepId as string)) {
      setField('map', 'touchpoints', id, 'stepId', firstStep);
      notes.push({ code: 'touchpointMoved', table: 'touchpoints', id });
    }
    for (const field of ['channels', 'devices', 'departments'] as const) {
      const values = touchpoint[field] as string[];
      const known = values.filter((value) => rowsOf(tables, 'library', field).has(value));
      if (known.length < values.length) notes.push({ code: 'valueDropped', table: 'touchpoints', id });
      // What was merged in the library since is taken over without a word: it is the same thing.
      const taken = mergedIn(field, known);
      if (taken.length !== values.length || taken.some((value, index) => value !== values[index]))
        setField('map', 'touchpoints', id, field, taken);
    }
    const { promiseKeptAt } = touchpoint as { promiseKeptAt?: unknown };
    if (typeof promiseKeptAt === 'string' && !map('touchpoints').has(promiseKeptAt))
      setField('map', 'touchpoints', id, 'promiseKeptAt', null);
  }
  for (const [id, card] of map('cards')) {
    if (!map('lanes').has(card.laneId as string)) drop('map', 'cards', id, 'cardDropped');
    else if (!map('steps').has(card.stepId as string)) {
      setField('map', 'cards', id, 'stepId', firstStep);
      notes.push({ code: 'cardMoved', table: 'cards', id });
    }
  }
  const touchpoints = map('touchpoints');
  const personas = rowsOf(tables, 'library', 'personas');
  const hasEnds = (record: AnyRecord) => touchpoints.has(record.from as string) && touchpoints.has(record.to as string);
  const isPair = (record: AnyRecord, kind: 'link' | 'verdict') =>
    hasEnds(record) && record.id === pairId(kind, record.from as string, record.to as string);
  for (const [id, link] of map('links'))
    if (link.from === link.to || !isPair(link, 'link')) drop('map', 'links', id, 'linkDropped');
  for (const [id, verdict] of map('verdicts'))
    if (!isPair(verdict, 'verdict')) drop('map', 'verdicts', id, 'verdictDropped');
  for (const [id, past] of map('pastVerdicts')) {
    const { from, to, judgedAt } = past as unknown as PastVerdict;
    if (!hasEnds(past) || id !== pastVerdictId(from, to, judgedAt)) drop('map', 'pastVerdicts', id, 'verdictDropped');
  }
  for (const table of ['verdicts', 'pastVerdicts'] as const) {
    for (const [id, verdict] of map(table)) {
      const { from, to } = verdict.basis as Verdict['basis'];
      const end = (basis: EndBasis): EndBasis => ({
        channels: mergedIn('channels', basis.channels),
        devices: mergedIn('devices', basis.devices),
        departments: mergedIn('departments', basis.departments),
      });
      const taken = { from: end(from), to: end(to) };
      if (!sameValue(taken, verdict.basis)) setField('map', table, id, 'basis', taken);
    }
  }
  for (const [id, sentiment] of map('sentiments')) {
    const { touchpointId, personaId } = sentiment as unknown as { touchpointId: string; personaId: string };
    const sound =
      touchpoints.has(touchpointId) &&
      (personaId === EVERYONE || personas.has(personaId)) &&
      id === pairId('sentiment', touchpointId, personaId);
    if (!sound) drop('map', 'sentiments', id, 'sentimentDropped');
  }
  for (const [id, member] of map('mapPersonas')) {
    const personaId = member.personaId as string;
    if (!personas.has(personaId) || id !== mapPersonaId(personaId)) drop('map', 'mapPersonas', id, 'personaDropped');
  }
  for (const [id, membership] of map('memberships')) {
    const { recordId, personaId } = membership as unknown as Membership;
    const sound =
      (touchpoints.has(recordId) || map('links').has(recordId)) &&
      personas.has(personaId) &&
      id === pairId('membership', recordId, personaId);
    if (!sound) drop('map', 'memberships', id, 'membershipDropped');
  }
  const stands = ({ placeId, toId }: Place, onStage: boolean) =>
    (touchpoints.has(placeId) || (onStage && toId === null && map('stages').has(placeId))) &&
    (toId === null || touchpoints.has(toId));
  for (const [id, dismissal] of map('dismissals')) {
    const { rule, ...place } = dismissal as unknown as Dismissal;
    const isThere = stands(place, true) || (place.toId === null && map('map').has(place.placeId));
    if (!isThere || id !== dismissalId(rule, place)) drop('map', 'dismissals', id, 'dismissalDropped');
  }
  for (const [id, tie] of map('ties')) {
    const { opportunityId, ...place } = tie as unknown as Tie;
    const sound = map('opportunities').has(opportunityId) && stands(place, false) && id === tieId(opportunityId, place);
    if (!sound) drop('map', 'ties', id, 'tieDropped');
  }
  const isPersona = (id: unknown) => personas.has(id as string);
  const kpis = rowsOf(tables, 'library', 'kpis');
  for (const [id, { kpiId }] of map('lanes'))
    if (kpiId !== null && !kpis.has(kpiId as string)) setField('map', 'lanes', id, 'kpiId', null);
  for (const [id, series] of map('series')) {
    const { kpiId, personaId, ...place } = series as unknown as Series;
    const { placeId, toId } = place;
    const onMap = stands(place, true) || (toId === null && (map('steps').has(placeId) || map('map').has(placeId)));
    const sound =
      kpis.has(kpiId) &&
      (personaId === EVERYONE || isPersona(personaId)) &&
      onMap &&
      id === seriesId(kpiId, place, personaId);
    if (!sound) drop('map', 'series', id, 'seriesDropped');
  }
  for (const table of ['evidence', 'walks'] as const) {
    for (const [id, { personaId }] of map(table))
      if (personaId !== null && !isPersona(personaId)) setField('map', table, id, 'personaId', null);
  }
  for (const [id, citation] of map('citations')) {
    const { evidenceId, ...place } = citation as unknown as Citation;
    const sound = map('evidence').has(evidenceId) && stands(place, false) && id === citationId(evidenceId, place);
    if (!sound) drop('map', 'citations', id, 'citationDropped');
  }
  for (const [id, stop] of map('walkSteps')) {
    const { walkId, touchpointId } = stop as unknown as WalkStep;
    const sound =
      map('walks').has(walkId) && touchpoints.has(touchpointId) && id === pairId('walkStep', walkId, touchpointId);
    if (!sound) drop('map', 'walkSteps', id, 'walkStepDropped');
  }
  for (const [id, profile] of map('matchProfiles')) {
    const rules = profile.rules as MatchProfile['rules'];
    const kept = rules.filter(({ touchpointId }) => touchpoints.has(touchpointId));
    if (kept.length < rules.length) setField('map', 'matchProfiles', id, 'rules', kept);
  }
  return { patches, notes };
}

type Working = Record<DocKind, Map<string, Map<string, AnyRecord>>>;

function copyTables(docs: Documents): Working {
  const copy = (tables: object) =>
    new Map(
      Object.entries(tables).map(([name, rows]) => [name, new Map(Object.entries(rows as Record<string, AnyRecord>))]),
    );
  return { map: copy(docs.map), library: copy(docs.library) };
}

function rowsOf(tables: Working, doc: DocKind, table: string): Map<string, AnyRecord> {
  return tables[doc].get(table) as Map<string, AnyRecord>;
}

const soundRecords = new WeakSet<object>();

/** Records are frozen once they are in a document, so one that passed its schema under its id passes for ever. */
function isSound(record: AnyRecord, schema: ReturnType<typeof tableSchema>, id: string): boolean {
  if (schema === undefined || typeof record !== 'object' || record === null || record.id !== id) return false;
  if (soundRecords.has(record)) return true;
  if (!schema.safeParse(record).success) return false;
  if (Object.isFrozen(record)) soundRecords.add(record);
  return true;
}
