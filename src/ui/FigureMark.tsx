/** The mark of a figure's state: a tick, a warning triangle, a cross on a square, a dashed ring. Decorative: say the state beside. */
export function FigureMark({ state, size = 13 }: { state: 'good' | 'warning' | 'bad' | 'unknown'; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ flex: 'none' }}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {state === 'good' && (
        <>
          <circle cx={8} cy={8} r={7} fill="var(--smooth)" />
          <path d="M4.6 8.3 7 10.7 11.5 5.6" stroke="var(--panel)" strokeWidth={2} />
        </>
      )}
      {state === 'warning' && (
        <>
          <path d="M8 1.2 15.2 14.4H.8z" fill="var(--star)" />
          <path d="M8 6V9.6M8 12v.1" stroke="var(--panel)" strokeWidth={1.9} />
        </>
      )}
      {state === 'bad' && (
        <>
          <rect x={1} y={1} width={14} height={14} rx={2.5} fill="var(--gap)" />
          <path d="M5.2 5.2 10.8 10.8M10.8 5.2 5.2 10.8" stroke="var(--gap-ink)" strokeWidth={1.9} />
        </>
      )}
      {state === 'unknown' && (
        <circle cx={8} cy={8} r={6.2} stroke="var(--unreviewed)" strokeWidth={1.6} strokeDasharray="2.6 2.2" />
      )}
    </svg>
  );
}
