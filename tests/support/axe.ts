import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page is asked: only what fails is listed, and nothing is fetched or looked for in frames, which there are none of. */
const asked: RunOptions = { resultTypes: ['violations'], preload: false, iframes: false };

/** What axe finds serious or critical in the whole page or in the part that has just been opened, a line each. */
export async function faults(page: Page, part?: string, rules?: readonly string[]): Promise<string[]> {
  // Half a megabyte of script, and most of the time of a small run: once for each document.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(source);
  const options: RunOptions = rules === undefined ? asked : { ...asked, runOnly: { type: 'rule', values: [...rules] } };
  const violations = await page.evaluate(
    async ([part, options]) => {
      const { axe } = window as unknown as {
        axe: { run(context: string | Document, options: RunOptions): Promise<AxeResults> };
      };
      // The map behind what is looked at takes most of the time: where each of its boxes lies is asked for colours.
      const behind = part === undefined ? null : document.querySelector<HTMLElement>('.react-flow__viewport');
      const isWithin = behind !== null && part !== undefined && behind.querySelector(part) !== null;
      if (behind !== null && !isWithin) behind.style.visibility = 'hidden';
      try {
        return (await axe.run(part ?? document, options)).violations;
      } finally {
        if (behind !== null) behind.style.visibility = '';
      }
    },
    [part, options] as const,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, any }) => `${id}: ${html.slice(0, 140)} ${any[0]?.message ?? ''}`),
    );
}

/** What looks at colours: all that differs between the themes. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * As `faults`, in the theme that the page is in by all rules, and then in the other one by those that look at colours.
 * The page stays in that other one: each change of theme draws everything anew.
 */
export async function faultsInBothThemes(page: Page, where: string, part?: string): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [now, then] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  const inTheme = async (scheme: 'light' | 'dark', rules?: readonly string[]) => {
    await expect(page.locator(`html[data-mantine-color-scheme="${scheme}"]`)).toHaveCount(1);
    // Colours that are on their way from one theme to the other are of neither.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY),
    );
    return (await faults(page, part, rules)).map((fault) => `${where}, ${scheme}: ${fault}`);
  };
  const found = await inTheme(now);
  await page.emulateMedia({ colorScheme: then });
  return [...found, ...(await inTheme(then, ofColours))];
}
