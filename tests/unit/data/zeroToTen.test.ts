import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { noMatching } from '../../../src/app/dataImport/profile.ts';
import { readingOf } from '../../../src/app/dataImport/reading.ts';
import { ScoreSettings } from '../../../src/app/dataImport/ScoreSettings.tsx';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

async function pageOf(fileName: string, head: string, values: readonly number[]) {
  const rows = Array.from({ length: 40 }, (_, at) => `2026-10-01,${values[at % values.length]},fine,DE`);
  const file = bytesAs(fileName, `date,${head},comment,country\n${rows.join('\n')}\n`);
  const found = await createDataApi().inspect(file, 'UTC');
  if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
  const understood = {
    ...{ file: file as unknown as File, seen: found.value, overrides: {}, matching: noMatching, profile: null },
    reading: readingOf(found.value, 'survey'),
  };
  const page = renderToString(
    createElement(MantineProvider, null, createElement(ScoreSettings, { understood, onChange: () => {} })),
  );
  return { page, score: found.value.survey.scores[0] };
}

async function guessed(...file: Parameters<typeof pageOf>) {
  const { page, score } = await pageOf(...file);
  return [score?.measure, score?.scale.greatest, page.includes('may be those of NPS')];
}

const [long, short] = [
  [0, 3, 6, 8, 9, 10],
  [1, 3, 4, 5],
];
it.each([
  ['answers.csv', 'score', long, 'nps', 10, false],
  ['nps.csv', 'score', long, 'nps', 10, false],
  ['NPS_2026-11 (2).csv', 'Rating', [6, 8, 9, 10], 'nps', 10, false],
  ['answers.csv', 'How likely are you to come again', long, 'nps', 10, false],
  ['answers.csv', 'Would you recommend us', short, 'nps', 10, false],
  // It stays open: said to be so, perhaps.
  ['answers.csv', 'score', [6, 8, 9, 10], 'csat', 10, true],
  ['nps.csv', 'Satisfaction', long, 'csat', 10, true],
  ['answers.csv', 'Customer Effort', long, 'ces', 10, true],
  // Five points are none of NPS.
  ['nps.csv', 'score', short, 'csat', 5, false],
  ['answers.csv', 'Rate your visit', short, 'csat', 5, false],
] as const)('WZ83 %s with "%s": %j is read as %s on a scale up to %s', async (file, head, values, ...expected) => {
  expect(await guessed(file, head, values)).toEqual(expected);
});

it('WZ114 scales of four, of six and from 0 to 5 can be chosen for satisfaction, and that the lowest is best', async () => {
  const { page } = await pageOf('answers.csv', 'Satisfaction', short);
  const labels = [...page.matchAll(/<option value="[^"]*"(?: selected="")?>([^<]*)</g)].map(([, label]) => label);
  expect(labels).toEqual([
    ...['1–4', '1–5', '1–6', '1–7', '0–5', '0–10', '1–10'],
    ...['Share of the two best', 'Mean', 'The highest', 'The lowest'],
  ]);
});
