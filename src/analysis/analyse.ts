import { type Lens, lensField } from '../model/lens.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { membersIndex, personasOf } from './audience.ts';
import { feelingsOf } from './feelings.ts';
import { type Finding, findOn } from './findings.ts';
import { allGaps, type Gap, reviewQueue } from './gaps.ts';
import type { Handoff } from './handoffs.ts';
import { createEar, type Heard } from './hear.ts';
import { createHandoffs } from './keepHandoffs.ts';
import { type Coverage, coverage, handoffMatrix, type Matrix } from './matrix.ts';
import { type Reading, readingOf } from './reading.ts';
import { keepFields, keepList, keepWhole, remember } from './remember.ts';
import { groundOf } from './rules/ground.ts';

/** Everything that follows from a map's records as they are. */
export interface Analysis {
  /** By link id, in reading order; the implied ones where the map has no links. */
  readonly handoffs: ReadonlyMap<string, Handoff>;
  /** Rule by rule, each in reading order. */
  readonly findings: readonly Finding[];
  /** The highest rank first. */
  readonly gaps: readonly Gap[];
  /** What is to be reviewed, in reading order. */
  readonly queue: readonly Handoff[];
  readonly matrices: Readonly<Record<Lens, Matrix>>;
  readonly coverage: Readonly<Record<Lens, Coverage>>;
}

/** What parts of an analysis are made from. */
interface Stand {
  readonly heard: Heard;
  readonly reading: Reading;
  readonly handoffs: Analysis['handoffs'];
}

/**
 * A running analysis of one map: called with its documents after a change it computes anew what the change touches, and
 * what says the same as before is the same object, up to the whole. The result equals that of a fresh one.
 */
export function createAnalysis(): (docs: Documents) => Analysis {
  const hear = createEar();
  const readingFrom = remember(
    ({ map, placed }: Heard) => [map.stages, map.steps, placed],
    ({ map }) => readingOf(map),
  );
  const handoffsOf = createHandoffs();
  const findingsOf = createFindings();
  const gapsOf = remember(
    ({ heard: { map }, reading, handoffs }: Stand) => [
      map.verdicts,
      map.touchpoints,
      map.links,
      mapRecord(map).kindWeights,
      reading,
      handoffs,
    ],
    ({ heard, reading, handoffs }) => allGaps(heard, handoffs, reading) as readonly Gap[],
    (before, now) => keepList(before, now, ({ key }) => key),
  );
  const queueOf = remember(
    ({ handoffs }: Stand) => [handoffs],
    ({ heard, reading, handoffs }) => reviewQueue(heard, handoffs, reading),
    keepWhole,
  );
  const matricesOf = createEachLens((lens) =>
    remember(
      ({ heard: { map, library }, handoffs }: Stand) => [map.touchpoints, library[lensField[lens]], handoffs],
      ({ heard, handoffs }) => handoffMatrix(heard, lens, handoffs),
      keepWhole,
    ),
  );
  const coverageOf = createEachLens((lens) =>
    remember(
      ({ heard: { map, library }, reading }: Stand) => [map.touchpoints, map.steps, library[lensField[lens]], reading],
      ({ heard, reading }) => coverage(heard, lens, reading),
      keepWhole,
    ),
  );
  let last: Analysis | null = null;
  return (docs) => {
    const heard = hear(docs);
    const reading = readingFrom(heard);
    const handoffs = handoffsOf({ heard, reading });
    const stand: Stand = { heard, reading, handoffs };
    const now: Analysis = {
      handoffs,
      findings: findingsOf(stand),
      gaps: gapsOf(stand),
      queue: queueOf(stand),
      matrices: matricesOf(stand),
      coverage: coverageOf(stand),
    };
    last = last === null ? now : keepFields(last, now);
    return last;
  };
}

function createFindings(): (stand: Stand) => readonly Finding[] {
  const membersFrom = remember(
    ({ map }: Heard) => [map.memberships],
    ({ map }) => membersIndex(map),
  );
  const personasFrom = remember(
    ({ map }: Heard) => [map.mapPersonas, map.memberships],
    ({ map }) => personasOf(map),
    keepWhole,
  );
  const feelingsFrom = remember(
    ({ map }: Heard) => [map.sentiments],
    ({ map }) => feelingsOf(map),
  );
  return remember(
    ({ heard: { map }, reading, handoffs }: Stand) => [
      map.touchpoints,
      map.links,
      map.steps,
      map.sentiments,
      map.mapPersonas,
      map.memberships,
      map.dismissals,
      reading,
      handoffs,
    ],
    ({ heard, reading, handoffs }) =>
      findOn(
        groundOf(heard.map, handoffs, {
          reading,
          members: membersFrom(heard),
          personaIds: personasFrom(heard),
          feelings: feelingsFrom(heard),
          ways: [...handoffs.values()],
        }),
      ) as readonly Finding[],
    (before, now) => keepList(before, now, ({ rule, place }) => `${rule} ${place.placeId} ${place.toId ?? ''}`),
  );
}

/** One running part for each lens, joined; the whole stays while all three do. */
function createEachLens<R>(create: (lens: Lens) => (stand: Stand) => R): (stand: Stand) => Readonly<Record<Lens, R>> {
  const parts = { channel: create('channel'), device: create('device'), department: create('department') };
  let last: Readonly<Record<Lens, R>> | null = null;
  return (stand) => {
    const now = { channel: parts.channel(stand), device: parts.device(stand), department: parts.department(stand) };
    last = last === null ? now : keepFields(last, now);
    return last;
  };
}
