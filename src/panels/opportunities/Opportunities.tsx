import { Button, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesOf } from '../../analysis/places.ts';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { opportunityOutlines } from '../../model/opportunityOutlines.ts';
import { inOrder } from '../../model/order.ts';
import { OpportunityDot } from '../../ui/OpportunityDot.tsx';
import { Matrix } from './Matrix.tsx';
import { OpportunityDetails } from './OpportunityDetails.tsx';
import './opportunities.css';
import { tiesByOpportunity } from './tiePlaces.ts';

const size = { cellWidth: 49, cellHeight: 38 };

/** Ideas how to mend gaps and better the journey: their matrix of impact and effort, and the list with all details. */
export function Opportunities() {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const selection = useSession((session) => session.selection);
  const [title, setTitle] = useDraft('opportunities');
  const [open, setOpen] = useState<{ readonly id: string; readonly isShown: boolean } | null>(null);
  const all = inOrder(Object.values(map.opportunities));
  const ties = tiesByOpportunity(map);
  const places = placesOf(map, selection);

  // One that is chosen on the map is opened here.
  const chosen = selection.length === 1 && map.opportunities[selection[0] as string] ? (selection[0] as string) : null;
  useEffect(() => {
    if (chosen !== null) setOpen({ id: chosen, isShown: true });
  }, [chosen]);
  useEffect(() => {
    if (open?.isShown) document.getElementById(`opportunity-${open.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const add = () => {
    if (title.trim() === '') return;
    setOpen({ id: editor.run('addOpportunity', { fields: { title: title.trim() }, places }), isShown: true });
    setTitle('');
  };
  return (
    <section className="panel" aria-label={t('panel.opportunities')}>
      <Text className="panel-title">{t('panel.opportunities')}</Text>
      <form
        className="opportunity-new"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          size="xs"
          flex={1}
          value={title}
          aria-label={t('opportunity.new')}
          placeholder={t('opportunity.new')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" disabled={title.trim() === ''}>
          {t('opportunity.add')}
        </Button>
      </form>
      {places.length > 0 && title.trim() !== '' && (
        <p className="hint">{t('opportunity.tiedToSelection', { count: places.length })}</p>
      )}
      {all.length === 0 ? (
        <p className="hint">{t('opportunity.empty')}</p>
      ) : (
        <>
          <Matrix
            opportunities={all}
            openId={open?.id ?? null}
            // The matrix stays where it is: the keys that come next move the dot.
            onOpen={(id) => setOpen({ id, isShown: false })}
            size={size}
          />
          <p className="hint">{t('opportunity.matrixHint')}</p>
        </>
      )}
      <ol className="opportunity-list">
        {all.map((opportunity, index) => {
          const { id } = opportunity;
          const isOpen = open?.id === id;
          const count = ties.get(id)?.length ?? 0;
          return (
            <li key={id} id={`opportunity-${id}`} data-status={opportunity.status}>
              <button
                type="button"
                className="opportunity-line"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : { id, isShown: true })}
              >
                <OpportunityDot outline={opportunityOutlines[opportunity.kind]} number={index + 1} size={22} />
                <span>
                  <b>{opportunity.title || t('map.untitled')}</b>
                  <small>
                    {[
                      t(`opportunity.kinds.${opportunity.kind}`),
                      t(`opportunity.statuses.${opportunity.status}`),
                      ...(opportunity.owner === '' ? [] : [opportunity.owner]),
                      ...(count === 0 ? [] : [t('opportunity.tieCount', { count })]),
                    ].join(' · ')}
                  </small>
                </span>
              </button>
              {isOpen && (
                <OpportunityDetails
                  opportunity={opportunity}
                  ties={ties.get(id) ?? []}
                  upBefore={all[index - 1]?.id}
                  downBefore={index === all.length - 1 ? undefined : (all[index + 2]?.id ?? null)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
