import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeKey } from '../../analysis/claims.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { mapPersonas } from '../../model/mapPersonas.ts';
import { type Evidence, evidenceKinds } from '../../model/records/evidence.ts';
import type { Place } from '../../model/records/place.ts';
import { type EvidenceFilter, type Mood, moods } from './filterEvidence.ts';
import { placeName } from './placeNames.ts';
import '../../ui/lists.css';

/** Where pieces are asked for: everywhere, at what is selected, attached to nothing, or at one place. */
export type Where = 'all' | 'selected' | 'none' | { readonly place: Place };

interface FiltersProps {
  readonly filter: EvidenceFilter;
  readonly onFilter: (filter: EvidenceFilter) => void;
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
  /** The places that any piece is about. */
  readonly places: readonly Place[];
}

/** What narrows the list: words, kind, persona, feeling, place. */
export function Filters({ filter, onFilter, where, onWhere, places }: FiltersProps) {
  const { t } = useTranslation();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const set = (part: Partial<EvidenceFilter>) => onFilter({ ...filter, ...part });
  const common = { size: 'xs' as const, clearable: true };
  return (
    <div className="evidence-filters" role="search" aria-label={t('evidence.filter')}>
      <TextInput
        size="xs"
        type="search"
        className="evidence-wide"
        value={filter.text}
        aria-label={t('evidence.search')}
        placeholder={t('evidence.search')}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Select
        {...common}
        value={filter.kind}
        aria-label={t('evidence.kind')}
        placeholder={t('evidence.anyKind')}
        data={evidenceKinds.map((value) => ({ value, label: t(`evidence.kinds.${value}`) }))}
        onChange={(kind) => set({ kind: kind as Evidence['kind'] | null })}
      />
      <Select
        {...common}
        value={filter.personaId === '' ? 'nobody' : filter.personaId}
        aria-label={t('evidence.persona')}
        placeholder={t('evidence.anyPersona')}
        data={[
          ...mapPersonas(map, library).map(({ id, name }) => ({ value: id, label: name || t('map.unnamed') })),
          { value: 'nobody', label: t('evidence.nobody') },
        ]}
        onChange={(id) => set({ personaId: id === 'nobody' ? '' : id })}
      />
      <Select
        {...common}
        value={filter.mood}
        aria-label={t('evidence.sentiment')}
        placeholder={t('evidence.anySentiment')}
        data={moods.map((value) => ({ value, label: t(`evidence.moods.${value}`) }))}
        onChange={(mood) => set({ mood: mood as Mood | null })}
      />
      <Select
        {...common}
        searchable
        value={typeof where === 'string' ? (where === 'all' ? null : where) : placeKey(where.place)}
        aria-label={t('evidence.place')}
        placeholder={t('evidence.anyPlace')}
        nothingFoundMessage={t('evidence.nothing')}
        data={[
          { value: 'selected', label: t('evidence.atSelection') },
          { value: 'none', label: t('evidence.loose') },
          ...places.map((place) => ({ value: placeKey(place), label: placeName(map, place, t('map.untitled')) })),
        ]}
        onChange={(value) => {
          const place = places.find((candidate) => placeKey(candidate) === value);
          onWhere(place ? { place } : value === 'selected' || value === 'none' ? value : 'all');
        }}
      />
    </div>
  );
}
