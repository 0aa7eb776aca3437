import { blankEvidence } from '../../../src/model/blanks.ts';
import { citationId } from '../../../src/model/ids.ts';
import { inOrder, orderBefore } from '../../../src/model/order.ts';
import type { Evidence } from '../../../src/model/records/evidence.ts';
import type { Documents } from '../../../src/model/tables.ts';

/**
 * Adds a piece of evidence to a draft, about touchpoints (`a`) and ways (`a>b`). Returns its id.
 */
export function says({ map }: Documents, places: readonly string[], fields: Partial<Evidence> = {}): string {
  const pieces = Object.values(map.evidence);
  const id = `ev_${pieces.length + 1}`;
  map.evidence[id] = { ...blankEvidence, id, order: orderBefore(inOrder(pieces), null), text: 'Said so', ...fields };
  for (const way of places) {
    const [from, to] = way.split('>');
    const place = { placeId: `tp_${from}`, toId: to === undefined ? null : `tp_${to}` };
    const citation = citationId(id, place);
    map.citations[citation] = { id: citation, evidenceId: id, ...place };
  }
  return id;
}
