import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addToLibrary } from '../../../src/exchange/finishImport.ts';
import { ImportError } from '../../../src/exchange/importError.ts';
import type { ImportResult } from '../../../src/exchange/importResult.ts';
import { leftOutByMermaid } from '../../../src/exchange/mermaid/leftOut.ts';
import { parseMermaid } from '../../../src/exchange/mermaid/parseMermaid.ts';
import { readMermaid } from '../../../src/exchange/mermaid/readMermaid.ts';
import { writeMermaid } from '../../../src/exchange/mermaid/writeMermaid.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { inOrder } from '../../../src/model/order.ts';
import { repair } from '../../../src/model/repair.ts';
import { emptyLibraryTables, type LibraryTables, mapRecord } from '../../../src/model/tables.ts';
import { smallMap } from '../../support/startDocs.ts';
import { readWithMermaid } from './mermaidParser.ts';

const folder = new URL('../../../../shared/data/mermaid/', import.meta.url);
const samples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mmd')) : [];
interface Expected {
  ok: boolean;
  title: string;
  accTitle: string;
  accDescr: string;
  sections: string[];
  tasks: { section: string; task: string; score: number | 'NaN'; people: string[] }[];
}

function refusal(text: string): ImportError {
  try {
    parseMermaid(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).message).not.toMatch(/\{\{|undefined/);
    return error as ImportError;
  }
  throw new Error('The diagram was not refused.');
}
/** Sections with their tasks as `name|score|actors`, and the codes of the notes. */
function outline(text: string): { sections: string[][]; codes: string[] } {
  const { sections, notes } = parseMermaid(text);
  return {
    sections: sections.map(({ name, tasks }) => [
      name,
      ...tasks.map((task) => `${task.name}|${task.score}|${task.actors.join('+')}`),
    ]),
    codes: notes.map(({ code }) => code),
  };
}
function task(line: string): [string | undefined, ...string[]] {
  const { sections, codes } = outline(`journey\n${line}`);
  return [sections[0]?.[1], ...codes];
}
function read(text: string, library: LibraryTables = emptyLibraryTables()) {
  const result = readMermaid(text, library);
  const docs = { map: result.map, library: addToLibrary(library, result.libraryAdditions) };
  expect(repair(docs).notes).toEqual([]);
  return { ...result, docs };
}
const stageNames = ({ map }: ImportResult) => inOrder(Object.values(map.stages)).map(({ name }) => name);

describe('sample diagrams', () => {
  if (samples.length === 0) it.skip('M1 the folder shared/data/mermaid is absent', () => undefined);
  else {
    const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, Expected>;
    const readable = samples.filter((name) => expected[name]?.ok);
    it.each(readable)('M1 %s gives the stages, touchpoints, scores and people that Mermaid reads', (name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const diagram = parseMermaid(text);
      const wanted = expected[name] as Expected;
      expect(diagram).toMatchObject({
        title: wanted.title.trim(),
        accTitle: wanted.accTitle,
        accDescr: wanted.accDescr,
      });
      expect(diagram.sections.map((section) => section.name).filter((section) => section !== '')).toEqual(
        wanted.sections,
      );
      const tasks = diagram.sections.flatMap((section) =>
        section.tasks.map((one) => ({ section: section.name, task: one.name, score: one.score, people: one.actors })),
      );
      expect(tasks).toEqual(
        wanted.tasks.map((one) => ({
          ...one,
          task: one.task.trim(),
          score: one.score === 'NaN' ? null : one.score,
          people: one.people.filter((person) => person !== ''),
        })),
      );
      expect(Object.keys(read(text).map.touchpoints)).toHaveLength(wanted.tasks.length);
    });
    it.each(samples.filter((name) => !readable.includes(name)))(
      'M2 %s, whose front matter is indented, is read',
      (name) => {
        const diagram = parseMermaid(readFileSync(new URL(name, folder), 'utf8'));
        expect(diagram.sections.flatMap(({ tasks }) => tasks).length).toBeGreaterThan(0);
        expect(diagram.title).not.toBe('');
        expect(diagram.notes).toEqual([]);
      },
    );
  }
});

describe('what Mermaid reads', () => {
  it('M3 scores are numbers as JavaScript reads them; what is none is not set, with a note', () => {
    expect(['5', '0x5', '1e1', '3.5', '-1', '10'].map((score) => task(`T: ${score}: Me`))).toEqual(
      ['5', '5', '10', '3.5', '-1', '10'].map((score) => [`T|${score}|Me`]),
    );
    for (const score of ['', 'good', '5/5', 'Infinity', 'NaN'])
      expect(task(`T: ${score}: Me`)).toEqual(['T|null|Me', 'scoreUnread']);
  });

  it('M4 people without a name are left out, and one who comes twice is kept once', () => {
    expect(task('T: 5:')).toEqual(['T|5|']);
    expect(task('T: 5: Me, , Me,You ,')).toEqual(['T|5|Me+You']);
    expect(task('T: 5: Me: extra')).toEqual(['T|5|Me', 'fieldIgnored']);
  });

  it('M5 entities are decoded in every text', () => {
    expect(outline('journey\nsection A#58;B\n#83;ection#59; #35;1 #quot;x#quot; #no;: 4: A#44;B').sections).toEqual([
      ['A:B', 'Section; #1 "x" #no;|4|A,B'],
    ]);
    expect(parseMermaid('journey\ntitle a#colon;b #9829;').title).toBe('a:b ♥');
  });

  it('M6 comments, directives, byte order mark, line ends and odd spaces do not disturb', () => {
    const text =
      '\uFEFF%% first\r\n%%{init: {"theme": "#fff",\r\n "x": 1}}%%\r\njourney\r\n%% c: 1\r\n# d: 2\r\n\u00A0section A\u00A0\r\n\tT: 5: Me %% note\r\n100%% sure: 4\r\n';
    expect(outline(text).sections).toEqual([['A', 'T|5|Me %% note', '100%% sure|4|']]);
    expect(parseMermaid(text).sections[0]?.tasks.map(({ line }) => line)).toEqual([8, 9]);
    expect(outline('journey\rsection A\rT: 5').sections).toEqual([['A', 'T|5|']]);
    expect(task('T: 5: Child #1')).toEqual(['T|5|Child', 'hashComment']);
  });

  it('M7 the title of the front matter is read; a title line wins, the last one', () => {
    for (const title of ['My day', '"My day"', "'My day'", 'My day # not this']) {
      expect(parseMermaid(`---\nconfig:\n  title: no\ntitle: ${title}\n---\njourney\n`).title).toBe('My day');
    }
    expect(parseMermaid('---\ntitle: a\n---\njourney title b\ntitle c: d').title).toBe('c: d');
  });

  it('M8 accessible title and description are read, over lines too', () => {
    const diagram = parseMermaid('journey\naccTitle: T\naccDescr {\n a #58; b\n c: 5 }section A\nT: 3');
    expect(diagram).toMatchObject({ accTitle: 'T', accDescr: 'a : b\nc: 5', sections: [{ name: 'A' }] });
    expect(refusal('journey\n\naccDescr {\n a')).toMatchObject({ code: 'openBrace', params: { line: 3 } });
  });
});

describe('what Mermaid refuses or misreads', () => {
  it('M9 a colon in a name or section is read where the intent is plain, with a note', () => {
    expect(task('A (ex: 5832): 5: Client')).toEqual(['A (ex: 5832)|5|Client', 'colonInName']);
    expect(task('Meet at 10:30: 5: Me')).toEqual(['Meet at 10:30|5|Me', 'colonInName']);
    expect(task('Say: hello: 4')).toEqual(['Say: hello|4|', 'colonInName']);
    expect(outline('journey\nsection Week 1: Basics\nT: 5')).toEqual({
      sections: [['Week 1: Basics', 'T|5|']],
      codes: ['colonInName'],
    });
    expect(refusal('journey\nsection Part 2: 3')).toMatchObject({ code: 'lineUnclear', params: { line: 2 } });
  });

  it('M10 tasks that begin with a word of Mermaid, a # in a name and wide colons are read with a note', () => {
    expect(task('Section review: 5: Me')).toEqual(['Section review|5|Me', 'keywordTask']);
    expect(task('Journey starts: 5: Me')).toEqual(['Journey starts|5|Me', 'keywordTask']);
    expect(outline('journey\nsection A\nTitle check: 5: Me').sections).toEqual([['A', 'Title check|5|Me']]);
    expect(task('Task #1 done: 5: Me')).toEqual(['Task #1 done|5|Me', 'hashInName']);
    expect(task('任务：5：我，你')).toEqual(['任务|5|我+你', 'wideColon']);
    expect(task('T: 5: Me;')).toEqual(['T|5|Me', 'semicolonIgnored']);
    expect(outline('journey\nsection\nT: 5').sections).toEqual([['', 'T|5|']]);
  });

  it('M11 what is unclear is refused with its line', () => {
    expect(refusal('journey\nsection A\nT; U: 5')).toMatchObject({ code: 'lineSemicolon', params: { line: 3 } });
    expect(refusal('journey; section A; T: 5').code).toBe('lineSemicolon');
    expect(refusal('%%{init: {}}%%\n\njourney\n\nJust a name')).toMatchObject({
      code: 'lineWithoutScore',
      params: { line: 5 },
    });
    expect(refusal('journey\n: 5: Me')).toMatchObject({ code: 'lineWithoutName', params: { line: 2 } });
    expect(refusal('journey\nT: 5\njourney\nU: 5')).toMatchObject({ code: 'secondJourney', params: { line: 3 } });
    for (const text of ['', 'flowchart LR\n a-->b', 'journey-x\nA: 3', '---\ntitle: a\njourney'])
      expect(refusal(text).code).toBe('noJourney');
  });
});

describe('a diagram as a map', () => {
  it('M12 sections become stages, tasks touchpoints in steps of their own, linked one after the other', () => {
    const result = read(
      'journey\ntitle Day\naccDescr: Long\naccTitle: Short\nT0: 5\nsection A\nT1: 4: Me\nT2: 1: Me, Cat\nsection Empty\nsection A\nT3: 3',
    );
    expect(stageNames(result)).toEqual(['', 'A', 'Empty', 'A']);
    expect(mapRecord(result.map)).toMatchObject({ name: 'Day', scenario: 'Long', extra: '{"accTitle":"Short"}' });
    const titles = new Map(Object.values(result.map.touchpoints).map(({ id, title }) => [id, title]));
    expect(Object.values(result.map.links).map(({ from, to }) => `${titles.get(from)}-${titles.get(to)}`)).toEqual([
      'T0-T1',
      'T1-T2',
      'T2-T3',
    ]);
    expect(new Set(Object.values(result.map.touchpoints).map(({ stepId }) => stepId)).size).toBe(4);
    expect(Object.keys(result.map.steps)).toHaveLength(5);
    const names = new Map(Object.values(result.libraryAdditions.personas).map(({ id, name }) => [id, name]));
    const felt = Object.values(result.map.sentiments).map(
      (one) => `${titles.get(one.touchpointId)} ${names.get(one.personaId) ?? one.personaId} ${one.value}`,
    );
    expect(felt).toEqual(['T0 everyone 2', 'T1 Me 1', 'T2 Me -2', 'T2 Cat -2', 'T3 everyone 0']);
    expect(Object.keys(result.map.mapPersonas)).toHaveLength(2);
  });

  it('M13 an empty diagram gives one stage with one step', () => {
    const { map } = read('journey');
    expect([
      Object.keys(map.stages).length,
      Object.keys(map.steps).length,
      Object.keys(map.touchpoints).length,
    ]).toEqual([1, 1, 0]);
  });

  it('M14 people are matched with personas of the library by name, with a note', () => {
    const library = emptyLibraryTables();
    library.personas.pe_mia = {
      ...blankPersona,
      id: 'pe_mia',
      order: 'a0',
      name: 'Mia',
      color: 'pink',
      shape: 'circle',
      archived: false,
    };
    const { map, libraryAdditions, notes } = read('journey\nT: 5: mia, Omar', library);
    expect(Object.keys(map.mapPersonas)).toContain('mc_pe_mia');
    expect(Object.values(libraryAdditions.personas).map(({ name }) => name)).toEqual(['Omar']);
    expect(notes).toEqual([{ code: 'libraryMatched', params: { table: 'personas', record: 'mia' } }]);
  });

  it('M15 scores outside 1 to 5 are clamped with a note, unread ones leave no sentiment', () => {
    const { map, notes } = read('journey\nT: 10\nU: 0\nV: ?: Me');
    expect(Object.values(map.sentiments).map(({ value }) => value)).toEqual([2, -2]);
    expect(notes.map(({ code }) => code)).toEqual(['scoreUnread', 'scoreClamped', 'scoreClamped']);
  });
});

describe('a map as a diagram', () => {
  const text = 'journey\ntitle Day\nsection A\nT1: 4: Me\n: 5'.replace('\n: 5', '\nT2: 1: Me, Cat');

  it('M16 what is written is read back with the same stages, touchpoints, people and sentiments', async () => {
    const { docs } = read(text);
    const written = writeMermaid(docs);
    expect(written).toBe('journey\n  title Day\n  section A\n    T1: 4: Me\n    T2: 1: Me, Cat\n');
    expect(await readWithMermaid(written)).toMatchObject({
      title: 'Day',
      sections: ['A'],
      tasks: [{ task: 'T1', score: 4 }, { people: ['Me', 'Cat'] }],
    });
  });

  it('M17 what a journey cannot say is kept on comment lines: not set, untitled, a value for each persona', async () => {
    const { docs } = read(text);
    const [first, second] = Object.values(docs.map.touchpoints);
    if (first === undefined || second === undefined) throw new Error('Two touchpoints were written.');
    Object.assign(first, { title: '' });
    for (const one of Object.values(docs.map.sentiments)) {
      if (one.touchpointId === first.id) delete docs.map.sentiments[one.id];
    }
    const felt = Object.values(docs.map.sentiments).filter((one) => one.touchpointId === second.id);
    felt.forEach((one, index) => {
      Object.assign(one, { value: [-1.5, 2][index] });
    });
    const written = writeMermaid(docs);
    expect(written.split('\n').slice(3, -1)).toEqual([
      '    %% Desirepath: untitled',
      '    %% Desirepath: score not set',
      '    Untitled: 3',
      '    %% Desirepath: felt Me = -1.5, Cat = 2',
      '    T2: 3: Me, Cat',
    ]);
    expect((await readWithMermaid(written)).tasks).toMatchObject([
      { task: 'Untitled', score: 3, people: [] },
      { score: 3 },
    ]);
    const again = read(written);
    expect(Object.values(again.map.sentiments).map(({ value }) => value)).toEqual([-1.5, 2]);
    expect(Object.values(again.map.touchpoints).map(({ title }) => title)).toEqual(['', 'T2']);
    // Somebody edited the score since: it counts.
    const edited = read(written.replace('T2: 3', 'T2: 5').replace('Untitled: 3', 'Untitled: 1'));
    expect(Object.values(edited.map.sentiments).map(({ value }) => value)).toEqual([-2, 2, 2]);
  });
});

it('M21 what a diagram has no place for is named; a map that came from one lacks nothing', () => {
  const { editor, ids } = smallMap();
  expect(leftOutByMermaid(editor.documents())).toEqual(['channels', 'devices', 'steps', 'cards', 'verdicts']);
  editor.run('addLink', { from: ids.a, to: ids.c });
  expect(leftOutByMermaid(editor.documents())).toContain('ways');
  const { map, libraryAdditions } = readMermaid('journey\n section Shop\n Pay: 2: Dad\n Go: 5\n', emptyLibraryTables());
  expect(leftOutByMermaid({ map, library: libraryAdditions })).toEqual([]);
});
