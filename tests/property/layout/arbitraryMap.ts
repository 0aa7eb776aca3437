import fc from 'fast-check';
import type { View } from '../../../src/layout/scene.ts';
import { lenses } from '../../../src/model/lens.ts';
import type { Documents } from '../../../src/model/tables.ts';
import { draftMap, viewOf } from '../../unit/layout/mapDraft.ts';

const names = ['web', 'shop', 'phone', 'mail', 'chat'] as const;

/** A map of a few stages with up to 45 touchpoints, 60 links of any direction, lanes and cards. */
export const arbitraryDocs: fc.Arbitrary<Documents> = fc
  .record({
    steps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    touchpoints: fc.array(
      fc.record({
        step: fc.nat(),
        channels: fc.subarray([...names]),
        devices: fc.subarray([...names]),
        order: fc.nat({ max: 9 }),
      }),
      { maxLength: 45 },
    ),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
    cards: fc.array(fc.record({ step: fc.nat(), lane: fc.nat({ max: 1 }), text: fc.string({ maxLength: 60 }) }), {
      maxLength: 10,
    }),
  })
  .map(({ steps, touchpoints, links, cards }) => {
    const draft = draftMap(steps, names);
    const stepNames = Object.keys(draft.docs.map.steps).map((id) => id.slice(3));
    const stepOf = (index: number) => stepNames[index % stepNames.length] as string;
    draft.lane('above');
    draft.lane('below', { side: 'below', role: 'pains' });
    for (const [index, { step, channels, devices, order }] of touchpoints.entries()) {
      const fields = { devices: devices.map((name) => `dv_${name}`), order: `a${order}` };
      draft.touchpoint(String(index), stepOf(step), channels, fields);
    }
    for (const [from, to] of touchpoints.length === 0 ? [] : links) {
      draft.link(String(from % touchpoints.length), String(to % touchpoints.length));
    }
    for (const [index, { step, lane, text }] of cards.entries()) {
      draft.card(String(index), stepOf(step), lane === 0 ? 'above' : 'below', text);
    }
    return draft.docs;
  });

/** Any view with up to three bands, each of any part of the touchpoints. */
export const arbitraryBands: fc.Arbitrary<View> = fc
  .record({
    lens: fc.constantFrom(...lenses),
    stages: fc.subarray(['st_1', 'st_2', 'st_3', 'st_4']),
    rows: fc.subarray(['row:ch_web', 'row:dv_web', 'row:']),
    leftOut: fc.array(fc.array(fc.nat({ max: 44 })), { minLength: 1, maxLength: 3 }),
  })
  .map(({ lens, stages, rows, leftOut }) =>
    viewOf({
      lens,
      collapsedStages: new Set(stages),
      collapsedRows: new Set(rows),
      bands: leftOut.map((ids, index) => ({
        personaId: `pe_${index}`,
        name: `Persona ${index}`,
        look: { color: 'blue', shape: 'circle' },
        leftOut: new Set(ids.map((id) => `tp_${id}`)),
      })),
    }),
  );

/** Any view of any such map. */
export const arbitraryView: fc.Arbitrary<View> = fc
  .record({
    lens: fc.constantFrom(...lenses),
    stages: fc.subarray(['st_1', 'st_2', 'st_3', 'st_4']),
    rows: fc.subarray(['row:ch_web', 'row:dv_web', 'row:', 'row:ch_mail', 'lane:la_above']),
    extraRows: fc.subarray(['ch_web', 'ch_chat', 'dv_phone']),
    unfolded: fc.boolean(),
  })
  .map(({ lens, stages, rows, extraRows, unfolded }) =>
    viewOf({ lens, collapsedStages: new Set(stages), collapsedRows: new Set(rows), extraRows, unfolded }),
  );
