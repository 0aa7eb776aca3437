/** Names of the ways to read the cells of a table. */
export const enDataReading = {
  delimiters: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab', bar: 'Vertical bar' },
  decimals: { point: 'Point: 1.5', comma: 'Comma: 1,5' },
  numberTimes: {
    none: 'Nothing: they are no times',
    seconds: 'Seconds from 1970',
    milliseconds: 'Milliseconds from 1970',
    microseconds: 'Microseconds from 1970',
    nanoseconds: 'Nanoseconds from 1970',
    excel: 'Days as Excel counts them',
  },
  columnKinds: { number: 'number', time: 'time', text: 'text', empty: 'empty' },
  roles: {
    none: '–',
    case: 'Case',
    activity: 'Activity',
    time: 'Time, or start',
    end: 'End',
    phase: 'Start or end',
    instance: 'Which start and end belong together',
    resource: 'Who did it',
    department: 'Department',
    channel: 'Channel',
    device: 'Device',
    persona: 'Persona',
    nps: 'NPS, 0 to 10',
    csat: 'CSAT',
    ces: 'CES',
    comment: 'Comment',
    place: 'Place',
    date: 'Date',
    kpi: 'Name of the KPI',
    value: 'Value',
    n: 'n',
    from: 'Date, or first day',
    to: 'Last day',
  },
  byProfile: {
    read: 'Read as “{{name}}” was.',
    columns_one: 'A column is new: {{names}}.',
    columns_other: '{{count}} columns are new: {{names}}.',
    otherTables_one: 'The file holds another table too: choose which one is read.',
    otherTables_other: 'The file holds {{count}} other tables too: choose which one is read.',
  },
  orders: { dayFirst: 'Day first', monthFirst: 'Month first' },
  phases: {
    pairs: 'Join start and end to one event',
    ignore: 'Leave them aside',
    name: 'They are part of the name',
  },
  evidence: {
    rows: 'Evidence',
    rowsWhat: ': quotes, reviews, tickets, one on each row.',
    needsMap:
      'These rows look like evidence, not like figures. Open the map that they belong to and drop the file there.',
  },
  apart: {
    title: 'Tell apart by',
    channel: 'Channel',
    device: 'Device',
    twins: {
      channel:
        '“{{name}}” comes on several channels ({{values}}), and the map has touchpoints of these words that differ in theirs. Tell the channels apart to match each.',
      device:
        '“{{name}}” comes on several devices ({{values}}), and the map has touchpoints of these words that differ in theirs. Tell the devices apart to match each.',
    },
    many: {
      channel: '“{{name}}” comes on several channels: {{values}}. Told apart, each can be a touchpoint of its own.',
      device: '“{{name}}” comes on several devices: {{values}}. Told apart, each can be a touchpoint of its own.',
    },
  },
};
