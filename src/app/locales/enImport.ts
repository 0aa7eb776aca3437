/** What is said of a file that was imported, beside the sentences of its reader. */
export const enImport = {
  imported: {
    title: 'Imported {{name}}',
    maps_one: '{{count}} map of {{name}} is here.',
    maps_other: '{{count}} maps of {{name}} are here.',
    emptyBackup: 'This backup holds no map that can be read.',
    taken: 'Already in your library, so used from there: {{list}}.',
    personas_one: '{{count}} persona',
    personas_other: '{{count}} personas',
    channels_one: '{{count}} channel',
    channels_other: '{{count}} channels',
    devices_one: '{{count}} device',
    devices_other: '{{count}} devices',
    departments_one: '{{count}} department',
    departments_other: '{{count}} departments',
    kpis_one: '{{count}} KPI',
    kpis_other: '{{count}} KPIs',
    moreNotes_one: '… and {{count}} more',
    moreNotes_other: '… and {{count}} more',
  },
} as const;
