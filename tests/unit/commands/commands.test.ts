import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../src/commands/commandError.ts';
import type { CommandArgs, CommandName } from '../../../src/commands/commands.ts';
import { copyFragment } from '../../../src/commands/fragments.ts';
import {
  blankEntry,
  blankEvidence,
  blankKpi,
  blankOpportunity,
  blankPersona,
  blankWalk,
} from '../../../src/model/blanks.ts';
import { citationId, dismissalId, seriesId, tieId } from '../../../src/model/ids.ts';
import { inOrder } from '../../../src/model/order.ts';
import { stepsInOrder } from '../../../src/model/stepsInOrder.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
import { watchCommits } from '../../support/randomCommands.ts';
import { bareDocs, commandNames, type SmallMap, smallMap } from '../../support/startDocs.ts';

type Ids = SmallMap['ids'];
interface Example<N extends CommandName> {
  /** Arguments that change something. */
  readonly does: (ids: Ids, docs: ReturnType<typeof bareDocs>) => CommandArgs<N>;
  /** Arguments after which nothing differs, given once. */
  readonly nothing?: (ids: Ids, docs: ReturnType<typeof bareDocs>) => CommandArgs<N>;
  /** Arguments that are refused, each with the code of the error. */
  readonly refused?: (ids: Ids) => [CommandArgs<N>, CommandError['code']][];
}

const gone = 'tp_gone';
const long = 'x'.repeat(20_001);
const entries = (id: string) => ({
  ...emptyLibraryTables(),
  channels: { [id]: { ...blankEntry, id, order: 'a1', name: 'Fax', icon: 'letter' } as const },
});
const period = { from: '2026-01-01', to: '2026-01-31' };
const source = {
  ...{ kind: 'metrics' as const, fileName: 'january.csv', hash: 'a'.repeat(64), leftOut: '' },
  ...{ importedAt: '2026-02-03T04:05:06Z', rows: 3, rowsTaken: 2 },
};
const figuresAt = (placeId: string, linkId: string): CommandArgs<'importFigures'>['figures'] => ({
  source,
  series: [{ kpiId: 'kp_1', place: { placeId, toId: null }, points: [{ ...period, value: 2, n: 50 }] }],
  evidence: [{ fields: { text: 'Fast' }, places: [{ placeId, toId: null }] }],
  links: [{ id: linkId, share: 0.3, waitHours: 12 }],
});
const fragmentOf = (docs: ReturnType<typeof bareDocs>, ids: string[]) => copyFragment(docs, ids);

/** What each command does, what changes nothing, and what it refuses. A new command does not compile without its line. */
const examples: { [N in CommandName]: Example<N> } = {
  updateMap: {
    does: () => ({ name: 'Other', state: 'future' }),
    nothing: () => ({ name: 'Map' }),
    refused: () => [
      [{ name: long }, 'badValue'],
      [{ state: 'past' } as never, 'badValue'],
      [{ color: 'blue' } as never, 'badValue'],
      [{ id: 'mp_2' } as never, 'badValue'],
    ],
  },
  addPersonaToMap: {
    does: (_, docs) => ({ personaId: Object.keys(docs.library.personas)[1] as string }),
    nothing: ({ persona }) => ({ personaId: persona }),
    refused: () => [[{ personaId: 'pe_gone' }, 'missing']],
  },
  removePersonaFromMap: {
    does: ({ persona }) => ({ personaId: persona }),
    refused: () => [[{ personaId: 'pe_gone' }, 'missing']],
  },
  addStage: {
    does: ({ stage2 }) => ({ name: 'New', beforeId: stage2 }),
    refused: () => [[{ name: long }, 'badValue']],
  },
  renameStage: {
    does: () => ({ id: 'st_1', name: 'Other' }),
    nothing: () => ({ id: 'st_1', name: 'Aware' }),
    refused: () => [
      [{ id: 'st_gone', name: '' }, 'missing'],
      [{ id: '__proto__', name: '' }, 'missing'],
      [{ id: 'st_1', name: long }, 'badValue'],
    ],
  },
  moveStage: {
    does: ({ stage2 }) => ({ id: stage2, beforeId: 'st_1' }),
    nothing: ({ stage2 }) => ({ id: 'st_1', beforeId: stage2 }),
    refused: () => [[{ id: 'st_gone', beforeId: null }, 'missing']],
  },
  removeStage: { does: () => ({ id: 'st_1' }), refused: () => [[{ id: 'st_gone' }, 'missing']] },
  addStep: {
    does: ({ stage2 }) => ({ stageId: stage2, name: 'New' }),
    refused: () => [[{ stageId: 'st_gone' }, 'missing']],
  },
  renameStep: {
    does: () => ({ id: 'sp_1', name: '' }),
    nothing: () => ({ id: 'sp_1', name: 'Sees an advert' }),
    refused: () => [[{ id: 'sp_gone', name: '' }, 'missing']],
  },
  moveStep: {
    does: ({ step2, stage2 }) => ({ id: step2, stageId: stage2 }),
    nothing: ({ step2 }) => ({ id: 'sp_1', stageId: 'st_1', beforeId: step2 }),
    refused: ({ stage2 }) => [
      [{ id: 'sp_gone', stageId: stage2 }, 'missing'],
      [{ id: 'sp_1', stageId: 'st_gone' }, 'missing'],
    ],
  },
  removeStep: {
    does: ({ step2 }) => ({ id: step2 }),
    refused: ({ step3 }) => [
      [{ id: 'sp_gone' }, 'missing'],
      [{ id: step3 }, 'lastStep'],
    ],
  },
  addLane: {
    does: () => ({ name: 'New', side: 'above' }),
    refused: () => [
      [{ name: long, side: 'above' }, 'badValue'],
      [{ name: 'New', side: 'above', kpiId: 'kp_gone' }, 'missing'],
    ],
  },
  renameLane: {
    does: ({ above }) => ({ id: above, name: 'Other' }),
    nothing: ({ above }) => ({ id: above, name: 'Actions' }),
    refused: () => [[{ id: 'la_gone', name: '' }, 'missing']],
  },
  moveLane: {
    does: ({ above, below }) => ({ id: above, side: 'below', beforeId: below }),
    nothing: ({ above }) => ({ id: above, side: 'above' }),
    refused: () => [[{ id: 'la_gone', side: 'above' }, 'missing']],
  },
  setLaneHidden: {
    does: ({ above }) => ({ id: above, hidden: true }),
    nothing: ({ above }) => ({ id: above, hidden: false }),
    refused: () => [[{ id: 'la_gone', hidden: true }, 'missing']],
  },
  setLaneKpi: {
    does: ({ above }) => ({ id: above, kpiId: 'kp_1' }),
    nothing: ({ above }) => ({ id: above, kpiId: null }),
    refused: ({ above }) => [
      [{ id: 'la_gone', kpiId: null }, 'missing'],
      [{ id: above, kpiId: 'kp_gone' }, 'missing'],
    ],
  },
  removeLane: { does: ({ above }) => ({ id: above }), refused: () => [[{ id: 'la_gone' }, 'missing']] },
  addTouchpoint: {
    does: ({ a }) => ({ stepId: 'sp_1', linkFrom: a, fields: { title: 'New', devices: ['dv_none'] } }),
    refused: () => [
      [{ stepId: 'sp_gone' }, 'missing'],
      [{ stepId: 'sp_1', linkFrom: gone }, 'missing'],
      [{ stepId: 'sp_1', fields: { channels: ['ch_gone'] } }, 'missing'],
      [{ stepId: 'sp_1', fields: { title: long } }, 'badValue'],
    ],
  },
  updateTouchpoint: {
    does: ({ a }) => ({ id: a, fields: { title: 'Other', importance: 5 } }),
    nothing: ({ a }) => ({ id: a, fields: { title: 'Advert', channels: ['ch_website', 'ch_ad'] } }),
    refused: ({ a }) => [
      [{ id: gone, fields: {} }, 'missing'],
      [{ id: a, fields: { importance: 6 } }, 'badValue'],
      [{ id: a, fields: { channels: ['ch_ad', 'ch_ad'] } }, 'badValue'],
      [{ id: a, fields: { departments: ['dp_gone'] } }, 'missing'],
      [{ id: a, fields: { webLinks: ['javascript:alert(1)'] } }, 'badValue'],
      [{ id: a, fields: { stepId: 'sp_1' } as never }, 'badValue'],
      [{ id: a, fields: { __proto__: null, constructor: 1 } as never }, 'badValue'],
    ],
  },
  addValue: {
    does: ({ a }) => ({ id: a, field: 'channels', name: 'Fax' }),
    nothing: ({ a }) => ({ id: a, field: 'channels', name: ' LIBRARY.ch_website ' }),
    refused: ({ a }) => [
      [{ id: gone, field: 'channels', name: 'Fax' }, 'missing'],
      [{ id: a, field: 'channels', name: '  ' }, 'badValue'],
    ],
  },
  setPrimary: {
    does: ({ a }) => ({ ids: [a], lens: 'channel', value: 'ch_shop' }),
    nothing: ({ a }) => ({ ids: [a], lens: 'channel', value: 'ch_website' }),
    refused: ({ a }) => [
      [{ ids: [a], lens: 'channel', value: 'ch_gone' }, 'missing'],
      [{ ids: [a, gone], lens: 'channel', value: 'ch_shop' }, 'missing'],
    ],
  },
  setMomentOfTruth: {
    does: ({ a, b }) => ({ ids: [a, b], value: true }),
    nothing: ({ a }) => ({ ids: [a], value: false }),
    refused: ({ a }) => [[{ ids: [a, gone], value: true }, 'missing']],
  },
  moveTouchpoints: {
    does: ({ b, c, step3 }) => ({ ids: [c, b], stepId: step3, primary: { lens: 'channel', value: 'ch_app' } }),
    nothing: ({ b, c, step2 }) => ({ ids: [c, b], stepId: step2 }),
    refused: ({ a, step3 }) => [
      [{ ids: [a], stepId: 'sp_gone' }, 'missing'],
      [{ ids: [a, gone], stepId: step3 }, 'missing'],
      [{ ids: [a], stepId: step3, primary: { lens: 'channel', value: 'ch_gone' } }, 'missing'],
    ],
  },
  reorderTouchpoint: {
    does: ({ b, c }) => ({ id: c, cell: [b, c], by: -1 }),
    nothing: ({ b, c }) => ({ id: b, cell: [b, c], by: -1 }),
    refused: () => [[{ id: gone, cell: [gone, 'tp_other'], by: 1 }, 'missing']],
  },
  splitTouchpoint: {
    does: ({ a }) => ({ id: a, lens: 'channel' }),
    refused: ({ b }) => [
      [{ id: gone, lens: 'channel' }, 'missing'],
      [{ id: b, lens: 'channel' }, 'badValue'],
      [{ id: b, lens: 'device' }, 'badValue'],
    ],
  },
  addCard: {
    does: ({ step3, below }) => ({ stepId: step3, laneId: below, text: 'Too slow' }),
    refused: ({ above }) => [
      [{ stepId: 'sp_gone', laneId: above, text: '' }, 'missing'],
      [{ stepId: 'sp_1', laneId: 'la_gone', text: '' }, 'missing'],
      [{ stepId: 'sp_1', laneId: above, text: long }, 'badValue'],
    ],
  },
  updateCard: {
    does: ({ card }) => ({ id: card, text: 'Other' }),
    nothing: ({ card }) => ({ id: card, text: 'Looks around' }),
    refused: ({ card }) => [
      [{ id: 'cd_gone', text: '' }, 'missing'],
      [{ id: card, text: long }, 'badValue'],
    ],
  },
  moveCards: {
    does: ({ card, step3, below }) => ({ ids: [card], stepId: step3, laneId: below }),
    nothing: ({ card, above }) => ({ ids: [card], stepId: 'sp_1', laneId: above }),
    refused: ({ card, above }) => [
      [{ ids: [card, 'cd_gone'], stepId: 'sp_1', laneId: above }, 'missing'],
      [{ ids: [card], stepId: 'sp_gone', laneId: above }, 'missing'],
    ],
  },
  addLink: {
    does: ({ a, c }) => ({ from: a, to: c }),
    nothing: ({ a, b }) => ({ from: a, to: b, label: 'other' }),
    refused: ({ a }) => [
      [{ from: a, to: a }, 'selfLink'],
      [{ from: a, to: gone }, 'missing'],
      [{ from: gone, to: a }, 'missing'],
    ],
  },
  updateLink: {
    does: ({ ab }) => ({ id: ab, fields: { label: 'by phone', waitHours: 24, share: 0.5 } }),
    nothing: ({ ab }) => ({ id: ab, fields: { label: '', waitHours: null } }),
    refused: ({ ab, b }) => [
      [{ id: 'ln_gone', fields: {} }, 'missing'],
      [{ id: ab, fields: { share: 2 } }, 'badValue'],
      [{ id: ab, fields: { from: b } as never }, 'badValue'],
    ],
  },
  removeLink: { does: ({ ab }) => ({ id: ab }), refused: () => [[{ id: 'ln_gone' }, 'missing']] },
  setSentiment: {
    does: ({ b }) => ({ touchpointId: b, personaId: 'everyone', value: -2 }),
    nothing: ({ b }) => ({ touchpointId: b, personaId: 'everyone', value: null }),
    refused: ({ a, persona }) => [
      [{ touchpointId: gone, personaId: persona, value: 1 }, 'missing'],
      [{ touchpointId: a, personaId: 'pe_gone', value: 1 }, 'missing'],
      [{ touchpointId: a, personaId: persona, value: 3 }, 'badValue'],
      [{ touchpointId: a, personaId: persona, value: Number.NaN }, 'badValue'],
    ],
  },
  judgeHandoff: {
    does: ({ b, c }) => ({ from: b, to: c, state: 'smooth' }),
    nothing: ({ a, b }) => ({ from: a, to: b, state: 'gap', severity: 4, judgedAt: '2026-01-02T00:00:00Z' }),
    refused: ({ a, b }) => [
      [{ from: a, to: gone, state: 'gap' }, 'missing'],
      [{ from: a, to: b, state: 'gap', severity: 6 }, 'badValue'],
      [{ from: a, to: b, state: 'gap', severity: 2.5 }, 'badValue'],
    ],
  },
  updateVerdict: {
    does: ({ b, c }) => ({ from: b, to: c, fields: { dataTravels: 'no', status: 'inWork' } }),
    nothing: ({ a, b }) => ({ from: a, to: b, fields: { note: '', status: 'open', severity: 4 } }),
    refused: ({ a, b }) => [
      [{ from: a, to: gone, fields: {} }, 'missing'],
      [{ from: a, to: b, fields: { dataTravels: 'perhaps' as never } }, 'badValue'],
      [{ from: a, to: b, fields: { shareLost: { low: 0.1, high: 4, source: '' } } }, 'badValue'],
      [{ from: a, to: b, fields: { customers: { low: 2, high: 1, source: '' } } }, 'badValue'],
      [{ from: a, to: b, fields: { basis: null } as never }, 'badValue'],
    ],
  },
  clearVerdict: { does: ({ a, b }) => ({ from: a, to: b }), nothing: ({ b, c }) => ({ from: b, to: c }) },
  setMembers: {
    does: ({ a, ab, persona }) => ({ recordIds: [a, ab], personaIds: [persona] }),
    nothing: ({ a, ab }) => ({ recordIds: [a, ab], personaIds: [] }),
    refused: ({ a, card, persona }) => [
      [{ recordIds: [card], personaIds: [persona] }, 'missing'],
      [{ recordIds: [a], personaIds: ['pe_gone'] }, 'missing'],
    ],
  },
  dismissFinding: {
    does: ({ a, b }) => ({ rule: 'dipOnHandoff', place: { placeId: a, toId: b }, reason: 'Nobody minds' }),
    refused: ({ a }) => [
      [{ rule: 'noOwner', place: { placeId: gone, toId: null }, reason: '' }, 'missing'],
      [{ rule: 'noOwner', place: { placeId: a, toId: gone }, reason: '' }, 'missing'],
      [{ rule: 'No rule', place: { placeId: a, toId: null }, reason: 'Nobody minds' }, 'badValue'],
      [{ rule: 'noOwner', place: { placeId: a, toId: null }, reason: ' ' }, 'badValue'],
    ],
  },
  restoreFinding: {
    does: ({ a }) => ({ rule: 'noOwner', place: { placeId: a, toId: null } }),
    nothing: ({ b }) => ({ rule: 'noOwner', place: { placeId: b, toId: null } }),
  },
  addOpportunity: {
    does: ({ a, b }) => ({ fields: { title: 'Ring back' }, places: [{ placeId: a, toId: b }] }),
    refused: () => [
      [{ fields: { impact: 6 } }, 'badValue'],
      [{ places: [{ placeId: gone, toId: null }] }, 'missing'],
    ],
  },
  updateOpportunity: {
    does: () => ({ id: 'op_1', fields: { impact: 5, effort: 2, status: 'planned' } }),
    nothing: () => ({ id: 'op_1', fields: { title: 'Ring back' } }),
    refused: () => [
      [{ id: 'op_gone', fields: {} }, 'missing'],
      [{ id: 'op_1', fields: { effort: 0 } }, 'badValue'],
      [{ id: 'op_1', fields: { order: 'a9' } as never }, 'badValue'],
    ],
  },
  moveOpportunity: {
    does: () => ({ id: 'op_2', beforeId: 'op_1' }),
    nothing: () => ({ id: 'op_1', beforeId: 'op_2' }),
    refused: () => [[{ id: 'op_gone', beforeId: null }, 'missing']],
  },
  tieOpportunity: {
    does: ({ a, b }) => ({ id: 'op_1', place: { placeId: a, toId: b } }),
    nothing: ({ a }) => ({ id: 'op_1', place: { placeId: a, toId: null } }),
    refused: ({ a }) => [
      [{ id: 'op_gone', place: { placeId: a, toId: null } }, 'missing'],
      [{ id: 'op_1', place: { placeId: gone, toId: null } }, 'missing'],
    ],
  },
  untieOpportunity: {
    does: ({ a }) => ({ id: 'op_1', place: { placeId: a, toId: null } }),
    nothing: ({ b }) => ({ id: 'op_1', place: { placeId: b, toId: null } }),
  },
  addLibraryEntry: {
    does: () => ({ table: 'devices', name: 'Watch' }),
    nothing: () => ({ table: 'devices', name: 'library.DV_mobile' }),
    refused: () => [[{ table: 'devices', name: ' ' }, 'badValue']],
  },
  updateLibraryEntry: {
    does: () => ({ table: 'channels', id: 'ch_ad', fields: { archived: true } }),
    nothing: () => ({ table: 'channels', id: 'ch_ad', fields: { color: 'blue' } }),
    refused: () => [
      [{ table: 'channels', id: 'ch_gone', fields: {} }, 'missing'],
      [{ table: 'channels', id: 'ch_ad', fields: { color: 'red' as never } }, 'badValue'],
      [{ table: 'channels', id: 'ch_ad', fields: { id: 'ch_new' } as never }, 'badValue'],
    ],
  },
  moveLibraryEntry: {
    does: () => ({ table: 'devices', id: 'dv_none', beforeId: 'dv_mobile' }),
    nothing: () => ({ table: 'devices', id: 'dv_mobile', beforeId: 'dv_tablet' }),
    refused: () => [[{ table: 'devices', id: 'dv_gone', beforeId: null }, 'missing']],
  },
  mergeLibraryEntry: {
    does: () => ({ table: 'channels', id: 'ch_ad', intoId: 'ch_website' }),
    refused: () => [
      [{ table: 'channels', id: 'ch_gone', intoId: 'ch_ad' }, 'missing'],
      [{ table: 'channels', id: 'ch_ad', intoId: 'ch_gone' }, 'missing'],
      [{ table: 'channels', id: 'ch_ad', intoId: 'ch_ad' }, 'badValue'],
    ],
  },
  addLibraryEntries: {
    does: () => ({ entries: entries('ch_fax') }),
    nothing: () => ({ entries: entries('ch_ad') }),
    refused: () => [
      [
        { entries: { ...entries('ch_fax'), channels: { ch_a: entries('ch_fax').channels.ch_fax } } as never },
        'badValue',
      ],
    ],
  },
  addPersona: {
    does: () => ({ name: 'Jonas' }),
    nothing: () => ({ name: ' mara ' }),
    refused: () => [[{ name: '' }, 'badValue']],
  },
  updatePersona: {
    does: ({ persona }) => ({ id: persona, fields: { name: 'Maria', shape: 'diamond' } }),
    nothing: ({ persona }) => ({ id: persona, fields: { name: 'Mara' } }),
    refused: ({ persona }) => [
      [{ id: 'pe_gone', fields: {} }, 'missing'],
      [{ id: persona, fields: { shape: 'star' as never } }, 'badValue'],
    ],
  },
  removeItems: {
    does: ({ a, card, ab }) => ({ ids: [a, card, ab, gone] }),
    nothing: () => ({ ids: [gone, '__proto__', 'constructor'] }),
  },
  pasteFragment: {
    does: ({ a, b, card, step3 }, docs) => ({ fragment: fragmentOf(docs, [a, b, card]), stepId: step3 }),
    nothing: (_, docs) => ({ fragment: fragmentOf(docs, []), stepId: 'sp_1' }),
    refused: ({ a }) => [
      [{ fragment: fragmentOf(bareDocs(), [a]), stepId: 'sp_gone' }, 'missing'],
      [
        {
          fragment: {
            ...fragmentOf(bareDocs(), []),
            cards: [{ id: 'cd_1', order: 'a0', stepId: 'sp_1', laneId: 'la_1', text: long, column: 0, laneName: '' }],
          },
          stepId: 'sp_1',
        },
        'badValue',
      ],
    ],
  },
  pasteRange: {
    does: ({ above }) => ({ range: [['one', '', 'three'], ['two']], stepId: 'sp_1', rows: [{ laneId: above }] }),
    nothing: ({ above }) => ({ range: [['', ' ']], stepId: 'sp_1', rows: [{ laneId: above }] }),
    refused: () => [
      [{ range: [['a']], stepId: 'sp_gone', rows: [] }, 'missing'],
      [{ range: [['a']], stepId: 'sp_1', rows: [{ laneId: 'la_gone' }] }, 'missing'],
      [{ range: [[long]], stepId: 'sp_1', rows: [{ lens: 'channel', value: null }] }, 'badValue'],
    ],
  },
  addKpi: {
    does: () => ({ fields: { name: 'Conversion', unit: 'percent', target: 4 } }),
    refused: () => [
      [{ fields: { name: ' ' } }, 'badValue'],
      [{ fields: { name: 'NPS', unit: 'miles' as never } }, 'badValue'],
    ],
  },
  updateKpi: {
    does: () => ({ id: 'kp_1', fields: { better: 'less' } }),
    nothing: () => ({ id: 'kp_1', fields: { name: 'NPS' } }),
    refused: () => [
      [{ id: 'kp_gone', fields: {} }, 'missing'],
      [{ id: 'kp_1', fields: { target: Number.NaN } }, 'badValue'],
    ],
  },
  setMeasurement: {
    does: ({ a, b }) => ({ kpiId: 'kp_1', place: { placeId: a, toId: b }, point: { ...period, value: 7, n: 40 } }),
    nothing: ({ a }) => ({ kpiId: 'kp_1', place: { placeId: a, toId: null }, point: { ...period, value: 5, n: null } }),
    refused: ({ a }) => [
      [{ kpiId: 'kp_gone', place: { placeId: a, toId: null }, point: { ...period, value: 1, n: 1 } }, 'missing'],
      [{ kpiId: 'kp_1', place: { placeId: gone, toId: null }, point: { ...period, value: 1, n: 1 } }, 'missing'],
      [{ kpiId: 'kp_1', place: { placeId: a, toId: null }, point: { ...period, value: 1, n: -1 } }, 'badValue'],
      [
        { kpiId: 'kp_1', place: { placeId: a, toId: null }, point: { ...period, to: '2025-01-01', value: 1, n: 1 } },
        'badValue',
      ],
    ],
  },
  removeMeasurement: {
    does: ({ a }) => ({ kpiId: 'kp_1', place: { placeId: a, toId: null }, ...period }),
    nothing: ({ a }) => ({ kpiId: 'kp_1', place: { placeId: a, toId: null }, ...period, to: '2026-03-31' }),
    refused: ({ b }) => [[{ kpiId: 'kp_1', place: { placeId: b, toId: null }, ...period }, 'missing']],
  },
  addEvidence: {
    does: ({ a, persona }) => ({
      fields: { text: 'Nobody rang back', personaId: persona },
      places: [{ placeId: a, toId: null }],
    }),
    refused: () => [
      [{ fields: { sentiment: 3 } }, 'badValue'],
      [{ fields: { personaId: 'pe_gone' } }, 'missing'],
      [{ places: [{ placeId: gone, toId: null }] }, 'missing'],
    ],
  },
  addManyEvidence: {
    does: ({ a }) => ({
      pieces: [
        { fields: { text: 'Nobody rang back' }, places: [{ placeId: a, toId: null }] },
        { fields: { text: 'Quick' }, places: [] },
      ],
    }),
    refused: () => [
      [{ pieces: [{ fields: {}, places: [{ placeId: gone, toId: null }] }] }, 'missing'],
      [{ pieces: [{ fields: { sentiment: 3 }, places: [] }] }, 'badValue'],
    ],
  },
  updateEvidence: {
    does: () => ({ id: 'ev_1', fields: { kind: 'ticket', date: '2026-02-03' } }),
    nothing: () => ({ id: 'ev_1', fields: { text: 'Slow' } }),
    refused: () => [
      [{ id: 'ev_gone', fields: {} }, 'missing'],
      [{ id: 'ev_1', fields: { date: 'soon' } }, 'badValue'],
    ],
  },
  citeEvidence: {
    does: ({ a, b }) => ({ id: 'ev_1', place: { placeId: a, toId: b } }),
    nothing: ({ a }) => ({ id: 'ev_1', place: { placeId: a, toId: null } }),
    refused: ({ a }) => [
      [{ id: 'ev_gone', place: { placeId: a, toId: null } }, 'missing'],
      [{ id: 'ev_1', place: { placeId: gone, toId: null } }, 'missing'],
    ],
  },
  unciteEvidence: {
    does: ({ a }) => ({ id: 'ev_1', place: { placeId: a, toId: null } }),
    nothing: ({ b }) => ({ id: 'ev_1', place: { placeId: b, toId: null } }),
  },
  importFigures: {
    does: ({ a, ab }) => ({ figures: figuresAt(a, ab), replaces: ['im_1'] }),
    refused: ({ a, ab }) => [
      [{ figures: figuresAt(gone, ab) }, 'missing'],
      [{ figures: figuresAt(a, 'ln_gone') }, 'missing'],
      [{ figures: figuresAt(a, ab), replaces: ['im_gone'] }, 'missing'],
      [{ figures: { ...figuresAt(a, ab), source: { ...source, hash: 'x' } } }, 'badValue'],
    ],
  },
  removeImport: { does: () => ({ id: 'im_1' }), refused: () => [[{ id: 'im_gone' }, 'missing']] },
  renameMatchProfile: {
    does: () => ({ id: 'pf_1', name: ' Shop survey ' }),
    nothing: () => ({ id: 'pf_1', name: 'Pages' }),
    refused: () => [
      [{ id: 'pf_gone', name: 'x' }, 'missing'],
      [{ id: 'pf_1', name: ' ' }, 'badValue'],
      [{ id: 'pf_1', name: 'clicks' }, 'badValue'],
      [{ id: 'pf_1', name: long }, 'badValue'],
    ],
  },
  saveMatchProfile: {
    does: ({ a }) => ({
      fields: {
        ...{ name: 'Shop survey', kind: 'survey', columns: { Q1: 'score' } },
        rules: [{ how: 'equals', column: 'place', text: 'Shop', touchpointId: a }],
      },
    }),
    refused: () => [
      [{ fields: { name: '', kind: 'survey', columns: {}, rules: [] } }, 'badValue'],
      [{ fields: { name: 'Pages ', kind: 'survey', columns: {}, rules: [] } }, 'badValue'],
      [
        {
          fields: {
            ...{ name: 'x', kind: 'survey', columns: {} },
            rules: [{ how: 'equals', column: 'place', text: '', touchpointId: gone }],
          },
        },
        'missing',
      ],
    ],
  },
  addWalk: {
    does: () => ({ fields: { name: 'First walk' } }),
    refused: () => [[{ fields: { personaId: 'pe_gone' } }, 'missing']],
  },
  updateWalk: {
    does: () => ({ id: 'wk_1', fields: { walker: 'Ann' } }),
    nothing: () => ({ id: 'wk_1', fields: { walker: '' } }),
    refused: () => [[{ id: 'wk_gone', fields: {} }, 'missing']],
  },
  recordStop: {
    does: ({ a }) => ({ walkId: 'wk_1', touchpointId: a, fields: { result: 'missed', waitSeconds: 90 } }),
    refused: ({ a }) => [
      [{ walkId: 'wk_gone', touchpointId: a, fields: {} }, 'missing'],
      [{ walkId: 'wk_1', touchpointId: gone, fields: {} }, 'missing'],
      [{ walkId: 'wk_1', touchpointId: a, fields: { waitSeconds: -1 } }, 'badValue'],
    ],
  },
  insertFromCatalogue: {
    does: () => ({
      ...{ stepId: 'sp_1', title: 'Advert', when: 'before', presence: 'online' },
      channel: { id: 'ch_radio', name: 'Radio' },
    }),
    refused: () => [
      [
        {
          ...{ stepId: 'sp_gone', title: '', when: 'before', presence: 'online' },
          channel: { id: 'ch_ad', name: 'Radio' },
        },
        'missing',
      ],
    ],
  },
};

/** The small map, with one more persona in the library, opportunities and a dismissal. */
function start() {
  const small = smallMap();
  const { a } = small.ids;
  const place = { placeId: a, toId: null };
  const records = {
    opportunities: [
      { ...blankOpportunity, id: 'op_1', order: 'a0', title: 'Ring back' },
      { ...blankOpportunity, id: 'op_2', order: 'a1' },
    ],
    ties: [{ id: tieId('op_1', place), opportunityId: 'op_1', ...place }],
    dismissals: [
      { id: dismissalId('noOwner', place), rule: 'noOwner', ...place, reason: '', dismissedAt: '2026-01-02T00:00:00Z' },
    ],
  };
  const series = {
    kpiId: 'kp_1',
    personaId: 'everyone',
    ...place,
    points: [{ ...period, value: 5, n: null, importId: null }],
  };
  const more = {
    dataImports: [{ ...source, id: 'im_1', order: 'a0' }],
    evidence: [
      { ...blankEvidence, id: 'ev_1', order: 'a0', text: 'Slow' },
      { ...blankEvidence, id: 'ev_2', order: 'a1', importId: 'im_1' },
    ],
    citations: [{ id: citationId('ev_1', place), evidenceId: 'ev_1', ...place }],
    series: [{ id: seriesId('kp_1', place, 'everyone'), ...series }],
    walks: [{ ...blankWalk, id: 'wk_1', order: 'a0' }],
    matchProfiles: ['Pages', 'Clicks'].map((name, at) => ({
      ...{ id: `pf_${at + 1}`, order: `a${at}`, name, kind: 'analytics', columns: { Page: 'place' }, rules: [] },
    })),
  };
  const kpi = { ...blankKpi, id: 'kp_1', order: 'a0', name: 'NPS' };
  const other = { ...blankPersona, id: 'pe_other', order: 'a9', name: 'Other' };
  small.editor.applyForeign(
    [
      { path: ['library', 'personas', other.id], value: other },
      { path: ['library', 'kpis', kpi.id], value: kpi },
      ...Object.entries({ ...records, ...more }).flatMap(([table, rows]) =>
        rows.map((value) => ({ path: ['map', table, value.id] as const, value })),
      ),
    ],
    'tab',
  );
  return { ...small, commits: watchCommits(small.editor).commits };
}

describe.each(commandNames)('%s', (name) => {
  const example = examples[name] as Example<typeof name>;

  it('C2 is one commit of its name, and one undo takes it back', () => {
    const { editor, ids, commits } = start();
    const before = editor.documents();
    editor.run(name, example.does(ids, before) as never);
    expect(commits.map(({ label, origin }) => [label, origin])).toEqual([[name, 'user']]);
    expect(editor.documents()).not.toEqual(before);
    expect(editor.undo()).toBe(name);
    expect(editor.documents()).toEqual(before);
  });

  if (example.nothing)
    it('C3 makes no commit and no step of undo when nothing changes', () => {
      const { editor, ids, commits } = start();
      const before = editor.documents();
      editor.run(name, example.nothing?.(ids, before) as never);
      expect(commits).toEqual([]);
      expect(editor.documents()).toBe(before);
      expect(editor.undo()).toBeNull();
    });

  if (example.refused)
    it('C1 refuses in a sentence and leaves everything as it was', () => {
      const { editor, ids, commits } = start();
      const before = editor.documents();
      for (const [args, code] of example.refused?.(ids) ?? []) {
        let refusal: unknown;
        try {
          editor.run(name, args as never);
        } catch (error) {
          refusal = error;
        }
        expect(refusal, JSON.stringify(args).slice(0, 100)).toBeInstanceOf(CommandError);
        expect((refusal as CommandError).code).toBe(code);
        expect((refusal as CommandError).message).toMatch(/^[A-Z].{10,}\.$/s);
      }
      expect(editor.documents()).toBe(before);
      expect(commits).toEqual([]);
    });
});

describe('structure', () => {
  const names = (docs: ReturnType<typeof bareDocs>) => stepsInOrder(docs.map).map((step) => step.name);

  it('C4 a map keeps a stage, and every stage a step', () => {
    const { editor, ids } = start();
    editor.run('moveStep', { id: ids.step3, stageId: 'st_1', beforeId: ids.step2 });
    const { map } = editor.documents();
    expect(Object.values(map.steps).filter((step) => step.stageId === ids.stage2)).toHaveLength(1);
    expect(names(editor.documents())).toEqual(['Sees an advert', '', 'Compares', '']);
    editor.run('removeStage', { id: 'st_1' });
    expect(() => editor.run('removeStage', { id: ids.stage2 })).toThrow(/last stage/);
  });

  it('C5 what is deleted takes along what hangs on it, and nothing else', () => {
    const { editor, ids } = start();
    editor.run('removeStep', { id: ids.step2 });
    const { map } = editor.documents();
    expect(Object.keys(map.touchpoints)).toEqual([ids.a]);
    expect([map.links, map.verdicts]).toEqual([{}, {}]);
    expect(Object.keys(map.sentiments)).toHaveLength(1);
    expect(Object.keys(map.cards)).toEqual([ids.card]);
    editor.run('removeLane', { id: ids.above });
    expect(editor.documents().map.cards).toEqual({});
    editor.run('removePersonaFromMap', { personaId: ids.persona });
    expect(editor.documents().map.sentiments).toEqual({});
    expect(editor.documents().library.personas[ids.persona]).toBeDefined();
  });

  it('C5 a removed link keeps its verdict, since the pair can be linked again', () => {
    const { editor, ids } = start();
    editor.run('removeLink', { id: ids.ab });
    expect(Object.keys(editor.documents().map.verdicts)).toHaveLength(1);
  });

  it('C6 stages, steps, lanes and cards go before the one named, else last', () => {
    const { editor, ids } = start();
    editor.run('addStep', { stageId: 'st_1', name: 'between', beforeId: ids.step2 });
    editor.run('addStage', { name: 'first', beforeId: 'st_1' });
    expect(names(editor.documents())).toEqual(['', 'Sees an advert', 'between', 'Compares', '']);
    const lane = editor.run('addLane', { name: 'top', side: 'above', beforeId: ids.above });
    const { lanes } = editor.documents().map;
    expect(inOrder(Object.values(lanes)).filter((one) => one.side === 'above')[0]?.id).toBe(lane);
    const cards = ['1', '2', '3'].map((text) => editor.run('addCard', { stepId: 'sp_1', laneId: ids.below, text }));
    editor.run('moveCards', {
      ids: [cards[0] as string, cards[2] as string],
      stepId: 'sp_1',
      laneId: ids.above,
      beforeId: ids.card,
    });
    const above = inOrder(Object.values(editor.documents().map.cards)).filter((one) => one.laneId === ids.above);
    expect(above.map((one) => one.text)).toEqual(['1', '3', 'Looks around']);
  });
});

describe('touchpoints', () => {
  it('C7 dragged to another row only the primary value changes; moved together they keep their order', () => {
    const { editor, ids } = start();
    const ordered = [ids.a, ids.b, ids.c];
    editor.run('moveTouchpoints', {
      ids: [...ordered].reverse(),
      stepId: ids.step3,
      primary: { lens: 'channel', value: 'ch_app' },
    });
    const moved = inOrder(Object.values(editor.documents().map.touchpoints));
    expect(moved.map((tp) => tp.id)).toEqual(ordered);
    expect(moved.map((tp) => tp.channels)).toEqual([['ch_app', 'ch_ad'], ['ch_app'], ['ch_app']]);
    editor.run('setPrimary', { ids: [ids.a], lens: 'channel', value: 'ch_ad' });
    expect(editor.documents().map.touchpoints[ids.a]?.channels).toEqual(['ch_ad']);
    editor.run('setPrimary', { ids: [ids.a], lens: 'channel', value: null });
    expect(editor.documents().map.touchpoints[ids.a]?.channels).toEqual([]);
  });

  it('C8 split in two the first keeps the primary value, the second the others and the ways on', () => {
    const { editor, ids } = start();
    const second = editor.run('splitTouchpoint', { id: ids.a, lens: 'channel' });
    const { touchpoints, links } = editor.documents().map;
    expect(touchpoints[ids.a]?.channels).toEqual(['ch_website']);
    expect(touchpoints[second]).toMatchObject({ title: 'Advert', channels: ['ch_ad'], stepId: 'sp_1' });
    expect(Object.values(links).map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        [ids.a, second],
        [second, ids.b],
        [ids.b, ids.c],
      ]),
    );
    expect(Object.keys(links)).toHaveLength(3);
  });

  it('C8 what is known of the ways on goes with them; both belong to the same personas and are felt alike', () => {
    const { editor, ids } = start();
    const place = { placeId: ids.a, toId: ids.b };
    editor.run('updateTouchpoint', { id: ids.a, fields: { promise: 'A call', promiseKeptAt: ids.c, ending: 'goal' } });
    editor.run('setMembers', { recordIds: [ids.a, ids.ab], personaIds: [ids.persona] });
    editor.run('updateLink', { id: ids.ab, fields: { label: 'goes on', share: 0.5 } });
    editor.run('dismissFinding', { rule: 'dipOnHandoff', place, reason: 'known' });
    const opportunity = editor.run('addOpportunity', { fields: { title: 'Idea' }, places: [place] });
    const before = editor.documents();
    const second = editor.run('splitTouchpoint', { id: ids.a, lens: 'channel' });
    const { map } = editor.documents();
    const on = { placeId: second, toId: ids.b };
    expect(map.links[`ln_${second}-${ids.b}`]).toMatchObject({ label: 'goes on', share: 0.5 });
    expect(map.verdicts).toEqual({
      [`vd_${second}-${ids.b}`]: expect.objectContaining({ from: second, to: ids.b, severity: 4 }),
    });
    expect(map.dismissals[dismissalId('dipOnHandoff', on)]).toMatchObject({ ...on, reason: 'known' });
    expect(map.dismissals[dismissalId('dipOnHandoff', place)]).toBeUndefined();
    expect(map.ties[tieId(opportunity, on)]).toMatchObject(on);
    expect(map.ties[tieId(opportunity, place)]).toBeUndefined();
    const members = Object.values(map.memberships).map(({ recordId }) => recordId);
    expect(members).toEqual(expect.arrayContaining([ids.a, second, `ln_${second}-${ids.b}`]));
    expect(members).not.toContain(ids.ab);
    const felt = Object.values(map.sentiments).map(({ touchpointId, value }) => [touchpointId, value]);
    expect(felt).toEqual(
      expect.arrayContaining([
        [ids.a, 1],
        [second, 1],
      ]),
    );
    expect(map.touchpoints[ids.a]).toMatchObject({ promise: '', promiseKeptAt: null, ending: null });
    expect(map.touchpoints[second]).toMatchObject({ promise: 'A call', promiseKeptAt: ids.c, ending: 'goal' });
    editor.undo();
    expect(editor.documents()).toEqual(before);
  });

  it('C8 where the order of steps stands in for links and was judged, splitting draws none', () => {
    const { editor, ids } = start();
    for (const id of Object.keys(editor.documents().map.links)) editor.run('removeLink', { id });
    editor.run('splitTouchpoint', { id: ids.a, lens: 'channel' });
    expect(editor.documents().map.links).toEqual({});
    editor.undo();
    editor.run('clearVerdict', { from: ids.a, to: ids.b });
    const second = editor.run('splitTouchpoint', { id: ids.a, lens: 'channel' });
    expect(Object.keys(editor.documents().map.links)).toEqual([`ln_${ids.a}-${second}`]);
  });
});

describe('the library', () => {
  it('C9 an entry of the same name is used instead of a second, an archived one taken back', () => {
    const { editor } = start();
    const id = editor.run('addLibraryEntry', { table: 'channels', name: ' Fax ' });
    expect(editor.documents().library.channels[id]).toMatchObject({ name: 'Fax', archived: false });
    editor.run('updateLibraryEntry', { table: 'channels', id, fields: { archived: true } });
    expect(editor.run('addLibraryEntry', { table: 'channels', name: 'FAX' })).toBe(id);
    expect(editor.documents().library.channels[id]?.archived).toBe(false);
  });

  it('C9 a value by name goes to map and library in one gesture', () => {
    const { editor, ids, commits } = start();
    editor.run('addValue', { id: ids.b, field: 'departments', name: 'Returns' });
    expect(new Set(commits[0]?.patches.map(({ path }) => path[0]))).toEqual(new Set(['map', 'library']));
    editor.undo();
    expect(editor.documents().map.touchpoints[ids.b]?.departments).toEqual([]);
  });

  it.each(['channels', 'devices', 'departments'] as const)('C9 what is new by name among %s is made, once', (field) => {
    const { editor, ids } = start();
    const before = Object.keys(editor.documents().library[field]);
    for (const id of [ids.a, ids.b]) editor.run('addValue', { id, field, name: 'Quite new' });
    const { map, library } = editor.documents();
    const made = Object.keys(library[field]).filter((id) => !before.includes(id));
    expect(made).toHaveLength(1);
    expect(library[field][made[0] ?? '']).toMatchObject({ name: 'Quite new', archived: false });
    expect([ids.a, ids.b].map((id) => map.touchpoints[id]?.[field].at(-1))).toEqual([made[0], made[0]]);
  });

  it('C9 the catalogue uses the channel that is there and makes the one that is not', () => {
    const { editor } = start();
    const args = { stepId: 'sp_1', title: 'Spot', when: 'before', presence: 'offline' } as const;
    const known = editor.run('insertFromCatalogue', { ...args, channel: { id: 'ch_ad', name: 'Advertising' } });
    const made = editor.run('insertFromCatalogue', { ...args, channel: { id: 'ch_radio', name: 'Radio' } });
    const { map, library } = editor.documents();
    expect(map.touchpoints[known]?.channels).toEqual(['ch_ad']);
    expect(library.channels[map.touchpoints[made]?.channels[0] ?? '']?.name).toBe('Radio');
  });
});

describe('pasting', () => {
  it('C10 a fragment keeps its columns, links, feelings and lanes under new ids, with new steps at the end', () => {
    const { editor, ids } = start();
    const fragment = copyFragment(editor.documents(), [ids.a, ids.b, ids.card]);
    const made = editor.run('pasteFragment', { fragment, stepId: ids.step3 });
    const { map } = editor.documents();
    expect(made).toHaveLength(3);
    const named = (title: string) => made.find((id) => map.touchpoints[id]?.title === title) as string;
    const [a, b, card] = [named('Advert'), named('Visit'), made[2] as string];
    expect(map.touchpoints[a]).toEqual({
      ...map.touchpoints[ids.a],
      id: a,
      order: expect.any(String),
      stepId: ids.step3,
    });
    expect(stepsInOrder(map).at(-1)?.id).toBe(map.touchpoints[b]?.stepId);
    expect(map.links[`ln_${a}-${b}`]).toBeDefined();
    expect(Object.values(map.sentiments).map((one) => one.touchpointId)).toEqual([ids.a, a]);
    expect(map.cards[card]).toMatchObject({ laneId: ids.above, text: 'Looks around' });
  });

  it('C10 what stood all in one row goes to the row it is pasted at; of several rows each stays in its own', () => {
    const { editor, ids } = start();
    const lanes = Object.keys(editor.documents().map.lanes);
    const other = lanes.find((id) => id !== ids.above) as string;
    const paste = (chosen: string[], row: CommandArgs<'pasteFragment'>['row']) => {
      const fragment = copyFragment(editor.documents(), chosen);
      return editor.run('pasteFragment', { fragment, stepId: 'sp_1', row: row ?? null });
    };
    const channelsOf = (id: string | undefined) => editor.documents().map.touchpoints[id ?? '']?.channels;
    const before = [channelsOf(ids.a)];
    const [one] = paste([ids.a], { lens: 'channel', value: 'ch_phone' });
    expect(channelsOf(one)).toEqual(['ch_phone', ...(before[0] ?? []).slice(1)]);
    editor.run('setPrimary', { ids: [ids.b], lens: 'channel', value: 'ch_shop' });
    const both = paste([ids.a, ids.b], { lens: 'channel', value: 'ch_phone' });
    // Which of the two is made first is not promised.
    const primaryOf = (title: string) =>
      channelsOf(both.find((id) => editor.documents().map.touchpoints[id]?.title === title))?.[0];
    expect([primaryOf('Advert'), primaryOf('Visit')]).toEqual([before[0]?.[0], 'ch_shop']);
    const [card] = paste([ids.card], { laneId: other });
    expect(editor.documents().map.cards[card as string]?.laneId).toBe(other);
    expect(paste([ids.card], null).map((id) => editor.documents().map.cards[id]?.laneId)).toEqual([ids.above]);
  });

  it('C10 what a fragment of another workspace uses comes along; feelings of nobody known do not', () => {
    const { editor } = start();
    const fragment = {
      ...copyFragment(bareDocs(), []),
      touchpoints: [
        {
          ...(Object.values(editor.documents().map.touchpoints)[0] as never as object),
          channels: ['ch_fax'],
          column: 0,
        },
      ],
      sentiments: [
        {
          id: 'sn_x',
          touchpointId: Object.keys(editor.documents().map.touchpoints)[0],
          personaId: 'pe_gone',
          value: 1,
        },
      ],
      library: entries('ch_fax'),
    } as unknown as CommandArgs<'pasteFragment'>['fragment'];
    const [id] = editor.run('pasteFragment', { fragment, stepId: 'sp_1' });
    const { map, library } = editor.documents();
    expect(library.channels.ch_fax?.name).toBe('Fax');
    expect(map.touchpoints[id as string]?.channels).toEqual(['ch_fax']);
    expect(Object.values(map.sentiments).some((one) => one.personaId === 'pe_gone')).toBe(false);
  });

  it('C11 a range fills cells: columns are steps, lines are rows, and the last row takes the rest', () => {
    const { editor, ids } = start();
    const made = editor.run('pasteRange', {
      range: [['one', 'two'], [''], ['three'], ['four']],
      stepId: ids.step2,
      rows: [{ laneId: ids.above }, { lens: 'channel', value: 'ch_shop' }, { lens: 'channel', value: null }],
    });
    const { map } = editor.documents();
    expect(made.map((id) => map.cards[id]?.text ?? map.touchpoints[id]?.title)).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
    expect(made.map((id) => (map.cards[id] ?? map.touchpoints[id])?.stepId)).toEqual([
      ids.step2,
      ids.step3,
      ids.step2,
      ids.step2,
    ]);
    expect(map.touchpoints[made[2] as string]?.channels).toEqual([]);
  });
});
