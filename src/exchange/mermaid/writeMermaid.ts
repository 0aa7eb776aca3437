import { inOrder } from '../../model/order.ts';
import type { Persona } from '../../model/records/persona.ts';
import { EVERYONE, type Sentiment } from '../../model/records/sentiment.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { type Documents, mapRecord } from '../../model/tables.ts';
import { extraKeys } from '../json/encodeTables.ts';
import { scoreOf, type TaskMarks } from './diagram.ts';
import { encodeEntities } from './entities.ts';
import { writeMarks } from './taskMarks.ts';

/** Words Mermaid takes for its own at the beginning of a line, whatever their case. */
const KEYWORD = /^(?:title|section|journey|accTitle|accDescr)\b/i;

/**
 * A journey map as a Mermaid `journey` diagram: stages as sections, touchpoints in order of stage, step and place in the
 * step as tasks, personas who have a sentiment there as people, the mean of their sentiments plus 3 as score (3 where
 * none is set). What that cannot say goes on comment lines that `parseMermaid` reads back. `untitled` stands for a
 * touchpoint without a title.
 */
export function writeMermaid(docs: Documents, untitled = 'Untitled'): string {
  const { map, library } = docs;
  const record = mapRecord(map);
  const lines = ['journey'];
  if (record.name.trim() !== '') lines.push(`  title ${encodeEntities(record.name)}`);
  const { accTitle } = extraKeys(record.extra);
  if (typeof accTitle === 'string' && accTitle.trim() !== '') lines.push(`  accTitle: ${encodeEntities(accTitle)}`);
  lines.push(...descriptionLines(record.scenario));

  const sentiments = groupBy(Object.values(map.sentiments), (sentiment) => sentiment.touchpointId);
  const touchpoints = groupBy(inOrder(Object.values(map.touchpoints)), (touchpoint) => touchpoint.stepId);
  const steps = groupBy(inOrder(Object.values(map.steps)), (step) => step.stageId);
  const personas = inOrder(Object.values(library.personas));
  inOrder(Object.values(map.stages)).forEach((stage, index) => {
    const tasks = (steps.get(stage.id) ?? []).flatMap((step) => touchpoints.get(step.id) ?? []);
    const name = encodeEntities(stage.name);
    // Tasks before any section make a stage without a name; elsewhere a section needs some character.
    if (name !== '' || index > 0 || tasks.length === 0) lines.push(`  section ${name || '\u200B'}`);
    for (const task of tasks) lines.push(...taskLines(task, sentiments.get(task.id) ?? [], personas, untitled));
  });
  return `${lines.join('\n')}\n`;
}

function taskLines(
  task: Touchpoint,
  felt: readonly Sentiment[],
  personas: readonly Persona[],
  untitled: string,
): string[] {
  const everyone = felt.find((sentiment) => sentiment.personaId === EVERYONE)?.value;
  const people = personas.flatMap((persona) => {
    const value = felt.find((sentiment) => sentiment.personaId === persona.id)?.value;
    return value === undefined || persona.name.trim() === '' ? [] : [{ name: persona.name.trim(), value }];
  });
  const values = people.length > 0 ? people.map(({ value }) => value) : everyone === undefined ? [] : [everyone];
  const score = values.length === 0 ? 3 : scoreOf(values);
  const title = encodeEntities(task.title);
  const marks: TaskMarks = {
    ...(title === '' && { untitled: true }),
    ...(values.length === 0 && { notSet: true }),
    ...(people.some(({ value }) => value !== score - 3) && { felt: people }),
    ...(everyone !== undefined && (people.length > 0 || everyone !== score - 3) && { everyone }),
  };
  const actors = [...new Set(people.map(({ name }) => encodeEntities(name, ',')))].join(', ');
  const line = `    ${hideKeyword(title || encodeEntities(untitled))}: ${score}${actors === '' ? '' : `: ${actors}`}`;
  return [...writeMarks(marks).map((mark) => `    ${mark}`), line];
}

/** The first letter of a keyword as an entity, so that Mermaid reads a name. */
function hideKeyword(name: string): string {
  return KEYWORD.test(name) ? `#${name.charCodeAt(0)};${name.slice(1)}` : name;
}

function descriptionLines(scenario: string): string[] {
  const lines = scenario
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => encodeEntities(line, '{}'));
  if (lines.length === 1) return lines[0] === '' ? [] : [`  accDescr: ${lines[0]}`];
  return ['  accDescr {', ...lines.map((line) => `    ${line}`), '  }'];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
