import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openGallery, openSample, titles, whenSaved } from '../../support/app.ts';
import { enterGrid } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

const folder = resolve(process.cwd(), '../shared/data/mermaid');
const diagrams = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mmd')) : [];
interface Expected {
  ok: boolean;
  title: string | null;
  sections?: string[];
  tasks?: { task: string }[];
}
const expected: Record<string, Expected> = existsSync(resolve(folder, 'expected.json'))
  ? (JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')) as Record<string, Expected>)
  : {};

/** Imports a file by script: the map's id, or what the refusal says. */
function bring(
  page: Page,
  name: string,
  text: string,
): Promise<{ mapId?: string; notes?: string[]; refusal?: string }> {
  return page.evaluate(
    async ([file, content]) => {
      try {
        return await window.desirepath.importFile(new File([content], file));
      } catch (error) {
        return { refusal: (error as Error).message };
      }
    },
    [name, text] as const,
  );
}
const mapIds = async (page: Page) => (await page.evaluate(() => window.desirepath.maps())).map(({ id }) => id).sort();
const exported = (page: Page) => page.evaluate(async () => (await window.desirepath.exportMap('json')).text());

test.describe('import', () => {
  test(`V7 V42 each of the ${diagrams.length} sample diagrams opens as a map or is refused with the line at fault; one is drawn on, kept and exported, light and dark too`, async ({
    page,
  }) => {
    test.skip(diagrams.length === 0, 'the folder ../shared/data/mermaid is absent');
    expect(diagrams).toHaveLength(19);
    await openGallery(page);
    for (const name of diagrams) {
      const before = await mapIds(page);
      const result = await bring(page, name, readFileSync(resolve(folder, name), 'utf8'));
      const wanted = expected[name];
      if (result.refusal !== undefined) {
        expect(wanted?.ok, `${name}: ${result.refusal}`).toBe(false);
        expect(result.refusal, name).toMatch(/line \d+/i);
        expect(await mapIds(page), name).toEqual(before);
        continue;
      }
      expect((await mapIds(page)).length, name).toBe(before.length + 1);
      const shown = await page.evaluate(async (mapId) => {
        await window.desirepath.open(mapId);
        const map = window.desirepath.editor?.doc.map;
        return {
          touchpoints: Object.keys(map?.touchpoints ?? {}).length,
          name: Object.values(map?.map ?? {})[0]?.name,
        };
      }, result.mapId ?? '');
      await expect(page.locator('.map'), name).toBeVisible();
      if (wanted?.ok !== true) continue;
      expect(shown.touchpoints, name).toBe(wanted.tasks?.length);
      if (wanted.title) expect(shown.name, name).toBe(wanted.title.trim());
    }

    // The one that is open is drawn on.
    const before = await titles(page);
    await enterGrid(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Drawn by hand');
    await page.keyboard.press('Enter');
    const drawn = [...before, 'Drawn by hand'].sort();
    await expect.poll(() => titles(page)).toEqual(drawn);
    const scheme = page.locator('html');
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light');
    await page.keyboard.press('Control+Shift+L');
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await whenSaved(page);
    await page.reload();
    await expect(page.locator('.touchpoint', { hasText: 'Drawn by' })).toBeVisible();
    expect(await titles(page)).toEqual(drawn);
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark');
    const ground = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(Math.max(...(ground.match(/\d+/g) ?? []).slice(0, 3).map(Number)), ground).toBeLessThan(80);
    const file = JSON.parse(await exported(page)) as { format: string; map: { touchpoints: { title: string }[] } };
    expect(file.format).toBe('desirepath.journey');
    expect(file.map.touchpoints.map(({ title }) => title).sort()).toEqual(drawn);
    const picture = await page.evaluate(async () => {
      const blob = await window.desirepath.exportMap('png', { scale: 1 });
      const { width, height } = await createImageBitmap(blob);
      return { type: blob.type, width, height };
    });
    expect(picture.type).toBe('image/png');
    expect(Math.min(picture.width, picture.height)).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light');
  });

  test('V8 damaged files are refused in words that name what is wrong, and no other map changes', async ({ page }) => {
    test.setTimeout(60_000);
    await openSample(page);
    const before = await exported(page);
    const sample = JSON.parse(before) as Record<string, unknown>;
    const ids = await mapIds(page);
    const head = '{"format":"desirepath.journey","formatVersion":1,';
    const refused: [string, string, RegExp][] = [
      ['cut.json', before.slice(0, before.length / 2), /cut short: it ends at line \d+, column \d+/],
      ['types.json', `${head}"map":[1,2]}`, /"map" should be an object but is a list/],
      ['tables.json', `${head}"map":{"stages":"none"}}`, /stages.* should be a list/],
      ['proto.json', `${head}"map":{"__proto__":{"polluted":true}}}`, /"__proto__", which is not safe/],
      ['nan.json', `${head}"map":{"map":[NaN]}}`, /Line 1, column \d+ holds NaN/],
      ['deep.json', '['.repeat(10_000) + ']'.repeat(10_000), /deeper than 100 levels/],
      ['newer.json', '{"format":"desirepath.journey","formatVersion":99}', /newer Desirepath \(format 99/],
      ['other.json', '{"format":"else"}', /not a journey map: its "format" is "else"/],
      ['null.json', 'null', /should be an object but is null/],
      ['empty.json', '', /empty/],
      ['comma.json', '{"format":,}', /line 1, column 11 holds ","/],
      ['binary.json', '\u0000\u0001PNG\u0000', /not a text file/],
      ['picture.png', '\uFFFDPNG\r\n', /not a (text file|kind of file)/],
      ['words.md', 'Nothing to see here.', /No Mermaid journey was found/],
      [
        'none.workspace.json',
        '{"format":"desirepath.workspace","formatVersion":1,"maps":[7]}',
        /no map that can be read/,
      ],
    ];
    for (const [name, text, reason] of refused) {
      const result = await bring(page, name, text);
      expect(result.refusal, name).toMatch(reason);
      expect(result.refusal, name).not.toMatch(/undefined|\{\{|at .*\.js/);
    }
    const large = await page.evaluate(async () => {
      const from = performance.now();
      const file = new File([' '.repeat(50 * 1024 * 1024 + 1)], 'large.json');
      const message = await window.desirepath.importFile(file).catch((error: Error) => error.message);
      return { message, time: performance.now() - from };
    });
    expect(large.message).toMatch(/too large \(51 MB\)/);
    expect(large.time).toBeLessThan(2000);
    expect(await mapIds(page)).toEqual(ids);

    // What can be mended is, and said: ids that are names of objects, that are there twice or lead nowhere.
    const map = structuredClone(sample.map) as Record<string, Record<string, unknown>[]>;
    const [first, second] = map.touchpoints ?? [];
    if (!first || !second) throw new Error('The sample has no touchpoints.');
    for (const [name, id, said] of [
      ['proto-id.json', '__proto__', /uses the name "__proto__", which is not safe to read \(as an id\)/],
      ['constructor-id.json', 'constructor', /uses the name "constructor", which is not safe to read \(as an id\)/],
      ['long-id.json', 'x'.repeat(100_000), /A link whose ends are not both in the map was left out \(ln_/],
      ['twice.json', String(second.id), /touchpoints: "[^"]+" came twice; the later one was left out/i],
    ] as const) {
      const changed = { ...map, touchpoints: map.touchpoints?.map((row) => (row === first ? { ...row, id } : row)) };
      const result = await bring(page, name, JSON.stringify({ ...sample, map: changed }));
      expect(result.refusal ?? result.notes?.join(' '), name).toMatch(said);
    }
    const dangling = {
      ...map,
      links: map.links?.map((row, index) => (index === 0 ? { ...row, to: 'tp_gone' } : row)),
      touchpoints: map.touchpoints?.map((row) => (row === first ? { ...row, stepId: 'sp_gone', channels: [7] } : row)),
    };
    const mended = await bring(page, 'dangling.json', JSON.stringify({ ...sample, map: dangling }));
    expect(mended.notes?.length).toBeGreaterThan(0);

    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await exported(page)).toBe(before);
    await whenSaved(page);
    await page.reload();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    expect(await exported(page)).toBe(before);
  });

  test('V10 V43 scripts in any text of a file never run, links that could run code are dropped, and the policy of the page refuses the rest', async ({
    page,
    noise,
  }) => {
    await openSample(page);
    const file = JSON.parse(await exported(page)) as Record<string, Record<string, Record<string, unknown>[]>>;
    const payloads = [
      '<img src=x onerror="window.hit=1;alert(1)">',
      '"><script>window.hit=1;alert(1)</script>',
      "<svg/onload=window.hit=1 xmlns='x'>",
      '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
      '{{constructor.constructor("window.hit=1")()}}',
      '$t(window.hit)',
      "javascript:window.hit=1//'",
    ];
    let at = 0;
    const texts = new Set(['name', 'scenario', 'title', 'description', 'owner', 'objections', 'text', 'label', 'note']);
    for (const part of [file.map, file.library]) {
      for (const rows of Object.values(part ?? {})) {
        for (const row of rows) {
          for (const key of Object.keys(row)) if (texts.has(key)) row[key] = payloads[at++ % payloads.length];
        }
      }
    }
    const bad = [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
    ];
    for (const row of file.map?.touchpoints ?? []) {
      row.tags = [...payloads];
      row.webLinks = [
        ...bad,
        'https://example.org/',
        'JaVaScRiPt:alert(1)',
        'mailto:a@example.org',
        'file:///etc/passwd',
      ];
    }
    const { mapId, refusal } = await bring(page, '<img src=x onerror=alert(1)>.json', JSON.stringify(file));
    expect(refusal).toBeUndefined();
    await page.evaluate((id) => window.desirepath.open(id), mapId ?? '');
    await page.locator('.touchpoint').first().click();
    await expect(page.locator('.web-link').first()).toBeVisible();
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.filter((href) => /^(?!https:|mailto:|#)/i.test(href ?? ''))).toEqual([]);
    for (const lens of ['2', '3']) await page.locator('.lens-switch button', { hasText: lens }).click();
    for (const name of ['Personas', 'Lanes', 'Rows: channels, devices, departments', 'Details']) {
      await page.getByRole('button', { name, exact: true }).first().click();
      await expect(page.locator('.side-panel .panel')).toBeVisible();
    }
    await page.evaluate(() => window.desirepath.exportMap('png', { scale: 1 }));
    const mermaid = await page.evaluate(async () => (await window.desirepath.exportMap('mermaid')).text());
    expect((await bring(page, 'again.mmd', mermaid)).refusal).toBeUndefined();
    await page.getByRole('link', { name: 'All maps' }).click();
    await expect(page.locator('.tile').first()).toBeVisible();
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(await page.locator('.tile iframe, .tile script, img[src=x], iframe').count()).toBe(0);
    expect(noise).toEqual([]);

    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(/default-src 'self'.*script-src 'self'.*object-src 'none'/);
    const refused = await page.evaluate(async () => {
      const refused: string[] = [];
      const hear = ({ effectiveDirective }: SecurityPolicyViolationEvent) => void refused.push(effectiveDirective);
      document.addEventListener('securitypolicyviolation', hear);
      const script = document.createElement('script');
      script.textContent = 'window.hit = 1';
      document.body.append(script);
      await fetch('https://elsewhere.invalid/').catch(() => undefined);
      const picture = new Image();
      const settled = new Promise((resolve) => picture.addEventListener('error', resolve));
      picture.src = 'https://elsewhere.invalid/dot.png';
      await settled;
      await new Promise((resolve) => setTimeout(resolve));
      document.removeEventListener('securitypolicyviolation', hear);
      script.remove();
      return refused.sort();
    });
    expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    // All that was heard is what was just tried.
    expect(noise.filter((line) => !/elsewhere\.invalid|script-src|inline/.test(line))).toEqual([]);
    noise.length = 0;
  });
});
