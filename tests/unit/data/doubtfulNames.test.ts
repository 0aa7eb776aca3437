import { expect, it } from 'vitest';
import { suggestPlaces } from '../../../src/analysis/data/matchPlaces.ts';
import { confirmed, matchRows } from '../../../src/app/dataImport/matchRows.ts';

const taken = (text: string, title: string) => {
  const [row] = matchRows([{ place: text, channel: '', device: '', rows: 1 }], [], [{ id: 'tp_1', title }], new Map());
  return row?.suggested === 'tp_1' ? 'taken' : row?.maybe === 'tp_1' ? 'offered' : 'nothing';
};

it.each([
  // Only the verb.
  ['Writes a fax', 'Writes a review', 'offered'],
  ['Order paid', 'Order parcel', 'offered'],
  ['Zahlt am Schalter', 'Zahlt mit Karte', 'nothing'],
  // Less than half of the longer one.
  ['Call', 'Call to complain about late delivery', 'offered'],
  // What is the same in other words.
  ['Writes a reveiw', 'Writes a review', 'taken'],
  ['Write reviews', 'Writes a review', 'taken'],
  ['Review written', 'Written review', 'taken'],
  ['/cart/checkout', 'Checkout', 'taken'],
  ['check out', 'Checkout', 'taken'],
  ['Product page', 'Lands on the product page', 'taken'],
] as const)('WZ84 "%s" for "%s" is %s', (text, title, expected) => {
  expect(taken(text, title)).toBe(expected);
});

it('WZ84 a touchpoint on other channels is offered, and one of the very name or of a channel that the text has is taken', () => {
  const spot = { place: 'Asks a clerk', channel: '', device: '', rows: 3, channels: ['Shop', 'Fax'] };
  const row = (title: string, channels: readonly string[]) =>
    matchRows([spot], [], [{ id: 'tp_1', title, channels }], new Map())[0];
  expect(row('Asks the clerks', ['Website'])).toMatchObject({ suggested: null, maybe: 'tp_1' });
  expect(row('Asks the clerks', ['Shop'])).toMatchObject({ suggested: 'tp_1', maybe: null });
  expect(row('Asks the clerks', [])).toMatchObject({ suggested: 'tp_1' });
  expect(row('Asks a clerk', ['Website'])).toMatchObject({ suggested: 'tp_1', isSame: true });
});

it('WZ84 what is offered makes no rule, and keeps its touchpoint from no other text', () => {
  const spots = ['Writes a fax', 'Writes reviews'].map((place) => ({ place, channel: '', device: '', rows: 1 }));
  const touchpoints = [{ id: 'tp_1', title: 'Writes a review' }];
  const rows = matchRows(spots, [], touchpoints, new Map());
  expect(rows.map(({ text, suggested }) => [text, suggested])).toEqual([
    ['Writes a fax', null],
    ['Writes reviews', 'tp_1'],
  ]);
  expect(confirmed(rows, [], 'place').map(({ text }) => text)).toEqual(['Writes reviews']);
});

it('WZ84 of two touchpoints the one that is not doubtful is suggested', () => {
  const touchpoints = [
    { id: 'tp_fax', title: 'Order shipping' },
    { id: 'tp_form', title: 'Shipping form' },
  ];
  expect(suggestPlaces(['Order forms'], touchpoints)[0]).toBeNull();
  expect(suggestPlaces(['Shipping forms'], touchpoints)[0]).toMatchObject({
    touchpointId: 'tp_form',
    isDoubtful: false,
  });
});
