import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { readingOf, roleOf, rolesFor, withRole } from '../../../src/app/dataImport/reading.ts';
import { standingFor } from '../../../src/app/dataImport/standing.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import type { Persona } from '../../../src/model/records/persona.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const table = (...rows: string[]) => `Touchpoint,metric,date,value,n,segment\n${rows.join('\n')}\n`;
const mixed = table(
  'Visit,CSAT,2026-11-01,4,50,',
  'Visit,CSAT,2026-11-01,3,40, mara ',
  'Till,CSAT,2026-11-01,5,30,Mara',
  'Till,CSAT,2026-11-01,1,9,Tourists',
  'Visit,CSAT,2026-11-01,2,8,Tourists',
  'Visit,CSAT,2026-11-01,2,7,All users',
);

async function inspected(text: string) {
  const seen = await createDataApi().inspect(bytesAs('file.csv', text), 'UTC');
  if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
  return seen.value;
}

describe('a metric table with a column of personas', () => {
  it.each(['segment', 'Persona', 'Customer segment', 'сегмент', 'เพอร์โซนา'])(
    'WZ94 "%s" says whose a figure is, not where it belongs',
    async (name) => {
      const seen = await inspected(
        `metric,date,value,n,${name}\nCSAT,2026-11-01,4,50,Mara\nNPS,2026-11-01,40,50,Mara\n`,
      );
      const reading = readingOf(seen, 'metrics');
      expect(roleOf(reading, name)).toBe('persona');
      expect(reading.settings).toMatchObject({ place: null, persona: name });
      expect(rolesFor('metrics')).toContain('persona');
      const column = seen.table.columns.find((each) => each.name === name);
      if (column === undefined) throw new Error(`no ${name}`);
      const place = withRole(reading, column, 'place');
      expect(place.settings).toMatchObject({ place: name, persona: null });
      expect(withRole(place, column, 'persona').settings).toMatchObject({ place: null, persona: name });
    },
  );

  it('WZ94 rows of a persona of the map are measured of it, blank ones of everyone, and others are listed and left out', async () => {
    const { editor, ids } = smallMap();
    const plan = await wizardPlan(mixed, editor.documents());
    expect(plan.taken).toBe(3);
    expect(plan.leftOut).toContain('3 rows of no persona of the map: Tourists (2), All users (1).');
    editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
    const { map } = editor.documents();
    const told = Object.values(map.series).map(({ placeId, personaId, points }) => [
      ...[placeId, personaId],
      ...points.map(({ value, n }) => `${value} n ${n}`),
    ]);
    expect(told.sort()).toEqual(
      [
        [ids.b, 'everyone', '4 n 50'],
        [ids.b, ids.persona, '3 n 40'],
        [ids.c, ids.persona, '5 n 30'],
      ].sort(),
    );
    expect(Object.values(map.dataImports)[0]).toMatchObject({ rows: 6, rowsTaken: 3 });
    expect(Object.values(map.dataImports)[0]?.leftOut).toContain('Tourists (2)');
  });

  it('WZ94 a persona of another map is none of this one', async () => {
    const { editor, ids } = smallMap();
    const { map, library } = editor.documents();
    const mara = library.personas[ids.persona] as Persona;
    const tourists = { ...mara, id: 'pe_tourists', name: 'Tourists' };
    const docs = { map, library: { ...library, personas: { ...library.personas, [tourists.id]: tourists } } };
    const plan = await wizardPlan(mixed, docs);
    expect(plan.figures.series.map(({ personaId }) => personaId)).toEqual([undefined, mara.id, mara.id]);
    expect(plan.leftOut).toContain('3 rows of no persona of the map: Tourists (2), All users (1).');
  });

  it('WZ94 the profile keeps the role, and values of one persona stand in the way of its own alone', async () => {
    const { editor } = smallMap();
    const seen = await inspected(mixed);
    const profile = profileOf('Kept', seen, readingOf(seen, 'metrics'), {}, noMatching);
    expect(profile.columns).toMatchObject({ segment: 'persona', Touchpoint: 'place' });
    const put = async (text: string) => {
      const [kept = null] = Object.values(editor.documents().map.matchProfiles);
      const plan = await wizardPlan(text, editor.documents(), kept);
      editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
      return plan;
    };
    await put(table('Visit,CSAT,2026-11-01,4,50,Mara'));
    const everyone = await put(table('Visit,CSAT,2026-11-01,3,60,'));
    expect([everyone.standing.all, everyone.figures.series.map(({ personaId }) => personaId)]).toEqual([
      0,
      [undefined],
    ]);
    const again = await wizardPlan(
      table('Visit,CSAT,2026-11-01,2,70,Mara', 'Visit,CSAT,2026-12-01,2,70,Mara'),
      editor.documents(),
      Object.values(editor.documents().map.matchProfiles)[0],
    );
    expect(again.standing.all).toBe(1);
    const plan = again.ready('2026-12-02T00:00:00Z');
    expect(standingFor(editor.documents(), plan).files).toEqual([{ name: 'file.csv', count: 1 }]);
  });
});

describe('answers to a survey with a column of personas', () => {
  const asked = [
    'Touchpoint,Date,NPS,Segment,Why?',
    'Visit,2026-11-02,10,Mara,They knew my name',
    'Visit,2026-11-03,0, mara ,I waited',
    'Visit,2026-11-04,9,Tourists,Fine',
    'Visit,2026-11-05,9,,',
    'Visit,2026-11-30,9,Group guests,',
  ].join('\n');

  it('WZ105 each counts for everyone and for its persona, comments are of whom they are from, others are named', async () => {
    const { editor, ids } = smallMap();
    const plan = await wizardPlan(asked, editor.documents(), null, 'survey');
    expect(plan.leftOut).toContain(
      'Counted for everyone alone, since the map has no such persona: Tourists, Group guests.',
    );
    editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
    const { map } = editor.documents();
    const days = { from: '2026-11-02', to: '2026-11-30' };
    expect(Object.values(map.series).map(({ placeId, personaId, points }) => [placeId, personaId, points])).toEqual([
      [ids.b, 'everyone', [expect.objectContaining({ ...days, value: 60, n: 5 })]],
      [ids.b, ids.persona, [expect.objectContaining({ ...days, value: 0, n: 2 })]],
    ]);
    expect(Object.values(map.evidence).map(({ text, personaId, sentiment }) => [text, personaId, sentiment])).toEqual([
      ['They knew my name', ids.persona, 2],
      ['I waited', ids.persona, -2],
      ['Fine', null, 1],
    ]);
  });

  it('WZ105 the role is guessed, can be given and taken, and a profile keeps it', async () => {
    const seen = await inspected(asked);
    const reading = readingOf(seen, 'survey');
    expect(reading.settings).toMatchObject({ persona: 'Segment', place: 'Touchpoint', comments: ['Why?'] });
    expect([roleOf(reading, 'Segment'), rolesFor('survey').includes('persona')]).toEqual(['persona', true]);
    const column = seen.table.columns.find(({ name }) => name === 'Segment');
    if (column === undefined) throw new Error('no column');
    const none = withRole(reading, column, 'none');
    expect(none.settings).toMatchObject({ persona: null });
    expect(withRole(none, column, 'persona').settings).toEqual(reading.settings);
    const { columns } = profileOf('Kept', seen, reading, {}, noMatching);
    expect(columns).toMatchObject({ Segment: 'persona' });
  });
});
