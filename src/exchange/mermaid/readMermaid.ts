import { blankLink, blankMap, blankPersona, blankTouchpoint } from '../../model/blanks.ts';
import { mapPersonaId, pairId, newId as randomId } from '../../model/ids.ts';
import { ordersBetween } from '../../model/order.ts';
import { colors, MAX_TEXT } from '../../model/records/common.ts';
import { personaShapes } from '../../model/records/persona.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { emptyMapTables, type LibraryTables, type MapTables } from '../../model/tables.ts';
import { cutText } from '../fillText.ts';
import { finishImport } from '../finishImport.ts';
import type { ImportResult } from '../importResult.ts';
import { type LibraryMatcher, matchLibrary, type NewId, type PersonaMatch } from '../matchLibrary.ts';
import type { Note } from '../noteText.ts';
import { type DiagramTask, scoreOf } from './diagram.ts';
import { parseMermaid } from './parseMermaid.ts';

/**
 * Reads a Mermaid `journey` into a new map: sections as stages, each task as a touchpoint in a step of its own, linked
 * with the next, scores less 3 as sentiments of its people (or of everyone). People become the personas of the same name
 * in `library`, or additions to it; those whose `nameKey` is in `newPersonas` are always added. Throws `ImportError` with a line number for what is not a journey.
 */
export function readMermaid(
  text: string,
  library: LibraryTables,
  ids: NewId = randomId,
  newPersonas?: ReadonlySet<string>,
): ImportResult {
  const diagram = parseMermaid(text);
  const notes: Note[] = [...diagram.notes];
  const tables = emptyMapTables();
  const cut = (table: string, field: string, value: string) => cutField(table, field, value, notes);

  const mapId = ids('map');
  tables.map[mapId] = {
    ...blankMap,
    id: mapId,
    name: cut('map', 'name', breakLines(diagram.title)),
    scenario: cut('map', 'scenario', diagram.accDescr),
    createdAt: new Date().toISOString(),
    ...(diagram.accTitle !== '' && { extra: JSON.stringify({ accTitle: cutText(diagram.accTitle, MAX_TEXT) }) }),
  };

  const people = createPeople(library, matchLibrary(library, ids, newPersonas));
  const sections = diagram.sections.length > 0 ? diagram.sections : [{ name: '', tasks: [] }];
  const stageOrders = ordersBetween(null, null, sections.length);
  let previous: string | undefined;
  sections.forEach((section, index) => {
    const stageId = ids('stage');
    tables.stages[stageId] = {
      id: stageId,
      order: stageOrders[index] as string,
      name: cut('stages', 'name', breakLines(section.name)),
    };
    // A stage always has a step, so one without tasks gets an empty one.
    const stepOrders = ordersBetween(null, null, Math.max(1, section.tasks.length));
    stepOrders.forEach((order, place) => {
      const stepId = ids('step');
      tables.steps[stepId] = { id: stepId, order, stageId, name: '' };
      const task = section.tasks[place];
      if (task === undefined) return;
      const id = addTouchpoint(tables, task, stepId, ids('touchpoint'), people, notes);
      if (previous !== undefined) {
        const linkId = pairId('link', previous, id);
        tables.links[linkId] = { ...blankLink, id: linkId, from: previous, to: id };
      }
      previous = id;
    });
  });
  const members = people.taken();
  const memberOrders = ordersBetween(null, null, members.length);
  members.forEach((personaId, index) => {
    const id = mapPersonaId(personaId);
    tables.mapPersonas[id] = { id, order: memberOrders[index] as string, personaId };
  });
  const result = finishImport(tables, people.additions(), library, [...notes, ...people.notes], ids);
  return { ...result, personaMatches: people.matches };
}

function addTouchpoint(
  tables: MapTables,
  task: DiagramTask,
  stepId: string,
  id: string,
  people: People,
  notes: Note[],
): string {
  tables.touchpoints[id] = {
    ...blankTouchpoint,
    id,
    order: 'a0',
    stepId,
    title: task.marks.untitled ? '' : cutField('touchpoints', 'title', breakLines(task.name), notes),
    // People of a task without a score have no sentiment that would say that they are there.
    ...(task.score === null && task.actors.length > 0 && { extra: JSON.stringify({ mermaidActors: task.actors }) }),
  };
  const add = (personaId: string, value: number) => {
    const sentimentId = pairId('sentiment', id, personaId);
    tables.sentiments[sentimentId] = { id: sentimentId, touchpointId: id, personaId, value };
  };
  const personas = task.actors.map((name) => ({ name, id: people.take(name) }));
  if (task.score === null) return id;
  const value = Math.min(2, Math.max(-2, task.score - 3));
  if (value !== task.score - 3) {
    notes.push({ code: 'scoreClamped', params: { line: task.line, value: task.score, taken: value + 3 } });
  }
  const { felt, everyone } = task.marks;
  // Marks hold only while they agree with the score: somebody may have edited the diagram since.
  const holding =
    felt !== undefined && felt.length > 0 && scoreOf(felt.map((one) => one.value)) === task.score ? felt : [];
  for (const { name, id: personaId } of personas)
    add(personaId, holding.find((one) => one.name === name)?.value ?? value);
  if (personas.length === 0)
    add(EVERYONE, everyone !== undefined && scoreOf([everyone]) === task.score ? everyone : value);
  else if (everyone !== undefined) add(EVERYONE, everyone);
  return id;
}

interface People {
  /** The id of the persona of that name, taken once however often it is asked for. */
  take(name: string): string;
  taken(): string[];
  additions(): LibraryTables;
  readonly notes: readonly Note[];
  readonly matches: readonly PersonaMatch[];
}

function createPeople(library: LibraryTables, matcher: LibraryMatcher): People {
  const byName = new Map<string, string>();
  const count = Object.keys(library.personas).length;
  return {
    notes: matcher.notes,
    matches: matcher.personaMatches,
    taken: () => [...new Set(byName.values())],
    additions: () => matcher.additions(),
    take(name) {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const index = count + byName.size;
      const id = matcher.take('personas', {
        ...blankPersona,
        id: '',
        name: cutText(breakLines(name), MAX_TEXT),
        color: colors[index % colors.length],
        shape: personaShapes[index % personaShapes.length],
      });
      byName.set(name, id);
      return id;
    },
  };
}

/** Mermaid breaks a line at `<br>`. */
function breakLines(text: string): string {
  return text.replace(/<br\s*\/?\s*>/gi, '\n');
}

function cutField(table: string, field: string, value: string, notes: Note[]): string {
  if (value.length <= MAX_TEXT) return value;
  const cut = cutText(value, MAX_TEXT);
  notes.push({ code: 'textCut', params: { table, field, record: cutText(value, 60), length: cut.length } });
  return cut;
}
