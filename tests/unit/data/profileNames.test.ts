import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
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
