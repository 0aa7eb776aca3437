import { useTranslation } from 'react-i18next';
import { goToRecords } from '../../editor/session.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import type { Place } from '../../model/records/place.ts';

export interface Places {
  /** The name of a touchpoint or stage, of the way from one touchpoint to another, or of the whole map. */
  nameOf(place: Place): string;
  /** Shows it on the map; of the whole map, what was measured of it. */
  goTo(place: Place, kpiId?: string): void;
  /** Shows it on the map with its details beside it. */
  open(place: Place): void;
}

/** How places are named in this panel, and the ways to them. */
export function usePlaces(): Places {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const title = (id: string) =>
    map.map[id] ? t('finding.wholeMap') : map.touchpoints[id]?.title || map.stages[id]?.name || t('map.untitled');
  const linkOf = ({ placeId, toId }: Place) => {
    const id = toId === null ? null : pairId('link', placeId, toId);
    return id !== null && map.links[id] !== undefined ? id : null;
  };
  const goTo = (place: Place, kpiId?: string) => {
    if (map.map[place.placeId] !== undefined)
      return editor.session.setState({ panel: 'kpis', selection: [], cursor: null, openKpi: kpiId });
    const link = linkOf(place);
    goToRecords(editor.session, link === null ? [place.placeId, ...(place.toId === null ? [] : [place.toId])] : [link]);
  };
  return {
    nameOf: ({ placeId, toId }) =>
      toId === null ? title(placeId) : t('gapList.way', { from: title(placeId), to: title(toId) }),
    goTo,
    open: (place) => {
      // Where no link is drawn the handoff stands in the details of the touchpoint that it leads to.
      const link = linkOf(place);
      goToRecords(editor.session, [link ?? place.toId ?? place.placeId]);
      editor.session.setState(({ selection }) => ({ panel: 'inspector', fromGaps: selection }));
    },
  };
}
