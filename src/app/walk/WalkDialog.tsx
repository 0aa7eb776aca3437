import { CloseButton, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { WalkAlong } from './WalkAlong.tsx';
import { WalkCompare } from './WalkCompare.tsx';
import { WalkList } from './WalkList.tsx';
import '../../ui/largeButton.css';
import './walk.css';

/** What is shown: all walks, one of them, or two against each other. */
type Shown = { readonly walkId: string } | { readonly pair: readonly [string, string] } | null;

/** Mystery shopping over the whole screen: walks are begun, gone on with, ended and compared here. */
export function WalkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const walks = useDocuments(({ map }) => map.walks);
  // A walk that is under way is gone on with; the way back leads to the others.
  const [shown, show] = useState<Shown>(() => {
    const going = inOrder(Object.values(walks)).findLast(
      ({ startedAt, endedAt }) => startedAt !== null && endedAt === null,
    );
    return going === undefined ? null : { walkId: going.id };
  });
  // What the walk that was ended last has made: here, where no button lies under it.
  const [said, setSaid] = useState('');
  const setShown = (next: Shown, words = '') => {
    show(next);
    setSaid(words);
  };
  // A walk that was taken away, here or by an undo, is shown no more.
  const walk = shown !== null && 'walkId' in shown ? walks[shown.walkId] : undefined;
  const pair = shown !== null && 'pair' in shown && shown.pair.every((id) => walks[id]) ? shown.pair : null;
  return (
    <Modal.Root opened fullScreen onClose={onClose} transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={t('walk.title')} classNames={{ content: 'walk-content' }}>
        <Modal.Body
          p={0}
          className="walk"
          onKeyDown={(event) => {
            // The keys of the map behind are not for here.
            if (event.key !== 'Tab' && event.key !== 'Escape') event.stopPropagation();
          }}
        >
          <header className="walk-bar">
            {(walk || pair) && (
              <button type="button" className="large-button" onClick={() => setShown(null)}>
                {t('walk.back')}
              </button>
            )}
            <h2>{walk ? walk.name || t('walk.unnamed') : t('walk.title')}</h2>
            <CloseButton size="lg" aria-label={t('walk.close')} onClick={onClose} />
          </header>
          {walk ? (
            <WalkAlong key={walk.id} walk={walk} onDone={(words) => setShown(null, words)} />
          ) : pair ? (
            <WalkCompare pair={pair} onClose={onClose} />
          ) : (
            <WalkList
              said={said}
              onOpen={(walkId) => setShown({ walkId })}
              onCompare={(two) => setShown({ pair: two })}
            />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
