import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import type { Grouping } from '../../../src/analysis/data/countPlaces.ts';
import { countWays } from '../../../src/analysis/data/countWays.ts';
import { createEventCollector, wholeRow } from '../../../src/analysis/data/eventColumns.ts';
import { matchSpots, type PlaceRule, type Spot, suggestPlaces } from '../../../src/analysis/data/matchPlaces.ts';
import { type ApartTrait, apartTraits, toldName } from '../../../src/analysis/data/tellApart.ts';
import { apartHint, apartOffered } from '../../../src/app/dataImport/apartHint.ts';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { matchRows, withRow } from '../../../src/app/dataImport/matchRows.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { touchpointNames } from '../../../src/app/dataImport/touchpointNames.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { mapOfLog } from '../../support/logMap.ts';
import { logPlan } from '../../support/logPlan.ts';
import { type SlowEvent, slowCount } from '../../support/slowLog.ts';
import { smallMap } from '../../support/startDocs.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const event = fc.tuple(
  fc.constantFrom('Look', 'Ask', 'Buy', 'Pay'),
  fc.constantFrom('', 'web', 'shop', 'phone'),
  fc.constantFrom('', 'mobile', 'desktop'),
  fc.integer({ min: 0, max: 5 }),
);
const cases = fc.array(fc.array(event, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 7 });
type Cases = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

function slowEvents(list: Cases): Required<SlowEvent>[] {
  return list.flatMap((each, which) => {
    let time = 0;
    return each.map(([activity, channel, device, wait]) => {
      time += wait;
      return { ...{ caseId: String(which), activity, start: time, end: Number.NaN }, channel, device, department: '' };
    });
  });
}

function columnsOf(events: readonly Required<SlowEvent>[]) {
  const collector = createEventCollector();
  for (const each of events) collector.add({ ...each, phase: wholeRow, instance: '', resource: '' });
  return collector.columns();
}

describe('activities told apart by channel and device', () => {
  it('WZ22 they are counted as a slow count does of a log whose activities are renamed, shares of changes too', () => {
    fc.assert(
      fc.property(cases, fc.subarray([...apartTraits]), (list, apart) => {
        const events = slowEvents(list);
        const renamed = events.map((each) => ({
          ...each,
          activity: [each.activity, ...apart.map((trait) => each[trait])].filter((text) => text !== '').join(' · '),
        }));
        const expected = slowCount(renamed);
        const counted = countLog(columnsOf(events), apart);
        const name = (at: number) => counted.activities[at]?.name ?? '';
        expect(counted.activities.map((each) => each.name).sort()).toEqual(Object.keys(expected.activities).sort());
        for (const each of counted.activities) {
          const { events: times, cases: own, starts, ends, repeating } = expected.activities[each.name] ?? {};
          expect([each.events, each.cases, each.starts, each.ends, each.casesRepeating]).toEqual([
            ...[times, own, starts, ends, repeating],
          ]);
          expect(toldName(each.says)).toBe(each.name);
        }
        expect(counted.links).toHaveLength(Object.keys(expected.links).length);
        for (const link of counted.links) {
          const {
            volume,
            cases: own,
            changes,
            medianWaiting,
          } = expected.links[`${name(link.from)} -> ${name(link.to)}`] ?? {};
          expect([link.volume, link.cases, link.waiting?.median ?? null]).toEqual([volume, own, medianWaiting]);
          for (const trait of ['channel', 'device'] as const) expect(link.changed[trait]).toEqual(changes?.[trait]);
        }
      }),
    );
  });

  it('WZ23 ways between places of several activities are counted case by case, as a slow count of these places does', () => {
    fc.assert(
      fc.property(
        cases,
        fc.subarray([...apartTraits]),
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 48, maxLength: 48 }),
        (list, apart, belongs) => {
          const events = slowEvents(list);
          const { trail, activities } = countLog(columnsOf(events), apart);
          const placeOf = Int32Array.from(activities, (_, at) => belongs[at] ?? -1);
          const grouping: Grouping = { places: 3, placeOf };
          const places = events.map((each) => {
            const said = [each.activity, ...apart.map((trait) => each[trait])]
              .filter((text) => text !== '')
              .join(' · ');
            return { ...each, activity: String(placeOf[activities.findIndex(({ name }) => name === said)]) };
          });
          const expected = slowCount(places);
          const ways = Object.entries(expected.links).flatMap(([key, way]) => {
            const [from = '', to = ''] = key.split(' -> ');
            return from === '-1' || to === '-1' || from === to
              ? []
              : [
                  [
                    ...[Number(from), Number(to), way.volume, way.cases, expected.activities[from]?.cases],
                    ...[way.eventual, way.medianWaiting, way.p90Waiting],
                  ],
                ];
          });
          const counted = countWays(trail, grouping).map((way) => [
            ...[way.from, way.to, way.volume, way.cases, way.came, way.eventual],
            ...[way.waiting?.median ?? null, way.waiting?.p90 ?? null],
          ]);
          expect(counted.map(String).sort()).toEqual(ways.map(String).sort());
        },
      ),
    );
  });
});

const spot = (place: string, channel: string, rows = 1, device = ''): Spot => ({ place, channel, device, rows });
const equals = (touchpointId: string, text: string, channel?: string): PlaceRule => ({
  ...{ how: 'equals', column: 'place', text, touchpointId },
  ...(channel === undefined ? {} : { channel }),
});

describe('rules that name a channel or device', () => {
  it('WZ24 they come before those that do not, the one that names more first; an empty one fits what names none', () => {
    const both: PlaceRule = { ...equals('tp_both', 'Contact', 'phone'), device: 'mobile' };
    const some: PlaceRule = {
      how: 'contains',
      column: 'place',
      text: 'cont',
      channel: 'EMAIL ',
      touchpointId: 'tp_mail',
    };
    const rules = [
      equals('tp_any', 'Contact'),
      equals('tp_phone', 'Contact', 'Phone'),
      both,
      some,
      equals('tp_none', 'Contact', ''),
    ];
    const spots = [
      spot('Contact', 'phone'),
      spot('contact', 'phone', 1, 'mobile'),
      spot('Contact us', 'email'),
      spot('Contact', ''),
      spot('Contact', 'fax'),
      spot('Else', 'phone'),
    ];
    expect(matchSpots(spots, rules)).toEqual(['tp_phone', 'tp_both', 'tp_mail', 'tp_none', 'tp_any', null]);
  });

  it('WZ24 one row is given away or refused, and those that a rule took along with it stay', () => {
    const spots = [spot('Contact', 'phone', 5), spot('Contact', 'email', 3), spot('Contact', '', 2)];
    const titles = [
      { id: 'tp_1', title: 'Contact' },
      { id: 'tp_2', title: 'Other' },
    ];
    const listed = (rules: readonly PlaceRule[]) =>
      matchRows(spots, rules, titles, new Map([['Contact · email', 'said']]), ['channel']);
    const broad = [equals('tp_1', 'Contact')];
    const rows = listed(broad);
    expect(rows.map(({ text, matched }) => [text, matched])).toEqual([
      ['Contact · phone', 'tp_1'],
      ['Contact · email', 'tp_1'],
      ['Contact', 'tp_1'],
    ]);
    const [phone, email] = rows;
    if (phone === undefined || email === undefined) throw new Error('rows are missing');
    const given = withRow(broad, 'place', phone, ['channel'], 'tp_2', rows);
    expect(listed(given).map(({ matched }) => matched)).toEqual(['tp_2', 'tp_1', 'tp_1']);
    const refused = withRow(given, 'place', email, ['channel'], null, listed(given));
    expect(listed(refused).map(({ matched, suggested }) => matched ?? suggested)).toEqual(['tp_2', null, 'tp_1']);
  });

  it('WZ24 of touchpoints with the same words the one of that channel is suggested, and another channel is a guess', () => {
    const touchpoints = [
      { id: 'tp_mail', title: 'Contact', channels: ['E-mail'], devices: [] },
      { id: 'tp_phone', title: 'Contact', channels: ['Phone', 'Shop'], devices: [] },
    ];
    const says = ['phone', 'email', 'fax', ''].map((channel) => ({ channel, device: '' }));
    const found = suggestPlaces(
      says.map(() => 'contact'),
      touchpoints,
      says,
    );
    expect(found.map((each) => each?.touchpointId)).toEqual(['tp_phone', 'tp_mail', 'tp_mail', 'tp_mail']);
    expect(found.map((each) => each?.likeness === 1)).toEqual([true, true, false, true]);
    // A guess is taken for all channels of an activity, and for no other activity.
    const spots = [spot('Pays', 'web', 2), spot('Pays', 'shop'), spot('Card pays', 'web')];
    const rows = matchRows(spots, [], [{ id: 'tp_pay', title: 'Pays by card' }], new Map(), ['channel']);
    expect(rows.map(({ text, suggested }) => [text, suggested])).toEqual([
      ['Pays · web', null],
      ['Pays · shop', null],
      ['Card pays · web', 'tp_pay'],
    ]);
    const two = matchRows(spots.slice(0, 2), [], [{ id: 'tp_pay', title: 'Pays by card' }], new Map(), ['channel']);
    expect(two.map(({ suggested }) => suggested)).toEqual(['tp_pay', 'tp_pay']);
    const { editor } = contactMap();
    const names = [...touchpointNames(editor.documents(), 'Untitled').values()];
    expect(names).toEqual(expect.arrayContaining(['Advert', 'Contact (Email)', 'Contact (Phone)']));
  });
});

/** Cases as `Look@web Contact@phone`, an hour between two events. */
const csv = (month: string, lines: readonly string[]) =>
  [
    'case_id,activity,timestamp,channel',
    ...lines.flatMap((line, at) =>
      line.split(' ').map((word, hour) => {
        const [activity, channel = ''] = word.split('@');
        return `c${at},${activity},2026-${month}-0${(at % 9) + 1}T0${hour}:00:00Z,${channel}`;
      }),
    ),
  ].join('\n');

const ways = [
  'Advert@web Contact@phone Till@shop',
  'Advert@web Contact@email Till@shop',
  'Advert@web Contact@email Contact@phone Till@shop',
  'Advert@phone Contact@phone',
  'Advert@web Till@web',
];

/** A map with two touchpoints of the same words on two channels. */
function contactMap() {
  const { editor } = smallMap();
  const add = (name: string, title: string) => {
    const channel = editor.run('addLibraryEntry', { table: 'channels', name });
    return editor.run('addTouchpoint', { stepId: 'sp_1', fields: { title, channels: [channel] } });
  };
  return { editor, mail: add('Email', 'Contact'), phone: add('Phone', 'Contact') };
}

describe('a log whose channels are matched', () => {
  it('WZ25 telling apart is proposed where an activity comes on several channels, first where the map differs in them', async () => {
    const { editor } = contactMap();
    const { read, spots, touchpoints } = await logPlan(csv('05', ways), editor.documents());
    expect(apartOffered(read, spots)).toEqual(['channel']);
    expect(apartHint(read, spots, touchpoints, [])).toEqual({
      ...{ trait: 'channel', name: 'Contact', values: ['phone', 'email'], isOnMap: true },
    });
    expect(apartHint(read, spots, [], [])).toMatchObject({ name: 'Advert', isOnMap: false });
    expect(apartHint(read, spots, touchpoints, ['channel'])).toBeNull();
    const one = await logPlan(csv('05', ['Advert@web Till@shop']), editor.documents());
    expect(apartHint(one.read, one.spots, one.touchpoints, [])).toBeNull();
  });

  it('WZ26 an activity goes to two touchpoints by its channel, the others stay whole, and the next month asks nothing', async () => {
    const { editor, mail, phone } = contactMap();
    const titled = (title: string) =>
      Object.values(editor.documents().map.touchpoints).find((each) => each.title === title)?.id ?? '';
    const [advert, till] = [titled('Advert'), titled('Till')];
    for (const [from, to] of [
      [advert, mail],
      [advert, phone],
      [phone, till],
    ] as const)
      editor.run('addLink', { from, to });
    const apart: readonly ApartTrait[] = ['channel'];
    const plan = await logPlan(csv('05', ways), editor.documents(), { apart });
    const at = (text: string) => plan.rows.find((row) => row.text === text);
    expect([at('Contact · phone'), at('Contact · email')]).toMatchObject([{ suggested: phone }, { suggested: mail }]);
    const put = (found: typeof plan) =>
      editor.transact('importFigures', (docs) => {
        putFigures(docs, found.ready('2026-06-01T00:00:00Z'));
      });
    put(plan);
    const { map, library } = editor.documents();
    const value = (kpi: string, placeId: string, toId: string | null = null) => {
      const id = Object.values(library.kpis).find((each) => each.name === kpi)?.id;
      const own = Object.values(map.series).find(
        (each) => each.kpiId === id && each.placeId === placeId && each.toId === toId,
      );
      return own === undefined ? null : [own.points[0]?.value, own.points[0]?.n];
    };
    // Counted by hand in the five cases above.
    expect(value('Volume', phone)).toEqual([3, 3]);
    expect(value('Volume', mail)).toEqual([2, 2]);
    expect(value('Volume', advert)).toEqual([5, 5]);
    // Of five that saw the advert two wrote at once; the advert is on two channels and one touchpoint.
    expect(value('Volume', advert, mail)).toEqual([2, 2]);
    expect(value('Conversion, direct', advert, mail)).toEqual([40, 5]);
    expect(value('Conversion, direct', advert, phone)).toEqual([40, 5]);
    expect(value('Conversion, eventual', advert, phone)).toEqual([60, 5]);
    expect(value('Waiting before, median', advert, phone)?.[0]).toBe(1);
    // From the advert to the phone the channel changed once of two times, from there to the shop always.
    expect(value('Changed channel', advert, phone)).toEqual([50, 2]);
    expect(value('Changed channel', phone, till)).toEqual([100, 2]);

    const [profile] = Object.values(map.matchProfiles);
    if (profile === undefined) throw new Error('no profile');
    const next = await logPlan(csv('06', ways.slice(1)), editor.documents(), { profile });
    expect([next.unknown, next.unmatched, next.read.data.log.apart]).toEqual([[], [], ['channel']]);
    expect(
      next.figures.series.find(({ kpi, place }) => kpi === 'volume' && place.placeId === phone)?.points[0],
    ).toMatchObject({
      ...{ value: 2, n: 2 },
    });
  });

  it('WZ26 a map built of a log told apart has a touchpoint for each channel, and its profile knows them', async () => {
    const { docs, log } = await mapOfLog('log.csv', 1, csv('05', ways), ['channel']);
    const contacts = Object.values(docs.map.touchpoints).filter(({ title }) => title === 'Contact');
    const channels = contacts.map((each) => each.channels.map((id) => docs.library.channels[id]?.name));
    expect(channels.flat().sort()).toEqual(['email', 'phone']);
    expect(log.activities).toHaveLength(6);
    const editor = createEditor(docs);
    const [profile] = Object.values(docs.map.matchProfiles);
    if (profile === undefined) throw new Error('no profile');
    expect(profile.rules.map(({ text, channel }) => `${text} ${channel}`).sort()).toEqual([
      ...['Advert phone', 'Advert web', 'Contact email', 'Contact phone', 'Till shop', 'Till web'],
    ]);
    expect(Object.keys(editor.documents().map.touchpoints)).toHaveLength(6);
  });
});
