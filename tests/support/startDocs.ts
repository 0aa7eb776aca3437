import { type Commands, commands } from '../../src/commands/commands.ts';
import { createEditor, type Editor } from '../../src/editor/createEditor.ts';
import { createHistory } from '../../src/editor/history.ts';
import { blankMap } from '../../src/model/blanks.ts';
import { defaultLibrary } from '../../src/model/defaultLibrary.ts';
import { type Documents, emptyMapTables } from '../../src/model/tables.ts';

/** A map of one stage with one step, and the library every workspace starts with. Sound. */
export function bareDocs(): Documents {
  const map = emptyMapTables();
  map.map.mp_1 = { ...blankMap, id: 'mp_1', name: 'Map', createdAt: '2026-01-01T00:00:00Z' };
  map.stages.st_1 = { id: 'st_1', order: 'a0', name: 'Aware' };
  map.steps.sp_1 = { id: 'sp_1', order: 'a0', stageId: 'st_1', name: 'Sees an advert' };
  return { map, library: defaultLibrary((key) => key) };
}

export interface SmallMap {
  readonly editor: Editor;
  /** Moves the clock by which bursts are told apart. */
  wait(milliseconds: number): void;
  readonly ids: {
    readonly step2: string;
    readonly stage2: string;
    readonly step3: string;
    readonly above: string;
    readonly below: string;
    readonly persona: string;
    readonly a: string;
    readonly b: string;
    readonly c: string;
    readonly card: string;
    readonly ab: string;
  };
}

/**
 * An editor on a map of two stages (`st_1` with `sp_1` and step2, stage2 with step3), two lanes, a persona, the
 * touchpoints a (website) -> b (shop) -> c, a card, a sentiment and a verdict on a -> b. Its history is empty.
 */
export function smallMap(): SmallMap {
  const maker = createEditor(bareDocs());
  const { run } = maker;
  const step2 = run('addStep', { stageId: 'st_1', name: 'Compares' });
  const { stageId: stage2, stepId: step3 } = run('addStage', { name: 'Buys' });
  const above = run('addLane', { name: 'Actions', side: 'above', role: 'actions' });
  const below = run('addLane', { name: 'Pains', side: 'below', role: 'pains' });
  const persona = run('addPersona', { name: 'Mara' });
  const a = run('addTouchpoint', { stepId: 'sp_1', fields: { title: 'Advert', channels: ['ch_website', 'ch_ad'] } });
  const b = run('addTouchpoint', { stepId: step2, linkFrom: a, fields: { title: 'Visit', channels: ['ch_shop'] } });
  const c = run('addTouchpoint', { stepId: step2, linkFrom: b, fields: { title: 'Till', devices: ['dv_none'] } });
  const card = run('addCard', { stepId: 'sp_1', laneId: above, text: 'Looks around' });
  run('setSentiment', { touchpointId: a, personaId: persona, value: 1 });
  run('judgeHandoff', { from: a, to: b, state: 'gap', severity: 4, judgedAt: '2026-01-02T00:00:00Z' });
  const clock = { now: 0 };
  return {
    editor: createEditor(
      maker.documents(),
      createHistory(() => clock.now),
    ),
    wait: (milliseconds) => {
      clock.now += milliseconds;
    },
    ids: { step2, stage2, step3, above, below, persona, a, b, c, card, ab: `ln_${a}-${b}` },
  };
}

export const commandNames = Object.keys(commands) as (keyof Commands)[];
