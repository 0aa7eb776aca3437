import type { Page } from '@playwright/test';
import { sampleLog } from './bytesAs.ts';
import type { SlowEvent } from './slowLog.ts';

/** A log of which no cell has a quote in it, read in the plainest way. */
export function plainEvents(name: string): SlowEvent[] {
  const [header = '', ...lines] = new TextDecoder().decode(sampleLog(name)).trim().split(/\r?\n/);
  const at = (column: string) => header.split(',').indexOf(column);
  return lines.map((line) => {
    const cells = line.split(',');
    const time = Date.parse((cells[at('time:timestamp')] ?? '').replace(' ', 'T'));
    const [caseId = '', activity = ''] = [cells[at('case:concept:name')], cells[at('concept:name')]];
    return { caseId, activity, start: time, end: time };
  });
}

/** What stands at links, as `from -> to`, and in the lane of waiting times, by the titles of each step's touchpoints. */
export const drawn = (page: Page) =>
  page.evaluate(() => {
    const { map, library } = window.desirepath.editor?.doc ?? {};
    const waiting = Object.values(map?.lanes ?? {}).find(
      ({ kpiId }) => library?.kpis[kpiId ?? '']?.name === 'Waiting before, median',
    );
    const title = (id: string | undefined) => map?.touchpoints[id ?? '']?.title;
    const [atLinks, inLane]: Record<string, string>[] = [{}, {}];
    for (const group of document.querySelectorAll<SVGElement>('.overlays:not([data-under]) [data-figure]')) {
      const [key = '', text = ''] = [group.dataset.figure, group.textContent];
      const link = map?.links[key];
      const [lane, step] = key.split('|');
      const own = Object.values(map?.touchpoints ?? {}).filter(({ stepId }) => stepId === step);
      if (link && atLinks) atLinks[`${title(link.from)} -> ${title(link.to)}`] = text;
      if (lane === `lane:${waiting?.id}` && own.length > 0 && inLane)
        inLane[own.map((each) => each.title).join(' + ')] = text;
    }
    return { atLinks: atLinks ?? {}, inLane: inLane ?? {} };
  });

/** What cannot be read on the map as it is on the screen: cards that overlap, titles that are cut, figures on titles. */
export const unreadable = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    const cards = [...document.querySelectorAll<HTMLElement>('.touchpoint')].map((card) => {
      const title = window.desirepath.editor?.doc.map.touchpoints[card.dataset.record ?? '']?.title ?? '';
      const lines = [...card.querySelectorAll<HTMLElement>('[class^="touchpoint-title"] .line')];
      return { title, lines, box: card.getBoundingClientRect() };
    });
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    for (const [at, { title, lines, box }] of cards.entries()) {
      const boxes = lines.map((line) => line.getBoundingClientRect());
      if (words(lines.map((line) => line.textContent).join(' ')) !== words(title)) faults.push(`${title} is shortened`);
      if (lines.some((line) => line.scrollWidth > line.clientWidth)) faults.push(`${title} is cut`);
      if (boxes.some(({ right, bottom }) => right > box.right || bottom > box.bottom))
        faults.push(`${title} is larger than its card`);
      for (const other of cards.slice(at + 1)) if (overlap(box, other.box)) faults.push(`${title} / ${other.title}`);
      for (const text of document.querySelectorAll('.overlays:not([data-under]) [data-figure] text')) {
        const range = document.createRange();
        for (const line of lines) {
          range.selectNodeContents(line);
          if (overlap(range.getBoundingClientRect(), text.getBoundingClientRect()))
            faults.push(`${text.textContent} stands on ${title}`);
        }
      }
    }
    return faults;
  });
