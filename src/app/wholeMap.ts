import i18next from 'i18next';
import { allHandoffs } from '../analysis/handoffs.ts';
import { frictionMarks } from '../analysis/mark.ts';
import { curveSources } from '../canvas/curveSources.ts';
import { linkStates } from '../canvas/linkStates.ts';
import { gradesText, kindText } from '../canvas/opportunityText.ts';
import { rowFacts } from '../canvas/rowFacts.ts';
import { type Looked, lookAtAll, shownOf } from '../canvas/shown.ts';
import { createCardContent } from '../layout/cardContent.ts';
import { layoutMap } from '../layout/layoutMap.ts';
import { createPretextMeasurer } from '../layout/pretextMeasurer.ts';
import type { View } from '../layout/scene.ts';
import type { FeelingLevel } from '../model/feelingWord.ts';
import type { Lens } from '../model/lens.ts';
import type { Opportunity } from '../model/records/opportunity.ts';
import type { Documents } from '../model/tables.ts';
import { documentTexts } from './documentTexts.ts';
import { loadFonts } from './fonts.ts';

/** Lays a map out whole, as exports and thumbnails show it: nothing folded or collapsed. */
export async function layOutWhole(documents: Documents, lens: Lens, looked: Looked = lookAtAll) {
  await loadFonts(documentTexts(documents));
  const measurer = createPretextMeasurer();
  const shown = shownOf(documents, looked);
  const view: View = {
    lens,
    collapsedStages: new Set(),
    collapsedRows: new Set(),
    unfolded: true,
    leftOut: shown.leftOut,
    bands: shown.bands,
    curves: curveSources(documents, shown.personas, looked.way),
    frictions: frictionMarks(documents.map),
  };
  const handoffs = allHandoffs(documents.map);
  const scene = layoutMap(documents, view, linkStates(handoffs, lens, documents.map), measurer);
  const facts = rowFacts(documents, view, shown, handoffs);
  return { scene, content: createCardContent(measurer), facts, faded: shown.faded, measurer, handoffs };
}

/** Words the painter needs, in the interface's language. */
export function paintWords() {
  return {
    notSet: i18next.t('map.notSet'),
    untitled: i18next.t('map.untitled'),
    cards: (count: number, of: number) =>
      count === of ? i18next.t('map.cards', { count }) : i18next.t('map.cardsOf', { shown: count, count: of }),
    gaps: (count: number) => i18next.t('map.gaps', { count }),
    feeling: (level: FeelingLevel) => i18next.t(`sentiment.words.${level}`),
    opportunityKind: (opportunity: Opportunity) => kindText(opportunity, i18next.t),
    grades: (opportunity: Opportunity) => gradesText(opportunity, i18next.t),
    evidence: i18next.t('curve.evidence'),
    everyone: i18next.t('persona.everyone'),
  };
}
