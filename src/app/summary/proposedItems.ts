import { compareOrder } from '../../model/order.ts';
import type { Opportunity } from '../../model/records/opportunity.ts';

const MOST = 5;

/** The opportunities worth proposing: neither done nor dropped, most impact for the least effort first; those without grades come last. */
export function proposedItems(all: readonly Opportunity[]): { items: readonly Opportunity[]; more: number } {
  const worth = ({ impact, effort }: Opportunity) => (impact === null || effort === null ? 0 : impact / effort);
  const open = all
    .filter(({ status }) => status !== 'done' && status !== 'dropped')
    .sort((a, b) => worth(b) - worth(a) || (b.impact ?? 0) - (a.impact ?? 0) || compareOrder(a, b));
  return { items: open.slice(0, MOST), more: Math.max(0, open.length - MOST) };
}
