import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../../src/app/locales/en.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { linkTitle } from '../../../src/canvas/linkTitle.ts';
import type { LinkState } from '../../../src/layout/scene.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...enKpis } } } });
});

it('NB11 pointing at a link says what it is, and its volume with n and who goes no further where these are laid over the map', () => {
  const says = (state: LinkState, facts: Parameters<typeof linkTitle>[1], linkId = 'ln_a') =>
    linkTitle({ linkId, state, from: 'tp_a@pe_1' }, facts, i18next.t);
  const facts = {
    volumes: new Map([['ln_a', { width: 3, text: '1,820', n: 'n 4,000', shortN: 'n 4K', isCount: false, few: false }]]),
    losses: new Map(),
  };
  const plain: LinkState = { handoff: false, state: 'none', severity: null };
  const gap: LinkState = { handoff: true, state: 'gap', severity: 4 };
  expect(says(plain, null)).toBe('Link');
  expect(says(plain, facts)).toBe('Link · 1,820, n 4,000');
  expect(says(plain, facts, 'ln_b')).toBe('Link');
  expect(says(gap, facts)).toBe(`${says(gap, null)} · 1,820, n 4,000`);
  expect(says(gap, null)).toContain('4');
  const lossy = { ...facts, losses: new Map([['tp_a', { text: '▼9%', n: 'n 12 few', shortN: 'n 12', few: true }]]) };
  expect(says(plain, lossy)).toBe('Link · 1,820, n 4,000 · ▼9% go no further from where it begins, n 12 few');
});
