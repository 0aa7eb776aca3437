/** The mark of a handoff's state, as on the map: it differs by shape, fill and sign. Decorative: say the state beside. */
export function StateMark({
  state,
  severity,
  was,
  size = 18,
}: {
  /** `settled` is a gap that is accepted or closed. */
  state: 'none' | 'unreviewed' | 'smooth' | 'settled' | 'gap';
  severity?: number | null;
  /** What was judged before an end changed. */
  was?: 'smooth' | 'gap';
  size?: number;
}) {
  const isAsked = state === 'unreviewed';
  const isDiamond = state === 'gap' || state === 'settled' || (isAsked && was === 'gap');
  const hollow = was === 'gap' ? 'var(--gap)' : 'var(--unreviewed)';
  return (
    <svg
      width={size}
      height={size}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      className="state-mark"
      data-state={state}
    >
      {isDiamond ? (
        <path
          d="M0-11 11 0 0 11-11 0z"
          fill={state === 'gap' ? 'var(--gap)' : 'none'}
          stroke={state === 'gap' ? 'none' : hollow}
          strokeWidth={1.5}
        />
      ) : (
        <circle
          r={9.5}
          fill="none"
          stroke={state === 'smooth' || was === 'smooth' ? 'var(--smooth)' : 'var(--unreviewed)'}
          strokeWidth={state === 'smooth' ? 1.7 : 1.5}
          strokeDasharray={isAsked && was === undefined ? '2.8 2.2' : '0'}
        />
      )}
      {state === 'smooth' ? (
        <path
          d="M-4 .4-1.2 3.2 4.2-2.8"
          fill="none"
          stroke="var(--smooth)"
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
      {isDiamond || isAsked ? (
        <text
          y={4}
          textAnchor="middle"
          fontSize={12}
          fontWeight={state === 'gap' ? 650 : 600}
          fill={state === 'gap' ? 'var(--gap-ink)' : 'var(--ink-2)'}
        >
          {isAsked ? '?' : (severity ?? '')}
        </text>
      ) : null}
    </svg>
  );
}
