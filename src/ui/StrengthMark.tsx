/** The mark of how well a claim is evidenced: an empty dashed ring, a half filled one, a full disc. Decorative: say it beside. */
export function StrengthMark({ strength, size = 14 }: { strength: 'assumed' | 'partly' | 'well'; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" style={{ flex: 'none' }}>
      <circle
        cx={8}
        cy={8}
        r={6}
        fill={strength === 'well' ? 'var(--ink-2)' : 'none'}
        stroke="var(--ink-2)"
        strokeWidth={1.5}
        strokeDasharray={strength === 'assumed' ? '2.6 2.1' : undefined}
      />
      {strength === 'partly' && <path d="M8 2a6 6 0 0 1 0 12z" fill="var(--ink-2)" />}
    </svg>
  );
}
