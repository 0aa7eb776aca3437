import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { citedRules, mentionedRules, testNames } from '../support/ruleIds.ts';

const tests = new URL('../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, tests), 'utf8');

const rules = [...read('SPEC.md').matchAll(/^- \*\*([A-Z]{1,2}\d+)\*\* (.+)$/gm)].map((match) => match[1] as string);
const names = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(test|spec)\.ts$/.test(path))
  .flatMap((path) => testNames(path, read(path.replaceAll('\\', '/'))).map((name) => ({ path, name })));

describe('SPEC.md', () => {
  it('is read: rule ids are found in it and in names of tests', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(citedRules('P1 P2 a name and P3 a second')).toEqual(['P1', 'P2']);
    expect(mentionedRules('P1 P2 a name and P3 a second')).toEqual(['P1', 'P2', 'P3']);
    expect(citedRules('the key F2 edits')).toEqual([]);
    const code = `describe.each([1])('A1 x', () => { it.each([['B2 y', 1]])('%s', f); test(\`C3 \${z}\`, f); });`;
    expect(testNames('x.ts', code)).toEqual(['A1 x', '%s', 'B2 y', 'C3 ']);
  });

  it('names every rule once', () => {
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
  });

  it('has every rule that a test cites', () => {
    const unknown = names.flatMap(({ path, name }) =>
      citedRules(name).flatMap((rule) => (rules.includes(rule) ? [] : [`${rule} in ${path}: ${name}`])),
    );
    expect(unknown).toEqual([]);
  });

  it('has no rule that no test cites', () => {
    const cited = new Set(names.flatMap(({ name }) => mentionedRules(name)));
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
  });
});
