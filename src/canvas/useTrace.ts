import { type RefObject, useEffect } from 'react';
import type { Editor } from '../editor/createEditor.ts';
import { recordAtCursor } from './gridEdits.ts';
import type { MapView } from './mapView.ts';
import { type Trace, traceWays } from './traceWays.ts';

/** A link is meant at once; over cards one often only passes, by pointer and by keys. */
const LINK_DELAY = 90;
const CARD_DELAY = 350;

/**
 * While a link or card is pointed at, or the cursor stands on a card by keys, what is on the ways through it stays and
 * the rest stands back. One style sheet does it, so that nothing is rendered or laid out, and what comes into view while
 * panning is right too.
 */
export function useTrace(area: RefObject<HTMLElement | null>, editor: Editor, view: MapView): void {
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
        sheet.replaceSync('');
      }
      if (id !== null) timer = window.setTimeout(show, delay);
    };
    const show = () => {
      const { drag, editing } = editor.session.getState();
      if (wanted === null || drag !== null || editing !== null) return;
      const { faded, leftOut } = view.laid.getState().shown;
      const found = traceWays(editor.documents().map, wanted, new Set([...faded, ...leftOut]));
      if (found === null) return;
      sheet.replaceSync(rules(found));
      element.dataset.tracing = wanted;
    };
    const onOver = (event: PointerEvent) => {
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
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('pointerdown', onLeave);
    element.addEventListener('focusout', onBlur);
    element.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      stop();
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('pointerdown', onLeave);
      element.removeEventListener('focusout', onBlur);
      element.removeEventListener('keydown', onKey, true);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [area, editor, view]);
}

/** What is not on the ways stands back; how that looks, `cards.css` and `links.css` say. */
function rules({ touchpoints, links }: Trace): string {
  const cards = [...touchpoints].map((id) => `[data-record="${id}"]`).join(',');
  const lines = [...links].map((id) => `[data-link="${id}"]`).join(',');
  return `
    .map[data-tracing] .touchpoint:not(:is(${cards})) {
      --card-ground: var(--canvas);
      --card-line: var(--line);
      --card-shadow: none;
      --card-ink: var(--ink-3);
      --card-meta: var(--ink-3);
      --card-signs: 0.35;
    }
    .map[data-tracing] .link:not(:is(${lines})) { opacity: 0.18 }
    .map[data-tracing] .mark:not(:is(${lines})) { opacity: 0.25 }
    .map[data-tracing] .link:is(${lines}) .link-line { stroke-width: 2.4px }`;
}
