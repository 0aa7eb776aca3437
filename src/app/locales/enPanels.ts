/** Texts of the panels. */
export const enPanels = {
  sentiment: {
    label: 'Feeling',
    of: 'Feeling of {{name}}',
    words: { '-2': 'Very bad', '-1': 'Bad', '0': 'Neutral', '1': 'Good', '2': 'Very good' },
  },
  link: { kind: 'Link' },
  mapDetails: {
    name: 'Name',
    state: 'State',
    states: { current: 'Current state', future: 'Future state' },
  },
  persona: {
    everyone: 'Everyone',
    add: 'Add persona',
    unnamed: 'Unnamed persona',
    count_one: '{{count}} persona',
    count_other: '{{count}} personas',
  },
  filter: {
    label: 'Personas shown',
    fold: 'Personas shown: {{names}}',
    rest: 'The rest',
    modes: { fade: 'Fade', hide: 'Hide' },
    sideBySide: 'Side by side',
    saidEveryone: 'Everyone is shown.',
    said: {
      fade_one: 'Shown: {{names}}, {{count}} touchpoint. The rest is faded.',
      fade_other: 'Shown: {{names}}, {{count}} touchpoints. The rest is faded.',
      hide_one: 'Shown: {{names}}, {{count}} touchpoint. The rest is hidden.',
      hide_other: 'Shown: {{names}}, {{count}} touchpoints. The rest is hidden.',
    },
    saidSideBySide: 'Personas side by side.',
    saidTogether: 'Personas in one map.',
  },
  lane: {
    newName: 'New lane',
    roles: {
      actions: 'Customer actions',
      thoughts: 'Thoughts',
      pains: 'Pain points',
      opportunities: 'Opportunities',
      notes: 'Notes',
      emotion: 'Emotion',
      evidence: 'Evidence',
    },
  },
} as const;
