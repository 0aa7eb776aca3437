/** Texts of the list of profiles by which files are read and matched. */
export const enDataProfiles = {
  title: 'Profiles of this map',
  what: 'The next file with the columns of a profile is read and matched as it says. Without a profile it asks again.',
  none: 'No file has left a profile yet. One is kept under “Remember as” when figures are put on the map.',
  nameOf: 'Name of the profile {{name}}',
  rules_one: '{{all}} rule',
  rules_other: '{{all}} rules',
  renamed: 'The profile “{{before}}” is now “{{name}}”.',
  delete: 'Delete',
  deleteOf: 'Delete the profile {{name}}',
  deleted: 'The profile “{{name}}” is deleted: the next file of its kind asks again. Its figures stay on the map.',
  problems: {
    empty: 'A profile needs a name. Type at least one letter; until then it stays “{{kept}}”.',
    taken: 'Another profile is named “{{name}}”. Type another name; until then this one stays “{{kept}}”.',
  },
  replaced: '“{{name}}” reads files with other columns. It will be replaced; type another name to keep both.',
  otherKind: '“{{name}}” is the profile of files of another kind. Type another name.',
};
