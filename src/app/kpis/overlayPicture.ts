import i18next from 'i18next';
import { overlayFacts } from '../../canvas/overlayFacts.ts';
import type { Overlay } from '../../editor/session.ts';
import type { Measurer } from '../../layout/measurer.ts';
import { overlayInk } from '../../layout/overlayInk.ts';
import type { Scene } from '../../layout/scene.ts';
import type { Documents } from '../../model/tables.ts';
import { legendHeight, paintInk, paintLegend } from '../../paint/paintOverlay.ts';
import type { Context } from '../../paint/pens.ts';
import type { Theme } from '../../paint/theme.ts';
import { loadKpiTexts } from './kpiTexts.ts';

/** What overlays and lanes of KPIs add to the picture of a map: strokes, colours of cards, and the legend below. */
export async function overlayPicture(
  documents: Documents,
  scene: Scene,
  measurer: Measurer,
  looked: { readonly overlay: Overlay; readonly personaFilter: readonly string[]; readonly sideBySide?: boolean },
) {
  await loadKpiTexts();
  const facts = overlayFacts(documents, looked, i18next.t, i18next.language);
  const { legend, tones } = facts;
  const ink = overlayInk(scene, facts, measurer);
  return {
    tones,
    /** Height of the legend. */
    height: legendHeight(legend),
    paint: (ctx: Context, under: boolean, faded: ReadonlySet<string>, theme: Theme) =>
      paintInk(ctx, ink, under, faded, theme),
    paintLegend: (ctx: Context, top: number, theme: Theme) => {
      if (legend !== null) paintLegend(ctx, scene, legend, top, theme);
    },
  };
}
