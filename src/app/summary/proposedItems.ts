import { compareOrder } from '../../model/order.ts';
import type { Opportunity } from '../../model/records/opportunity.ts';

const MOST = 5;

/** The opportunities worth proposing: neither done nor dropped, the greatest impact first, of equal ones the least effort; those without grades come last. */
export function proposedItems(all: readonly Opportunity[]): { items: readonly Opportunity[]; more: number } {
  const open = all
    .filter(({ status }) => status !== 'done' && status !== 'dropped')
    .sort((a, b) => (b.impact ?? 0) - (a.impact ?? 0) || (a.effort ?? 6) - (b.effort ?? 6) || compareOrder(a, b));
  return { items: open.slice(0, MOST), more: Math.max(0, open.length - MOST) };
}
