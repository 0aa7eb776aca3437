import { ActionIcon, Button, Checkbox, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { useRowStops } from '../../ui/useRowStops.ts';
import { LaneKpi } from './LaneKpi.tsx';
import '../../ui/choices.css';

/** What a lane that is added can hold. */
const kinds = ['notes', 'emotion', 'evidence'] as const;
type Kind = (typeof kinds)[number];

/** The lanes above and below the touchpoints: name, order, shown or hidden. */
export function Lanes() {
  const { t } = useTranslation();
  const editor = useEditor();
  const lanes = useDocuments(({ map }) => map.lanes);
  const [name, setName] = useDraft('lane');
  const stops = useRowStops('.persona-row');
  const [side, setSide] = useState<'above' | 'below'>('below');
  const [role, setRole] = useState<Kind>('notes');
  return (
    <section className="panel" aria-label={t('panel.lanes')}>
      <Text className="panel-title">{t('panel.lanes')}</Text>
      <Text className="hint">{t('lane.keys')}</Text>
      <div {...stops} role="toolbar" aria-label={t('panel.lanes')}>
        {(['above', 'below'] as const).map((where) => {
          const list = inOrder(Object.values(lanes).filter((lane) => lane.side === where));
          return (
            <div key={where}>
              <Text component="div" className="field-label" mt={10}>
                {t(`lane.${where}`)}
              </Text>
              <Stack gap={6}>
                {list.map((lane, index) => (
                  <div key={lane.id} className="persona-row">
                    <Checkbox
                      size="xs"
                      aria-label={t('lane.shown', { name: lane.name })}
                      checked={!lane.hidden}
                      onChange={(event) =>
                        editor.run('setLaneHidden', { id: lane.id, hidden: !event.currentTarget.checked })
                      }
                    />
                    <TextInput
                      size="xs"
                      flex={1}
                      aria-label={t('lane.name')}
                      value={lane.name}
                      onBlur={() => editor.seal()}
                      onChange={(event) =>
                        editor.run('renameLane', { id: lane.id, name: event.currentTarget.value }, `lane:${lane.id}`)
                      }
                    />
                    {(lane.role === 'kpi' || lane.role === 'trend') && <LaneKpi lane={lane} />}
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      disabled={index === 0}
                      aria-label={t('lane.up', { name: lane.name })}
                      onClick={() =>
                        editor.run('moveLane', { id: lane.id, side: where, beforeId: list[index - 1]?.id ?? null })
                      }
                    >
                      ↑
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      disabled={index === list.length - 1}
                      aria-label={t('lane.down', { name: lane.name })}
                      onClick={() =>
                        editor.run('moveLane', { id: lane.id, side: where, beforeId: list[index + 2]?.id ?? null })
                      }
                    >
                      ↓
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={t('lane.remove', { name: lane.name })}
                      onClick={() => editor.run('removeLane', { id: lane.id })}
                    >
                      ×
                    </ActionIcon>
                  </div>
                ))}
              </Stack>
            </div>
          );
        })}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          editor.run('addLane', { name: name.trim(), side, role });
          setName('');
          setRole('notes');
        }}
      >
        <Stack gap={6} mt={16}>
          <TextInput
            size="xs"
            label={t('lane.new')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('lane.kind')}
            value={role}
            onChange={(value) => {
              setRole(value as Kind);
              if (value !== 'notes' && name.trim() === '') setName(t(`lane.roles.${value as Kind}`));
            }}
            data={kinds.map((value) => ({ value, label: t(`lane.kinds.${value}`) }))}
          />
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('lane.side')}
            value={side}
            onChange={(value) => setSide(value as 'above' | 'below')}
            data={(['above', 'below'] as const).map((value) => ({ value, label: t(`lane.sides.${value}`) }))}
          />
          <Button size="xs" type="submit" variant="default" disabled={name.trim() === ''}>
            {t('lane.add')}
          </Button>
        </Stack>
      </form>
    </section>
  );
}
