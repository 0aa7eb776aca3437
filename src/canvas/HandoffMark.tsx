import { gapRadius } from '../layout/linkPath.ts';
import type { LinkState } from '../layout/scene.ts';

/** The mark of a handoff: a filled diamond with its severity, a tinted circle with a tick, or a dashed circle with "?". */
export function HandoffMark({
  at: [x, y],
  state,
  linkId,
  faded,
}: {
  at: readonly [number, number];
  state: LinkState;
  linkId: string;
  faded: boolean;
}) {
  return (
    <g
      className="mark"
      data-state={state.state}
      data-link={linkId}
      data-faded={faded || undefined}
      transform={`translate(${x} ${y})`}
    >
      {state.state === 'gap' && (
        <>
          <path d="M0-1 1 0 0 1-1 0z" transform={`scale(${gapRadius(state.severity)})`} />
          <text y={4}>{state.severity ?? '!'}</text>
        </>
      )}
      {state.state === 'smooth' && (
        <>
          <circle r={9} />
          <path className="mark-tick" d="M-4 .4-1.2 3.2 4.2-2.8" />
        </>
      )}
      {state.state === 'unreviewed' && (
        <>
          <circle r={9} />
          <text y={4}>?</text>
        </>
      )}
    </g>
  );
}
