import i18next from 'i18next';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { allGaps } from '../../../src/analysis/gaps.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { gapRows } from '../../../src/app/gapList/gapRows.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enGapList } from '../../../src/app/locales/enGapList.ts';
import { enGaps } from '../../../src/app/locales/enGaps.ts';
import { allOfTheGaps } from '../../../src/editor/session.ts';
import { csvText } from '../../../src/exchange/csvText.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import { judge } from '../analysis/judge.ts';
import { draftMap } from '../layout/mapDraft.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    lng: 'en',
    resources: { en: { translation: { ...en, ...enGaps, ...enGapList } } },
    interpolation: { escapeValue: false },
  }),
);
const range = (low: number, high = low) => ({ low, high, source: '' });

function journey() {
  const draft = draftMap([2]);
  draft.touchpoint('a', '1_1', ['web'], { title: '=SUM(A1)', departments: ['dp_web'] });
  draft.touchpoint('b', '1_2', ['shop'], { title: 'Shop, "main"', departments: ['dp_shop'] });
  draft.link('a', 'b');
  judge(draft, 'a', 'b', {
    severity: 4,
    status: 'inWork',
    statusAt: '2026-03-04T05:06:07.000Z',
    owner: '@lin',
    cause: 'two\nsystems',
    customers: range(1000, 1500),
    shareLost: range(0.1),
    customerValue: range(40),
    mendingCost: range(5000),
    mendingReturn: range(3000, 9000),
    dataTravels: 'no',
  });
  judge(draft, 'b', 'b', { status: 'closed' });
  return draft;
}

describe('the list of gaps as a table', () => {
  it('J17 holds the gaps as they are filtered, with figures as numbers and dates as ISO 8601', () => {
    const { docs } = journey();
    const rows = gapRows(
      docs,
      allGaps(docs, allHandoffs(docs.map)),
      { choice: { ...allOfTheGaps, status: 'toMend' }, personaIds: [] },
      i18n.t,
    );
    expect(rows).toHaveLength(2);
    const { data } = Papa.parse<Record<string, string>>(csvText(rows), { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      Rank: '4',
      Severity: '4',
      'Share of customers': '',
      Kinds: 'Channel, Department',
      From: "'=SUM(A1)",
      To: 'Shop, "main"',
      Departments: 'web, shop',
      Status: 'In work',
      'Status since': '2026-03-04T05:06:07.000Z',
      Owner: "'@lin",
      Cause: 'two\nsystems',
      'Cost a year, low': '4000',
      'Cost a year, high': '6000',
      'Left in the first year, low': '-2000',
      'Left in the first year, high': '4000',
      'To judge again': 'no',
      'Does the data travel along?': 'no',
    });
    docs.map.touchpoints.tp_b = { ...(docs.map.touchpoints.tp_b as Touchpoint), channels: ['ch_phone'] };
    const [, changed] = gapRows(
      docs,
      allGaps(docs, allHandoffs(docs.map)),
      { choice: allOfTheGaps, personaIds: [] },
      i18n.t,
    );
    expect(changed?.[rows[0]?.indexOf('To judge again') ?? -1]).toBe('yes');
    expect(Object.keys(data[0] ?? {})).toHaveLength(rows[1]?.length ?? 0);
  });
});
