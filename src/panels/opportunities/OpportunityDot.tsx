import type { Opportunity } from '../../model/records/opportunity.ts';

const outlines = {
  quick: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 1 0 0-21z',
  strategy: 'M3 3h18v18H3z',
  new: 'M12 .8 23.2 12 12 23.2.8 12z',
};

/** The number of an opportunity in the shape of its kind: a circle for a quick change, a square for a strategy, a diamond for a new opportunity. */
export function OpportunityDot({
  kind,
  number,
  size = 24,
}: {
  kind: Opportunity['kind'];
  number: number;
  size?: number;
}) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="opportunity-dot">
      <path d={outlines[kind]} />
      <text x={12} y={16} textAnchor="middle" fontSize={11.5} fontWeight={650}>
        {number}
      </text>
    </svg>
  );
}
