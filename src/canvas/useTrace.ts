import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../editor/createEditor.ts';
import { announce } from '../editor/session.ts';
import { recordAtCursor } from './gridEdits.ts';
import type { MapView } from './mapView.ts';
import type { Trace } from './traceWays.ts';

/** A link is meant at once; over cards one often only passes, by pointer and by keys. */
const LINK_DELAY = 90;
const CARD_DELAY = 350;

/** Of more ways nobody wants to know how many. */
const MOST_COUNTED = 1000n;

/** Loaded when something is first pointed at: no map needs it to open. */
const tracing = () => import('./traceWays.ts');

/**
 * While a link or card is pointed at, or the cursor stands on a card by keys, one way through it stands out, the other
 * ways stay, and the rest stands back; where there are several it is said how many. One style sheet does it, so that
 * nothing is rendered or laid out, and what comes into view while panning is right too.
 */
export function useTrace(area: RefObject<HTMLElement | null>, editor: Editor, view: MapView): void {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    let wanted: string | null = null;
    let timer = 0;
    let byKeys = false;
    const trace = (id: string | null, delay: number) => {
      if (id === wanted) return;
      wanted = id;
      clearTimeout(timer);
      if (element.dataset.tracing !== undefined) {
        delete element.dataset.tracing;
        delete element.dataset.ways;
        sheet.replaceSync('');
      }
      if (id !== null) timer = window.setTimeout(show, delay);
    };
    const show = async () => {
      const pointedAt = wanted;
      const { measuredVolumes, traceWays } = await tracing();
      const { drag, editing, overlay, personaFilter } = editor.session.getState();
      // Meanwhile the pointer may have gone elsewhere.
      if (pointedAt === null || wanted !== pointedAt || drag !== null || editing !== null) return;
      const { shown, handoffs } = view.laid.getState();
      const docs = editor.documents();
      const found = traceWays(docs.map, pointedAt, new Set([...shown.faded, ...shown.leftOut]), {
        volume: measuredVolumes(docs, { ...overlay, personaIds: personaFilter }),
        isHandoff: (linkId) => (handoffs.get(linkId)?.state ?? 'none') !== 'none',
      });
      if (found === null) return;
      sheet.replaceSync(rules(found));
      element.dataset.tracing = pointedAt;
      if (found.count < 2n) return;
      const number = new Intl.NumberFormat(i18n.language);
      element.dataset.ways =
        found.count > MOST_COUNTED
          ? t('trace.many', { count: number.format(MOST_COUNTED) })
          : t('trace.ways', { count: number.format(found.count) });
      if (byKeys) announce(editor.session, element.dataset.ways);
    };
    // What comes to lie under a pointer at rest, as when a map opens, is not pointed at.
    let hasMoved = false;
    const onMove = (event: PointerEvent) => {
      if (hasMoved) return;
      hasMoved = true;
      onOver(event);
    };
    const onOver = (event: PointerEvent) => {
      if (!hasMoved) return;
      byKeys = false;
      const target = event.target as Element;
      const link = target.closest<SVGElement>('.link[data-link]')?.dataset.link;
      const card = target.closest<HTMLElement>('.touchpoint[data-record]')?.dataset.record;
      trace(link ?? card ?? null, link === undefined ? CARD_DELAY : LINK_DELAY);
    };
    const onLeave = () => trace(null, 0);
    // The cell is made anew at each place: only then is it known whether the focus has left the map.
    const onBlur = () =>
      setTimeout(() => {
        if (byKeys && !element.contains(document.activeElement)) trace(null, 0);
      }, 0);
    const onKey = (event: KeyboardEvent) => {
      byKeys = /^(Arrow|Home$|End$)/.test(event.key) && !event.altKey;
      if (!byKeys) trace(null, 0);
    };
    const stop = editor.session.subscribe((state, before) => {
      if (state.drag !== before.drag || state.editing !== before.editing) trace(null, 0);
      else if (byKeys && state.cursor !== before.cursor) trace(recordAtCursor(editor, view), CARD_DELAY);
    });
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('pointerdown', onLeave);
    element.addEventListener('focusout', onBlur);
    element.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      stop();
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('pointerdown', onLeave);
      element.removeEventListener('focusout', onBlur);
      element.removeEventListener('keydown', onKey, true);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [area, editor, view, t, i18n]);
}

/** What is not on the one way stands back, and what is on none further; how that looks, `cards.css` and `links.css` say. */
function rules({ touchpoints, links, way }: Trace): string {
  const list = (attribute: string, ids: Iterable<string>) => [...ids].map((id) => `[${attribute}="${id}"]`).join(',');
  const cards = list('data-record', touchpoints);
  const lines = list('data-link', links);
  const wayCards = list('data-record', way);
  const wayLines = list('data-link', way);
  return `
    .map[data-tracing] .touchpoint:not(:is(${wayCards})) {
      --card-ink: var(--ink-2);
      --card-meta: var(--ink-2);
      --card-shadow: none;
      --card-signs: 0.6;
    }
    .map[data-tracing] .touchpoint:not(:is(${cards})) {
      --card-ground: var(--canvas);
      --card-line: var(--line);
      --card-ink: var(--ink-3);
      --card-meta: var(--ink-3);
      --card-signs: 0.35;
    }
    .map[data-tracing] :is(.link, .mark[data-link]):not(:is(${wayLines})) { opacity: 0.55 }
    .map[data-tracing] :is(.link, .mark[data-link]):not(:is(${lines})) { opacity: 0.18 }
    .map[data-tracing] .link:is(${wayLines}) .link-line { stroke-width: 3px }`;
}
