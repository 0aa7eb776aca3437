import type { Color } from '../../model/records/common.ts';
import type { Lane } from '../../model/records/lane.ts';
import type { Persona } from '../../model/records/persona.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';

type Given = Partial<Pick<Touchpoint, 'selfService' | 'humanCanStepIn' | 'importance' | 'momentOfTruth'>>;

export interface SampleTouchpoint extends Given {
  readonly step: string;
  /** Ids of channels, devices and departments of the default library; of each kind the first is primary. */
  readonly where: readonly string[];
  readonly offline?: true;
  /** What each persona feels, in the order of `personas`; null is not set. */
  readonly feels: readonly (number | null)[];
}

/** A sample map without its texts. What comes first in an object comes first in the map. */
export interface SampleDescription {
  readonly personas: { readonly [key: string]: { readonly color: Color; readonly shape: Persona['shape'] } };
  readonly stages: { readonly [key: string]: readonly string[] };
  readonly when: { readonly [step: string]: 'before' | 'during' | 'after' };
  readonly lanes: { readonly [key: string]: { readonly role: Lane['role']; readonly side: Lane['side'] } };
  readonly touchpoints: { readonly [key: string]: SampleTouchpoint };
  /** From, to and, for some, the key of a label. */
  readonly links: readonly (readonly [from: string, to: string, label?: string])[];
  /** From, to, and the severity of the gap; null is smooth. The note is the text `notes['from>to']`. */
  readonly verdicts: readonly (readonly [from: string, to: string, severity: number | null])[];
}

export interface TouchpointTexts {
  readonly title: string;
  readonly description: string;
  readonly owner?: string;
  readonly objections?: string;
  readonly tags?: readonly string[];
}

/** The texts of a sample in one language. */
export interface SampleTexts<D extends SampleDescription = SampleDescription> {
  readonly name: string;
  readonly scenario: string;
  readonly personas: Readonly<Record<keyof D['personas'], string>>;
  readonly stages: Readonly<Record<keyof D['stages'], string>>;
  readonly steps: Readonly<Record<keyof D['when'], string>>;
  readonly touchpoints: Readonly<Record<keyof D['touchpoints'], TouchpointTexts>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly lanes: Readonly<
    Record<keyof D['lanes'], { name: string; cards: Readonly<Partial<Record<keyof D['when'], string>>> }>
  >;
}
