import { blankEntry } from './blanks.ts';
import type { Color } from './records/common.ts';
import { type IconName, type LibraryEntry, NO_DEVICE } from './records/libraryEntry.ts';
import { emptyLibraryTables, type LibraryTables, type Table } from './tables.ts';

type Row = readonly [id: string, icon: IconName, color: Color];

// Neighbours differ in colour; what stands for "none of them" is grey.
const channels: readonly Row[] = [
  ['ch_website', 'globe', 'blue'],
  ['ch_social', 'people', 'pink'],
  ['ch_phone', 'phone', 'orange'],
  ['ch_email', 'mail', 'sky'],
  ['ch_shop', 'store', 'green'],
  ['ch_chat', 'chat', 'vermillion'],
  ['ch_search', 'search', 'grey'],
  ['ch_ad', 'ad', 'blue'],
  ['ch_event', 'calendar', 'pink'],
  ['ch_post', 'letter', 'orange'],
  ['ch_app', 'mobile', 'sky'],
  ['ch_review', 'star', 'green'],
];
const devices: readonly Row[] = [
  ['dv_mobile', 'mobile', 'pink'],
  ['dv_tablet', 'tablet', 'orange'],
  ['dv_laptop', 'laptop', 'blue'],
  ['dv_desktop', 'desktop', 'green'],
  ['dv_kiosk', 'tv', 'vermillion'],
  [NO_DEVICE, 'none', 'grey'],
];
const departments: readonly Row[] = [
  ['dp_marketing', 'ad', 'pink'],
  ['dp_webshop', 'globe', 'blue'],
  ['dp_sales', 'store', 'orange'],
  ['dp_service', 'help', 'green'],
  ['dp_finance', 'receipt', 'sky'],
  ['dp_it', 'desktop', 'vermillion'],
  ['dp_logistics', 'truck', 'grey'],
];

/**
 * The library of a new workspace. Its ids are the same everywhere, so that maps and the catalogue may name them.
 * `name` gives the text for `library.<id>`, such as `library.ch_website`.
 */
export function defaultLibrary(name: (key: string) => string): LibraryTables {
  return {
    ...emptyLibraryTables(),
    channels: entries(channels, name),
    devices: entries(devices, name),
    departments: entries(departments, name),
  };
}

function entries(rows: readonly Row[], name: (key: string) => string): Table<LibraryEntry> {
  return Object.fromEntries(
    rows.map(([id, icon, color], index) => [
      id,
      { ...blankEntry, id, order: fixedOrder(index), name: name(`library.${id}`), icon, color },
    ]),
  );
}

/** `a0`, `a1`, ... `a9`, `aA`, ...: the same in every workspace, which keys with jitter would not be. */
function fixedOrder(index: number): string {
  return `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index)}`;
}
