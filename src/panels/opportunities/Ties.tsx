import { ActionIcon, Button, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placesOf, recordsOf } from '../../analysis/places.ts';
import { goToRecords } from '../../editor/session.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { tieId } from '../../model/ids.ts';
import type { Tie } from '../../model/records/opportunity.ts';
import type { Place } from '../../model/records/place.ts';
import { tiePlaces } from './tiePlaces.ts';
import '../../ui/lists.css';

/** What an opportunity is about: gaps and touchpoints, each a way to its place on the map. */
export function Ties({ id, ties }: { id: string; ties: readonly Tie[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const selection = useSession((session) => session.selection);
  const title = (touchpointId: string) => map.touchpoints[touchpointId]?.title || t('map.untitled');
  const name = ({ placeId, toId }: Place) =>
    toId === null ? title(placeId) : t('opportunity.way', { from: title(placeId), to: title(toId) });
  const isFree = (place: Place) => map.ties[tieId(id, place)] === undefined;
  const { gaps, touchpoints } = tiePlaces(map);
  const places = [...gaps, ...touchpoints].filter(isFree);
  const option = (place: Place) => ({ value: tieId(id, place), label: name(place) });
  const selected = placesOf(map, selection).filter(isFree);
  return (
    <div>
      <Text component="div" className="field-label">
        {t('opportunity.ties')}
      </Text>
      <ul className="link-list">
        {ties.map((place) => (
          <li key={place.id} className="link-line-item">
            <button
              type="button"
              className="link-button"
              onClick={() => goToRecords(editor.session, recordsOf(map, place))}
            >
              {name(place)}
            </button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('opportunity.untie', { name: name(place) })}
              onClick={() =>
                editor.run('untieOpportunity', { id, place: { placeId: place.placeId, toId: place.toId } })
              }
            >
              ×
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Select
        size="xs"
        searchable
        value={null}
        aria-label={t('opportunity.tieAdd')}
        placeholder={t('opportunity.tieAdd')}
        nothingFoundMessage={t('opportunity.nothingFound')}
        data={[
          { group: t('opportunity.gaps'), items: gaps.filter(isFree).map(option) },
          { group: t('opportunity.touchpoints'), items: touchpoints.filter(isFree).map(option) },
        ].filter(({ items }) => items.length > 0)}
        onChange={(value) => {
          const place = places.find((candidate) => tieId(id, candidate) === value);
          if (place) editor.run('tieOpportunity', { id, place });
        }}
      />
      {selected.length > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          mt={6}
          onClick={() => {
            // One gesture, however many are selected.
            editor.seal();
            for (const place of selected) editor.run('tieOpportunity', { id, place }, `ties:${id}`);
            editor.seal();
          }}
        >
          {t('opportunity.tieSelection')}
        </Button>
      )}
    </div>
  );
}
