/** Texts of the curves, bands and rows of the map. */
export const enScene = {
  curve: {
    cell: '{{title}}. {{values}}. {{stage}}, {{step}}. {{index}} of {{count}}. Plus and minus change how {{name}} feels, Enter goes to the next persona, Delete makes it not set.',
    none: 'No touchpoint. {{row}}, {{stage}}, {{step}}.',
    value: '{{name}}: {{value}}',
    valued: '{{word}} ({{value, number(signDisplay: exceptZero)}})',
    notSet: 'not set',
    mean_one: 'mean of {{count}} value',
    mean_other: 'mean of {{count}} values',
    chosen: 'Now for {{name}}: {{value}}.',
    said: '{{name}} at “{{title}}”: {{value}}.',
    fall: '{{name}} falls most here, by {{by, number}}: from “{{from}}” to “{{to}}”.',
    drag: '{{name}}, {{title}}: {{value}}',
    table: 'How it feels, by step and touchpoint',
    step: 'Step',
    touchpoint: 'Touchpoint',
    persona: 'Persona',
    feeling: 'Feeling',
  },
  mark: {
    unreviewed: 'Handoff, not reviewed yet',
    smooth: 'Handoff, smooth',
    gap: 'Handoff, a gap',
    severe: 'Handoff, a gap of severity {{severity}} of 5',
  },
  row: { mean: 'Mean feeling: {{value}}' },
} as const;
