import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWith, fitOf } from '../../../src/analysis/data/compareWith.ts';
import type { CountedLog } from '../../../src/analysis/data/countedLog.ts';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { draftFrom } from '../../../src/analysis/data/draftFrom.ts';
import { createEventCollector, type RawEvent, wholeRow } from '../../../src/analysis/data/eventColumns.ts';

/** A log of ways such as `A B C`, each as often as it is said; `B@web` has a channel. */
function logOf(ways: readonly (readonly [way: string, times: number])[]): CountedLog {
  const collector = createEventCollector();
  let cases = 0;
  for (const [way, times] of ways)
    for (let time = 0; time < times; time++) {
      cases++;
      for (const [at, word] of way.split(' ').entries()) {
        const [activity = '', channel = ''] = word.split('@');
        const event: RawEvent = {
          ...{ caseId: String(cases), activity, start: at * 60_000, end: Number.NaN, phase: wholeRow, instance: '' },
          ...{ channel, device: '', department: '', resource: '' },
        };
        collector.add(event);
      }
    }
  return countLog(collector.columns());
}

const shape = (log: CountedLog, share: number) => {
  const draft = draftFrom(log, share);
  const name = (at: number) => draft.touchpoints[at]?.title;
  return {
    steps: draft.steps.map((step) => step.touchpoints.map(name).join('+')),
    links: draft.links.map((link) => `${name(link.from)}-${name(link.to)}${link.back ? ' back' : ''}`).sort(),
    drawn: draft.drawn,
    left: draft.activitiesLeftOut,
  };
};

describe('a map from a log', () => {
  const shop = logOf([
    ['Look Buy Pay', 70],
    ['Look Call Buy Pay', 20],
    ['Look Buy Pay Return', 7],
    ['Look Leave', 3],
  ]);

  it('I17 the most frequent ways come first, and more of them with a greater share', () => {
    expect(shape(shop, 0.5)).toEqual({
      steps: ['Look', 'Buy', 'Pay'],
      links: ['Buy-Pay', 'Look-Buy'],
      drawn: 0.7,
      left: ['Call', 'Return', 'Leave'],
    });
    expect(shape(shop, 0.7).steps).toEqual(['Look', 'Buy', 'Pay']);
    expect(shape(shop, 0.71)).toMatchObject({ steps: ['Look', 'Call', 'Buy', 'Pay'], drawn: 0.9 });
    expect(shape(shop, 1)).toMatchObject({ drawn: 1, left: [], steps: ['Look', 'Call+Leave', 'Buy', 'Pay', 'Return'] });
    expect(shape(shop, 0)).toEqual(shape(shop, 0.5));
  });

  it('I17 touchpoints and links bring their figures', () => {
    const draft = draftFrom(shop, 1);
    const at = (title: string) => draft.touchpoints.findIndex((touchpoint) => touchpoint.title === title);
    expect(draft.touchpoints[at('Buy')]).toMatchObject({ cases: 97, reach: 0.97 });
    expect(draft.links.find((link) => link.from === at('Look') && link.to === at('Buy'))).toMatchObject({
      volume: 77,
      direct: 0.77,
      waiting: { n: 77, median: 60_000 },
    });
  });

  it('I17 what comes in either order stands in one step; ways back do not push anything on', () => {
    const log = logOf([
      ['Ask Form Proof Decide Pay', 10],
      ['Ask Proof Form Decide Pay', 15],
      ['Ask Form Proof Decide Again Form Proof Decide Pay', 5],
    ]);
    expect(shape(log, 1)).toMatchObject({
      steps: ['Ask', 'Form+Proof', 'Decide', 'Pay+Again'],
      links: expect.arrayContaining(['Again-Form back']),
    });
  });

  it('I17 the channel of most events is primary; rare ones are left out', () => {
    const log = logOf([
      ['A@web B', 6],
      ['A@shop B', 3],
      ['A@fax B', 1],
    ]);
    expect(draftFrom(log, 1).touchpoints[0]?.channels).toEqual(['web', 'shop']);
  });

  it('I17 a greater share never loses anything, and the ways of as many cases as asked for are whole', () => {
    const way = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1, maxLength: 6 });
    const ways = fc.array(fc.tuple(way, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        ways,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, a, b) => {
          const log = logOf(list.map(([words, times]) => [words.join(' '), times]));
          const [less, more] = [draftFrom(log, Math.min(a, b)), draftFrom(log, Math.max(a, b))];
          const titles = new Set(more.touchpoints.map(({ title }) => title));
          expect(less.touchpoints.filter(({ title }) => !titles.has(title))).toEqual([]);
          expect(more.drawn).toBeGreaterThanOrEqual(Math.max(a, b));
          const drawn = new Set(
            more.links.map(({ from, to }) => `${more.touchpoints[from]?.title}-${more.touchpoints[to]?.title}`),
          );
          const whole = list
            .filter(([words]) =>
              words.every(
                (word, at) =>
                  titles.has(word) &&
                  // A repeat is no link.
                  (at === 0 || words[at - 1] === word || drawn.has(`${words[at - 1]}-${word}`)),
              ),
            )
            .reduce((sum, [, times]) => sum + times, 0);
          expect(whole / log.cases).toBeGreaterThanOrEqual(more.drawn - 1e-9);
          // Every touchpoint stands in one step.
          expect(more.steps.flatMap((step) => step.touchpoints).sort((x, y) => x - y)).toEqual(
            more.touchpoints.map((_, at) => at),
          );
        },
      ),
    );
  });
});

describe('a map against a log', () => {
  it('WZ13 a case fits when the map has all its activities and the ways between them', () => {
    const log = logOf([
      ['Look Buy Pay', 5],
      ['Look Look Buy', 2],
      ['Look Peek Buy', 1],
      ['Buy Look', 2],
    ]);
    const map = { touchpoints: ['look', 'buy', 'pay'], links: [{ from: 'look', to: 'buy' }] };
    const at = (names: Record<string, string>) => log.activities.map(({ name }) => names[name] ?? null);
    const all = at({ Look: 'look', Buy: 'buy', Pay: 'pay' });
    expect(fitOf(map, all, log)).toEqual({ share: 0.2, exact: true });
    const drawn = { ...map, links: [...map.links, { from: 'buy', to: 'pay' }] };
    expect(fitOf(drawn, all, log).share).toBe(0.7);
    expect(fitOf(drawn, at({ Look: 'look', Peek: 'look', Buy: 'buy', Pay: 'pay' }), log).share).toBe(0.8);
    expect(fitOf(drawn, at({ Look: 'look', Buy: 'buy' }), log).share).toBe(0.2);
    expect(fitOf(drawn, all, { ...log, variants: log.variants + 1 }).exact).toBe(false);
  });

  it('I18 what the log has and the map lacks, and the reverse', () => {
    const log = logOf([
      ['Look Buy Pay', 5],
      ['Look Buy Return', 2],
      ['Look Peek Buy', 1],
    ]);
    const map = {
      touchpoints: ['look', 'buy', 'pay', 'gift'],
      links: [
        { from: 'look', to: 'buy' },
        { from: 'pay', to: 'look' },
        { from: 'pay', to: 'gift' },
      ],
    };
    const names: Record<string, string> = { Look: 'look', Peek: 'look', Buy: 'buy', Pay: 'pay', Return: 'gone' };
    const matches = log.activities.map(({ name }) => names[name] ?? null);
    const compared = compareWith(map, matches, log);
    expect(compared.activitiesMissing.map((at) => log.activities[at]?.name)).toEqual(['Return']);
    expect(compared.touchpointsUnseen).toEqual(['gift']);
    expect(compared.linksMissing).toEqual([{ from: 'buy', to: 'pay', volume: 5 }]);
    expect(compared.linksUnseen).toEqual([{ from: 'pay', to: 'look' }]);
    expect(compared.linksSeen).toEqual([{ from: 'look', to: 'buy', volume: 8 }]);
  });
});
