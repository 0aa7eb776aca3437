import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToLibrary } from '../../../src/exchange/finishImport.ts';
import { parseMermaid } from '../../../src/exchange/mermaid/parseMermaid.ts';
import { readMermaid } from '../../../src/exchange/mermaid/readMermaid.ts';
import { writeMermaid } from '../../../src/exchange/mermaid/writeMermaid.ts';
import { inOrder } from '../../../src/model/order.ts';
import { EVERYONE } from '../../../src/model/records/sentiment.ts';
import { repair } from '../../../src/model/repair.ts';
import { type Documents, emptyLibraryTables, mapRecord } from '../../../src/model/tables.ts';
import { readWithMermaid } from '../../unit/exchange/mermaidParser.ts';
import { anyDocs } from './arbitraryDocs.ts';

const oneLine = (text: string) => text.trim().replace(/\r\n?|\n/g, '<br>');

/** What a reader should find in the diagram of `docs`: names on one line, as written. */
function expectedOf({ map, library }: Documents) {
  const tasks: { task: string; people: string[]; section: string; score: number }[] = [];
  const sections: string[] = [];
  for (const stage of inOrder(Object.values(map.stages))) {
    sections.push(oneLine(stage.name));
    for (const step of inOrder(Object.values(map.steps)).filter(({ stageId }) => stageId === stage.id)) {
      for (const touchpoint of inOrder(Object.values(map.touchpoints)).filter(({ stepId }) => stepId === step.id)) {
        const people = inOrder(Object.values(library.personas)).filter((persona) =>
          Object.values(map.sentiments).some(
            (one) => one.touchpointId === touchpoint.id && one.personaId === persona.id,
          ),
        );
        const felt = Object.values(map.sentiments).filter((one) => one.touchpointId === touchpoint.id);
        const own = felt.filter(({ personaId }) => (library.personas[personaId]?.name.trim() ?? '') !== '');
        const values = (own.length > 0 ? own : felt.filter(({ personaId }) => personaId === EVERYONE)).map(
          ({ value }) => value,
        );
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        tasks.push({
          // Where nobody feels anything Mermaid is told the middle.
          score: values.length === 0 ? 3 : Math.round(mean + 3),
          section: oneLine(stage.name),
          task: oneLine(touchpoint.title) || 'Untitled',
          people: people.map(({ name }) => oneLine(name)),
        });
      }
    }
  }
  return { title: oneLine(mapRecord(map).name), sections, tasks };
}

describe('Mermaid diagrams', () => {
  it('M19 any map is written so that our parser reads the same names, people, scores and marks', () => {
    fc.assert(
      fc.property(anyDocs, (docs) => {
        const diagram = parseMermaid(writeMermaid(docs));
        const wanted = expectedOf(docs);
        expect(diagram.notes).toEqual([]);
        expect(diagram.title).toBe(wanted.title);
        expect(diagram.sections.map(({ name }) => name)).toEqual(wanted.sections);
        const tasks = diagram.sections.flatMap((section) =>
          section.tasks.map(({ name, actors }) => ({ section: section.name, task: name, people: actors })),
        );
        expect(tasks).toEqual(wanted.tasks.map(({ score: _, ...task }) => task));
        const read = readMermaid(writeMermaid(docs), emptyLibraryTables());
        const again = { map: read.map, library: addToLibrary(emptyLibraryTables(), read.libraryAdditions) };
        expect(repair(again).patches).toEqual([]);
        expect(feelings(again)).toEqual(feelings(docs));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('M20 any map is written so that Mermaid itself reads the same names, people and whole scores from 1 to 5', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocs, async (docs) => {
        const reading = await readWithMermaid(writeMermaid(docs));
        const wanted = expectedOf(docs);
        // A zero-width space stands for no name.
        const plain = (text: string) => text.replace(/^\u200B$/, '').trim();
        const sectioned = (tasks: typeof wanted.tasks) =>
          tasks.map(({ section, task, people, score }) => ({
            section: plain(section),
            task: task.trim(),
            people,
            score,
          }));
        expect(reading.title).toBe(wanted.title);
        expect(sectioned([...reading.tasks])).toEqual(sectioned(wanted.tasks));
        const [sections, names] = [reading.sections.map(plain), wanted.sections.map(plain)];
        expect(sections).toEqual(sections.length < names.length ? names.slice(1) : names);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

/** All sentiments, in the order of the touchpoints, by the name of the persona. */
function feelings({ map, library }: Documents): string[] {
  return expectedOrder(map).flatMap((touchpointId, index) =>
    Object.values(map.sentiments)
      .filter((one) => one.touchpointId === touchpointId)
      .map(({ personaId, value }) => {
        const name = personaId === EVERYONE ? EVERYONE : (library.personas[personaId]?.name ?? '');
        // A written <br> and a line break mean the same to Mermaid.
        return `${index} ${oneLine(name.replaceAll('<br>', '\n'))} ${value}`;
      })
      .sort(),
  );
}

function expectedOrder(map: Documents['map']): string[] {
  return inOrder(Object.values(map.stages)).flatMap((stage) =>
    inOrder(Object.values(map.steps))
      .filter(({ stageId }) => stageId === stage.id)
      .flatMap((step) =>
        inOrder(Object.values(map.touchpoints))
          .filter(({ stepId }) => stepId === step.id)
          .map(({ id }) => id),
      ),
  );
}
