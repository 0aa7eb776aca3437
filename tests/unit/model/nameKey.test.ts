import { describe, expect, it } from 'vitest';
import { matchSpots } from '../../../src/analysis/data/matchPlaces.ts';
import { createPlaceFinder } from '../../../src/exchange/data/findPlaces.ts';
import { nameKey } from '../../../src/model/nameKey.ts';
import { smallMap } from '../../support/startDocs.ts';

describe('names that are compared', () => {
  it('I44 are the same however keyboards write apostrophes, quotation marks, dashes and spaces', () => {
    const title = 'Sees a friend’s “post” – twice';
    const typed = ' sees a friend\'s "post" -\u00a0twice';
    expect(nameKey(typed)).toBe(nameKey(title));
    expect(nameKey('Cafe\u0301')).toBe(nameKey('café'));
    expect(nameKey('A b')).not.toBe(nameKey('Ab'));

    const { editor, ids } = smallMap();
    editor.run('updateTouchpoint', { id: ids.a, fields: { title } });
    expect(createPlaceFinder(editor.documents().map)(typed)).toMatchObject([{ place: { placeId: ids.a } }]);
    const rule = { how: 'equals', column: 'place', text: title, touchpointId: ids.a } as const;
    expect(matchSpots([{ place: typed, channel: '', device: '', rows: 1 }], [rule])).toEqual([ids.a]);
  });
});
