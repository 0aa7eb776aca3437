import { describe, expect, it } from 'vitest';
import { offeredValues } from '../../../src/panels/inspector/offeredValues.ts';

const names = ['Digital team', 'Visitors', 'Security', 'IT', 'IT support'];
const table = Object.fromEntries(
  names.map((name, index) => [
    `dp_${index}`,
    { id: `dp_${index}`, order: `a${index}`, name, archived: name === 'Visitors' },
  ]),
);
const offer = (typed: string, chosen: readonly string[] = []) => {
  const { offered, isNew } = offeredValues(table, chosen, typed);
  return [...offered.map(({ name }) => name), ...(isNew ? ['+'] : [])];
};

describe('what a field of channels, devices or departments offers', () => {
  it('U43 first the one of that very name, then what begins with it, then what holds it; the archived never', () => {
    expect(offer('it')).toEqual(['IT', 'IT support', 'Digital team', 'Security']);
    expect(offer(' IT s ')).toEqual(['IT support', '+']);
    expect(offer('')).toEqual(['Digital team', 'Security', 'IT', 'IT support']);
  });

  it('U43 a name that none has can be made; one that is chosen or archived is there already', () => {
    expect(offer('Legal')).toEqual(['+']);
    expect(offer('IT', ['dp_3'])).toEqual(['IT support', 'Digital team', 'Security']);
    expect(offer('visitors')).toEqual([]);
  });
});
