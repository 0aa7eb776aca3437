import i18next from 'i18next';
import { overlayFacts } from '../../canvas/overlayFacts.ts';
import type { Overlay } from '../../editor/session.ts';
import type { Measurer } from '../../layout/measurer.ts';
import { overlayInk } from '../../layout/overlayInk.ts';
import type { Scene } from '../../layout/scene.ts';
import type { Documents } from '../../model/tables.ts';
import { legendHeight } from '../../paint/paintOverlay.ts';
import { loadKpiTexts } from './kpiTexts.ts';

/** What overlays and lanes of KPIs add to the picture of a map: strokes, colours of cards, and the legend below. */
export async function overlayPicture(
  documents: Documents,
  scene: Scene,
  measurer: Measurer,
  looked: { readonly overlay: Overlay; readonly personaFilter: readonly string[] },
) {
  await loadKpiTexts();
  const facts = overlayFacts(documents, looked, i18next.t, i18next.language);
  const { legend, tones } = facts;
  return { ink: overlayInk(scene, facts, measurer), tones, legend, height: legendHeight(legend) };
}
