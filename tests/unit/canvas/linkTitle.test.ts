import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../../src/app/locales/en.ts';
import { linkTitle } from '../../../src/canvas/linkTitle.ts';
import type { LinkState } from '../../../src/layout/scene.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
});

it('NB11 pointing at a link says what it is, and its volume where one is laid over the map', () => {
  const says = (state: LinkState, facts: Parameters<typeof linkTitle>[1], linkId = 'ln_a') =>
    linkTitle({ linkId, state }, facts, i18next.t);
  const facts = { volumes: new Map([['ln_a', { width: 3, text: '1,820', dropOff: '', few: false }]]) };
  const plain: LinkState = { handoff: false, state: 'none', severity: null };
  const gap: LinkState = { handoff: true, state: 'gap', severity: 4 };
  expect(says(plain, null)).toBe('Link');
  expect(says(plain, facts)).toBe('Link · 1,820');
  expect(says(plain, facts, 'ln_b')).toBe('Link');
  expect(says(gap, facts)).toBe(`${says(gap, null)} · 1,820`);
  expect(says(gap, null)).toContain('4');
});
