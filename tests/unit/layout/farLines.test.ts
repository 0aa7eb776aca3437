import { expect, test } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { farLines } from '../../../src/layout/farLines.ts';
import { titleOnlyStyle } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { draftMap, lay } from './mapDraft.ts';

const texts = [
  'Why',
  'Where is it?',
  'Why must I say all of it again, when they had it yesterday?',
  'ทำไมต้องกรอกข้อมูลซ้ำอีกทั้งที่เคยกรอกไปแล้ว',
];

test('CV1 every text of a lane is shown from afar, no higher than its box', () => {
  const draft = draftMap([texts.length]);
  draft.lane('thoughts', { role: 'thoughts', side: 'above' });
  for (const [index, text] of texts.entries()) draft.card(`c${index}`, `1_${index + 1}`, 'thoughts', text);
  const content = createCardContent(createPlainMeasurer());
  const cards = lay(draft.docs).placements.filter(({ kind }) => kind === 'card');
  expect(cards).toHaveLength(texts.length);
  for (const card of cards) {
    const text = draft.docs.map.cards[card.recordId]?.text ?? '';
    const lines = farLines(content, text, { width: 136, height: card.height });
    expect(lines.length, text).toBeGreaterThan(0);
    expect(lines.length * titleOnlyStyle.lineHeight, text).toBeLessThanOrEqual(card.height);
    expect(text.startsWith((lines[0]?.text ?? '').replace('…', '').trim()), text).toBe(true);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(136);
  }
});
