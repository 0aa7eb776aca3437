import { gapRadius } from '../layout/linkPath.ts';
import type { MarkState } from '../layout/scene.ts';
import { StrengthDots } from './StrengthDots.tsx';

interface HandoffMarkProps {
  readonly at: readonly [number, number];
  readonly state: MarkState;
  readonly linkId: string;
  readonly faded: boolean;
}

/** The mark of a handoff at its place on the map. */
export function HandoffMark({ at: [x, y], state, linkId, faded }: HandoffMarkProps) {
  return (
    <g
      className="mark"
      data-state={state.state}
      data-was={state.was}
      data-link={linkId}
      data-faded={faded || undefined}
      transform={`translate(${x} ${y})`}
    >
      <MarkShape state={state} />
      <StrengthDots strength={state.strength} />
    </g>
  );
}

/**
 * A filled diamond with the severity, hollow where the gap is settled; a tinted circle with a tick; or "?" in a dashed
 * circle, or in the outline of what was judged before.
 */
export function MarkShape({ state: { state, severity, was } }: { state: MarkState }) {
  if (state === 'none') return null;
  const isDiamond = state === 'gap' || state === 'settled' || was === 'gap';
  return (
    <>
      {isDiamond ? <path d="M0-1 1 0 0 1-1 0z" transform={`scale(${gapRadius(severity)})`} /> : <circle r={9} />}
      {state === 'smooth' ? (
        <path className="mark-tick" d="M-4 .4-1.2 3.2 4.2-2.8" />
      ) : (
        <text y={4}>{state === 'unreviewed' ? '?' : (severity ?? '!')}</text>
      )}
    </>
  );
}
