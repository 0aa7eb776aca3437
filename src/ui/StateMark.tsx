/** The mark of a handoff's state, as on the map: it differs by shape, fill and sign. Decorative: say the state beside. */
export function StateMark({
  state,
  severity,
  size = 18,
}: {
  state: 'none' | 'unreviewed' | 'smooth' | 'gap';
  severity?: number | null;
  size?: number;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      className="state-mark"
      data-state={state}
    >
      {state === 'gap' ? <path d="M0-11 11 0 0 11-11 0z" fill="var(--gap)" /> : null}
      {state === 'gap' ? (
        <text y={4} textAnchor="middle" fontSize={12} fontWeight={650} fill="var(--gap-ink)">
          {severity ?? ''}
        </text>
      ) : null}
      {state === 'smooth' ? (
        <>
          <circle r={9.5} fill="none" stroke="var(--smooth)" strokeWidth={1.7} />
          <path
            d="M-4 .4-1.2 3.2 4.2-2.8"
            fill="none"
            stroke="var(--smooth)"
            strokeWidth={2}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : null}
      {state === 'unreviewed' || state === 'none' ? (
        <circle
          r={9.5}
          fill="none"
          stroke="var(--unreviewed)"
          strokeWidth={1.5}
          strokeDasharray={state === 'none' ? '0' : '2.8 2.2'}
        />
      ) : null}
      {state === 'unreviewed' ? (
        <text y={4} textAnchor="middle" fontSize={12} fontWeight={600} fill="var(--ink-2)">
          ?
        </text>
      ) : null}
    </svg>
  );
}
