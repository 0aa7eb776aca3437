import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToRecords } from '../../editor/session.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { type CatalogueItem, catalogue } from '../../model/catalogue.ts';
import { CATALOGUE_MIME } from '../../model/catalogueMime.ts';
import { stepsInOrder } from '../../model/stepsInOrder.ts';
import { Missing } from './Missing.tsx';

/** Touchpoints most companies have: a click puts one into the step of the cursor; they can be dragged too. */
export function Catalogue() {
  const { t } = useTranslation();
  const editor = useEditor();
  const [wanted, setWanted] = useState('');
  const stepId = useSession((session) => session.cursor?.stepId ?? null);
  const step = useDocuments(({ map }) => (stepId ? map.steps[stepId] : undefined) ?? stepsInOrder(map)[0]);
  const stage = useDocuments(({ map }) => (step ? map.stages[step.stageId] : undefined));
  const place = step?.name || stage?.name || t('map.unnamed');
  const insert = (item: CatalogueItem, stepId: string | undefined) => {
    if (stepId === undefined) return;
    const id = editor.run('insertFromCatalogue', {
      stepId,
      title: t(`catalogue.${item.key}`),
      channel: { id: item.channel, name: t(`library.${item.channel}`) },
      when: item.when,
      presence: item.presence,
    });
    editor.session.setState({ selection: [id] });
    return id;
  };
  const insertAtStage = (item: CatalogueItem, stageId: string) => {
    // Where one works in that stage already, else where it begins.
    const first = stepsInOrder(editor.documents().map).find((candidate) => candidate.stageId === stageId);
    const id = insert(item, step?.stageId === stageId ? step.id : first?.id);
    if (id !== undefined) goToRecords(editor.session, [id]);
  };
  return (
    <section className="panel" aria-label={t('panel.catalogue')}>
      <Text className="panel-title">{t('panel.catalogue')}</Text>
      <Text className="hint">{t('catalogueHint', { place })}</Text>
      <TextInput
        size="xs"
        my={8}
        value={wanted}
        aria-label={t('find.placeholder')}
        placeholder={t('find.placeholder')}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {wanted.trim() === '' && <Missing onInsert={insertAtStage} />}
      {(['before', 'during', 'after'] as const).map((when) => {
        const items = catalogue.filter(
          (item) =>
            item.when === when &&
            t(`catalogue.${item.key}`).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
        );
        return items.length === 0 ? null : (
          <div key={when}>
            <Text component="div" className="field-label" mt={10}>
              {t(`touchpoint.whenValues.${when}`)}
            </Text>
            <div className="chips">
              {items.map((item) => (
                <button
                  key={item.key}
                  type="button"
                  className="chip"
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData(CATALOGUE_MIME, item.key)}
                  onClick={() => insert(item, step?.id)}
                >
                  {t(`catalogue.${item.key}`)}
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
