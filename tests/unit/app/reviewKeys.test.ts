import { describe, expect, it } from 'vitest';
import { draftOf, nextAnswer, readDrafts, writeDrafts } from '../../../src/app/review/draft.ts';
import { reviewKey } from '../../../src/app/review/reviewKeys.ts';

const press = (
  key: string,
  code = '',
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => reviewKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('keys of the review', () => {
  it.each([
    ['J3 s', press('s'), { kind: 'smooth' }],
    ['J3 capital G', press('G', 'KeyG', { shiftKey: true }), { kind: 'gap' }],
    ['J3 space', press(' ', 'Space'), { kind: 'skip' }],
    ['J3 n', press('n'), { kind: 'skip' }],
    ['J3 b', press('b'), { kind: 'back' }],
    ['J3 4', press('4', 'Digit4'), { kind: 'severity', value: 4 }],
    ['J3 0', press('0', 'Digit0'), { kind: 'severity', value: null }],
    ['J3 6 is none', press('6', 'Digit6'), null],
    ['J3 t', press('t'), { kind: 'check', check: 'waitInTarget' }],
    ['J3 q', press('q'), { kind: 'check', check: 'customerKnown' }],
    ['J3 a Cyrillic letter counts by its place', press('ы', 'KeyS'), { kind: 'smooth' }],
    ['J3 a Thai letter counts by its place', press('พ', 'KeyR'), { kind: 'check', check: 'oneOwner' }],
    ['J3 a digit that needs Shift counts by its place', press('&', 'Digit1'), { kind: 'severity', value: 1 }],
    ['J3 a Latin letter counts as printed', press('a', 'KeyQ'), null],
    ['J3 ctrl and z', press('z', 'KeyZ', { ctrlKey: true }), { kind: 'undo' }],
    ['J3 cmd, shift and z', press('Z', 'KeyZ', { metaKey: true, shiftKey: true }), { kind: 'redo' }],
    ['J3 ctrl and y', press('y', 'KeyY', { ctrlKey: true }), { kind: 'redo' }],
    ['J3 ctrl and s is not for the review', press('s', 'KeyS', { ctrlKey: true }), null],
    ['J3 alt and s neither', press('s', 'KeyS', { altKey: true }), null],
    ['J3 c', press('c'), { kind: 'text', field: 'cause' }],
    ['J3 o', press('o'), { kind: 'text', field: 'owner' }],
    ['J3 m', press('m'), { kind: 'text', field: 'note' }],
    ['J3 Enter is none', press('Enter', 'Enter'), null],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('J3 a check goes from unknown to yes, no and unknown', () => {
    expect(nextAnswer('unknown')).toBe('yes');
    expect(nextAnswer('yes')).toBe('no');
    expect(nextAnswer('no')).toBe('unknown');
  });
});

describe('the answers a review starts with', () => {
  it('J8 answers without a verdict are kept as text; what is none, or of another version, holds none', () => {
    const answered = { ...draftOf(undefined, undefined), note: 'Nobody rang "back"', customerKnown: 'no' as const };
    const drafts = new Map([['ln_a', answered]]);
    expect(readDrafts(writeDrafts(drafts))).toEqual(drafts);
    expect(writeDrafts(new Map())).toBe('');
    for (const text of ['', '{', 'null', '[["ln_a",{"note":"old"}]]']) expect(readDrafts(text).size).toBe(0);
  });

  it('J4 all unknown, and the wait as the figures of the link say', () => {
    expect(draftOf(undefined, undefined)).toMatchObject({ waitInTarget: 'unknown', severity: null, cause: '' });
    expect(draftOf(undefined, { waitHours: 30, waitTargetHours: 24 }).waitInTarget).toBe('no');
    expect(draftOf(undefined, { waitHours: 24, waitTargetHours: 24 }).waitInTarget).toBe('yes');
    expect(draftOf(undefined, { waitHours: 0, waitTargetHours: null }).waitInTarget).toBe('unknown');
  });
});
