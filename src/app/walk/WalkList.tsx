import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../analysis/figureText.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { WalkStart } from './WalkStart.tsx';
import '../../ui/choices.css';

interface WalkListProps {
  /** What has been made of the walk that was ended just now; empty where none was. */
  readonly said: string;
  readonly onOpen: (walkId: string) => void;
  readonly onCompare: (pair: readonly [string, string]) => void;
}

/** The form that begins a walk, and the walks there are: gone on with, compared, deleted. */
export function WalkList({ said, onOpen, onCompare }: WalkListProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const walks = useDocuments(({ map }) => map.walks);
  const walkSteps = useDocuments(({ map }) => map.walkSteps);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const all = inOrder(Object.values(walks)).toReversed();
  const chosen = picked.filter((id) => walks[id]);
  return (
    <div className="walk-body">
      {said !== '' && (
        <p className="walk-said" role="status">
          {said}
        </p>
      )}
      <WalkStart onBegin={onOpen} />
      <section aria-label={t('walk.list')}>
        <h3>{t('walk.list')}</h3>
        {all.length === 0 && <p>{t('walk.none')}</p>}
        <ul className="walk-list">
          {all.map(({ id, name, walker, endedAt }) => {
            const stops = Object.values(walkSteps).filter(({ walkId }) => walkId === id);
            const title = name || t('walk.unnamed');
            const counts = { done: stops.filter(({ result }) => result !== null).length, count: stops.length };
            return (
              <li key={id}>
                <Checkbox
                  size="md"
                  aria-label={t('walk.pick', { name: title })}
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    // The third that is chosen takes the place of the first.
                    setPicked(
                      event.currentTarget.checked ? [...chosen, id].slice(-2) : chosen.filter((one) => one !== id),
                    )
                  }
                />
                <button
                  type="button"
                  className="walk-open"
                  aria-label={t(endedAt === null ? 'walk.resume' : 'walk.open', { name: title })}
                  onClick={() => onOpen(id)}
                >
                  <b>{title}</b>
                  <small>
                    {[
                      walker,
                      endedAt === null
                        ? t('walk.going', counts)
                        : t('walk.ended', { ...counts, date: dayText(endedAt, i18n.language) }),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </small>
                </button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={44}
                  aria-label={t('walk.remove', { name: title })}
                  onClick={() => editor.run('removeItems', { ids: [id] })}
                >
                  <IconTrash size={18} stroke={1.7} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        {all.length > 1 && (
          <>
            <Button
              variant="default"
              disabled={chosen.length !== 2}
              onClick={() => {
                // The earlier one comes first, whichever was chosen first.
                const pair = all
                  .map(({ id }) => id)
                  .filter((id) => chosen.includes(id))
                  .toReversed();
                onCompare([pair[0] as string, pair[1] as string]);
              }}
            >
              {t('walk.compare')}
            </Button>
            {chosen.length !== 2 && <p className="hint">{t('walk.compareHint')}</p>}
          </>
        )}
      </section>
    </div>
  );
}
