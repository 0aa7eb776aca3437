import { describe, expect, it } from 'vitest';
import { enCatalogue } from '../../../src/app/locales/enCatalogue.ts';
import { catalogue } from '../../../src/model/catalogue.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { inOrder } from '../../../src/model/order.ts';
import { repair } from '../../../src/model/repair.ts';
import { emptyMapTables } from '../../../src/model/tables.ts';

const library = defaultLibrary((key) => key);

describe('the default library', () => {
  it('is sound: its records pass their schemas', () => {
    const { notes } = repair({ map: emptyMapTables(), library });
    expect(
      notes.filter(({ code }) => code !== 'mapMissing' && code !== 'noStage' && code !== 'stageWithoutStep'),
    ).toEqual([]);
    expect(Object.keys(library.devices)).toContain('dv_none');
  });

  it('is the same every time, named by the texts', () => {
    expect(defaultLibrary((key) => key)).toEqual(library);
    expect(library.channels.ch_website?.name).toBe('library.ch_website');
  });

  it.each(['channels', 'devices', 'departments'] as const)(
    'keeps the written order, and neighbours differ: %s',
    (table) => {
      const entries = inOrder(Object.values(library[table]));
      expect(entries).toEqual(Object.values(library[table]));
      for (const [index, entry] of entries.entries()) expect(entry.color).not.toBe(entries[index + 1]?.color);
      expect(new Set(entries.map(({ icon }) => icon)).size).toBe(entries.length);
    },
  );
});

describe('the catalogue', () => {
  it('has touchpoints before, during and after, online and offline, on channels that exist', () => {
    expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length);
    for (const { channel } of catalogue) expect(Object.keys(library.channels)).toContain(channel);
    for (const when of ['before', 'during', 'after']) {
      expect(catalogue.filter((entry) => entry.when === when).length).toBeGreaterThan(5);
    }
    expect(new Set(catalogue.map(({ stage }) => stage)).size).toBe(5);
    expect(new Set(catalogue.map(({ presence }) => presence)).size).toBe(2);
  });

  it('U27 it has every touchpoint that the product promises', () => {
    const promised = {
      before: ['Reviews', 'Social media post', 'Testimonials', 'Advert', 'Word of mouth', 'Marketing and PR'],
      during: ['Shop', 'Office visit', 'Website', 'Point of sale', 'Catalogue', 'Sales team', 'Current promotion'],
      after: ['Marketing e-mail', 'Invoice', 'Online help', 'Live chat', 'Service team'],
      more: [
        'Content marketing',
        'Trade fair',
        'Referral',
        'Trial offer',
        'One-to-one talk',
        'Billing',
        'Loyalty scheme',
        'Renewal',
      ],
    };
    const offered = catalogue.map(({ key, when }) => [enCatalogue.catalogue[key], when]);
    for (const [when, titles] of Object.entries(promised)) {
      for (const title of titles) {
        const found = offered.filter(([name]) => name === title);
        expect(found, title).toEqual([[title, when === 'more' ? found[0]?.[1] : when]]);
      }
    }
  });
});
