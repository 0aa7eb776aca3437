import { ActionIcon, Button, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeKey } from '../../analysis/claims.ts';
import { placesOf, recordsOf } from '../../analysis/places.ts';
import { goToRecords } from '../../editor/session.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import type { Place } from '../../model/records/place.ts';
import { attachable, placeName } from './placeNames.ts';
import '../../ui/lists.css';

/** What a piece of evidence is about: each a way to its place on the map; attached by name or by what is selected. */
export function EvidencePlaces({ id, places }: { id: string; places: readonly Place[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const selection = useSession((session) => session.selection);
  const attached = new Set(places.map(placeKey));
  const isFree = (place: Place) => !attached.has(placeKey(place));
  const { touchpoints, ways } = attachable(map);
  const name = (place: Place) => placeName(map, place, t('map.untitled'));
  const option = (place: Place) => ({ value: placeKey(place), label: name(place) });
  const selected = placesOf(map, selection).filter(isFree);
  const cite = (chosen: readonly Place[]) => {
    // One gesture, however many are selected.
    editor.seal();
    for (const place of chosen) editor.run('citeEvidence', { id, place }, `cite:${id}`);
    editor.seal();
  };
  return (
    <div>
      <Text component="div" className="field-label">
        {t('evidence.about')}
      </Text>
      <ul className="link-list">
        {places.map((place) => (
          <li key={placeKey(place)} className="link-line-item">
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
              aria-label={t('evidence.detach', { name: name(place) })}
              onClick={() => editor.run('unciteEvidence', { id, place })}
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
        aria-label={t('evidence.attach')}
        placeholder={t('evidence.attach')}
        nothingFoundMessage={t('evidence.nothing')}
        data={[
          { group: t('evidence.touchpoints'), items: touchpoints.filter(isFree).map(option) },
          { group: t('evidence.ways'), items: ways.filter(isFree).map(option) },
        ].filter(({ items }) => items.length > 0)}
        onChange={(value) => {
          const place = [...touchpoints, ...ways].find((candidate) => placeKey(candidate) === value);
          if (place) cite([place]);
        }}
      />
      {selected.length > 0 && (
        <Button size="compact-xs" variant="default" mt={6} onClick={() => cite(selected)}>
          {t('evidence.attachSelection', { count: selected.length })}
        </Button>
      )}
    </div>
  );
}
