import { beforeAll, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { pairId } from '../../../src/model/ids.ts';
import { logPlan } from '../../support/logPlan.ts';
import { smallMap } from '../../support/startDocs.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

/** Three go Advert, Visit, Till; two of them go on to Advert, and one from there to Till. */
const log = `case,activity,time\n${[
  ...['1,Advert', '1,Visit', '1,Till', '1,Advert', '1,Till'],
  ...['2,Advert', '2,Visit', '2,Till', '2,Advert'],
  ...['3,Advert', '3,Visit', '3,Till'],
]
  .map((row, at) => `${row},2026-11-01 10:${10 + at}:00`)
  .join('\n')}\n`;

it('WZ82 ways that the map does not draw are not measured, and it is said how many measurements of how many ways that leaves out', async () => {
  const { editor, ids } = smallMap();
  const plan = await logPlan(log, editor.documents());
  const ways = plan.figures.series.filter(({ place }) => place.toId !== null).map(({ place }) => place);
  expect(new Set(ways.map(({ placeId, toId }) => `${placeId} ${toId}`))).toEqual(
    new Set([`${ids.a} ${ids.b}`, `${ids.b} ${ids.c}`]),
  );
  // Till to Advert and Advert to Till: volume, two conversions and the wait of each.
  expect(plan.leftOut).toContain(
    '8 measurements of 2 ways that the map does not draw: add the links first, in the comparison of log and map.',
  );
  editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
  const { map } = editor.documents();
  for (const { placeId, toId } of Object.values(map.series))
    if (toId !== null) expect(Object.hasOwn(map.links, pairId('link', placeId, toId)), `${placeId} ${toId}`).toBe(true);
  expect(Object.values(map.dataImports)[0]?.leftOut).toMatch(/8 measurements of 2 ways/);

  editor.run('addLink', { from: ids.c, to: ids.a });
  const then = await logPlan(log, editor.documents());
  const back = then.figures.series.filter(({ place }) => place.placeId === ids.c && place.toId === ids.a);
  expect(back.map(({ kpi, points }) => [kpi, points[0]?.value])).toContainEqual(['volume', 2]);
  expect(then.leftOut).toContain(
    '4 measurements of 1 way that the map does not draw: add the links first, in the comparison of log and map.',
  );
});
