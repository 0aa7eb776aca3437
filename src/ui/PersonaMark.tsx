import { personaColor } from './personaColor.ts';

const shapes: Record<string, string> = {
  circle: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z',
  triangle: 'M6 1 11 10.5H1z',
  square: 'M1.5 1.5h9v9h-9z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6z',
  pentagon: 'M6 .8 11.3 4.7 9.3 11H2.7L.7 4.7z',
};

/** The shape and colour that stand for a persona; without one the shape alone. Decorative: name the persona beside. */
export function PersonaMark({ shape, color, size = 10 }: { shape: string; color: string | null; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={shapes[shape] ?? shapes.circle} fill={color === null ? 'var(--ink-2)' : personaColor(color)} />
    </svg>
  );
}
