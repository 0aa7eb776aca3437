import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { readNumber } from '../../../src/exchange/data/readNumber.ts';
import { bytesAs } from '../../support/bytesAs.ts';

async function read(text: string) {
  const source = bytesAs('figures.csv', text);
  const report = await inspectTable(source);
  const { rows, unread } = await readMetrics(source, report, guessMetrics(report));
  return { values: rows.map(({ value }) => value), unread, isAsked: report.unsure.includes('decimal') };
}

describe('the decimal sign of a table', () => {
  it('I75 months and dates with dots say nothing about it', async () => {
    const months = 'Monat;Touchpoint;Besuche\n01.2026;Advert;1.234\n02.2026;Visit;2.345\n';
    expect(await read(months)).toMatchObject({ values: [1234, 2345], isAsked: true });
    const mixed = 'Monat;Touchpoint;Quote\n01.2026;Advert;12,5\n02.2026;Visit;13,5\n';
    expect(await read(mixed)).toMatchObject({ values: [12.5, 13.5], isAsked: false });
    const turned = 'Month,Touchpoint,Visits\n2026.01,Advert,"1,234"\n2026.02,Visit,"2,345"\n';
    expect(await read(turned)).toMatchObject({ values: [1234, 2345], isAsked: true });
  });

  it('I75 amounts with their currency sign behind say it, and three digits behind one mark are thousands', async () => {
    const euros = 'Touchpoint\tUmsatz\nAdvert\t1.234 €\nVisit\t2.500 €\n';
    expect(await read(euros)).toMatchObject({ values: [1234, 2500], isAsked: true });
    expect(await read(`${euros}Till\t12,50 €\n`)).toMatchObject({ values: [1234, 2500, 12.5], isAsked: false });
    const dollars = 'Touchpoint;Revenue\nAdvert;$1,234\nVisit;2,500 USD\n';
    expect(await read(dollars)).toMatchObject({ values: [1234, 2500], isAsked: true });
  });
});

describe('figures below zero and formulas without a result', () => {
  it.each([
    ['1.234,50-', -1234.5],
    ['1.234,50- €', -1234.5],
    ['1.234,50 €-', -1234.5],
    ['12−', -12],
    ['12,5-%', -0.125],
    ['5-', null],
    ['-5-', null],
    ['12-13-', null],
  ])('I76 %s is %s where the comma is the decimal sign', (cell, value) => {
    expect(readNumber(cell, ',')).toBe(value);
  });

  it('I76 formula errors are listed and leave the figures beside them what they are', async () => {
    const text = 'Touchpoint,Visits,Conversion rate\nAdvert,5,0.5\nVisit,0,#DIV/0!\nTill,3,#WERT!\nExit,2,0.25\n';
    const { values, unread } = await read(text);
    expect(values).toEqual([5, 0.5, 0, 3, 2, 0.25]);
    expect(unread).toEqual([{ column: 'Conversion rate', role: 'value', count: 2, line: 3, example: '#DIV/0!' }]);
  });

  it('I76 a column half of which are numbers is one of figures, and the others are listed', async () => {
    const { values, unread } = await read('Delivered,Where\n<5,Shop\n7,Till\nk.A.,Exit\n4,Door\n');
    expect(values).toEqual([7, 4]);
    expect(unread).toEqual([{ column: 'Delivered', role: 'value', count: 2, line: 2, example: '<5' }]);
  });

  it.each([
    ['not measured', 'too few', '#DIV/0!'],
    ['>100', '~20', 'n.a.'],
    ['ca. 30', '12 pts', '1.2k'],
    ['*', '10-20', '–5*'],
  ])('I76 %s, %s and %s are figures that cannot be read', async (...cells) => {
    const rows = cells.map((cell, at) => `Till,${cell}\nExit,${at + 5}\n`).join('');
    const { values, unread } = await read(`Touchpoint,Visits\n${rows}`);
    expect(values).toEqual([5, 6, 7]);
    expect(unread).toMatchObject([{ column: 'Visits', count: 3 }]);
  });

  it.each([
    ['Ticket', '4711', 'INC12', '4713'],
    ['Code', '101', 'A12', '103'],
    ['Floor', '1', '2', 'G'],
    ['Size', '40', '42', 'XL'],
    ['Priority', '1', '2', 'very high'],
    ['App version', '4.2', '4.2.1', '4.3'],
  ])('I76 a column %s of %s, %s and %s holds names', async (name, ...cells) => {
    const rows = cells.map((cell, at) => `${cell},Till ${at},2026-01,${at + 3}`).join('\n');
    const report = await inspectTable(bytesAs('a.csv', `${name},Touchpoint,Month,Contacts\n${rows}\n`));
    expect(guessMetrics(report).values).toEqual(['Contacts']);
  });

  it('I76 a second row of headings alone makes no names of figures', async () => {
    const { values, unread } = await read(',Web,App\nTouchpoint,NPS,NPS\nAdvert,12,15\nVisit,31,28\n');
    expect(values).toEqual([12, 15, 31, 28]);
    expect(unread).toMatchObject([{ example: 'NPS' }, { example: 'NPS' }]);
  });
});
