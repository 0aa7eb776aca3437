import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { type FoundProfile, findProfile } from '../../../src/app/dataImport/findProfile.ts';
import { type LogMeasure, logMeasures, measureWishes } from '../../../src/app/dataImport/logFigures.ts';
import { newToProfile, noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import { profileNameFor } from '../../../src/app/dataImport/profileName.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { readingOf } from '../../../src/app/dataImport/reading.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import type { TableSettings } from '../../../src/exchange/data/inspectTable.ts';
import type { MatchProfile } from '../../../src/model/records/dataImport.ts';
import { mapRecord } from '../../../src/model/tables.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const table = (...names: string[]) =>
  `Touchpoint,KPI,Value,n,Period\n${names.map((name) => `${name},CSAT,4,50,2026-11`).join('\n')}\n`;

/** Puts a file on a map, as one who leaves everything as it is proposed. */
async function putOn({ editor }: ReturnType<typeof smallMap>, text: string) {
  const [profile = null] = Object.values(editor.documents().map.matchProfiles);
  const plan = await wizardPlan(text, editor.documents(), profile);
  editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
}

describe('a file of which a profile does not know all', () => {
  const inspected = async (text: string) => {
    const seen = await createDataApi().inspect(bytesAs('file.csv', text), 'UTC');
    if (!seen.ok) throw new Error(seen.code);
    return seen.value;
  };

  it('WZ77 other columns and other tables are named before anything is read', async () => {
    const map = smallMap();
    await putOn(map, table('Visit'));
    const [profile] = Object.values(map.editor.documents().map.matchProfiles) as [MatchProfile];
    const same = table('Visit', 'Till');
    expect(newToProfile(profile, await inspected(same))).toEqual({ columns: [], otherTables: 0 });
    const wider = 'Touchpoint,KPI,Value,n,Period,Region\nVisit,CSAT,4,50,2026-11,North\nTill,CSAT,3,40,2026-11,South\n';
    expect(newToProfile(profile, await inspected(wider))).toEqual({ columns: ['Region'], otherTables: 0 });
    const two = `${same}\n\n${table('Mars').replace('Touchpoint', 'Place')}`;
    expect(newToProfile(profile, await inspected(two))).toEqual({ columns: [], otherTables: 1 });
  });

  it('WZ90 a file of several tables is read by its profile wherever its table stands, and asks nothing of tables that were left before', async () => {
    const channels = (...rows: string[]) => `Channel,Sessions\n${rows.join('\n')}\n\n`;
    const pages = (...rows: string[]) => `Page,Views\n${rows.join('\n')}\n\n`;
    const bytes = (text: string) => bytesAs('snapshot.csv', text);
    const profileFor = (id: string, seen: Awaited<ReturnType<typeof inspected>>): MatchProfile => ({
      ...profileOf(id, seen, readingOf(seen, 'analytics'), {}, noMatching),
      ...{ id, order: id },
    });
    const first = await inspected(channels('Direct,9', 'Search,7', 'Email,5') + pages('/home,3', '/cart,2'));
    const reads = profileFor('pf_a', first);
    expect(newToProfile(reads, first, [reads])).toEqual({ columns: [], otherTables: 0 });

    // The next month the other table comes first, and is longer.
    const next = pages('/home,3', '/cart,2', '/pay,1', '/sale,1') + channels('Direct,8', 'Search,6');
    const fresh = await inspected(next);
    expect(fresh.format === 'table' && fresh.table.columns.map(({ name }) => name)).toEqual(['Page', 'Views']);
    const look = async (overrides: Partial<TableSettings>) => {
      const seen = await createDataApi().inspect(bytes(next), 'UTC', overrides);
      if (!seen.ok) throw new Error(seen.code);
      return seen.value;
    };
    const found = await findProfile(fresh, [reads], look);
    expect([found?.profile.id, found?.overrides]).toEqual(['pf_a', { table: 1 }]);
    const { seen } = found as FoundProfile;
    expect(seen.format === 'table' && seen.table.rows).toEqual([
      ['Direct', '8'],
      ['Search', '6'],
    ]);
    expect(newToProfile(reads, seen, [reads])).toEqual({ columns: [], otherTables: 0 });

    // A table that was not there, or that another profile reads, is asked about.
    const more = await inspected(
      `${channels('Direct,9', 'Search,7', 'Email,5')}${pages('/home,3')}Country,Users\nFR,1\n`,
    );
    expect(newToProfile(reads, more, [reads]).otherTables).toBe(1);
    expect(newToProfile(reads, seen, [reads, profileFor('pf_b', fresh)]).otherTables).toBe(1);
  });

  it('WZ77 a KPI that it has never seen is not made unasked', async () => {
    const map = smallMap();
    await putOn(map, table('Visit'));
    const docs = map.editor.documents();
    const [profile] = Object.values(docs.map.matchProfiles) as [MatchProfile];
    const more = `${table('Visit')}Visit,Help solved,0.8,50,2026-11\n`;
    expect((await wizardPlan(more, docs, profile)).newKpis).toEqual(['Help solved']);
    expect((await wizardPlan(table('Visit'), docs, profile)).newKpis).toEqual([]);
    expect((await wizardPlan(more, docs)).newKpis).toEqual([]);
    await putOn(map, more);
    const [now] = Object.values(map.editor.documents().map.matchProfiles) as [MatchProfile];
    expect((await wizardPlan(more, map.editor.documents(), now)).newKpis).toEqual([]);
  });
});

describe('a file that names no place', () => {
  it('I43 is about the map, a stage, a step or a touchpoint, and its profile knows which', async () => {
    const map = smallMap();
    const docs = map.editor.documents();
    const text = 'KPI,Value,n,Period\nCSAT,4,50,2026-11\n';
    const placesAbout = async (about: string | null, profile: MatchProfile | null = null) => {
      const plan = await wizardPlan(text, docs, profile, 'metrics', ({ matching }) =>
        about === null ? {} : { matching: { ...matching, about } },
      );
      return { places: plan.figures.series.map(({ place }) => place.placeId), plan };
    };
    const [stage = ''] = Object.keys(docs.map.stages);
    const [step = ''] = Object.keys(docs.map.steps);
    for (const about of [stage, step, map.ids.b]) {
      expect((await placesAbout(about)).places).toEqual([about]);
    }
    expect((await placesAbout(null)).places).toEqual([mapRecord(docs.map).id]);
    const { plan } = await placesAbout(step);
    map.editor.transact('importFigures', (all) => putFigures(all, plan.ready('2026-12-01T00:00:00Z')));
    const [profile = null] = Object.values(map.editor.documents().map.matchProfiles);
    expect((await placesAbout(null, profile)).places).toEqual([step]);
  });
});

describe('names that a profile does not know', () => {
  it('WZ14 the very name of a touchpoint is matched, a guess and a stranger are asked about, and what was left out before is not', async () => {
    const map = smallMap();
    await putOn(map, table('Advert', 'Moon base'));
    const [profile = null] = Object.values(map.editor.documents().map.matchProfiles);
    const { a, b, c } = map.ids;
    const same = await wizardPlan(table('Visit', 'Till', 'Advert', 'Moon base'), map.editor.documents(), profile);
    expect(same.figures.series.map(({ place }) => place.placeId).sort()).toEqual([a, b, c].sort());
    expect(same.rows.find(({ text }) => text === 'Visit')).toMatchObject({ suggested: b, isSame: true });
    expect([same.unknown, same.unmatched.map(({ place }) => place)]).toEqual([[], ['Moon base']]);

    const other = await wizardPlan(table('Visits', 'Till', 'Mars', 'Moon base'), map.editor.documents(), profile);
    expect(other.unknown.sort()).toEqual(['Mars', 'Visits']);
    // Put as it stands, it is known the next time.
    await putOn(map, table('Visits', 'Till', 'Mars', 'Moon base'));
    const [then = null] = Object.values(map.editor.documents().map.matchProfiles);
    const again = await wizardPlan(table('Visits', 'Till', 'Mars', 'Moon base'), map.editor.documents(), then);
    expect(again.unknown).toEqual([]);
    expect(again.unmatched.map(({ place }) => place).sort()).toEqual(['Mars', 'Moon base']);
  });

  it('WZ14 what was left finds the touchpoint that is made for it; what somebody left out stays out, and a first file knows no names', async () => {
    const map = smallMap();
    const first = await wizardPlan(table('Advert', 'Mars', 'Venus', 'Moons'), map.editor.documents());
    expect(first.unknown).toEqual([]);
    await putOn(map, table('Advert', 'Mars', 'Venus', 'Moons'));
    const mars = map.editor.run('addTouchpoint', { stepId: 'sp_1', fields: { title: 'Mars' } });
    map.editor.run('addTouchpoint', { stepId: 'sp_1', fields: { title: 'Venus' } });
    map.editor.run('addTouchpoint', { stepId: 'sp_1', fields: { title: 'Moon' } });
    const [profile] = Object.values(map.editor.documents().map.matchProfiles);
    if (profile === undefined) throw new Error('no profile');
    const said = { ...profile, columns: { ...profile.columns, '#none:Venus': 'said' } };
    const next = await wizardPlan(table('Advert', 'Mars', 'Venus', 'Moons'), map.editor.documents(), said);
    expect(next.rows.map(({ text, suggested }) => [text, suggested])).toContainEqual(['Mars', mars]);
    expect([next.unknown, next.unmatched.map(({ place }) => place)]).toEqual([[], ['Venus', 'Moons']]);
  });
});

describe('the name that is proposed for a profile', () => {
  const named = async (name: string, text: string, saved: readonly MatchProfile[] = [], table?: number) => {
    const found = await createDataApi().inspect(bytesAs(name, text), 'UTC', table === undefined ? {} : { table });
    if (!found.ok) throw new Error(found.code);
    const seen = found.value;
    return profileNameFor({ profile: null, file: { name }, seen, reading: readingOf(seen, 'metrics') }, saved);
  };
  const one = 'Touchpoint,Value\nShop,4\nTill,5\n';

  it('WZ29 is that of the file without its month; tables of one file have names that differ', async () => {
    expect(await named('export_2026-05.csv', one)).toBe('export');
    expect(await named('2026-05.csv', one)).toBe('2026-05');
    const both = (first: string, second: string) =>
      `${first}\nPlace,Value\nShop,4\nTill,5\n\n${second}\nPage,Views\n/shop,4\n/till,5\n`;
    for (const text of [both('# Visits', '# Views'), both('# Same', '# Same'), both('', '')]) {
      const names = [await named('report.csv', text, [], 0), await named('report.csv', text, [], 1)];
      expect(new Set(names).size, names.join(' and ')).toBe(2);
      for (const name of names) expect(name).toMatch(/^report · /);
    }
    expect(await named('report.csv', both('# Visits', '# Views'), [], 1)).toBe('report · Views');
  });

  it('WZ29 is not that of a profile for other columns, which would be replaced', async () => {
    const profile = (columns: Record<string, string>): MatchProfile => ({
      ...{ id: 'mt_1', order: 'a0', name: 'Export', kind: 'metrics', columns, rules: [] },
    });
    expect(await named('export.csv', one, [profile({ Page: 'place', Views: 'value' })])).toBe('export 2');
    expect(await named('export.csv', one, [profile({ Touchpoint: 'place', Value: 'value' })])).toBe('export');
  });
});

it('WZ51 a KPI that an earlier log made gets the metric that has a name now, unless it has become another one', () => {
  const { editor, ids } = smallMap();
  const fields = { name: 'Drop-off', unit: 'percent', rollUp: 'none' } as const;
  const old = editor.run('addKpi', { fields });
  const other = editor.run('addKpi', { fields: { ...fields, name: 'Conversion, direct', unit: 'number' } });
  const put = () =>
    editor.transact('importFigures', (docs) => {
      putFigures(docs, {
        ...{ evidence: [], links: [], replaces: [], profile: null },
        source: {
          ...{ kind: 'eventLog', fileName: 'log.csv', hash: 'a'.repeat(64), leftOut: '' },
          ...{ importedAt: '2026-12-01T00:00:00Z', rows: 1, rowsTaken: 1 },
        },
        kpis: measureWishes(['dropOff', 'direct'], i18next.t),
        series: (['dropOff', 'direct'] as const).map((kpi) => ({
          ...{ kpi, place: { placeId: ids.a, toId: null } },
          points: [{ from: '2026-11-01', to: '2026-11-30', value: 4, n: 40 }],
        })),
      });
    });
  put();
  const metric = (id: string) => editor.documents().library.kpis[id]?.metric;
  expect([metric(old), metric(other)]).toEqual(['dropOff', 'custom']);
  editor.undo();
  expect(metric(old)).toBe('custom');
});

it('WZ80 each KPI that is counted in logs says in words what it is, and none names a file', () => {
  const wishes = [...measureWishes(Object.keys(logMeasures) as LogMeasure[], i18next.t).values()];
  const said = wishes.map((wish) => ('fields' in wish ? wish.fields : null));
  expect(new Set(said.map((fields) => fields?.description)).size).toBe(said.length);
  for (const fields of said) {
    expect(fields?.description, fields?.name).toMatch(/^[A-Z].{30,}\.$/);
    expect(fields?.source).toBeUndefined();
  }
});
