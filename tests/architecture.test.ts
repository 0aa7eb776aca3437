import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bareRelativeImports,
  barrels,
  cycles,
  defaultExports,
  folderBreaks,
  importsOf,
  importTableBreaks,
  libraryBreaks,
  longFiles,
  panelBreaks,
  rawMessages,
  type SourceFile,
} from './support/houseRules.ts';

const root = new URL('../', import.meta.url);

/** Files past 300 lines, and why each is better whole. */
const reasonsForLength: Record<string, string> = {};

const sources: SourceFile[] = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

describe('the house', () => {
  it('finds the sources', () => {
    expect(sources.map(({ path }) => path)).toContain('src/model/tables.ts');
  });

  it('H1 a folder imports only what the table allows', () => {
    expect(importTableBreaks(sources)).toEqual([]);
  });

  it('H2 no panel imports another', () => {
    expect(panelBreaks(sources)).toEqual([]);
  });

  it('H3 a library is imported only by its owners', () => {
    expect(libraryBreaks(sources)).toEqual([]);
  });

  it('H4 there are no cycles between files', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('H5 there are no barrel files', () => {
    expect(barrels(sources)).toEqual([]);
  });

  it('H6 every file is in a folder of the house, and none is called utils, hooks or types', () => {
    expect(folderBreaks(sources)).toEqual([]);
  });

  it('H7 a file past 300 lines has a reason', () => {
    expect(longFiles(sources, reasonsForLength)).toEqual([]);
  });

  it('H8 exports have names', () => {
    expect(defaultExports(sources)).toEqual([]);
  });

  it('H9 a relative import names its extension', () => {
    expect(bareRelativeImports(sources)).toEqual([]);
  });

  it('H11 what the browser says of an error is quoted in one place only', () => {
    // The boundary shows it below a sentence of ours.
    expect(rawMessages(sources, ['src/app/failureText.ts', 'src/app/ErrorBoundary.tsx'])).toEqual([]);
  });
});

/** Files from a list of path and text. */
const made = (files: Record<string, string>): SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

describe('the rules catch what breaks them', () => {
  it('the scanner sees every kind of import', () => {
    const text = [
      "import a from 'a';",
      "import {\n  b,\n  type B,\n} from './b.ts';",
      "import type { C } from './c.ts';",
      "import './d.css';",
      "export * from './e.ts';",
      "export { f } from './f.ts';",
      "export type { G } from './g.ts';",
      "const h = lazy(() => import('./h.tsx'));",
      "type I = import('./i.ts').I;",
      "new Worker(new URL('./j.ts', import.meta.url));",
      "import k from './k.svg?raw';",
      "// import l from './l.ts';",
      "/*\nimport m from './m.ts';\n*/",
      "const text = 'nothing to import from here';",
    ].join('\n');
    expect(importsOf(text).sort()).toEqual(
      [
        'a',
        ...['b.ts', 'c.ts', 'd.css', 'e.ts', 'f.ts', 'g.ts', 'h.tsx', 'i.ts', 'j.ts', 'k.svg'].map((x) => `./${x}`),
      ].sort(),
    );
  });

  const badImports: [string, string][] = [
    ['src/model/a.ts', '../layout/b.ts'],
    ['src/layout/a.ts', '../commands/b.ts'],
    ['src/commands/a.ts', '../editor/b.ts'],
    ['src/analysis/a.ts', '../layout/b.ts'],
    ['src/paint/a.ts', '../analysis/b.ts'],
    ['src/ui/a.tsx', '../model/b.ts'],
    ['src/editor/a.ts', '../layout/b.ts'],
    ['src/storage/a.ts', '../editor/b.ts'],
    ['src/exchange/a.ts', '../editor/b.ts'],
    ['src/canvas/a.tsx', '../commands/b.ts'],
    ['src/canvas/a.tsx', '../panels/b/b.tsx'],
    ['src/panels/a/a.tsx', '../../canvas/b.ts'],
    ['src/panels/a/a.tsx', '../../commands/b.ts'],
    ['src/app/a.tsx', '../main.tsx'],
    ['src/app/a.tsx', '../../tests/b.ts'],
    ['src/app/a.tsx', '/src/main.tsx'],
  ];
  it.each(badImports)('H1 %s may not import %s', (path, specifier) => {
    expect(importTableBreaks(made({ [path]: `import type { B } from '${specifier}';` }))).toHaveLength(1);
    expect(importTableBreaks(made({ [path]: `const b = () => import('${specifier}');` }))).toHaveLength(1);
  });

  it('H1 allows the table, a folder itself, and main.tsx', () => {
    const files = made({
      'src/paint/a.ts': "import { b } from '../layout/b.ts';\nimport { c } from './c.ts';",
      'src/app/a.tsx': "import { b } from '../canvas/b.tsx';",
      'src/main.tsx': "import { a } from './app/a.tsx';",
    });
    expect(importTableBreaks(files)).toEqual([]);
  });

  it('H2 catches a panel that imports another, not one that imports itself', () => {
    const files = made({
      'src/panels/gaps/List.tsx': "import { a } from '../inspector/a.ts';\nimport { b } from './b.ts';",
    });
    expect(panelBreaks(files)).toEqual(['src/panels/gaps/List.tsx imports src/panels/inspector/a.ts']);
  });

  const badLibraries: [string, string][] = [
    ['src/app/a.tsx', '@xyflow/react'],
    ['src/app/a.css.ts', '@xyflow/react/dist/style.css'],
    ['src/app/a.ts', 'dexie'],
    ['src/storage/a.ts', 'dexie-react-hooks'],
    ['src/canvas/a.ts', 'html-to-image'],
    ['src/model/a.ts', 'zod'],
    ['src/exchange/a.ts', 'zod/mini'],
    ['src/commands/a.ts', 'immer'],
    ['src/layout/a.ts', '@chenglou/pretext'],
    ['src/panels/a/a.ts', 'i18next'],
    ['src/exchange/a.ts', 'i18next'],
    ['src/ui/a.tsx', 'react-i18next'],
    ['src/canvas/a.tsx', '@mantine/core'],
    ['src/canvas/a.tsx', '@mantine/hooks/anything'],
    ['src/model/a.ts', 'react'],
    ['src/storage/a.ts', 'react-dom/client'],
  ];
  it.each(badLibraries)('H3 %s may not import %s', (path, library) => {
    expect(libraryBreaks(made({ [path]: `import { x } from '${library}';` }))).toHaveLength(1);
  });

  it('H3 allows the owners, libraries without one, and main.tsx', () => {
    const files = made({
      'src/model/zod.ts': "import { z } from 'zod';",
      'src/canvas/a.tsx': "import { ReactFlow } from '@xyflow/react';\nimport { useTranslation } from 'react-i18next';",
      'src/layout/pretextMeasurer.ts': "import { prepare } from '@chenglou/pretext';",
      'src/model/a.ts': "import { nanoid } from 'nanoid';",
      'src/canvas/b.ts': "import type { TFunction } from 'i18next';",
      'src/main.tsx': "import i18next from 'i18next';\nimport '@xyflow/react/dist/style.css';",
    });
    expect(libraryBreaks(files)).toEqual([]);
  });

  it('H4 catches a cycle, through types and dynamic imports too', () => {
    const files = made({
      'src/model/a.ts': "import type { b } from './b.ts';",
      'src/model/b.ts': "const c = () => import('./c.ts');",
      'src/model/c.ts': "export { a } from './a.ts';",
      'src/model/d.ts': "import { a } from './a.ts';",
    });
    expect(cycles(files)).toEqual(['src/model/a.ts -> src/model/b.ts -> src/model/c.ts -> src/model/a.ts']);
  });

  it('H5 catches a file that only re-exports', () => {
    const files = made({
      'src/ui/index.ts': "// All of it.\nexport * from './a.ts';\nexport { b, type B } from './b.ts';\n",
      'src/ui/all.ts': "import { a } from './a.ts';\n\nexport { a };\n",
      'src/ui/a.ts': "import { b } from './b.ts';\nexport { c } from './c.ts';\nexport const a = b + 1;\n",
      'src/ui/side.ts': "import './style.css';\n",
    });
    expect(barrels(files)).toEqual(['src/ui/index.ts', 'src/ui/all.ts']);
  });

  it('H6 catches unknown folders, files beside main.tsx, and drawers', () => {
    const bad = [
      'src/services/a.ts',
      'src/a.ts',
      'src/app/utils/a.ts',
      'src/canvas/hooks/a.ts',
      'src/model/types/a.ts',
    ];
    const good = { 'src/main.tsx': '', 'src/app/App.tsx': '', 'src/panels/gaps/typesOfGap.ts': '' };
    expect(folderBreaks(made({ ...Object.fromEntries(bad.map((path) => [path, ''])), ...good }))).toEqual(bad);
  });

  it('H7 catches a long file without a reason, an empty reason, and a reason for a short file', () => {
    const lines = (count: number) => 'x;\n'.repeat(count);
    const files = made({
      'src/app/short.ts': lines(300),
      'src/app/long.ts': lines(301),
      'src/app/table.ts': lines(400),
    });
    expect(longFiles(files, { 'src/app/table.ts': 'one table' })).toEqual(['src/app/long.ts has 301 lines']);
    expect(longFiles(files, { 'src/app/table.ts': ' ', 'src/app/long.ts': 'why', 'src/app/short.ts': 'why' })).toEqual([
      'src/app/table.ts has 400 lines',
      'src/app/short.ts needs no reason',
    ]);
  });

  it('H8 catches default exports', () => {
    const files = made({
      'src/app/a.ts': 'export default function a() {}',
      'src/app/b.ts': 'const b = 1;\nexport { b as default };',
      'src/app/c.ts': "export { default } from './a.ts';",
      'src/app/d.ts': "// export default is not used here\nexport const d = 'default';",
    });
    expect(defaultExports(files)).toEqual(['src/app/a.ts', 'src/app/b.ts', 'src/app/c.ts']);
  });

  it('H9 catches relative imports without an extension', () => {
    const text =
      "import { b } from './b';\nimport { c } from './c.ts';\nimport d from './d.svg?raw';\nimport e from '..';";
    expect(bareRelativeImports(made({ 'src/app/a.ts': text }))).toEqual([
      'src/app/a.ts imports ./b',
      'src/app/a.ts imports ..',
    ]);
  });

  it('H11 catches what shows an error as the browser says it', () => {
    const files = made({
      'src/app/a.tsx': 'const text = error instanceof Error ? error.message : null;',
      'src/panels/a/b.tsx': 'setProblem(String(error));',
      'src/app/c.tsx': '<p>{problem?.message}</p>',
      'src/app/d.tsx': '// error.message is not shown\nconst d = note.message;',
      'src/storage/e.ts': 'throw new Error(error.message);',
    });
    expect(rawMessages(files, [])).toEqual(['src/app/a.tsx', 'src/panels/a/b.tsx', 'src/app/c.tsx']);
    expect(rawMessages(files, ['src/app/a.tsx', 'src/app/c.tsx'])).toEqual(['src/panels/a/b.tsx']);
  });
});
