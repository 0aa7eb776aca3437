import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sheetContent } from '../../../src/app/personas/sheetContent.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { type Persona, personaFacts } from '../../../src/model/records/persona.ts';
import { layOutPersonaSheet, paintPersonaSheet, type SheetPicture } from '../../../src/paint/paintPersonaSheet.ts';
import { darkTheme, lightTheme } from '../../../src/paint/theme.ts';
import { recordContext } from './recordingContext.ts';

beforeAll(() => void vi.stubGlobal('Path2D', class {}));
afterAll(() => void vi.unstubAllGlobals());

const now = new Date(2026, 6, 1);
const t = ((key: string, values: Record<string, string> = {}) => [key, ...Object.values(values)].join(' ')) as never;
const persona = (fields: Partial<Persona>): Persona => ({
  ...blankPersona,
  id: 'pe_1',
  order: 'a0',
  name: 'Mara',
  ...fields,
});
const content = (fields: Partial<Persona>) => sheetContent(persona(fields), t, 'en', now);

function paint(fields: Partial<Persona>, theme = lightTheme, picture: SheetPicture | null = null) {
  const layout = layOutPersonaSheet(content(fields), createPlainMeasurer());
  const recording = recordContext();
  paintPersonaSheet(recording.ctx, layout, theme, picture);
  return { layout, ...recording, said: recording.texts.map(({ text }) => text) };
}

const full = Object.fromEntries(personaFacts.map((fact) => [fact, `About ${fact}`]));
const word = fc.constantFrom(
  'Покупает',
  'для',
  'всей',
  'семьи',
  '第一次在这家网店购物',
  'ชอบลองสินค้าก่อนซื้อ',
  'a',
  'x'.repeat(90),
  '\n',
);
const anyText = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const anyFacts = fc.record(Object.fromEntries(personaFacts.map((fact) => [fact, anyText])));

describe('persona sheets', () => {
  test('Z12 every fact that is known is said once, with its label, and no other', () => {
    const { said } = paint({ ...full, worries: '  ' });
    for (const fact of personaFacts) {
      expect(
        said.filter((text) => text === `About ${fact}`),
        fact,
      ).toHaveLength(fact === 'worries' ? 0 : 1);
    }
    expect(said).not.toContain('profile.facts.worries');
    expect(said.filter((text) => text === 'profile.facts.goals')).toHaveLength(1);
    expect(said.filter((text) => text.startsWith('profile.groups.'))).toHaveLength(4);
  });

  test('Z12 the picture says all that the content says, and nothing else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const sheet = content(facts);
        const parts = [
          sheet.name,
          sheet.summary,
          sheet.quote,
          ...sheet.groups.flatMap((group) => [group.title, ...group.facts.flatMap(({ label, text }) => [label, text])]),
          ...sheet.notes,
        ];
        const letters = (texts: readonly string[]) => texts.join('').replace(/\s/g, '');
        expect(letters(paint(facts).said)).toBe(letters(parts));
      }),
      { numRuns: 25 },
    );
  });

  test('Z12 an empty profile says so; a group of which nothing is known is not there', () => {
    expect(content({}).notes).toEqual(['profile.nothingKnown']);
    expect(content({ name: ' ' }).name).toBe('persona.unnamed');
    const { groups, notes } = content({ goals: 'Peace', checkedOn: '2026-01-05' });
    expect(groups.map(({ title }) => title)).toEqual(['profile.groups.wants']);
    expect(notes).toEqual(['profile.checkedOnDay January 5, 2026 5 months ago']);
  });

  test('Z13 lines stay on the page, and no line meets another', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { layout } = paint(facts);
        const right = layout.width - 48;
        for (const line of layout.lines) {
          expect(line.x + line.width).toBeLessThanOrEqual(right + 0.5);
          expect(line.y + line.style.lineHeight).toBeLessThanOrEqual(layout.height);
        }
        const boxes = layout.lines.filter((line) => line.width > 0);
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.style.lineHeight <= b.y + 0.01 ||
              b.y + b.style.lineHeight <= a.y + 0.01;
            if (!apart) throw new Error(`"${a.text}" meets "${b.text}"`);
          }
      }),
      { numRuns: 25 },
    );
  });

  test('Z13 a picture takes the place of the large mark, which stays beside it', () => {
    const face = {} as HTMLImageElement;
    const [without, withOne] = [paint(full), paint(full, lightTheme, face)];
    expect([without.pictures, withOne.pictures]).toEqual([[], [face]]);
    expect(withOne.said).toEqual(without.said);
    expect([without.depth(), withOne.depth()]).toEqual([0, 0]);
    expect(withOne.fills.filter((fill) => fill === lightTheme.colors.blue.ink)).toHaveLength(2);
  });

  test('Z14 the colours are those of the theme', () => {
    const inks = (theme: typeof lightTheme) => [...new Set(paint(full, theme).texts.map(({ color }) => color))].sort();
    expect(inks(darkTheme)).toEqual(
      [darkTheme.ink, darkTheme.secondary, darkTheme.stageInk, darkTheme.tertiary].sort(),
    );
    expect(inks(lightTheme)).not.toEqual(inks(darkTheme));
    expect(paint(full, darkTheme).fills[0]).toBe(darkTheme.panel);
  });
});
