import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { furtherValues } from '../../../src/canvas/furtherValues.ts';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import { draftMap } from '../layout/mapDraft.ts';

const t = ((key: string, values?: Record<string, string>) =>
  values === undefined ? key : `${values.lens}: ${values.first} + ${values.more}`) as unknown as TFunction;

function said(fields: Partial<Touchpoint>): string[] {
  const draft = draftMap([1]);
  const id = draft.touchpoint('a', '1_1', ['web'], fields);
  const content = createCardContent(createPlainMeasurer()).of(draft.docs.map.touchpoints[id] as Touchpoint, draft.docs);
  return furtherValues(content, t, 'en');
}

describe('a card with more than it shows', () => {
  it('CV15 names all of a kind of which it has several, the first first', () => {
    expect(said({ channels: ['ch_phone', 'ch_web', 'ch_shop'] })).toEqual(['lens.channel: phone + web and shop']);
    expect(said({ devices: ['dv_shop', 'dv_web'], departments: ['dp_web', 'dp_phone'] })).toEqual([
      'lens.device: shop + web',
      'lens.department: web + phone',
    ]);
  });

  it('CV15 says nothing where the card says it all', () => {
    expect(said({ devices: ['dv_shop'], departments: ['dp_web'] })).toEqual([]);
    expect(said({ channels: [] })).toEqual([]);
  });
});
