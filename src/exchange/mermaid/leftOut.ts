import { holdsTexts } from '../../model/records/lane.ts';
import { type Documents, mapRecord } from '../../model/tables.ts';

/** What a map may hold that a Mermaid `journey` has no place for. */
export type LeftOut =
  | 'channels'
  | 'devices'
  | 'departments'
  | 'steps'
  | 'cards'
  | 'ways'
  | 'verdicts'
  | 'opportunities'
  | 'evidence'
  | 'measurements'
  | 'details';

/** What of a map `writeMermaid` leaves out, in a fixed order; empty when the diagram says everything. */
export function leftOutByMermaid({ map }: Documents): readonly LeftOut[] {
  const touchpoints = Object.values(map.touchpoints);
  const any = (table: object) => Object.keys(table).length > 0;
  const starts = new Set(Object.values(map.links).map(({ from }) => from));
  const found: Record<LeftOut, boolean> = {
    channels: touchpoints.some(({ channels }) => channels.length > 0),
    devices: touchpoints.some(({ devices }) => devices.length > 0),
    departments: touchpoints.some(({ departments }) => departments.length > 0),
    steps: Object.values(map.steps).some(({ name }) => name.trim() !== ''),
    cards: Object.values(map.cards).some(({ laneId }) => holdsTexts(map.lanes[laneId]?.role ?? null)),
    // A diagram is one way from task to task.
    ways: Object.keys(map.links).length > starts.size,
    verdicts: any(map.verdicts),
    opportunities: any(map.opportunities),
    evidence: any(map.evidence),
    measurements: any(map.series),
    details:
      mapRecord(map).state === 'future' ||
      touchpoints.some(({ description, objections, owner }) => `${description}${objections}${owner}`.trim() !== ''),
  };
  return (Object.keys(found) as LeftOut[]).filter((kind) => found[kind]);
}
