import { describe, expect, it } from 'vitest';
import { compareWith } from '../../../src/analysis/data/compareWith.ts';
import { addMissing, type LogPlace, type Missing } from '../../../src/app/dataImport/addMissing.ts';
import { withActivities } from '../../../src/app/dataImport/addToMap.ts';
import { logMeasures } from '../../../src/app/dataImport/logFigures.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { seriesId } from '../../../src/model/ids.ts';
import { EVERYONE } from '../../../src/model/records/sentiment.ts';
import { stepsInOrder } from '../../../src/model/stepsInOrder.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';

/** A log of ways such as `A B C`, each as often as it is said; every event has the channel Web. */
async function logOf(...ways: readonly (readonly [way: string, times: number])[]) {
  const lines = ['case,activity,time,channel'];
  let cases = 0;
  for (const [way, times] of ways)
    for (let time = 0; time < times; time++) {
      cases++;
      for (const [at, name] of way.split(' ').entries())
        lines.push(`c${cases},${name},2026-01-0${at + 1}T10:00:00Z,Web`);
    }
  const file = bytesAs('ways.csv', lines.join('\n'));
  const api = createDataApi();
  const seen = await api.inspect(file, 'UTC');
  if (!seen.ok || seen.value.format !== 'table') throw new Error('not read');
  const { table, events } = seen.value;
  const read = await api.count(file, { format: 'table', table, settings: events.settings }, () => {});
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

/** A small map on which `Look` and `Pay` stand in the first and second step, as far as they are given. */
async function compared(ways: readonly (readonly [string, number])[], known: readonly string[]) {
  const { editor } = smallMap();
  const { file, log } = await logOf(...ways);
  const steps = stepsInOrder(editor.documents().map);
  const ids = known.map((title, at) => editor.run('addTouchpoint', { stepId: steps[at]?.id ?? '', fields: { title } }));
  const touchpoints = log.activities.map(({ name }) => ids[known.indexOf(name)] ?? null);
  const place: LogPlace = {
    ...{ touchpoints, period: { from: '2026-01-01', to: '2026-01-04' }, into: null },
    volume: { fields: { ...logMeasures.volume, name: 'Volume' } },
    source: {
      ...{ kind: 'eventLog', fileName: file.name, hash: file.hash ?? '', importedAt: '2026-02-01T00:00:00.000Z' },
      ...{ rows: file.rows, rowsTaken: 1, leftOut: '' },
    },
  };
  const at = (name: string) => log.activities.findIndex((activity) => activity.name === name);
  const add = (missing: Missing, changes: Partial<LogPlace> = {}) =>
    editor.transact('addTouchpoint', (docs) => addMissing(docs, log, missing, { ...place, ...changes }));
  const volumeOf = (placeId: string, toId: string | null = null) => {
    const { map, library } = editor.documents();
    const kpi = Object.values(library.kpis).find(({ name }) => name === 'Volume');
    return map.series[seriesId(kpi?.id ?? '', { placeId, toId }, EVERYONE)]?.points;
  };
  /** The names of the touchpoints, step by step. */
  const columns = () => {
    const { map } = editor.documents();
    const added = new Set([...known, ...log.activities.map(({ name }) => name)]);
    return stepsInOrder(map)
      .map(({ id }) => Object.values(map.touchpoints).filter(({ stepId, title }) => stepId === id && added.has(title)))
      .map((own) => own.map(({ title }) => title).join('+'));
  };
  return { editor, log, ids, place, at, add, volumeOf, columns };
}

describe('what a log has and the map lacks', () => {
  it('I38 a touchpoint goes between those that come before and after it, with its volume and the channels of the log', async () => {
    const map = await compared(
      [
        ['Look Call Pay', 6],
        ['Look Pay', 4],
      ] as const,
      ['Look', 'Pay'],
    );
    const before = map.editor.documents();
    const steps = map.columns().length;
    expect(map.columns().slice(0, 2)).toEqual(['Look', 'Pay']);
    const touchpoints = map.add({ activities: [map.at('Call')], links: [] });
    const call = touchpoints[map.at('Call')] ?? '';
    expect(map.columns().slice(0, 3)).toEqual(['Look', 'Call', 'Pay']);
    expect(map.columns()).toHaveLength(steps + 1);
    const { map: tables, library } = map.editor.documents();
    expect(tables.touchpoints[call]?.channels.map((id) => library.channels[id]?.name)).toEqual(['Web']);
    const [account, ...others] = Object.values(tables.dataImports);
    expect([account?.fileName, others]).toEqual(['ways.csv', []]);
    expect(map.volumeOf(call)).toEqual([
      { from: '2026-01-01', to: '2026-01-04', value: 6, n: 6, importId: account?.id },
    ]);
    // What was there is not measured along the way, and links are a wish of their own.
    expect(map.volumeOf(map.ids[0] ?? '')).toBeUndefined();
    expect(tables.links).toEqual(before.map.links);
    map.editor.undo();
    expect(map.editor.documents()).toEqual(before);
  });

  it('I38 a way that is gone and not drawn becomes a link with its volume, share and waiting', async () => {
    const map = await compared(
      [
        ['Look Call Pay', 6],
        ['Look Pay', 4],
      ] as const,
      ['Look', 'Pay'],
    );
    const [from = '', to = ''] = map.ids;
    const matches = map.place.touchpoints;
    const outline = () => {
      const { touchpoints, links } = map.editor.documents().map;
      return { touchpoints: Object.keys(touchpoints), links: Object.values(links) };
    };
    const { linksMissing } = compareWith(outline(), matches, map.log);
    expect(linksMissing).toEqual([{ from, to, volume: 4 }]);
    map.add({ activities: [], links: linksMissing });
    expect(compareWith(outline(), matches, map.log).linksMissing).toEqual([]);
    const link = Object.values(map.editor.documents().map.links).find((each) => each.from === from && each.to === to);
    expect(link).toMatchObject({ share: 0.4, waitHours: 24 });
    expect(map.volumeOf(from, to)).toMatchObject([{ value: 4, n: 4 }]);
  });

  it('I38 several are one undo step, each after what comes before it; the next step is used where there is room', async () => {
    const map = await compared([['Look Call Try Pay', 5]] as const, ['Look']);
    const before = map.editor.documents();
    const placed = map.add({ activities: [map.at('Pay'), map.at('Try'), map.at('Call')], links: [] });
    expect(map.columns().filter((names) => names !== '')).toEqual(['Look', 'Call', 'Try', 'Pay']);
    // The second step was there already.
    expect(map.columns()[1]).toBe('Call');
    const rules = withActivities([], map.log, { activities: [map.at('Try')], links: [] }, placed);
    expect(rules).toEqual([{ how: 'equals', column: 'place', text: 'Try', touchpointId: placed[map.at('Try')] }]);
    map.editor.undo();
    expect(map.editor.documents()).toEqual(before);
  });

  it('I38 what comes first goes before the rest, and where nothing is known goes last', async () => {
    const first = await compared([['Hear Look', 5]] as const, ['Look']);
    first.add({ activities: [first.at('Hear')], links: [] });
    expect(first.columns().slice(0, 2)).toEqual(['Hear', 'Look']);
    const loose = await compared([['Hear Look', 5]] as const, []);
    loose.add({ activities: [loose.at('Hear'), loose.at('Look')], links: [] });
    expect(loose.columns().slice(-2)).toEqual(['Hear', 'Look']);
  });

  it('I38 a file that is on the map already gets no second account, and values that are there stay', async () => {
    const map = await compared(
      [
        ['Look Call Pay', 6],
        ['Look Pay', 4],
      ] as const,
      ['Look', 'Pay'],
    );
    const [from = '', toId = ''] = map.ids;
    map.add({ activities: [map.at('Call')], links: [] });
    const [account] = Object.keys(map.editor.documents().map.dataImports);
    const [kpi] = Object.values(map.editor.documents().library.kpis).filter(({ name }) => name === 'Volume');
    const point = { from: '2026-01-01', to: '2026-01-04', value: 99, n: 99 };
    map.editor.run('setMeasurement', { kpiId: kpi?.id ?? '', place: { placeId: from, toId }, point });
    map.add({ activities: [], links: [{ from, to: toId }] }, { into: account ?? '' });
    expect(Object.keys(map.editor.documents().map.dataImports)).toEqual([account]);
    expect(map.volumeOf(from, toId)).toEqual([{ ...point, importId: null }]);
    expect(() => map.add({ activities: [], links: [{ from, to: toId }] }, { into: 'im_gone' })).toThrow(/import/);
  });
});
