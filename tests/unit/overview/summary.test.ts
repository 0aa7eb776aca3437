import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../src/app/locales/en.ts';
import { enOverviews } from '../../../src/app/locales/enOverviews.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import { proposedItems } from '../../../src/app/summary/proposedItems.ts';
import { summaryContent } from '../../../src/app/summary/summaryContent.ts';
import { summaryMarkdown } from '../../../src/exchange/summaryMarkdown.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { blankMap, blankOpportunity } from '../../../src/model/blanks.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { inOrder } from '../../../src/model/order.ts';
import type { Opportunity } from '../../../src/model/records/opportunity.ts';
import type { Verdict } from '../../../src/model/records/verdict.ts';
import { type Documents, emptyMapTables } from '../../../src/model/tables.ts';
import { layOutSummary } from '../../../src/paint/layOutSummary.ts';
import { type SummaryPage, sectionsOf } from '../../../src/paint/summaryPage.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    lng: 'en',
    resources: { en: { translation: { ...en, ...enOverviews } } },
    interpolation: { escapeValue: false },
  }),
);
const library = defaultLibrary((key) => key.replace('library.', ''));
const { map, personas, kpis } = buildSample(onlineShop, onlineShopEn, library);
const docs: Documents = { map, library: { ...library, personas, kpis } };
const summarise = (from: Documents) => summaryContent(from, i18n.t, 'en', '2026-03-04T10:00:00.000Z');
const severity = (value: number) => `Severity ${value} of 5`;
const texts = (page: SummaryPage, heading: string) =>
  sectionsOf(page)
    .filter((section) => section.heading === heading)
    .flatMap(({ items }) => items.map(({ title, details, figure }) => [title, ...details, figure].join(' | ')));

describe('the executive summary', () => {
  it('O15 of more personas than have room it says how many more fall', () => {
    const many = structuredClone(docs) as Documents;
    const [anna] = Object.values(many.library.personas);
    const note = () => sectionsOf(summarise(many)).find(({ heading }) => heading === 'Where feelings fall')?.note;
    expect(note()).toBe('');
    for (const name of ['Uma', 'Vera', 'Will']) {
      const id = `pe_${name}`;
      if (anna) many.library.personas[id] = { ...anna, id, name };
      many.map.mapPersonas[`mc_${id}`] = { id: `mc_${id}`, order: `z${name}`, personaId: id };
      for (const [index, touchpointId] of Object.keys(many.map.touchpoints).entries()) {
        const value = index === 0 ? 2 : -2;
        const sentiment = { id: `sn_${touchpointId}-${id}`, touchpointId, personaId: id, value };
        many.map.sentiments[sentiment.id] = sentiment;
      }
    }
    expect(note()).toBe('And those of 2 more personas.');
  });

  it('O15 says the worst gaps with cause and cost, where feelings fall, who owns what, what is proposed and what it costs', () => {
    const page = summarise(docs);
    expect(page.title).toBe('First order in the online shop');
    expect(page.meta).toBe('Current state · Anna and Max · March 4, 2026');
    expect(page.figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '28 touchpoints',
      '33 handoffs',
      '29 to review',
      '3 gaps to mend',
      '238,000–633,000 a year at risk; known of 3 of 3 gaps',
    ]);
    const gaps = texts(page, 'The worst gaps, by severity × share of customers');
    expect(gaps).toHaveLength(3);
    expect(gaps.find((text) => text.startsWith('Calls to ask about delivery → Fills the basket again'))).toBe(
      'Calls to ask about delivery → Fills the basket again | Baskets are kept in the browser, not with the customer. | Changes channel, device, and department · 17% of customers · Web shop team · open | 140,000–357,000 a year',
    );
    const falls = texts(page, 'Where feelings fall');
    expect(falls.map((text) => text.split(' ')[0])).toEqual(['Anna', 'Max']);
    expect(texts(page, 'Who owns the gaps to mend')[0]).toBe('Web shop team | 1 gap to mend | 140,000–357,000');
    // Numbers and shapes are those of the panel.
    const order = inOrder(Object.values(map.opportunities));
    for (const { mark, title } of page.columns[1][0]?.items ?? [])
      expect(mark).toEqual({
        kind: 'opportunity',
        of: order.find((one) => one.title === title)?.kind,
        number: order.findIndex((one) => one.title === title) + 1,
      });
    const proposed = texts(page, 'What is proposed');
    expect(proposed).toHaveLength(5);
    expect(proposed[0]).toBe('One basket for all devices | Strategy · impact 5, effort 4 · In work · Head of IT | ');
    expect(texts(page, 'What mending costs and returns')).toEqual([
      'Cost, once | Known of 3 of 3 gaps | 75,000–115,000',
      'Return in a year | Known of 1 of 3 gaps | 120,000–180,000',
    ]);
  });

  it('O15 an empty map says in every section what is missing', () => {
    const empty = emptyMapTables();
    empty.map.mp_a = { ...blankMap, id: 'mp_a', createdAt: '' };
    const page = summarise({ map: empty, library });
    for (const { items, note } of sectionsOf(page)) {
      expect(items).toEqual([]);
      expect(note).not.toBe('');
    }
    expect(page.figures.at(-1)?.value).toBe('Not known');
  });

  it('O15 a gap that is closed or accepted counts no more', () => {
    const verdicts = Object.fromEntries(
      Object.entries(map.verdicts).map(([id, verdict]) => [id, { ...verdict, status: 'closed' as const }]),
    );
    expect(texts(summarise({ ...docs, map: { ...map, verdicts } }), 'The worst gaps, by severity')).toEqual([]);
  });

  it('O15 what is accepted is said with its cost, and a gap without an owner is not given one', () => {
    const [first = '', second = ''] = Object.keys(map.verdicts).filter((id) => map.verdicts[id]?.state === 'gap');
    const verdicts = {
      ...map.verdicts,
      [first]: { ...(map.verdicts[first] as Verdict), status: 'accepted' as const, cost: null },
      [second]: { ...(map.verdicts[second] as Verdict), owner: '' },
    };
    const page = summarise({ ...docs, map: { ...map, verdicts } });
    expect(page.wide.note).toContain('1 gap is accepted as it is');
    expect(texts(page, 'Who owns the gaps to mend').filter((text) => text.startsWith('No owner, in '))).toHaveLength(1);
  });

  it('O16 what has the greatest impact is proposed first, then what takes the least effort; done and dropped ones are not', () => {
    const make = (id: string, fields: Partial<Opportunity>): Opportunity => ({
      ...blankOpportunity,
      id,
      order: 'a0',
      ...fields,
    });
    const { items, more } = proposedItems([
      make('a', {}),
      make('b', { impact: 5, effort: 5 }),
      make('c', { impact: 4, effort: 1 }),
      make('d', { impact: 5, effort: 1, status: 'done' }),
      make('e', { impact: 3, effort: 3 }),
      make('f', { impact: 1, effort: 5 }),
      make('g', {}),
    ]);
    expect(items.map(({ id }) => id)).toEqual(['b', 'c', 'e', 'f', 'a']);
    expect(more).toBe(1);
  });
});

/** What a line of Markdown is, whatever it says. */
const shape = (line: string) => /^(#{1,2} |- \*\*| {2}- |)/.exec(line)?.[0] ?? '';
/** Takes the escapes back. */
const read = (line: string) => line.replace(/\\([\\`*_[\]<>&|~#$^+=:.)-])/g, '$1');

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '#',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<b>',
        '&lt;',
        '|',
        '-',
        '+',
        '1.',
        '2)',
        '\n',
        '\\',
        '---',
        '===',
        '    ',
        '~~~',
        '```',
        '$',
        'x',
        '![a](b)',
        '\u2028',
        '\t',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('the summary as Markdown', () => {
  it('O17 reads as headings and lists', () => {
    const text = summaryMarkdown(summarise(docs), severity);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# First order in the online shop',
      '## The worst gaps, by severity × share of customers',
      '## Where feelings fall',
      '## Who owns the gaps to mend',
      '## What is proposed',
      '## What mending costs and returns',
    ]);
    expect(text).toContain(
      '- **Calls to ask about delivery → Fills the basket again** · Severity 5 of 5 · 140,000–357,000 a year\n  - Baskets are kept',
    );
  });

  it('O17 no text can break its structure, and every text is there to be read', () => {
    const plain = summarise(docs);
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 40, maxLength: 40 }), (words) => {
        let next = 0;
        const said: string[] = [];
        const word = () => {
          const text = `w${words[next++ % words.length]}w`;
          said.push(text);
          return text;
        };
        // Between two letters nothing is trimmed, but what begins a line is tried as well.
        const raw = () => words[next++ % words.length] || 'x';
        const fill = (make: () => string): SummaryPage => {
          const section = (from: SummaryPage['wide']): SummaryPage['wide'] => ({
            heading: make(),
            items: from.items.map((item) => ({
              ...item,
              title: make(),
              details: item.details.map(make),
              figure: item.figure && make(),
            })),
            note: from.note && make(),
          });
          return {
            ...plain,
            title: make(),
            scenario: make(),
            meta: make(),
            foot: make(),
            figures: plain.figures.map(() => ({ value: make(), label: make() })),
            wide: section(plain.wide),
            columns: [plain.columns[0].map(section), plain.columns[1].map(section)],
          };
        };
        const shapes = (page: SummaryPage) => summaryMarkdown(page, severity).split('\n').map(shape);
        const expected = shapes(fill(() => 'x'));
        const marked = fill(word);
        expect(shapes(marked)).toEqual(expected);
        const blank = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
        const whole = read(summaryMarkdown(marked, severity));
        for (const text of said) expect(whole).toContain(blank(text));
        // Nothing that means anything stands unescaped, also where a text begins a line.
        for (const line of summaryMarkdown(fill(raw), severity).split('\n')) {
          const rest = line
            .slice(shape(line).length)
            .replace(/\\[^\p{L}\p{N}\s]/gu, '')
            .replace(/\*\*/g, '');
          expect(rest).not.toMatch(/[`*_[\]<>&|~#$]/);
          if (shape(line) === '') expect(line).not.toMatch(/^([-+=:>#]|\d+[.)]|\s)/);
        }
      }),
    );
  });
});

describe('the page of a summary', () => {
  const measurer = createPlainMeasurer();
  const long =
    'ประสบการณ์ของลูกค้าในสาขา ระยะเวลารอ 客户在门店等待的时间太长 Очень длинное название точки контакта '.repeat(3);

  it('O18 is one A4 page, and every line lies inside it', () => {
    const layout = layOutSummary(summarise(docs), measurer);
    expect([layout.width, layout.height]).toEqual([794, 1123]);
    for (const { x, y, width, style } of layout.lines) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect((x + width) * layout.scale).toBeLessThanOrEqual(layout.width + 1);
      expect((y + style.lineHeight) * layout.scale).toBeLessThanOrEqual(layout.height);
    }
  });

  it('O18 long texts in any script are cut and set smaller, and lines of one column do not lie on each other', () => {
    const page = summarise(docs);
    const stretch = (section: SummaryPage['wide']) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, title: long, details: item.details.map(() => long) })),
    });
    const full: SummaryPage = {
      ...page,
      title: long,
      scenario: long,
      wide: stretch(page.wide),
      columns: [page.columns[0].map(stretch), page.columns[1].map(stretch)],
    };
    const { lines, scale, width, height } = layOutSummary(full, measurer);
    expect(scale).toBeLessThan(1);
    expect(height).toBeGreaterThanOrEqual(1123);
    for (const [index, a] of lines.entries()) {
      expect((a.x + a.width) * scale).toBeLessThanOrEqual(width + 1);
      for (const b of lines.slice(index + 1)) {
        const across = a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5;
        const down = a.y < b.y + b.style.lineHeight - 0.5 && b.y < a.y + a.style.lineHeight - 0.5;
        expect(across && down ? [a.text, b.text] : null).toBeNull();
      }
    }
  });
});
