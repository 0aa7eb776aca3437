import type { Opportunity } from './records/opportunity.ts';

/** The shape around the number of each kind of opportunity, in a field of 24 units: a circle, a square, a diamond. */
export const opportunityOutlines: Readonly<Record<Opportunity['kind'], string>> = {
  quick: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 1 0 0-21z',
  strategy: 'M3 3h18v18H3z',
  new: 'M12 .8 23.2 12 12 23.2.8 12z',
};
