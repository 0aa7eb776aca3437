import './opportunityDot.css';

/** The number of an opportunity in the shape of its kind, which is given as path data in a field of 24 units. */
export function OpportunityDot({ outline, number, size = 24 }: { outline: string; number: number; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="opportunity-dot">
      <path d={outline} />
      <text x={12} y={16} textAnchor="middle" fontSize={11.5} fontWeight={650}>
        {number}
      </text>
    </svg>
  );
}
