import { expect, type Page } from '@playwright/test';
import { TITLE_ONLY_WIDTH, TITLE_WIDTH } from '../../../src/layout/metrics.ts';
import { openSample } from '../../support/app.ts';
import { boxOf, middleOf, openBlankMap, put, rectOf, run, stepIds, tables } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

/** How far the words of the scale stand from their lines at most, in screen pixels. */
function scaleOff(page: Page): Promise<number> {
  return page.evaluate(() => {
    const middle = (element: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2;
    };
    const lines = [...document.querySelectorAll('.curve-guide')].map(middle).sort((a, b) => a - b);
    const words = [...document.querySelectorAll('.curve-word')].map(middle).sort((a, b) => a - b);
    if (lines.length === 0 || words.length !== lines.length) return Number.POSITIVE_INFINITY;
    return Math.max(...words.map((word, index) => Math.abs(word - (lines[index] ?? 0))));
  });
}

const scripts = [
  'Заказывает доставку мороженого на следующий день, вечером',
  'Перезванивает в магазин: курьер опаздывает уже полчаса',
  'ลูกค้าสั่งไอศกรีมทางโทรศัพท์แล้วรอพนักงานส่งของ',
  'ตรวจสอบสถานะการจัดส่งสินค้าบนเว็บไซต์อีกครั้ง',
  '顾客打电话询问冰淇淋什么时候可以送到家里，并要求改地址',
  '在网站上查看订单状态；然后写电子邮件给客服部门',
  'Bestellbestätigungsnachricht: https://example.org/überlang/ok',
];

/**
 * Titles whose lines are others than those into which the browser breaks a plain paragraph of the same font and width,
 * and how many were compared. What is cut or stands in a narrower last line needs only begin as the browser's does.
 */
function otherBreaks(page: Page): Promise<{ compared: number; other: string[] }> {
  return page.evaluate(
    ([inCard, alone]) => {
      const titles = window.desirepath.editor?.doc.map.touchpoints ?? {};
      const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      const plainLines = (text: string, like: HTMLElement) => {
        const box = document.createElement('div');
        const { fontFamily, fontSize, fontWeight, lineHeight } = getComputedStyle(like);
        Object.assign(box.style, {
          position: 'absolute',
          left: 0,
          top: 0,
          fontFamily,
          fontSize,
          fontWeight,
          lineHeight,
        });
        Object.assign(box.style, {
          width: `${like.matches('.touchpoint-title') ? inCard : alone}px`,
          overflowWrap: 'break-word',
        });
        box.textContent = text;
        document.body.append(box);
        const lines: { top: number; text: string }[] = [];
        for (const { segment, index } of segments.segment(text)) {
          const range = document.createRange();
          range.setStart(box.firstChild as Text, index);
          range.setEnd(box.firstChild as Text, index + segment.length);
          const top = range.getClientRects()[0]?.top;
          const last = lines.at(-1);
          if (last === undefined || (segment !== ' ' && top !== undefined && top > last.top + 4)) {
            lines.push({ top: top ?? 0, text: segment });
          } else last.text += segment;
        }
        box.remove();
        return lines.map((line) => line.text.trimEnd());
      };
      const other: string[] = [];
      const cards = [...document.querySelectorAll<HTMLElement>('.touchpoint-title, .touchpoint-title-only')];
      for (const card of cards) {
        const id = card.closest<HTMLElement>('.touchpoint')?.dataset.record ?? '';
        const shown = [...card.querySelectorAll('.line')].map((line) => line.textContent ?? '');
        const wanted = plainLines(titles[id]?.title ?? '', card);
        const matches = shown.every((line, index) =>
          line.endsWith('…')
            ? index === shown.length - 1 && wanted.slice(index).join(' ').startsWith(line.slice(0, -1))
            : line === wanted[index],
        );
        if (!matches || (wanted.length > shown.length && shown.at(-1)?.endsWith('…') !== true))
          other.push(`${shown.join(' | ')} instead of ${wanted.join(' | ')}`);
      }
      return { compared: cards.length, other };
    },
    [TITLE_WIDTH, TITLE_ONLY_WIDTH] as const,
  );
}

test('CV1 CV2 CV14 at middle zoom the texts of lanes are there and the scale stands beside its lines; titles of any script break as the browser breaks them', async ({
  page,
}) => {
  await openSample(page);
  expect(await scaleOff(page)).toBeLessThan(1.5);
  const ids = await page
    .locator('.touchpoint')
    .evaluateAll((all) => all.map((box) => (box as HTMLElement).dataset.record));
  for (const [index, title] of scripts.entries()) {
    await run(page, 'updateTouchpoint', { id: ids[index] ?? '', fields: { title } });
  }
  await expect(page.locator('.touchpoint', { hasText: '顾客' })).toBeVisible();
  await expect.poll(async () => (await otherBreaks(page)).other).toEqual([]);
  expect((await otherBreaks(page)).compared).toBeGreaterThan(scripts.length);
  // It opens in actual size, or a little larger for a card to be cut.
  for (let press = 0; press < 2; press++) await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(page.locator('.map')).toHaveAttribute('data-level', 'title');
  expect(await scaleOff(page)).toBeLessThan(1.5);
  expect((await otherBreaks(page)).other).toEqual([]);
  // What reaches below its line is not cut off.
  await expect(page.locator('.touchpoint-title-only .line').first()).toHaveCSS('overflow-y', 'visible');
  const text = page.locator('.lane-card .line').first();
  await expect(text).toBeVisible();
  const { height } = await rectOf(text);
  expect(height).toBeGreaterThan(12);
  // Nothing of the head stands over the words.
  const word = await middleOf(page.locator('.curve-word').first());
  const onTop = await page.evaluate(({ x, y }) => {
    const words = document.querySelector<HTMLElement>('.curve-word');
    words?.style.setProperty('pointer-events', 'auto');
    return words?.contains(document.elementFromPoint(x, y)) === true;
  }, word);
  expect(onTop).toBe(true);
});

test('CV9 while a link is drawn by keys the source is marked and a line says what to do; typing edits nothing', async ({
  page,
}) => {
  await openBlankMap(page);
  const first = await put(page, 'Sees an advert', 0, 0);
  const second = await put(page, 'Calls the shop', 1, 0);
  await boxOf(page, first).click();
  await page.keyboard.press('Control+l');
  const line = page.locator('.link-mode');
  await expect(line).toContainText('Link from “Sees an advert”');
  await expect(boxOf(page, first)).toHaveAttribute('data-linking', 'true');
  await page.keyboard.type('abc');
  await expect(page.locator('.in-place')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  expect((await tables(page)).touchpoints[first]?.title).toBe('Sees an advert');

  await boxOf(page, first).click();
  await page.keyboard.press('Control+l');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(line).toHaveCount(0);
  const [link] = Object.values((await tables(page)).links);
  expect([link?.from, link?.to]).toEqual([first, second]);
});

test('CV12 what is said beside curves goes with the pointer and the focus, and stays in the window', async ({
  page,
}) => {
  await openBlankMap(page);
  const first = await put(page, 'Sees an advert', 0, 0);
  const second = await put(page, 'Calls the shop', 1, 0);
  const mara = await run(page, 'addPersona', { name: 'Mara' });
  await run(page, 'setSentiment', { touchpointId: first, personaId: mara, value: 2 });
  await run(page, 'setSentiment', { touchpointId: second, personaId: mara, value: 0 });
  const grip = page.locator(`.curve[data-persona="${mara}"] .curve-point[data-touchpoint="${second}"] .curve-grip`);
  const { x, y } = await middleOf(grip);
  const note = page.locator('.curve-note');
  await page.mouse.move(x, y);
  await expect(note).toHaveCount(1);
  await page.mouse.down();
  await page.mouse.move(x, y + 26);
  await page.mouse.move(x + 160, y + 200);
  await page.mouse.up();
  await expect(page.locator('.curve-fall')).toHaveCount(0);
  // By keys it says whose feeling it is, while the focus is there.
  const said = page.locator('.curve-note[data-cell]');
  await expect(said).toHaveCount(1);
  // It covers no card: it stays within its lane.
  const [box, cell] = [await rectOf(said), await rectOf(page.locator('[data-cursor]'))];
  expect(box.y).toBeGreaterThanOrEqual(cell.y - 3);
  expect(box.y + box.height).toBeLessThanOrEqual(cell.y + cell.height + 3);
  await page.keyboard.press('Tab');
  await expect(note).toHaveCount(0);
});

test('CV13 a full cell offers its "+" beside its cards, and on a phone and beside a panel the legend of overlays is folded', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  await page.keyboard.press('Control+g');
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'Unfold the legend' }).click();
  await page.getByRole('button', { name: 'Fold the legend', exact: true }).click();
  const legend = await rectOf(page.locator('.overlay-key'));
  expect(legend.height).toBeLessThan(110);

  // Beside a panel it is folded too where the window is narrow, until somebody unfolds it.
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSample(page);
  await page.keyboard.press('Control+g');
  await page.keyboard.press('4');
  await expect(page.getByRole('button', { name: 'Fold the legend', exact: true })).toBeVisible();
  await page.locator('.rail').getByRole('button', { name: 'KPIs' }).click();
  await page.getByRole('button', { name: 'Unfold the legend' }).click();
  await page.locator('.side-panel').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Fold the legend', exact: true })).toBeVisible();

  await openBlankMap(page);
  await put(page, 'Sees an advert', 0, 0);
  const [stepId = ''] = await stepIds(page);
  const laneId = Object.values((await tables(page)).lanes).find(({ role }) => role === 'thoughts')?.id ?? '';
  const id = await run(page, 'addCard', { stepId, laneId, text: 'So many bags, will the ice cream melt?' });
  const text = await rectOf(boxOf(page, id));
  await page.mouse.move(text.x + text.width + 8, text.y + text.height / 2);
  const plus = page.locator('.hover-add');
  await expect(plus).toHaveAttribute('data-full', 'true');
  expect((await rectOf(plus)).x).toBeGreaterThanOrEqual(text.x + text.width);
  expect((await rectOf(plus.locator('span'))).width).toBeLessThanOrEqual((await rectOf(plus)).width);
});

test('CV16 the map shows its cell when it takes the focus, and itself when it becomes smaller', async ({ page }) => {
  await openSample(page);
  const map = page.locator('.map');
  const isSeen = async (place: ReturnType<Page['locator']>) => {
    const [area, box] = [await map.boundingBox(), await place.boundingBox()];
    if (area === null || box === null) return false;
    return box.y >= area.y && box.y + box.height <= area.y + area.height && box.x + box.width <= area.x + area.width;
  };
  await page.keyboard.press('Control+g');
  await expect(page.locator('[data-cursor]')).toBeFocused();
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 4000);
  await expect.poll(() => isSeen(page.locator('[data-cursor]'))).toBe(false);
  await page.keyboard.press('Control+g');
  await expect.poll(() => isSeen(page.locator('[data-cursor]'))).toBe(true);

  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(page.locator('.touchpoint').first()).toBeVisible();
  await page.mouse.move(800, 500);
  for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, 1500);
  await expect(page.locator('.touchpoint')).toHaveCount(0);
  const some = page.locator('.touchpoint').filter({ visible: true });
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect
    .poll(async () => (await Promise.all((await some.all()).map(isSeen))).filter(Boolean).length)
    .toBeGreaterThan(0);
});
