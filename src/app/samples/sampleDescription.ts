import type { Color } from '../../model/records/common.ts';
import type { Evidence } from '../../model/records/evidence.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Lane } from '../../model/records/lane.ts';
import type { Opportunity } from '../../model/records/opportunity.ts';
import type { Persona, personaFacts } from '../../model/records/persona.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { Verdict } from '../../model/records/verdict.ts';
import type { WalkStep } from '../../model/records/walk.ts';

type Given = Partial<
  Pick<Touchpoint, 'selfService' | 'selfServiceWanted' | 'humanCanStepIn' | 'importance' | 'momentOfTruth' | 'ending'>
>;
type Span = readonly [low: number, high: number];

export interface SampleTouchpoint extends Given {
  readonly step: string;
  /** Ids of channels, devices and departments of the default library; of each kind the first is primary. */
  readonly where: readonly string[];
  readonly offline?: true;
  /** What each persona feels, in the order of `personas`; null is not set. */
  readonly feels: readonly (number | null)[];
  /** Keys of the personas it belongs to; it belongs to all when left out. */
  readonly of?: readonly string[];
  /** The touchpoint at which the promise (a text) is kept. */
  readonly keptAt?: string;
}

interface SampleLinkDetails {
  readonly waitHours?: number;
  readonly waitTargetHours?: number;
  readonly share?: number;
  readonly of?: readonly string[];
}

export interface SampleVerdict extends Partial<Pick<Verdict, 'state' | 'severity' | 'status'>> {
  readonly state: Verdict['state'];
  /** Answers to the five checks in their order: `y`, `n` or `?`. */
  readonly checks?: string;
  readonly customers?: Span;
  readonly shareLost?: Span;
  readonly customerValue?: Span;
  readonly mendingCost?: Span;
  readonly mendingReturn?: Span;
}

export interface SampleOpportunity extends Partial<Pick<Opportunity, 'impact' | 'effort' | 'status'>> {
  readonly kind: Opportunity['kind'];
  /** Touchpoints, and ways as `from>to`. */
  readonly ties: readonly string[];
}

interface SampleEvidence extends Pick<Evidence, 'kind' | 'date'> {
  /** The key of the persona who said it. */
  readonly persona?: string;
  readonly sentiment?: number;
  /** Touchpoints, and ways as `from>to`. */
  readonly about: readonly string[];
}

/** A walk that somebody took, with its stops in their order. */
interface SampleWalk {
  readonly persona: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly stops: {
    readonly [touchpoint: string]: Pick<WalkStep, 'result' | 'startedAt' | 'endedAt' | 'waitSeconds'>;
  };
}

/** A KPI, and what is measured of it at touchpoints and on ways (`from>to`), of everyone: last month and the one before. */
export interface SampleKpi
  extends Pick<Kpi, 'metric' | 'unit' | 'better' | 'rollUp' | 'outcome' | 'target' | 'warnAt' | 'badAt'> {
  readonly definition?: Kpi['definition'];
  readonly at: {
    readonly [place: string]: readonly [value: number, n: number | null, valueBefore: number, nBefore: number | null];
  };
}

/** A sample map without its texts. What comes first in an object comes first in the map. */
export interface SampleDescription {
  readonly personas: { readonly [key: string]: { readonly color: Color; readonly shape: Persona['shape'] } };
  readonly stages: { readonly [key: string]: readonly string[] };
  readonly when: { readonly [step: string]: 'before' | 'during' | 'after' };
  readonly lanes: { readonly [key: string]: { readonly role: Lane['role']; readonly side: Lane['side'] } };
  readonly touchpoints: { readonly [key: string]: SampleTouchpoint };
  /** From, to and, for some, the key of a label (or null) and more. */
  readonly links: readonly (readonly [from: string, to: string, label?: string | null, more?: SampleLinkDetails])[];
  /** By `from>to`; of friction inside a touchpoint both are the same. */
  readonly verdicts: { readonly [way: string]: SampleVerdict };
  readonly opportunities: { readonly [key: string]: SampleOpportunity };
  readonly evidence?: { readonly [key: string]: SampleEvidence };
  readonly walk?: SampleWalk;
  readonly kpis?: { readonly [key: string]: SampleKpi };
}

type PersonaTexts = Readonly<{ name: string } & Partial<Record<(typeof personaFacts)[number], string>>>;

export interface TouchpointTexts {
  readonly title: string;
  readonly description: string;
  readonly owner?: string;
  readonly objections?: string;
  readonly tags?: readonly string[];
  readonly promise?: string;
}

interface VerdictTexts {
  readonly note: string;
  readonly cause?: string;
  readonly owner?: string;
  /** Where the figures come from. */
  readonly source?: string;
}

/** The texts of a sample in one language. */
export interface SampleTexts<D extends SampleDescription = SampleDescription> {
  readonly name: string;
  readonly scenario: string;
  readonly personas: Readonly<Record<keyof D['personas'], PersonaTexts>>;
  readonly stages: Readonly<Record<keyof D['stages'], string>>;
  readonly steps: Readonly<Record<keyof D['when'], string>>;
  readonly touchpoints: Readonly<Record<keyof D['touchpoints'], TouchpointTexts>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<keyof D['verdicts'], VerdictTexts>>;
  readonly opportunities: Readonly<
    Record<keyof D['opportunities'], { title: string; description?: string; owner?: string }>
  >;
  readonly kpis?: Readonly<Record<string, { name: string; description: string; source: string; owner: string }>>;
  readonly lanes: Readonly<
    Record<keyof D['lanes'], { name: string; cards: Readonly<Partial<Record<keyof D['when'], string>>> }>
  >;
  readonly evidence?: Readonly<Record<string, { readonly text: string; readonly source: string }>>;
  readonly walk?: {
    readonly name: string;
    readonly walker: string;
    readonly stops: Readonly<Record<string, { readonly expected: string; readonly notes: string }>>;
  };
}
