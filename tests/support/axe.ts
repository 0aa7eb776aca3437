import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds serious or critical in the whole page or in the part that has just been opened, a line each. */
export async function faults(page: Page, part?: string, rules?: readonly string[]): Promise<string[]> {
  // Lists of what passed, and a page of its own to sum up in, would take most of axe's time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (part !== undefined) axe.include(part);
  if (rules !== undefined) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, any }) => `${id}: ${html.slice(0, 140)} ${any[0]?.message ?? ''}`),
    );
}

/** As `faults`, in light colours by all rules, and in dark ones by those that look at colours: nothing else differs. */
export async function faultsInBothThemes(page: Page, where: string, part?: string): Promise<string[]> {
  const inTheme = async (scheme: 'light' | 'dark', rules?: readonly string[]) => {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(page.locator(`html[data-mantine-color-scheme="${scheme}"]`)).toHaveCount(1);
    return (await faults(page, part, rules)).map((fault) => `${where}, ${scheme}: ${fault}`);
  };
  const dark = await inTheme('dark', ['color-contrast', 'link-in-text-block']);
  return [...(await inTheme('light')), ...dark];
}
