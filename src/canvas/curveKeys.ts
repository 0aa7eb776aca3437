import type { TFunction } from 'i18next';
import type { Editor } from '../editor/createEditor.ts';
import { announce, type Cursor, type SessionState } from '../editor/session.ts';
import { cellKey } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { Documents } from '../model/tables.ts';
import { feelerName, feelingText } from './feelingText.ts';
import type { Laid, MapView } from './mapView.ts';

/** Hotkeys of actions that work here too: the lenses, fit, zoom to selection, the list of keys. */
const hotkey = /^[123!@?]$/;

/** Whose feeling the keys change: the one chosen, else the first persona that is shown, else everyone's. */
export function feelerOf(laid: Laid, { feelingOf }: Pick<SessionState, 'feelingOf'>): string {
  const feelers = feelersOf(laid);
  return feelingOf !== null && feelers.includes(feelingOf) ? feelingOf : (feelers[0] as string);
}

function feelersOf(laid: Laid): string[] {
  return [...laid.shown.personas.map(({ id }) => id), EVERYONE];
}

/** The touchpoint whose feelings the cursor stands on in a lane of emotion; null elsewhere and where there is none. */
export function feltAt(laid: Laid, { stepId, rowKey, index }: Cursor): string | null {
  return laid.feelings.get(cellKey(stepId, rowKey))?.[index] ?? null;
}

/** What a screen reader says of a cell in a lane of emotion: every persona's feeling at its touchpoint. */
export function feelingLabel(
  laid: Laid,
  docs: Documents,
  session: Pick<SessionState, 'feelingOf'>,
  cursor: Cursor,
  t: TFunction,
): string {
  const step = docs.map.steps[cursor.stepId];
  const row = laid.scene.rows.find(({ key }) => key === cursor.rowKey);
  const place = {
    stage: docs.map.stages[step?.stageId ?? '']?.name || t('map.unnamed'),
    step: step?.name || t('map.unnamed'),
  };
  const id = feltAt(laid, cursor);
  if (id === null) return t('curve.none', { ...place, row: row?.name || t('map.unnamed') });
  const values = feelersOf(laid)
    .map((personaId) => ({ personaId, value: valueIn(docs, id, personaId) }))
    .filter(({ personaId, value }) => personaId !== EVERYONE || value !== null)
    .map(({ personaId, value }) =>
      t('curve.value', { name: feelerName(docs, personaId, t), value: feelingText(docs, value, t) }).concat(
        strengthText(laid, id, personaId, t),
      ),
    );
  return t('curve.cell', {
    ...place,
    title: docs.map.touchpoints[id]?.title || t('map.untitled'),
    values: values.join(', ') || t('curve.notSet'),
    name: feelerName(docs, feelerOf(laid, session), t),
    index: cursor.index + 1,
    count: laid.feelings.get(cellKey(cursor.stepId, cursor.rowKey))?.length ?? 0,
  });
}

/** How well a feeling is evidenced; as on the map nothing is said of what is assumed. */
function strengthText({ curves }: Laid, touchpointId: string, personaId: string, t: TFunction): string {
  const curve = curves.find((candidate) => candidate.personaId === personaId);
  const point = [...(curve?.points ?? []), ...(curve?.behindMeans ?? [])].find(
    (candidate) => candidate.touchpointId === touchpointId,
  );
  const strength = point?.strength;
  return strength === undefined || strength === 'assumed' ? '' : ` (${t(`strength.${strength}`)})`;
}

/**
 * The keys of a cell in a lane of emotion: plus, minus and Alt with up and down change the feeling by half a level,
 * Delete makes it not set, Enter goes to the next persona. True when the key was used up or would begin to type.
 */
export function feelingKeys(
  event: React.KeyboardEvent,
  editor: Editor,
  view: MapView,
  cursor: Cursor,
  t: TFunction,
): boolean {
  const laid = view.laid.getState();
  const row = laid.scene.rows.find(({ key }) => key === cursor.rowKey);
  if (row?.laneRole !== 'emotion' || event.ctrlKey || event.metaKey) return false;
  const by = wayOf(event);
  const removes = event.key === 'Delete' || event.key === 'Backspace';
  const isTyped = event.key.length === 1 && event.key !== ' ' && !hotkey.test(event.key);
  if (by === 0 && !removes && event.key !== 'Enter' && event.key !== 'F2' && !isTyped) return event.altKey;
  event.preventDefault();
  // Delete would take what is selected elsewhere.
  event.stopPropagation();
  const personaId = feelerOf(laid, editor.session.getState());
  if (event.key === 'Enter') chooseNext(editor, laid, cursor, personaId, t);
  const id = feltAt(laid, cursor);
  if (id === null || (by === 0 && !removes)) return true;
  const before = valueIn(editor.documents(), id, personaId);
  const value = removes ? null : before === null ? 0 : Math.max(-2, Math.min(2, before + by * 0.5));
  setFeeling(editor, id, personaId, value, t, `feeling:${id}:${personaId}`);
  return true;
}

/** Sets a feeling, or takes it away, and says so. */
export function setFeeling(
  editor: Editor,
  touchpointId: string,
  personaId: string,
  value: number | null,
  t: TFunction,
  merge?: string,
): void {
  editor.run('setSentiment', { touchpointId, personaId, value }, merge);
  const docs = editor.documents();
  const title = docs.map.touchpoints[touchpointId]?.title || t('map.untitled');
  const name = feelerName(docs, personaId, t);
  announce(editor.session, t('curve.said', { name, title, value: feelingText(docs, value, t) }));
}

function chooseNext(editor: Editor, laid: Laid, cursor: Cursor, personaId: string, t: TFunction): void {
  const feelers = feelersOf(laid);
  const next = feelers[(feelers.indexOf(personaId) + 1) % feelers.length] as string;
  editor.session.setState({ feelingOf: next });
  const id = feltAt(laid, cursor);
  const docs = editor.documents();
  const value = feelingText(docs, id === null ? null : valueIn(docs, id, next), t);
  announce(editor.session, t('curve.chosen', { name: feelerName(docs, next, t), value }));
}

function wayOf(event: React.KeyboardEvent): number {
  if (event.altKey) return event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
  return event.key === '+' || event.key === '=' ? 1 : event.key === '-' || event.key === '−' ? -1 : 0;
}

function valueIn(docs: Documents, touchpointId: string, personaId: string): number | null {
  return docs.map.sentiments[pairId('sentiment', touchpointId, personaId)]?.value ?? null;
}
