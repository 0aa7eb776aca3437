/** Texts of what a file's names become as KPIs, and of how new ones count. */
export const enDataKpis = {
  n: {
    title: 'On how many the figures rest (n)',
    all: 'n of all figures is “{{column}}”.',
    of: 'n: {{column}}',
    none: 'No n',
  },
  kpi: {
    title: 'Which KPIs they are',
    inFile: 'In the file',
    values: 'First values',
    kpi: 'KPI',
    kpiOf: 'KPI for {{name}}',
    unit: 'Read as',
    unitOf: 'How the values of {{name}} are read',
    countUnit: 'Unit of {{name}}',
    rollUp: 'What places make together of {{name}}',
    better: 'Which way is better of {{name}}',
    people: 'Who comes to two places counts at both, so the places are not added.',
    unknown_one: 'New in this file, and not known to “{{profile}}”: {{names}}. Look at how it counts.',
    unknown_other: 'New in this file, and not known to “{{profile}}”: {{names}}. Look at how they count.',
    together:
      '{{names}} are one KPI here, {{kpi}}: where they have values for one place and period, these are put together. Choose another KPI where they should not be.',
    rewritten_one:
      'Written otherwise than before, with or without a percent sign or as fractions: {{names}}. Look at how its values are read.',
    rewritten_other:
      'Written otherwise than before, with or without a percent sign or as fractions: {{names}}. Look at how their values are read.',
    signed: 'percentages, as their sign says',
    none: 'Leave it out',
    own: 'A KPI of its own: {{name}}',
    library: 'From the library',
    field: 'New, by the usual definition',
    factors: {
      1: 'as it stands',
      100: 'fractions: 0.5 is 50 %',
      days: 'days',
      minutes: 'minutes',
      seconds: 'seconds',
      milliseconds: 'milliseconds',
    },
  },
};
