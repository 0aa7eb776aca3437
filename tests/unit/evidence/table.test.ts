import { createHash } from 'node:crypto';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { loadEvidenceTexts } from '../../../src/app/evidence/evidenceTexts.ts';
import { evidenceImportsOf, figuresOf, leftOutOf, withoutImports } from '../../../src/app/evidence/tableImport.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { importFigures } from '../../../src/commands/dataImports.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { type EvidenceSettings, guessEvidence } from '../../../src/exchange/data/evidenceTable.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { readPieces } from '../../../src/exchange/data/readPieces.ts';
import { readRows } from '../../../src/exchange/data/readRows.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { draftMap } from '../layout/mapDraft.ts';
import { says } from './pieces.ts';

function shop() {
  const draft = draftMap([3]);
  draft.touchpoint('a', '1_1', ['web'], { title: 'Reads reviews' });
  draft.touchpoint('b', '1_2', ['shop'], { title: 'Asks in the shop' });
  draft.touchpoint('c', '1_3', ['shop'], { title: 'Asks in the shop again' });
  draft.docs.library.personas.pe_Anna = { ...blankPersona, id: 'pe_Anna', order: 'a0', name: 'Anna Lind' };
  return draft.docs;
}

async function read(text: string, changes: Partial<EvidenceSettings> = {}, docs = shop()) {
  const source = bytesAs('voices.csv', text);
  const report = await inspectTable(source);
  const settings = { ...guessEvidence(report), ...changes };
  const rows = await readRows(source, report, 100);
  return { settings, report, ...readPieces(rows, settings, report.settings.decimal, docs) };
}

describe('evidence from a table', () => {
  it('EV8 finds the columns by their heads, in several languages, whatever their order', async () => {
    const { settings } = await read(
      'Where,Comment,Rating,Review date,Customer type,Source,Type\nReads reviews,Fine,4,2026-02-03,Anna Lind,Trustpilot,review\n',
    );
    expect(settings.columns).toEqual({
      touchpoint: 0,
      text: 1,
      sentiment: 2,
      date: 3,
      persona: 4,
      source: 5,
      kind: 6,
    });
    expect(settings.scale).toBe('stars');
    expect((await read('Дата;Отзыв;Источник\n03.02.2026;Долго ждал;Форум\n')).settings.columns).toMatchObject({
      date: 0,
      text: 1,
      source: 2,
    });
  });

  it('EV8 takes the wordiest column for the text where no head names it', async () => {
    const { settings } = await read('Nr,Ref,Words\n1,ab,I waited for three weeks and nobody rang\n2,cd,Nothing came\n');
    expect(settings.columns.text).toBe(2);
  });

  it('EV9 reads rows as pieces: day, persona, feeling on its scale, kind, touchpoints and ways', async () => {
    const { pieces, problems } = await read(
      [
        'text,source,date,persona,sentiment,kind,touchpoint',
        '"Waited, long",Forum,2026-02-03,anna lind,1,Support ticket,reads reviews',
        'Quick,,,,5,,Reads reviews; Asks in the shop again',
        'Lost in between,,,,2,,Reads reviews > Asks in the shop',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(pieces[0]).toEqual({
      line: 2,
      fields: {
        text: 'Waited, long',
        source: 'Forum',
        date: '2026-02-03',
        personaId: 'pe_Anna',
        sentiment: -2,
        kind: 'ticket',
      },
      places: [{ placeId: 'tp_a', toId: null }],
    });
    expect(pieces.map(({ fields }) => fields.sentiment)).toEqual([-2, 2, -1]);
    expect(pieces[1]?.places.map(({ placeId }) => placeId)).toEqual(['tp_a', 'tp_c']);
    expect(pieces[2]?.places).toEqual([{ placeId: 'tp_a', toId: 'tp_b' }]);
  });

  it('EV9 knows feelings in words, -1 to 1 and 0 to 10', async () => {
    const feelings = async (cells: string[]) =>
      (await read(['text,sentiment', ...cells.map((cell, index) => `t${index},${cell}`)].join('\n'))).pieces.map(
        ({ fields }) => fields.sentiment,
      );
    expect(await feelings(['negative', 'neutral', 'very positive'])).toEqual([-1, 0, 2]);
    expect(await feelings(['-0.5', '0.25', '1.0'])).toEqual([-1, 0.5, 2]);
    expect(await feelings(['0', '10', '5'])).toEqual([-2, 2, 0]);
    expect(await feelings(['-2', '1', '0'])).toEqual([-2, 1, 0]);
  });

  it('EV10 lists with its line whatever could not be read or matched, and leaves out nothing in silence', async () => {
    const docs = shop();
    says(docs, [], { text: 'Heard before', source: 'Forum' });
    const { pieces, problems } = await read(
      [
        'text,source,date,persona,sentiment,kind,touchpoint',
        'Fine,,someday,Nobody,9,gossip,Nowhere',
        ',Forum,,,,,',
        ' heard  BEFORE ,forum,,,,,',
        'Well,,2026-02-03,,1,,in the shop',
      ].join('\n'),
      { scale: 'feeling' },
      docs,
    );
    expect(problems.map(({ line, what, cell }) => [line, what, cell])).toEqual([
      [2, 'date', 'someday'],
      [2, 'persona', 'Nobody'],
      [2, 'sentiment', '9'],
      [2, 'kind', 'gossip'],
      [2, 'touchpoint', 'Nowhere'],
      [3, 'noText', expect.stringContaining('Forum')],
      [4, 'known', 'heard  BEFORE'.replace('  ', ' ')],
      [5, 'several', 'in the shop'],
    ]);
    expect(pieces.map(({ line, fields }) => [line, fields.text, fields.date, fields.sentiment])).toEqual([
      [2, 'Fine', null, null],
      [5, 'Well', '2026-02-03', 1],
    ]);
  });

  it('EV10 does not guess which of 03/04 is the day', async () => {
    const text = 'text,date\nFine,03/04/2026\nToo,05/06/2026\n';
    const open = await read(text);
    expect(open.settings.order).toBeNull();
    expect(open.problems.map(({ what }) => what)).toEqual(['dateOrder', 'dateOrder']);
    const told = await read(text, { order: 'monthFirst' });
    expect(told.pieces.map(({ fields }) => fields.date)).toEqual(['2026-03-04', '2026-05-06']);
  });

  it('EV30 takes the map’s own persona of a name; one of the workspace alone is taken too, and named', async () => {
    const docs = shop();
    const { personas } = docs.library;
    personas.pe_Other = { ...blankPersona, id: 'pe_Other', order: 'a1', name: 'Anna' };
    personas.pe_Own = { ...blankPersona, id: 'pe_Own', order: 'a2', name: 'Anna' };
    personas.pe_Last = { ...blankPersona, id: 'pe_Last', order: 'a3', name: 'Anna' };
    personas.pe_Gone = { ...blankPersona, id: 'pe_Gone', order: 'a4', name: 'Max', archived: true };
    personas.pe_Max = { ...blankPersona, id: 'pe_Max', order: 'a5', name: 'Max' };
    docs.map.mapPersonas.mp_1 = { id: 'mp_1', order: 'a0', personaId: 'pe_Own' };
    const { pieces, problems } = await read('text,persona\nFine,anna\nToo,Max\nSlow,Eve\n', {}, docs);
    expect(pieces.map(({ fields }) => fields.personaId)).toEqual(['pe_Own', 'pe_Max', null]);
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [3, 'elsewhere'],
      [4, 'persona'],
    ]);
  });

  it('EV22 leaves an account of the file, and the same table again replaces what it brought', async () => {
    await startLanguage();
    await loadEvidenceTexts();
    const editor = createEditor(shop());
    const api = createDataApi();
    const text =
      'text,date,touchpoint\nNobody rang,2026-02-03,Reads reviews\n,2026-02-04,\nQuick,2026-02-04,Nowhere\nSlow,2026-02-05,Nowhere\n';
    const put = async (content: string, name = 'voices.csv') => {
      const file = bytesAs(name, content);
      const report = await inspectTable(file);
      const outcome = await api.rows(file, { table: report, limit: 3 }, () => {});
      if (!outcome.ok) throw new Error(outcome.code);
      const rows = outcome.value;
      const replaces = evidenceImportsOf(editor.documents().map, rows);
      const docs = withoutImports(editor.documents(), replaces);
      const { pieces, problems } = readPieces(rows, guessEvidence(report), report.settings.decimal, docs);
      const figures = figuresOf(pieces, rows, leftOutOf(problems, rows, i18next.t), '2026-03-01T10:00:00.000Z');
      const id = editor.transact('addManyEvidence', (draft) => importFigures(draft, { figures, replaces }));
      return { id, replaces };
    };
    const own = Object.keys(editor.documents().map.evidence).length;
    const first = await put(text);
    const { dataImports, evidence } = editor.documents().map;
    expect(dataImports[first.id]).toMatchObject({
      kind: 'evidence',
      fileName: 'voices.csv',
      hash: createHash('sha256').update(text).digest('hex'),
      importedAt: '2026-03-01T10:00:00.000Z',
      ...{ rows: 4, rowsTaken: 2 },
    });
    expect(dataImports[first.id]?.leftOut.split('\n')).toEqual([
      '1 row without a text was left out (line 3).',
      '1 name of a touchpoint was not found (line 4).',
      '1 row beyond the first 5,000 is not taken.',
    ]);
    expect(Object.values(evidence).map(({ importId }) => importId)).toEqual([first.id, first.id]);

    // A piece that was changed since, and one of one's own, which nothing replaces.
    editor.run('updateEvidence', { id: Object.keys(evidence)[0] as string, fields: { text: 'Somebody rang' } });
    editor.run('addEvidence', { fields: { text: 'Seen by me' } });
    const again = await put(text, 'renamed.csv');
    expect(again.replaces).toEqual([first.id]);
    const texts = () => Object.values(editor.documents().map.evidence).map((piece) => piece.text);
    expect(texts().sort()).toEqual(['Nobody rang', 'Quick', 'Seen by me']);
    expect(Object.keys(editor.documents().map.dataImports)).toEqual([again.id]);
    expect((await put(`${text}Loud,,\n`)).replaces).toEqual([]);
    editor.undo();
    editor.undo();
    editor.undo();
    expect(texts().sort()).toEqual(['Quick', 'Somebody rang']);
    editor.undo();
    editor.undo();
    expect(Object.keys(editor.documents().map.evidence)).toHaveLength(own);
    expect(editor.documents().map.dataImports).toEqual({});
  });
});
