import { SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { mapPersonas } from '../../model/mapPersonas.ts';
import { type Evidence, evidenceKinds } from '../../model/records/evidence.ts';
import type { Place } from '../../model/records/place.ts';
import { EvidencePlaces } from './EvidencePlaces.tsx';
import { PiecePhotos } from './PiecePhotos.tsx';
import '../../ui/choices.css';
import '../../ui/lists.css';

const feelings = ['', '-2', '-1', '0', '1', '2'] as const;

/** All fields of a piece of evidence, and what it is about. */
export function EvidenceDetails({ piece, places }: { piece: Evidence; places: readonly Place[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const heading = useId();
  const { id } = piece;
  const set = (fields: Partial<Evidence>, merge?: string) =>
    editor.run('updateEvidence', { id, fields }, merge && `${merge}:${id}`);
  const personas = mapPersonas(map, library);
  const named = piece.personaId === null ? undefined : library.personas[piece.personaId];
  const choices = named && !personas.includes(named) ? [...personas, named] : personas;
  const feeling = piece.sentiment === null ? '' : String(Math.round(piece.sentiment));
  return (
    <Stack gap={10} className="evidence-details">
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={12}
        label={t('evidence.text')}
        value={piece.text}
        onBlur={() => editor.seal()}
        onChange={(event) => set({ text: event.currentTarget.value }, 'evidenceText')}
      />
      <div className="evidence-photos">
        <PiecePhotos piece={piece} places={places} wide />
      </div>
      <Select
        size="xs"
        label={t('evidence.kind')}
        allowDeselect={false}
        value={piece.kind}
        data={evidenceKinds.map((value) => ({ value, label: t(`evidence.kinds.${value}`) }))}
        onChange={(kind) => kind && set({ kind: kind as Evidence['kind'] })}
      />
      <div className="evidence-pair">
        <TextInput
          size="xs"
          label={t('evidence.source')}
          value={piece.source}
          onBlur={() => editor.seal()}
          onChange={(event) => set({ source: event.currentTarget.value }, 'evidenceSource')}
        />
        <TextInput
          type="date"
          size="xs"
          label={t('evidence.date')}
          value={piece.date ?? ''}
          onBlur={() => editor.seal()}
          onChange={(event) => {
            const day = event.currentTarget.value;
            set({ date: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null }, 'evidenceDate');
          }}
        />
      </div>
      <Select
        size="xs"
        clearable
        label={t('evidence.persona')}
        placeholder={t('evidence.nobody')}
        value={piece.personaId}
        data={choices.map(({ id: value, name }) => ({ value, label: name || t('map.unnamed') }))}
        onChange={(personaId) => set({ personaId })}
      />
      <div>
        <Text component="div" className="field-label" id={heading}>
          {t('evidence.sentiment')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby={heading}
          value={feeling}
          onChange={(value) => set({ sentiment: value === '' ? null : Number(value) })}
          data={feelings.map((value) => ({
            value,
            label: value === '' ? '–' : Number(value) > 0 ? `+${value}` : value.replace('-', '−'),
          }))}
        />
      </div>
      <EvidencePlaces id={id} places={places} />
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          editor.run('removeItems', { ids: [id] });
        }}
      >
        {t('evidence.remove')}
      </button>
    </Stack>
  );
}
