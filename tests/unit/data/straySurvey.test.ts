import { describe, expect, it } from 'vitest';
import { spotsOf } from '../../../src/app/dataImport/plans.ts';
import { hintsFor, missingFor, readingAt, readingOf, roleOf, withRole } from '../../../src/app/dataImport/reading.ts';
import { surveyFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { createDataApi, type Inspection } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';

const api = createDataApi();

async function inspect(text: string) {
  const seen = await api.inspect(bytesAs('a.csv', text), 'UTC');
  if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
  return seen.value;
}

async function survey(text: string, reading = readingOf) {
  const seen = await inspect(text);
  const { kind, settings } = reading(seen, 'survey');
  if (kind !== 'survey') throw new Error('a survey was expected');
  const read = await api.survey(bytesAs('a.csv', text), { table: seen.table, settings }, () => {});
  if (!read.ok) throw new Error(read.code);
  return { seen, settings, data: read.value };
}

const question = 'How likely are you to recommend us?';
const rows = (stray: string) =>
  `Touchpoint,Date,${question},Comment\n${Array.from({ length: 40 }, (_, at) => `Till,2026-10-02,${at % 11},`).join('\n')}\n${stray}\n`;

describe('a survey with a stray value', () => {
  it('WZ15 is a survey all the same; the value is left out and listed, and its row is not among those taken', async () => {
    const { seen, settings, data } = await survey(rows('Till,2026-10-03,11,\nGate,2026-10-03,11,'));
    expect(seen.kind.kind).toBe('survey');
    expect(settings.scores).toEqual([{ column: question, measure: 'nps', scale: { least: 0, greatest: 10 } }]);
    const { series, outside } = surveyFigures(
      data.answers,
      ({ place }) => ({ placeId: `tp_${place}`, toId: null }),
      new Map([[question, { measure: 'nps' }]]),
      { byMonth: false, period: { from: '2026-10-01', to: '2026-10-31' } },
    );
    // One of them is all that is known of its place.
    expect([series.length, series[0]?.points[0]?.n, outside]).toEqual([1, 40, 2]);
    expect(spotsOf({ kind: 'survey', data }).map(({ place, rows: own }) => [place, own])).toEqual([
      ['Till', 40],
      ['Gate', 0],
    ]);
    expect(data.blank).toBe(0);
    const said = await survey(rows('Till,2026-10-03,11,It was slow and nobody knew why'));
    expect(spotsOf({ kind: 'survey', data: said.data })[0]?.rows).toBe(41);
  });

  it('WZ15 many values off the scale are no answers; that no column holds a score is said', async () => {
    const seen = await inspect(`${question},Comment\n11,a\n40,b b b b b\n9,c\n`);
    const reading = readingOf(seen, 'survey');
    expect(roleOf(reading, question)).toBe('none');
    expect([missingFor(seen, reading), hintsFor(reading, seen)]).toEqual([[], ['noScore']]);
    const [column] = seen.table.columns;
    if (column === undefined) throw new Error('no column');
    expect(hintsFor(withRole(reading, column, 'nps'), seen)).toEqual([]);
    expect(hintsFor(readingOf(seen, 'metrics'), seen)).toEqual([]);
  });
});

describe('a column that names touchpoints', () => {
  const titles = ['Asks in the live chat, at night', 'Pays by card', 'The parcel arrives'];
  const monkey = [
    'Which contact was this about?,How satisfied were you?,Any comments?',
    ...['"Asks in the live chat, at night",5,', 'pays by card ,4,It was done at once', 'Somewhere else,1,'],
  ].join('\n');
  const place = (seen: Inspection, on: readonly string[], kind?: 'survey' | 'metrics') => {
    const reading = readingAt(on, seen, kind);
    return reading.kind === 'events' ? null : reading.settings.place;
  };

  it('WZ16 it is the place of a survey and of figures, and no comment', async () => {
    const { seen, settings, data } = await survey(`${monkey}\n`, (found, kind) => readingAt(titles, found, kind));
    expect(settings).toMatchObject({ place: 'Which contact was this about?', comments: ['Any comments?'] });
    expect(data.comments.map((comment) => [comment.place, comment.text])).toEqual([
      ['pays by card', 'It was done at once'],
    ]);
    // Without a map it is what it looks like.
    expect(readingAt([], seen, 'survey')).toEqual(readingOf(seen, 'survey'));
    expect(readingOf(seen, 'survey').settings).toMatchObject({ place: null });

    const figures = await inspect('Team,Spot,CSAT\nNorth,Pays by card,4\nSouth,The parcel arrives,3\n');
    expect([place(figures, titles, 'metrics'), place(figures, [], 'metrics')]).toEqual(['Spot', 'Team']);
  });

  it('WZ16 half of the texts are not most of them, and a heading that names the place keeps it with as many', async () => {
    const half = await inspect('Where it was?,CSAT\nPays by card,4\nElsewhere,3\n');
    expect(place(half, titles, 'survey')).toBeNull();
    const two = await inspect('Before,Touchpoint,CSAT\nPays by card,The parcel arrives,4\n');
    expect(place(two, titles, 'survey')).toBe('Touchpoint');
  });
});
