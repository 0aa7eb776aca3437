import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waysOf } from '../../analysis/paths.ts';
import { type Telling, tellingApart } from '../../analysis/tellingApart.ts';
import { stepOrder } from '../../analysis/walks.ts';
import { addWalk, recordStop } from '../../commands/walks.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import '../../ui/lists.css';

/** More ways than this nobody chooses from. */
const WAYS = 40;

/** Begins a walk: its name, who walks as whom, and which way. All its stops are made with it, in one step of undo. */
export function WalkStart({ onBegin }: { onBegin: (walkId: string) => void }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const personas = useDocuments(({ library }) => library.personas);
  const [name, setName] = useState(() =>
    t('walk.defaultName', { date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format() }),
  );
  const [walker, setWalker] = useState('');
  const [personaId, setPersonaId] = useState<string | null>(null);
  const [way, setWay] = useState('0');
  const here = inOrder(Object.values(map.mapPersonas)).flatMap((member) => personas[member.personaId] ?? []);
  const routes = useMemo(() => {
    const { ways } = waysOf(map, personaId === null ? [] : [personaId]);
    const steps = stepOrder(map, personaId);
    return [steps, ...ways.slice(0, WAYS).map(({ ids }) => ids)];
  }, [map, personaId]);
  const names = useMemo(
    () => routes.slice(1).map((ids) => ids.map((id) => map.touchpoints[id]?.title || t('map.untitled'))),
    [routes, map, t],
  );
  const telling = useMemo(() => tellingApart(names), [names]);
  const told = ({ by, without, nth }: Telling) =>
    [
      by.length > 0 ? t('walk.wayBy', { names: by.join(', ') }) : '',
      without.length > 0 ? t('walk.wayWithout', { names: without.join(', ') }) : '',
      nth !== null ? t('walk.wayNth', { n: nth }) : '',
    ].join('');
  const route = routes[Number(way)] ?? routes[0] ?? [];
  const begin = () => {
    const walkId = editor.transact('addWalk', (draft) => {
      const id = addWalk(draft, {
        fields: { name: name.trim(), walker: walker.trim(), personaId, startedAt: new Date().toISOString() },
      });
      for (const touchpointId of route) recordStop(draft, { walkId: id, touchpointId, fields: {} });
      return id;
    });
    onBegin(walkId);
  };
  return (
    <form
      className="walk-start"
      aria-label={t('walk.start')}
      onSubmit={(event) => {
        event.preventDefault();
        if (route.length > 0) begin();
      }}
    >
      <h3>{t('walk.start')}</h3>
      <p>{t('walk.intro')}</p>
      <TextInput
        size="md"
        label={t('walk.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        label={t('walk.walker')}
        value={walker}
        onChange={(event) => setWalker(event.currentTarget.value)}
      />
      <Select
        size="md"
        clearable
        label={t('walk.persona')}
        placeholder={t('walk.nobody')}
        value={personaId}
        data={here.map((persona) => ({ value: persona.id, label: persona.name || t('map.unnamed') }))}
        onChange={(id) => {
          setPersonaId(id);
          setWay('0');
        }}
      />
      {routes.length > 2 && (
        <Select
          size="md"
          allowDeselect={false}
          label={t('walk.way')}
          value={way}
          data={routes.map((ids, index) => ({
            value: String(index),
            label:
              index === 0
                ? t('walk.allSteps', { count: ids.length })
                : `${index}. ${t('walk.wayOf', {
                    from: names[index - 1]?.[0],
                    to: names[index - 1]?.at(-1),
                    told: told(telling(index - 1)),
                    count: ids.length,
                  })}`,
          }))}
          onChange={(value) => value && setWay(value)}
        />
      )}
      {route.length === 0 && <p className="hint">{t('walk.noTouchpoints')}</p>}
      <Button size="md" type="submit" disabled={route.length === 0}>
        {t('walk.begin')}
      </Button>
    </form>
  );
}
