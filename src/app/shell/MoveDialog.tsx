import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bringIntoView } from '../../canvas/bringIntoView.ts';
import { placeCursorOn } from '../../canvas/gridEdits.ts';
import { focusGrid } from '../../canvas/gridKeys.ts';
import { announce } from '../../editor/session.ts';
import { inOrder } from '../../model/order.ts';
import { useActions } from '../actions/actionsContext.ts';
import { moveChosen, moveRows, moveStart } from './movePlaces.ts';
import '../../ui/lists.css';

/** Values of the lists that are no ids. */
const STAY = 'stay';
const NOT_SET = 'none';

/** Moves what is selected to a step and row that are chosen from lists: for those who neither drag nor press Alt and arrows. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { editor, view, flow, area } = useActions();
  // As it stands when the dialog opens.
  const [{ ids, lens, documents }] = useState(() => {
    const { selection, lens } = editor.session.getState();
    return { ids: selection, lens, documents: editor.documents() };
  });
  const [start] = useState(() => moveStart(documents, ids, lens));
  const [step, setStep] = useState(start?.stepId ?? STAY);
  const [row, setRow] = useState(start?.rowId === null ? NOT_SET : (start?.rowId ?? STAY));
  if (start === null) return null;

  const { map } = documents;
  const stay = { value: STAY, label: t('move.stay') };
  const steps = inOrder(Object.values(map.stages)).map((stage) => ({
    group: stage.name || t('head.unnamed.stage'),
    items: inOrder(Object.values(map.steps).filter(({ stageId }) => stageId === stage.id)).map(
      ({ id, name }, index) => ({
        value: id,
        label: name || t('move.unnamedStep', { number: index + 1 }),
      }),
    ),
  }));
  const rows = moveRows(documents, start, lens).map(({ id, name }) => ({
    value: id ?? NOT_SET,
    label: id === null ? t('map.notSet') : name || t('map.unnamed'),
  }));
  const labelOf = (list: readonly { value: string; label: string }[], value: string) =>
    list.find((item) => item.value === value)?.label;

  const move = () => {
    onClose();
    const isMoved = moveChosen(editor, ids, lens, {
      stepId: step === STAY ? undefined : step,
      rowId: row === STAY ? undefined : row === NOT_SET ? null : row,
    });
    const [first] = ids;
    if (!isMoved || first === undefined) return;
    placeCursorOn(editor, view, first);
    const { cursor } = editor.session.getState();
    editor.session.setState({ selection: ids });
    if (cursor !== null) bringIntoView(view.laid.getState(), cursor, flow(), area());
    focusGrid(editor, view, area());
    const places = [
      labelOf(rows, row),
      labelOf(
        steps.flatMap(({ items }) => items),
        step,
      ),
    ].filter(Boolean);
    announce(editor.session, t('said.movedTo', { count: ids.length, place: places.join(', ') }));
  };
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={t('action.moveTo')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <Stack gap={12}>
          <NativeSelect
            data-autofocus
            label={t('move.step')}
            value={step}
            data={start.stepId === undefined ? [stay, ...steps] : steps}
            onChange={(event) => setStep(event.currentTarget.value)}
          />
          <NativeSelect
            label={start.kind === 'card' ? t('move.lane') : t(`lens.${lens}`)}
            value={row}
            data={start.rowId === undefined ? [stay, ...rows] : rows}
            onChange={(event) => setRow(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('move.cancel')}
            </Button>
            <Button type="submit">{t('move.run')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
