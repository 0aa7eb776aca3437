import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analysis } from '../../analysis/analyse.ts';
import { changedKinds, type Handoff } from '../../analysis/handoffs.ts';
import { frictionAt, reviewQueue } from '../../analysis/reviewQueue.ts';
import { type Severity, severityOf } from '../../analysis/severity.ts';
import { useMapView } from '../../canvas/mapView.ts';
import { isHandoffSeen } from '../../canvas/shown.ts';
import { judgeHandoff, updateVerdict } from '../../commands/verdicts.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import type { Lens } from '../../model/lens.ts';
import type { Verdict } from '../../model/records/verdict.ts';
import { mapRecord } from '../../model/tables.ts';
import { type Draft, draftOf, readDrafts, writeDrafts } from './draft.ts';

/** What is asked about, and what is answered about it so far. */
export interface Asked {
  readonly handoff: Handoff;
  /** The kinds that are handed over; null for a touchpoint, whose both ends are itself. */
  readonly changed: readonly Lens[] | null;
  readonly verdict: Verdict | undefined;
  readonly fields: Draft;
  /** As it follows from the answers, whether it is a gap yet or not. */
  readonly severity: Severity;
}

export interface Review {
  /** The handoffs and touchpoints of this review that still exist, in the order in which they are asked about. */
  readonly handoffs: readonly Handoff[];
  /** How many others wait that the map did not show when the review began: they are left out. */
  readonly leftOut: number;
  /** Which of them is asked about, counted from 0; their number when all have been. */
  readonly index: number;
  readonly asked: Asked | null;
  /** The last thing said to screen readers. The counter tells two equal sentences apart. */
  readonly said: { readonly text: string; readonly count: number };
  /** Handoffs that have answers but no verdict. */
  readonly unsaved: readonly Handoff[];
  /** Leaves the answers that have no verdict. */
  forgetUnsaved(): void;
  goTo(index: number): void;
  /** Goes once more through those that were skipped. */
  again(): void;
  judge(state: 'smooth' | 'gap'): void;
  skip(): void;
  /** Sets answers: of a verdict in the document, with `merge` as one burst; before it in the draft. */
  change(fields: Partial<Draft>, merge?: string): void;
  travel(way: 'undo' | 'redo'): void;
}

const selectAll = (analysis: Analysis) => analysis;
const verdictLabels: readonly (string | null)[] = ['judgeHandoff', 'updateVerdict', 'clearVerdict'];

/** The course of a review: what the map showed as unreviewed or stale when it began, one after the other. */
export function useReview(): Review {
  const { t } = useTranslation();
  const editor = useEditor();
  const analysis = useAnalysis(selectAll);
  const map = useDocuments((documents) => documents.map);
  const { laid } = useMapView();
  const [{ places, leftOut }] = useState(() => {
    const { handoffs, shown } = laid.getState();
    const all = reviewQueue(map, handoffs);
    const seen = all.filter((handoff) => isHandoffSeen(shown, handoff));
    return {
      places: seen.map(({ linkId, from, to }) => ({ id: linkId, from, to })),
      leftOut: all.length - seen.length,
    };
  });
  const [currentId, setCurrentId] = useState<string | null>(places[0]?.id ?? null);
  // Beside the map, not in the dialog: the way back to the gallery, or a reload, takes no answers along.
  const [kept, keep] = useDraft('review');
  const drafts = useMemo(() => readDrafts(kept), [kept]);
  const setDrafts = (change: (before: ReadonlyMap<string, Draft>) => ReadonlyMap<string, Draft>) =>
    keep(writeDrafts(change(readDrafts(editor.session.getState().drafts.review ?? ''))));
  const [isAgain, setIsAgain] = useState(false);
  const [said, setSaid] = useState({ text: '', count: 0 });

  const handoffs = places.flatMap(({ id, from, to }) => {
    const handoff = from === to ? frictionAt(map, to) : (analysis.handoffs.get(id) ?? null);
    return handoff === null || handoff.state === 'none' ? [] : [handoff];
  });
  // One that is gone gives way to the next that is left.
  const rest = currentId === null ? [] : places.slice(places.findIndex(({ id }) => id === currentId));
  const next = rest.map(({ id }) => handoffs.findIndex(({ linkId }) => linkId === id)).find((at) => at >= 0);
  const index = next ?? handoffs.length;
  const verdictOf = ({ from, to }: Handoff) => map.verdicts[pairId('verdict', from, to)];

  const ask = (handoff: Handoff): Asked => {
    const verdict = verdictOf(handoff);
    const start = draftOf(verdict, map.links[handoff.linkId]);
    const fields = handoff.state === 'unreviewed' ? (drafts.get(handoff.linkId) ?? start) : start;
    const importance = map.touchpoints[handoff.to]?.importance ?? null;
    const changed = handoff.from === handoff.to ? null : changedKinds(handoff);
    const severity = severityOf(fields, changed, importance, mapRecord(map).kindWeights);
    return { handoff, changed, verdict, fields, severity };
  };
  const current = handoffs[index];
  const asked = current === undefined ? null : ask(current);

  const say = (text: string) => setSaid(({ count }) => ({ text, count: count + 1 }));
  const goTo = (to: number) => setCurrentId(handoffs[to]?.linkId ?? null);
  const goOn = () => {
    const open = handoffs.findIndex(({ state }, at) => at > index && state === 'unreviewed');
    goTo(isAgain ? (open < 0 ? handoffs.length : open) : index + 1);
  };
  const forget = (id: string) => setDrafts((before) => new Map([...before].filter(([key]) => key !== id)));

  return {
    handoffs,
    leftOut,
    index,
    asked,
    said,
    unsaved: handoffs.filter(({ linkId, state }) => state === 'unreviewed' && drafts.has(linkId)),
    forgetUnsaved: () => setDrafts(() => new Map()),
    goTo: (to) => {
      if (to < 0) return;
      if (to < index) say(t('review.said.back'));
      goTo(to);
    },
    again: () => {
      setIsAgain(true);
      goTo(handoffs.findIndex(({ state }) => state === 'unreviewed'));
    },
    judge: (state) => {
      if (asked === null) return;
      const { handoff, changed, verdict, fields, severity } = asked;
      const { from, to } = handoff;
      // What was mended once and has changed since is open again when it is a gap again.
      const reopened = state === 'gap' && handoff.stale && verdict?.status === 'closed';
      editor.seal();
      // The answers belong to the verdict: one undo takes all of it back.
      editor.transact('judgeHandoff', (docs) => {
        judgeHandoff(docs, { from, to, state });
        updateVerdict(docs, { from, to, fields: { ...fields, ...(reopened && { status: 'open' }) } });
      });
      forget(handoff.linkId);
      say(
        t(changed === null && state === 'smooth' ? 'gap.none' : `review.said.${state}`, { severity: severity.value }),
      );
      goOn();
    },
    skip: () => {
      if (asked === null) return;
      say(t('review.said.skipped'));
      goOn();
    },
    change: (fields, merge) => {
      if (asked === null) return;
      const { handoff } = asked;
      const { from, to, linkId } = handoff;
      if (handoff.state === 'unreviewed') {
        setDrafts((before) => new Map(before).set(linkId, { ...asked.fields, ...fields }));
      } else editor.run('updateVerdict', { from, to, fields }, merge && `review:${merge}:${linkId}`);
    },
    travel: (way) => {
      const { undoLabel, redoLabel } = editor.store.getState();
      // Edits from before the review cannot be seen here, so they are not taken back here.
      if (!verdictLabels.includes(way === 'undo' ? undoLabel : redoLabel)) {
        say(t(way === 'undo' ? 'said.nothingToUndo' : 'said.nothingToRedo'));
        return;
      }
      const before = editor.documents().map.verdicts;
      const label = editor[way]();
      const after = editor.documents().map.verdicts;
      const changed = handoffs.findIndex(({ from, to }) => {
        const id = pairId('verdict', from, to);
        return before[id] !== after[id];
      });
      if (changed >= 0) goTo(changed);
      say(t(way === 'undo' ? 'review.undone' : 'review.redone', { label: t(`command.${label}`) }));
    },
  };
}
