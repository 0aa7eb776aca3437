import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { orderChoice, type Reading, readingOf } from '../../../src/app/dataImport/reading.ts';
import { TimeSettings } from '../../../src/app/dataImport/UnderstoodPage.tsx';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi, type Inspection } from '../../../src/exchange/data/dataApi.ts';
import { DataError } from '../../../src/exchange/data/dataError.ts';
import type { RowsKind } from '../../../src/exchange/data/guessKind.ts';
import { bytesAs } from '../../support/bytesAs.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const api = createDataApi();
const many = (row: string) => `${row}\n`.repeat(1000);

async function inspected(text: string, kind?: RowsKind): Promise<{ seen: Inspection; reading: Reading }> {
  const found = await api.inspect(bytesAs('file.csv', text), 'UTC');
  if (!found.ok) throw new Error(found.code);
  return { seen: found.value, reading: readingOf(found.value, kind) };
}

/** What stops the reading of all rows; null where nothing does. */
async function problemOf(text: string, seen: Inspection, { kind, settings }: Reading): Promise<DataError | null> {
  if (seen.format !== 'table') throw new Error('a table was expected');
  const file = bytesAs('file.csv', text);
  const { table } = seen;
  const outcome =
    kind === 'events'
      ? await api.count(file, { format: 'table', table, settings }, () => {})
      : kind === 'survey'
        ? await api.survey(file, { table, settings }, () => {})
        : await api.metrics(file, { table, settings }, () => {});
  return outcome.ok ? null : new DataError(outcome.code, outcome.params);
}

const files: [RowsKind, string, string, string][] = [
  ['events', 'case,activity,time', 'c1,Look,01/01/2026 10:00', 'c1,Buy,03/04/2026 11:00'],
  ['metrics', 'Touchpoint,Date,Visits', 'Advert,05/05/2026,7', 'Advert,06/05/2026,8'],
  ['survey', 'Date,NPS,Why?', '05.05.2026,9,it was fine and quick', '06.05.2026,3,it took too long'],
];

describe('a file whose beginning leaves the order of day and month open', () => {
  it.each(files)(
    'WZ120 the choice is on the page before rows of %s ask for it, and settles it',
    async (kind, ...lines) => {
      const [head, alike, open] = lines as [string, string, string];
      const text = `${head}\n${many(alike)}${open}\n`;
      const { seen, reading } = await inspected(text, kind);
      expect([reading.settings.order, orderChoice(seen, reading, null)]).toEqual([null, 'offered']);
      const problem = await problemOf(text, seen, reading);
      expect(problem?.code).toBe('dateOrder');
      expect(orderChoice(seen, reading, problem)).toBe('asked');
      const page = renderToString(
        createElement(
          MantineProvider,
          null,
          createElement(TimeSettings, {
            seen,
            reading,
            order: orderChoice(seen, reading, problem),
            onChange: () => {},
          }),
        ),
      );
      expect(page).toContain('Day first');
      for (const order of ['dayFirst', 'monthFirst'] as const) {
        const said = { ...reading, settings: { ...reading.settings, order } } as Reading;
        expect([await problemOf(text, seen, said), orderChoice(seen, said, null)]).toEqual([null, 'offered']);
      }
    },
  );

  it.each(files)(
    'WZ120 it comes with the problem where the dates of %s are written otherwise at first',
    async (kind, ...lines) => {
      const [head, alike, open] = lines as [string, string, string];
      const text = `${head}\n${many(alike.replace(/(\d\d)[/.](\d\d)[/.](\d{4})/, '$3-$2-$1'))}${open}\n`;
      const { seen, reading } = await inspected(text, kind);
      expect(orderChoice(seen, reading, null)).toBe('none');
      expect(orderChoice(seen, reading, await problemOf(text, seen, reading))).toBe('asked');
    },
  );

  it('WZ120 nothing is asked where no column says when', async () => {
    const { seen, reading } = await inspected('Touchpoint,Visits\nAdvert,7\n', 'metrics');
    expect(orderChoice(seen, reading, new DataError('dateOrder'))).toBe('none');
  });
});
