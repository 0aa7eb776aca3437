import { beforeAll, describe, expect, it } from 'vitest';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { loadTemplate, templateNames } from '../../../src/app/samples/templates.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { lenses } from '../../../src/model/lens.ts';
import { inOrder } from '../../../src/model/order.ts';
import { personaFacts } from '../../../src/model/records/persona.ts';
import { repair } from '../../../src/model/repair.ts';
import { stepsInOrder } from '../../../src/model/stepsInOrder.ts';
import type { Documents } from '../../../src/model/tables.ts';

const library = defaultLibrary((key) => key);
const size = (table: object) => Object.keys(table).length;

describe.each(templateNames)('O5 the template %s', (name) => {
  let docs: Documents;
  let template: Awaited<ReturnType<typeof loadTemplate>>;
  beforeAll(async () => {
    template = await loadTemplate(name);
    const { map, personas, kpis } = buildSample(
      template.description,
      template.texts,
      library,
      '2025-01-01T00:00:00.000Z',
    );
    docs = { map, library: { ...library, personas, kpis } };
  });

  it('is sound: repair finds nothing', () => {
    expect(repair(docs)).toEqual({ patches: [], notes: [] });
  });

  it('has five stages, a touchpoint in every step, and nothing without channel, device, department and link', () => {
    const { map } = docs;
    expect(size(map.stages)).toBe(5);
    expect(size(map.touchpoints)).toBeGreaterThanOrEqual(20);
    expect(size(map.touchpoints)).toBeLessThanOrEqual(28);
    const touchpoints = Object.values(map.touchpoints);
    expect(new Set(touchpoints.map(({ stepId }) => stepId)).size).toBe(size(map.steps));
    const linked = new Set(Object.values(map.links).flatMap(({ from, to }) => [from, to]));
    const bare = touchpoints.filter(
      ({ id, channels, devices, departments }) =>
        channels.length === 0 || devices.length === 0 || departments.length === 0 || !linked.has(id),
    );
    expect(bare.map(({ title }) => title)).toEqual([]);
  });

  it('has handoffs of each kind, reviewed and not, with gaps that differ in severity', () => {
    const handoffs = [...allHandoffs(docs.map).values()];
    for (const lens of lenses) {
      expect(handoffs.filter(({ changes }) => changes[lens] === 'handoff').length).toBeGreaterThanOrEqual(5);
    }
    const count = (state: string) => handoffs.filter((handoff) => handoff.state === state).length;
    expect(count('gap')).toBe(3);
    expect(count('smooth')).toBeGreaterThanOrEqual(1);
    expect(count('unreviewed')).toBeGreaterThanOrEqual(8);
    expect(new Set(handoffs.flatMap(({ severity }) => severity ?? [])).size).toBeGreaterThanOrEqual(2);
  });

  it('branches, leads back, and ends well and badly', () => {
    const { map } = docs;
    const column = new Map(stepsInOrder(map).map(({ id }, index) => [id, index]));
    const at = (id: string) => column.get(map.touchpoints[id]?.stepId ?? '') ?? Number.NaN;
    const links = Object.values(map.links);
    const froms = links.map(({ from }) => from);
    expect(froms.length - new Set(froms).size).toBeGreaterThanOrEqual(4);
    const back = links.filter(({ from, to }) => at(to) < at(from));
    expect(back.length).toBeGreaterThanOrEqual(1);
    expect(back.length).toBeLessThanOrEqual(4);
    const endings = new Set(Object.values(map.touchpoints).map(({ ending }) => ending));
    expect([...endings].sort()).toEqual(['goal', 'lost', null]);
    // One dead end at most is there to be found.
    const stuck = Object.values(map.touchpoints).filter(({ id, ending }) => ending === null && !froms.includes(id));
    expect(stuck.length).toBeLessThanOrEqual(1);
  });

  it('has personas with profiles, whose touchpoints some are, feelings, promises, waits, costs and opportunities', () => {
    const { map } = docs;
    for (const persona of Object.values(docs.library.personas)) {
      expect(personaFacts.filter((fact) => persona[fact] !== '').length).toBeGreaterThan(10);
    }
    expect(size(map.memberships)).toBeGreaterThanOrEqual(2);
    expect(size(map.sentiments)).toBeGreaterThan(1.3 * size(map.touchpoints));
    expect(Object.values(map.touchpoints).filter(({ promise }) => promise !== '').length).toBeGreaterThanOrEqual(1);
    for (const { promise, promiseKeptAt } of Object.values(map.touchpoints)) {
      expect(promise === '').toBe(promiseKeptAt === null);
    }
    expect(Object.values(map.links).some(({ waitHours }) => waitHours !== null)).toBe(true);
    const costed = Object.values(map.verdicts).filter(
      ({ customers, shareLost, customerValue }) => customers && shareLost && customerValue,
    );
    expect(costed).toHaveLength(3);
    expect(costed.every(({ customers }) => customers?.source !== '')).toBe(true);
    expect(size(map.opportunities)).toBeGreaterThanOrEqual(5);
    expect(new Set(Object.values(map.opportunities).map(({ kind }) => kind)).size).toBe(3);
    expect(size(map.ties)).toBeGreaterThanOrEqual(size(map.opportunities));
    expect(new Set(inOrder(Object.values(map.lanes)).map(({ role }) => role))).toContain('emotion');
  });

  it('every text stands for something, and titles fit on a card', () => {
    const { description, texts } = template;
    expect(Object.keys(texts.labels).sort()).toEqual(
      [...new Set(description.links.flatMap(([, , label]) => label ?? []))].sort(),
    );
    for (const [part, words] of [
      [description.verdicts, texts.verdicts],
      [description.opportunities, texts.opportunities],
      [description.touchpoints, texts.touchpoints],
      [description.lanes, texts.lanes],
    ] as const) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(part).sort());
    }
    for (const { title } of Object.values(texts.touchpoints))
      expect([title, title.length <= 28]).toEqual([title, true]);
  });
});
