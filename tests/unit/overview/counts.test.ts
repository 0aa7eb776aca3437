import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { membersIndex } from '../../../src/analysis/audience.ts';
import { countsOf, gapsToMend, seenBy, seenHandoffs, spotOf } from '../../../src/analysis/counts.ts';
import { departmentView } from '../../../src/analysis/department.ts';
import { isShown, isToMend } from '../../../src/analysis/gapList.ts';
import { allGaps } from '../../../src/analysis/gaps.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { handoffMatrix } from '../../../src/analysis/matrix.ts';
import { waysOf } from '../../../src/analysis/paths.ts';
import { shownTo } from '../../../src/analysis/shownTo.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enOverviews } from '../../../src/app/locales/enOverviews.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import { summaryContent } from '../../../src/app/summary/summaryContent.ts';
import { legendText } from '../../../src/canvas/legend.ts';
import { linkTitle } from '../../../src/canvas/linkTitle.ts';
import { createMapView } from '../../../src/canvas/mapView.ts';
import { createEditor, type Editor } from '../../../src/editor/createEditor.ts';
import type { SessionState } from '../../../src/editor/session.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { lenses } from '../../../src/model/lens.ts';
import { sectionsOf } from '../../../src/paint/summaryPage.ts';

const i18n = i18next.createInstance();
beforeAll(() => i18n.init({ lng: 'en', resources: { en: { translation: { ...en, ...enOverviews } } } }));

const library = defaultLibrary((key) => key);
const { map, personas, kpis } = buildSample(onlineShop, onlineShopEn, library);
const open = () => createEditor({ map, library: { ...library, personas, kpis } });
const [anna, max] = Object.keys(personas) as [string, string];

/** The sample, judged as the numbers say: handoffs smooth, gaps or left, touchpoints gaps, and some then changed. */
function judged(numbers: readonly number[]): Editor {
  const editor = open();
  const { links, touchpoints } = editor.documents().map;
  let next = 0;
  const draw = (below: number) => (numbers[next++ % numbers.length] as number) % below;
  const judge = (from: string, to: string) => {
    editor.run('judgeHandoff', { from, to, state: draw(3) === 0 ? 'smooth' : 'gap' });
    const status = (['open', 'open', 'inWork', 'accepted', 'closed'] as const)[draw(5)] ?? 'open';
    editor.run('updateVerdict', { from, to, fields: { status } });
  };
  for (const { id, from, to } of Object.values(links)) {
    const handoff = allHandoffs(editor.documents().map).get(id);
    if (handoff?.state !== 'none' && draw(4) > 0) judge(from, to);
  }
  for (const id of Object.keys(touchpoints)) if (draw(5) === 0) judge(id, id);
  for (const id of Object.keys(touchpoints))
    if (draw(8) === 0) editor.run('updateTouchpoint', { id, fields: { channels: ['ch_email'] } });
  return editor;
}

/** What the foot of the map counts, and its button. */
function foot(editor: Editor, session: Partial<SessionState>) {
  editor.session.setState({ personaFilter: [], filterMode: 'fade', focusIds: null, ...session });
  const { legend, toReview } = createMapView(editor, createPlainMeasurer()).laid.getState();
  return { gaps: legend.find(({ key }) => key === 'gap')?.count, ...toReview };
}

const arbitraryNumbers = fc.array(fc.nat({ max: 999 }), { minLength: 30, maxLength: 60 });

describe('one rule of counting', () => {
  it('A33 foot, list, details and summary count the same gaps and the same that is to be judged, whoever is looked at', () => {
    fc.assert(
      fc.property(arbitraryNumbers, (numbers) => {
        const editor = judged(numbers);
        const docs = editor.documents();
        const handoffs = allHandoffs(docs.map);
        const members = membersIndex(docs.map);
        for (const personaFilter of [[], [anna], [max], [anna, max]]) {
          const counts = countsOf(docs.map, handoffs, seenBy(members, personaFilter));
          const listed = allGaps(docs, handoffs).filter(
            ({ verdict, place, handoff }) =>
              isToMend(verdict) && isShown(members, place, handoff?.linkId ?? null, personaFilter),
          );
          expect(counts.toMend).toBe(listed.length);
          const page = summaryContent(docs, i18n.t, 'en', '2026-03-04T10:00:00.000Z', personaFilter);
          const figures = new Map(
            page.figures.map(({ value, label }) => [label.replace(/s(?= |$)/, ''), Number(value)]),
          );
          expect(figures.get('touchpoint')).toBe(counts.touchpoints);
          expect(figures.get('handoff')).toBe(counts.handoffs);
          expect(figures.get('to review')).toBe(counts.unreviewed);
          expect(figures.get('to judge again') ?? 0).toBe(counts.again);
          expect(figures.get('gap to mend')).toBe(counts.toMend);
          // Gaps in work are among them, so none of them is called open but by its status.
          expect(JSON.stringify(page)).not.toMatch(/open gap/i);
          const lens = lenses[(numbers[0] ?? 0) % 3] ?? 'channel';
          for (const filterMode of ['fade', 'hide'] as const) {
            const { gaps, handoffs: waiting, touchpoints, again } = foot(editor, { personaFilter, filterMode, lens });
            expect(gaps).toBe(counts.toMend);
            expect(again).toBe(counts.again);
            expect(waiting + touchpoints).toBe(counts.unreviewed + counts.again);
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  it('O31 a department’s view and the map beside it count the same gaps, those between two touchpoints of its own too', () => {
    fc.assert(
      fc.property(arbitraryNumbers, (numbers) => {
        const editor = judged(numbers);
        const docs = editor.documents();
        const whole = allHandoffs(docs.map);
        for (const personaFilter of [[], [anna]])
          for (const id of new Set(Object.values(docs.map.touchpoints).flatMap(({ departments }) => departments))) {
            const isSeen = seenBy(membersIndex(docs.map), personaFilter);
            const gaps = allGaps(docs, whole).filter(({ verdict }) => isSeen(spotOf(verdict)));
            const shown = shownTo(docs, personaFilter);
            const { about, toMend } = departmentView(shown, id, seenHandoffs(whole, isSeen), gaps);
            expect([id, foot(editor, { personaFilter, focusIds: about }).gaps]).toEqual([id, toMend.length]);
          }
      }),
      { numRuns: 5 },
    );
  });

  it('O31 a gap inside a department does not fade; friction at another’s touchpoint, which is seen, does', () => {
    const editor = open();
    const of = (title: string) =>
      Object.values(editor.documents().map.touchpoints).find((each) => each.title.startsWith(title))?.id ?? '';
    const [from, to] = [of('Lands on the product page'), of('Compares three')];
    const foreign = of('Asks under');
    editor.run('judgeHandoff', { from, to, state: 'gap' });
    editor.run('judgeHandoff', { from: foreign, to: foreign, state: 'gap' });
    const docs = editor.documents();
    const { about, toMend } = departmentView(docs, 'dp_webshop', allHandoffs(docs.map));
    expect(toMend.map(({ verdict }) => verdict.from)).toContain(from);
    editor.session.setState({ focusIds: about });
    const { shown } = createMapView(editor, createPlainMeasurer()).laid.getState();
    expect(shown.faded.has(spotOf({ from, to }).linkId)).toBe(false);
    expect(shown.focus?.has(spotOf({ from: foreign, to: foreign }).linkId)).toBe(false);
  });
});

describe('a gap under every lens', () => {
  it('W31 a gap to mend is marked whichever lens shows the map, on a plain line where another kind changes', () => {
    let others = 0;
    fc.assert(
      fc.property(arbitraryNumbers, (numbers) => {
        const editor = judged(numbers);
        const docs = editor.documents();
        const handoffs = allHandoffs(docs.map);
        const toMend = gapsToMend(docs.map, handoffs);
        for (const lens of lenses) {
          editor.session.setState({ lens });
          const { scene, legend } = createMapView(editor, createPlainMeasurer()).laid.getState();
          const routes = new Map(scene.links.map((route) => [route.linkId, route]));
          const frictions = toMend.filter(({ from, to }) => from === to).length;
          let plain = frictions;
          for (const { linkId } of toMend.filter(({ from, to }) => from !== to).map(spotOf)) {
            const route = routes.get(linkId);
            expect([linkId, route?.mark]).toEqual([linkId, [expect.any(Number), expect.any(Number)]]);
            const isOfLens = handoffs.get(linkId)?.changes[lens] === 'handoff';
            expect(route?.state.handoff).toBe(isOfLens);
            const said = route && linkTitle({ ...route }, null, i18n.t);
            expect(said).toMatch(/a gap/);
            expect(said?.includes('of another kind')).toBe(!isOfLens);
            if (!isOfLens) plain++;
          }
          others += plain - frictions;
          const entry = legend.find(({ key }) => key === 'gap');
          expect(entry).toMatchObject({ count: toMend.length, others: plain, all: toMend.length });
          // Nothing else is marked under a lens that it has no changes in.
          for (const { state } of scene.links)
            if (!state.handoff) expect(['none', 'gap']).toContain(state.was ?? state.state);
        }
      }),
      { numRuns: 5 },
    );
    expect(others).toBeGreaterThan(20);
  });

  it('W31 the legend says of how many gaps it counts some, and how many are of other kinds', () => {
    const editor = judged([1]);
    const said = (session: Partial<SessionState>) => {
      editor.session.setState({ lens: 'channel', personaFilter: [], ...session });
      const { legend } = createMapView(editor, createPlainMeasurer()).laid.getState();
      const entry = legend.find(({ key }) => key === 'gap');
      return { ...entry, text: entry && legendText(entry, i18n.t) };
    };
    const whole = said({});
    expect(whole.text).toMatch(new RegExp(`^${whole.count} gaps to mend`));
    const hers = said({ personaFilter: [anna] });
    expect(hers.count).toBeLessThan(whole.count ?? 0);
    expect(hers.text).toMatch(new RegExp(`^${hers.count} of ${whole.count} gaps to mend`));
    const byDepartment = said({ lens: 'device' });
    expect(byDepartment.text?.includes('of other kinds') || byDepartment.text?.includes('of another kind')).toBe(
      (byDepartment.others ?? 0) > 0,
    );
  });
});

describe('to review, to judge again', () => {
  it('J33 what was never judged and what is to be judged again are told apart wherever they are counted', () => {
    const editor = open();
    for (const { from, to, state } of allHandoffs(editor.documents().map).values())
      if (state === 'unreviewed') editor.run('judgeHandoff', { from, to, state: 'smooth' });
    const asks = Object.values(editor.documents().map.touchpoints).find(({ title }) => title.startsWith('Asks under'));
    expect(asks).toBeDefined();
    editor.run('updateTouchpoint', { id: asks?.id ?? '', fields: { channels: ['ch_email'] } });
    const docs = editor.documents();
    const handoffs = allHandoffs(docs.map);
    const counts = countsOf(docs.map, handoffs, () => true);
    expect(counts.unreviewed).toBe(0);
    expect(counts.again).toBeGreaterThan(0);
    expect(foot(editor, {})).toMatchObject({ handoffs: counts.again, again: counts.again, leftOut: 0 });
    const figures = summaryContent(docs, i18n.t, 'en', '2026-03-04T10:00:00.000Z').figures;
    expect(figures.map(({ value, label }) => `${value} ${label}`)).toEqual(
      expect.arrayContaining(['0 to review', `${counts.again} to judge again`]),
    );
    const { ways } = waysOf(docs.map, []);
    expect(ways.every(({ unreviewed }) => unreviewed === 0)).toBe(true);
    expect(ways.some(({ again }) => again > 0)).toBe(true);
    const cells = handoffMatrix(docs, 'channel', handoffs).cells.filter(({ worst }) => worst === 'unreviewed');
    expect(cells.map(({ again }) => again)).toEqual(cells.map(() => true));
    expect(cells.length).toBeGreaterThan(0);
  });
});

describe('the summary of some personas', () => {
  const of = (personaIds: readonly string[]) =>
    summaryContent(open().documents(), i18n.t, 'en', '2026-03-04T10:00:00.000Z', personaIds);

  it('O32 names them in its head, and tells what they alone feel, as the whole summary does of them', () => {
    expect(of([]).meta).toContain('Anna and Max ·');
    expect(of([anna]).meta).toContain('· Anna only ·');
    expect(of([anna, max]).meta).toContain('Anna and Max ·');
    const falls = (ids: readonly string[]) =>
      sectionsOf(of(ids)).find(({ heading }) => heading === 'Where feelings fall')?.items ?? [];
    expect(falls([]).map(({ title }) => title.split(' ')[0])).toEqual(['Anna', 'Max']);
    expect(falls([anna])).toEqual(falls([]).slice(0, 1));
    expect(falls([max])).toEqual(falls([]).slice(1));
  });

  it('O32 what is proposed for others alone is left out, and the others keep their numbers', () => {
    const proposed = (ids: readonly string[]) =>
      sectionsOf(of(ids)).find(({ heading }) => heading === 'What is proposed')?.items ?? [];
    const editor = open();
    const docs = editor.documents();
    const isSeen = seenBy(membersIndex(docs.map), [max]);
    const ties = Object.values(docs.map.ties);
    const others = Object.values(docs.map.opportunities).filter(({ id }) => {
      const mine = ties.filter(({ opportunityId }) => opportunityId === id);
      return (
        mine.length > 0 && mine.every(({ placeId, toId }) => !isSeen(spotOf({ from: placeId, to: toId ?? placeId })))
      );
    });
    expect(others).not.toEqual([]);
    const titles = proposed([max]).map(({ title }) => title);
    for (const { title } of others) expect(titles).not.toContain(title);
    const numberOf = new Map(proposed([]).map(({ title, mark }) => [title, mark]));
    for (const { title, mark } of proposed([max])) if (numberOf.has(title)) expect(mark).toEqual(numberOf.get(title));
  });
});
