import { Button, Text, Textarea } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesOf } from '../../analysis/places.ts';
import { wantDialog } from '../../editor/session.ts';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { isEmptyEvidence } from '../../model/claimStrength.ts';
import { inOrder } from '../../model/order.ts';
import { EvidenceLine } from './EvidenceLine.tsx';
import './evidence.css';
import { Filters, type Where } from './Filters.tsx';
import { filterEvidence, noFilter } from './filterEvidence.ts';
import { placesByPiece } from './placeNames.ts';
import { Strengths } from './Strengths.tsx';

/** As many lines are shown at first; long lists are opened bit by bit. */
const PAGE = 60;

/** What customers said and somebody saw: how much of the map rests on it, and the list with all details. */
export function EvidencePanel() {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const selection = useSession((session) => session.selection);
  const asked = useSession((session) => session.openEvidence);
  const [text, setText] = useDraft('evidence');
  const [openId, setOpenId] = useState<string | null>(null);
  const [filter, setFilter] = useState(noFilter);
  const [where, setWhere] = useState<Where>('all');
  const [shown, setShown] = useState(PAGE);
  const all = useMemo(() => inOrder(Object.values(map.evidence)).toReversed(), [map.evidence]);
  const about = useMemo(() => placesByPiece(map), [map]);
  const selected = placesOf(map, selection);
  const places = where === 'all' ? null : where === 'none' ? [] : where === 'selected' ? selected : [where.place];
  // Asked for what is selected while nothing is, the list is empty, not that of what is attached to nothing.
  const nothingSelected = where === 'selected' && selected.length === 0;
  const found = nothingSelected ? [] : filterEvidence(all, { ...filter, places }, (id) => about.get(id) ?? []);
  const cited = useMemo(
    () => [...new Map([...about.values()].flat().map((place) => [`${place.placeId} ${place.toId}`, place])).values()],
    [about],
  );

  // One that is asked for is shown whatever the list was narrowed to.
  useEffect(() => {
    if (asked === null) return;
    setFilter(noFilter);
    setWhere('all');
    setShown(Number.MAX_SAFE_INTEGER);
    setOpenId(asked.id);
  }, [asked]);
  useEffect(() => {
    if (openId !== null) document.getElementById(`evidence-${openId}`)?.scrollIntoView({ block: 'nearest' });
  }, [openId]);

  // One that was left without anything said in it is taken away again.
  useEffect(
    () => () => {
      const left = openId === null ? undefined : editor.documents().map.evidence[openId];
      if (left === undefined || !isEmptyEvidence(left) || left.source !== '' || left.date !== null) return;
      try {
        editor.run('removeItems', { ids: [left.id] });
      } catch {
        // A window that can no longer save leaves it as it is.
      }
    },
    [openId, editor],
  );

  const field = useRef<HTMLTextAreaElement>(null);
  // What was pressed to get here may be gone with its panel; nothing else has the focus then.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus({ preventScroll: true });
  }, []);

  const add = () => {
    if (text.trim() === '') return;
    setFilter(noFilter);
    setWhere('all');
    setOpenId(editor.run('addEvidence', { fields: { text: text.trim() }, places: selected }));
    setText('');
  };
  return (
    <section className="panel" aria-label={t('panel.evidence')}>
      <Text className="panel-title">{t('panel.evidence')}</Text>
      <Strengths />
      <form
        className="evidence-new"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Textarea
          ref={field}
          size="xs"
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          aria-label={t('evidence.new')}
          placeholder={t('evidence.new')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            add();
          }}
        />
        <p className="hint">
          {selected.length === 0
            ? t('evidence.attachHint')
            : t('evidence.attachedToSelection', { count: selected.length })}
        </p>
        <div className="evidence-tools">
          <Button size="compact-sm" type="submit" disabled={text.trim() === ''}>
            {t('evidence.add')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => wantDialog(editor.session, 'evidenceTable')}>
            {t('evidence.fromTable')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => wantDialog(editor.session, 'walks')}>
            {t('evidence.walk')}
          </Button>
        </div>
      </form>
      {all.length > 0 && (
        <>
          <Filters filter={filter} onFilter={setFilter} where={where} onWhere={setWhere} places={cited} />
          <p className="hint" role="status">
            {t('evidence.found', { count: found.length, total: all.length })}
          </p>
        </>
      )}
      {all.length === 0 && <p className="hint">{t('evidence.empty')}</p>}
      {nothingSelected && <p className="hint">{t('evidence.selectFirst')}</p>}
      <ol className="evidence-list">
        {found.slice(0, shown).map((piece) => (
          <EvidenceLine
            key={piece.id}
            piece={piece}
            places={about.get(piece.id) ?? noPlaces}
            isOpen={openId === piece.id}
            onOpen={setOpenId}
          />
        ))}
      </ol>
      {found.length > shown && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('evidence.more', { count: found.length - shown })}
        </Button>
      )}
    </section>
  );
}

const noPlaces: readonly never[] = [];
