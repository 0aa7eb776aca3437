/** Texts about the values that stand on the map where a file has some too. */
export const enDataStanding = {
  title_one: '{{count}} value is there already',
  title_other: '{{count}} values are there already',
  hint: 'At the same place, of the same KPI and period: {{what}}.',
  typed_one: '{{count}} typed by hand',
  typed_other: '{{count}} typed by hand',
  file_one: '{{count}} of {{name}}',
  file_other: '{{count}} of {{name}}',
  walks_one: '{{count}} from a walk',
  walks_other: '{{count}} from walks',
  links_one: '{{count}} share or wait of a link typed by hand',
  links_other: '{{count}} shares and waits of links typed by hand',
  replace: 'Replace with those of this file',
  keep: 'Keep what is there, and add only the rest',
  choose: 'Choose what becomes of them.',
} as const;
