import type { Action } from './action.ts';

export const fileActions: readonly Action[] = [
  { id: 'exportPng', group: 'file', keys: ['mod+E'], run: ({ shell }) => shell.openDialog('png') },
  { id: 'exportJson', group: 'file', keys: ['mod+S'], run: ({ shell }) => shell.exportFile('json') },
  { id: 'exportMermaid', group: 'file', run: ({ shell }) => shell.exportFile('mermaid') },
  {
    id: 'gapsCsv',
    group: 'file',
    run: async ({ editor, t }) => (await import('../gapList/saveGaps.ts')).saveGaps(editor, t),
  },
  { id: 'importData', group: 'file', keys: ['mod+shift+E'], run: ({ shell }) => shell.openDialog('data') },
  { id: 'summary', group: 'file', run: ({ shell }) => shell.openDialog('summary') },
  { id: 'copyView', group: 'file', keys: ['mod+shift+C'], run: ({ shell }) => shell.copyView() },
  { id: 'saveView', group: 'file', run: ({ shell }) => shell.saveView() },
  { id: 'backup', group: 'file', run: ({ shell }) => shell.backup() },
];
