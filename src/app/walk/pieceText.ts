import type { TFunction } from 'i18next';
import { citationId } from '../../model/ids.ts';
import type { WalkStep } from '../../model/records/walk.ts';
import type { MapTables } from '../../model/tables.ts';
import { clockText } from './stopwatch.ts';

/**
 * What a stop becomes as evidence: result, what was expected, notes and waiting time, each part a sentence of its own; of
 * a photo alone it says that it is there.
 */
export function pieceText(
  { result, expected, notes, waitSeconds, photo }: Omit<WalkStep, 'id' | 'walkId' | 'touchpointId' | 'extra'>,
  t: TFunction,
): string {
  const isPhotoAlone = photo !== null && result === null && notes.trim() === '' && waitSeconds === null;
  return [
    isPhotoAlone ? t('walk.piece.photo') : '',
    result === null ? '' : t(`walk.piece.${result}`),
    expected.trim() === '' ? '' : t('walk.piece.expected', { text: expected.trim().replace(/[.。]$/, '') }),
    ended(notes.trim()),
    waitSeconds === null ? '' : t('walk.piece.wait', { time: clockText(waitSeconds) }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A note with a full stop behind it where it ends in a letter, a digit or what closes a quotation or brackets. */
function ended(note: string): string {
  return /[\p{L}\p{M}\p{N}%€$][)\]}"'”’»]*$/u.test(note) ? `${note}.` : note;
}

/**
 * The feeling that a stop's piece of evidence bears since its walk was ended, null for none; undefined where there is no
 * such piece, or where another result was chosen since.
 */
export function keptFeeling(
  { evidence, citations }: Pick<MapTables, 'evidence' | 'citations'>,
  { walkId, touchpointId, result }: Pick<WalkStep, 'walkId' | 'touchpointId' | 'result'>,
  t: TFunction,
): number | null | undefined {
  const place = { placeId: touchpointId, toId: null };
  const piece = Object.values(evidence).find(
    ({ id, importId }) => importId === walkId && citations[citationId(id, place)] !== undefined,
  );
  const isSame = result === null || piece?.text.startsWith(t(`walk.piece.${result}`));
  return isSame ? piece?.sentiment : undefined;
}
