const signs = {
  missed: 'M5 5 11 11M11 5 5 11',
  met: 'M4.4 8.3 7 10.9 11.8 5.6',
  exceeded: 'M8 11.8V4.6M4.8 7.6 8 4.4 11.2 7.6',
} as const;

/** The mark of what was met at a touchpoint: a cross, a tick, an arrow up. Decorative: say it beside. */
export function ResultMark({ result, size = 16 }: { result: keyof typeof signs; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="result-mark" data-result={result}>
      <circle cx={8} cy={8} r={7} fill="none" stroke="currentColor" strokeWidth={1.3} />
      <path
        d={signs[result]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
