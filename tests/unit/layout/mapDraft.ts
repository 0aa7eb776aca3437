import { layoutMap } from '../../../src/layout/layoutMap.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { rowKeyOf } from '../../../src/layout/planRows.ts';
import type { LinkState, Scene, View } from '../../../src/layout/scene.ts';
import { blankEntry, blankLink, blankMap, blankTouchpoint } from '../../../src/model/blanks.ts';
import { pairId } from '../../../src/model/ids.ts';
import type { Lane } from '../../../src/model/records/lane.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import { type Documents, emptyLibraryTables, emptyMapTables } from '../../../src/model/tables.ts';

/** A map under construction, with readable ids: steps `sp_1_2` (stage 1, step 2), touchpoints `tp_a`, channels `ch_x`. */
export interface MapDraft {
  readonly docs: Documents;
  touchpoint(name: string, step: string, channels?: string[], fields?: Partial<Touchpoint>): string;
  link(from: string, to: string): string;
  lane(name: string, fields?: Partial<Lane>): string;
  card(name: string, step: string, lane: string, text: string): string;
}

const key = (index: number) => `a${String(index).padStart(4, '0')}V`;

/** A map with as many stages as `steps` has entries, each with that many steps, and the channels (also devices) named. */
export function draftMap(steps: readonly number[], values: readonly string[] = ['web', 'shop', 'phone']): MapDraft {
  const docs: Documents = { map: emptyMapTables(), library: emptyLibraryTables() };
  let next = 0;
  docs.map.map.mp_1 = { ...blankMap, id: 'mp_1', name: 'Map', createdAt: '2026-01-01T00:00:00Z' };
  for (const [stage, count] of steps.entries()) {
    const stageId = `st_${stage + 1}`;
    docs.map.stages[stageId] = { id: stageId, order: key(stage), name: `Stage ${stage + 1}` };
    for (let step = 1; step <= count; step++) {
      const id = `sp_${stage + 1}_${step}`;
      docs.map.steps[id] = { id, order: key(step), stageId, name: `Step ${step}` };
    }
  }
  for (const [index, name] of values.entries()) {
    const entry = { ...blankEntry, order: key(index), name, icon: 'globe', color: 'blue' } as const;
    docs.library.channels[`ch_${name}`] = { ...entry, id: `ch_${name}` };
    docs.library.devices[`dv_${name}`] = { ...entry, id: `dv_${name}` };
    docs.library.departments[`dp_${name}`] = { ...entry, id: `dp_${name}` };
  }
  return {
    docs,
    touchpoint(name, step, channels = [], fields = {}) {
      const id = `tp_${name}`;
      docs.map.touchpoints[id] = {
        ...blankTouchpoint,
        id,
        order: key(next++),
        stepId: `sp_${step}`,
        title: name,
        channels: channels.map((value) => `ch_${value}`),
        ...fields,
      };
      return id;
    },
    link(from, to) {
      const id = pairId('link', `tp_${from}`, `tp_${to}`);
      docs.map.links[id] = { ...blankLink, id, from: `tp_${from}`, to: `tp_${to}` };
      return id;
    },
    lane(name, fields = {}) {
      const id = `la_${name}`;
      docs.map.lanes[id] = {
        id,
        order: key(next++),
        name,
        role: 'notes',
        side: 'above',
        hidden: false,
        kpiId: null,
        ...fields,
      };
      return id;
    },
    card(name, step, lane, text) {
      const id = `cd_${name}`;
      docs.map.cards[id] = { id, order: key(next++), stepId: `sp_${step}`, laneId: `la_${lane}`, text };
      return id;
    },
  };
}

/** A view by channel with nothing collapsed, as on screen. */
export function viewOf(fields: Partial<View> = {}): View {
  return { lens: 'channel', collapsedStages: new Set(), collapsedRows: new Set(), unfolded: false, ...fields };
}

/** Says that a link which leads to another row is a gap of severity 3, as the caller's handoffs roughly would. */
export function gapsBetweenRows(docs: Documents, view: View): (linkId: string) => LinkState {
  return (linkId) => {
    const link = docs.map.links[linkId];
    const [from, to] = [docs.map.touchpoints[link?.from ?? ''], docs.map.touchpoints[link?.to ?? '']];
    const isHandoff = from !== undefined && to !== undefined && rowKeyOf(from, docs, view) !== rowKeyOf(to, docs, view);
    return isHandoff ? { handoff: true, state: 'gap', severity: 3 } : { handoff: false, state: 'none', severity: null };
  };
}

export function lay(docs: Documents, fields: Partial<View> = {}): Scene {
  const view = viewOf(fields);
  return layoutMap(docs, view, gapsBetweenRows(docs, view), createPlainMeasurer());
}
