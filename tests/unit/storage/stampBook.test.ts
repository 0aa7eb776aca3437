import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../src/model/patch.ts';
import { compareStamps, createClock } from '../../../src/storage/stamp.ts';
import { createStampBook } from '../../../src/storage/stampBook.ts';
import { cardRecord } from './support.ts';

const at = (counter: number, tab = 'A') => ({ counter, tab });
const text = (value: string): Patch => ({ path: ['map', 'cards', 'cd_a', 'text'], value });
const put = (value: string): Patch => ({ path: ['map', 'cards', 'cd_a'], value: cardRecord('cd_a', value) });
const gone: Patch = { path: ['map', 'cards', 'cd_a'], value: undefined };

describe('stamps', () => {
  it('S1 a later counter wins, the tab breaks a tie, and no two tabs tie', () => {
    expect(compareStamps(at(1), at(2))).toBeLessThan(0);
    expect(compareStamps(at(2, 'A'), at(2, 'B'))).toBeLessThan(0);
    expect(compareStamps(at(2, 'B'), at(2, 'A'))).toBeGreaterThan(0);
  });

  it('S1 a clock never repeats, follows what it observes, and does not run behind the time of day', () => {
    let time = 100;
    const clock = createClock('A', () => time);
    expect([clock.next().counter, clock.next().counter]).toEqual([100, 101]);
    clock.observe(500);
    expect(clock.next().counter).toBe(501);
    time = 900;
    expect(clock.next().counter).toBe(900);
    time = 10;
    expect(clock.next().counter).toBe(901);
  });
});

describe('the book of stamps', () => {
  it('S2 an older change of a field is dropped, and so is the same one again', () => {
    const book = createStampBook();
    expect(book.merge(text('b'), at(2), 0)).toEqual(text('b'));
    expect(book.merge(text('a'), at(1), 0)).toBeNull();
    expect(book.merge(text('b'), at(2), 0)).toBeNull();
  });

  it('S3 a put keeps later changes of fields that arrived before it', () => {
    const book = createStampBook();
    book.merge(text('late'), at(5, 'B'), 0);
    expect(book.merge(put('made'), at(3), 0)).toEqual(put('late'));
    expect(book.merge(put('older'), at(2), 0)).toBeNull();
  });

  it('S3 a delete beats edits made without knowing it; a later put brings the record back with edits later than itself', () => {
    const book = createStampBook();
    expect(book.merge(gone, at(5), 0)).toEqual(gone);
    expect(book.merge(text('unaware'), at(4, 'B'), 0)).toBeNull();
    book.merge(text('before'), at(6, 'B'), 0);
    expect(book.merge(put('back'), at(7), 0)).toEqual(put('back'));
    book.merge(text('after'), at(9, 'B'), 0);
    expect(book.merge(put('again'), at(8), 0)).toEqual(put('after'));
  });

  it('S4 the winners are told with their own stamps, in their order', () => {
    const book = createStampBook();
    book.merge(put('a'), at(1), 10);
    book.merge(text('b'), at(4, 'B'), 20);
    book.merge(text('lost'), at(3), 30);
    expect(book.winners(() => true)).toEqual([
      { stamp: at(1), patches: [put('a')] },
      { stamp: at(4, 'B'), patches: [text('b')] },
    ]);
    expect(book.winners((_, seen) => seen > 10)).toHaveLength(1);
  });
});
