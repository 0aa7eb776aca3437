import { ActionIcon, Combobox, InputBase, Menu, Text, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { Lens, LensField } from '../../model/lens.ts';
import { pictograms } from '../../model/pictograms.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { Pictogram } from '../../ui/Pictogram.tsx';
import { offeredValues } from './offeredValues.ts';
import '../../ui/lists.css';

/** The ordered channels, devices or departments of a touchpoint: the first is primary. New ones are made by typing a name. */
export function ValueSet({ touchpoint, field, lens }: { touchpoint: Touchpoint; field: LensField; lens: Lens }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const table = useDocuments(({ library }) => library[field]);
  const combobox = useCombobox({ onDropdownClose: () => setTyped('') });
  const [typed, setTyped] = useState('');
  const values = touchpoint[field];
  const set = (next: string[]) => editor.run('updateTouchpoint', { id: touchpoint.id, fields: { [field]: next } });
  const { offered, isNew } = offeredValues(table, values, typed);
  const byPointer = useRef(false);
  const chips = useRef<HTMLDivElement>(null);
  // The button that is to have the focus when what had it is gone: "+" comes after the last chip.
  const focusNext = useRef<number | null>(null);
  useEffect(() => {
    if (focusNext.current === null) return;
    const buttons = chips.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(focusNext.current, buttons.length - 1)]?.focus();
    focusNext.current = null;
  });
  // Enter takes the first line, without an arrow key before it.
  useEffect(() => {
    if (typed.trim() === '') combobox.resetSelectedOption();
    else combobox.selectFirstOption();
  }, [typed, combobox.resetSelectedOption, combobox.selectFirstOption]);
  const takeAway = (id: string) => {
    focusNext.current = Math.max(0, Math.min(values.indexOf(id), values.length - 2));
    set(values.filter((other) => other !== id));
  };
  const choose = (value: string) => {
    if (value === '+new') {
      // Made and used in one gesture: one undo takes both back.
      editor.run('addValue', { id: touchpoint.id, field, name: typed });
    } else set([...values, value]);
    setTyped('');
    // By keys the field stays for the next one. A pointer that goes on to another button must find it where it was.
    if (!byPointer.current) return;
    byPointer.current = false;
    focusNext.current = values.length + 1;
    combobox.closeDropdown();
  };
  return (
    <div>
      <Text component="div" className="field-label">
        {t(`touchpoint.${field}`)}
      </Text>
      <div ref={chips} className="chips">
        {values.map((id, index) => (
          <Menu key={id} position="bottom-start" withinPortal>
            <Menu.Target>
              <button
                type="button"
                className="chip"
                data-primary={index === 0 || undefined}
                aria-label={t(
                  `touchpoint.valueMenu.${values.length === 1 ? 'only' : index === 0 ? 'first' : 'other'}`,
                  {
                    name: table[id]?.name ?? '',
                  },
                )}
              >
                <Pictogram paths={pictograms[table[id]?.icon ?? 'none']} />
                {table[id]?.name}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {index > 0 && (
                <Menu.Item onClick={() => set([id, ...values.filter((other) => other !== id)])}>
                  {t('touchpoint.makePrimary')}
                </Menu.Item>
              )}
              {values.length > 1 && index === 0 && (
                <Menu.Item onClick={() => editor.run('splitTouchpoint', { id: touchpoint.id, lens })}>
                  {t('touchpoint.split')}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => takeAway(id)}>{t('touchpoint.takeAway')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ))}
        <Combobox store={combobox} onOptionSubmit={choose} withinPortal size="xs">
          <Combobox.Target>
            {combobox.dropdownOpened ? (
              <InputBase
                size="xs"
                className="chip-input"
                autoFocus
                value={typed}
                aria-label={t(`touchpoint.add.${field}`)}
                placeholder={t(`touchpoint.add.${field}`)}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={(event) => {
                  byPointer.current = false;
                  if (event.key !== 'Escape') return;
                  focusNext.current = values.length;
                  combobox.closeDropdown();
                }}
              />
            ) : (
              <ActionIcon
                variant="default"
                size={26}
                radius={8}
                aria-label={t(`touchpoint.add.${field}`)}
                onClick={() => combobox.openDropdown()}
              >
                +
              </ActionIcon>
            )}
          </Combobox.Target>
          <Combobox.Dropdown miw={190}>
            <Combobox.Options
              mah={240}
              style={{ overflowY: 'auto' }}
              onPointerDown={() => {
                byPointer.current = true;
              }}
            >
              {offered.map((entry) => (
                <Combobox.Option key={entry.id} value={entry.id}>
                  <span className="option">
                    <Pictogram paths={pictograms[entry.icon]} /> {entry.name}
                  </span>
                </Combobox.Option>
              ))}
              {isNew && (
                <Combobox.Option value="+new">{t('touchpoint.makeNew', { name: typed.trim() })}</Combobox.Option>
              )}
              {offered.length === 0 && !isNew && <Combobox.Empty>{t('touchpoint.noneLeft')}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      </div>
    </div>
  );
}
