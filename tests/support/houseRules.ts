import { posix } from 'node:path';

/** A file of the project; `path` starts with `src/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Which folders of src/ a folder may import besides itself. Whoever is not named here may not exist. */
const importTable: Record<string, readonly string[]> = {
  model: [],
  ui: [],
  layout: ['model'],
  commands: ['model'],
  analysis: ['model'],
  paint: ['layout', 'model'],
  editor: ['commands', 'analysis', 'model'],
  storage: ['model'],
  exchange: ['paint', 'layout', 'analysis', 'model'],
  canvas: ['editor', 'layout', 'paint', 'model', 'ui', 'analysis'],
  panels: ['editor', 'analysis', 'model', 'ui'],
  app: ['model', 'ui', 'layout', 'commands', 'analysis', 'paint', 'editor', 'storage', 'exchange', 'canvas', 'panels'],
};

/**
 * Who may import a library: folders (ending in `/`) or files; and who may name its types besides. Libraries not named
 * here are free.
 */
const owners: readonly (readonly [library: RegExp, owners: readonly string[], forTypes?: readonly string[]])[] = [
  [/^@xyflow\/react$/, ['canvas/']],
  [/^dexie$/, ['storage/']],
  [/^dexie-react-hooks$/, ['app/']],
  [/^html-to-image$/, ['exchange/']],
  [/^zod$/, ['model/zod.ts']],
  [/^immer$/, ['editor/']],
  [/^@chenglou\/pretext$/, ['layout/pretextMeasurer.ts']],
  [/^re2js$/, ['analysis/data/matchPlaces.ts']],
  [/^i18next$/, ['app/'], ['canvas/', 'panels/']],
  [/^react-i18next$/, ['app/', 'canvas/', 'panels/']],
  [/^@mantine\//, ['app/', 'panels/', 'ui/']],
  [/^(react|react-dom)$/, ['app/', 'panels/', 'ui/', 'canvas/', 'editor/']],
];

const MAIN = 'src/main.tsx';
const MAX_LINES = 300;

const importPatterns = [
  /^[ \t]*import\b[^;'"`()]*?from\s*(['"])([^'"\n]+)\1/gm,
  /^[ \t]*import\s*(['"])([^'"\n]+)\1/gm,
  /^[ \t]*export\s+(?:type\s+)?[*{][^;'"`()]*?from\s*(['"])([^'"\n]+)\1/gm,
  /\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?(['"`])([^'"`\n]+)\1/g,
  /\bnew URL\(\s*(['"])(\.[^'"\n]+)\1\s*,\s*import\.meta\.url/g,
];

/** Empties comments that fill whole lines. Code is formatted, so imports start their line; strings are left alone. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*$/gm, '').replace(/^[ \t]*\/\/.*$/gm, '');
}

/** What a file names in static, dynamic, type-only, worker and re-exporting imports, without `?query`. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const found = importPatterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[2] as string));
  return [...new Set(found.map((specifier) => specifier.replace(/\?.*$/, '')))];
}

/** The path of a relative import from the project's top, or null for a library. */
function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('/')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
}

function libraryOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const folderOf = (path: string) => path.split('/')[1] as string;
const panelOf = (path: string) => path.split('/')[2] as string;

/** Every pair of a file and what it imports of ours. */
function ourImports(files: readonly SourceFile[]): { from: string; to: string }[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text).flatMap((specifier) => {
      const to = resolve(path, specifier);
      return to === null ? [] : [{ from: path, to }];
    }),
  );
}

/** H1: a folder imports only what the table allows; nothing imports main.tsx or leaves src/. */
export function importTableBreaks(files: readonly SourceFile[]): string[] {
  return ourImports(files).flatMap(({ from, to }) => {
    if (from === MAIN) return [];
    const [source, target] = [folderOf(from), folderOf(to)];
    const allowed = to.startsWith('src/') && (source === target || (importTable[source] ?? []).includes(target));
    return allowed ? [] : [`${from} imports ${to}`];
  });
}

/** H2: no panel imports another. */
export function panelBreaks(files: readonly SourceFile[]): string[] {
  return ourImports(files).flatMap(({ from, to }) => {
    if (folderOf(from) !== 'panels' || folderOf(to) !== 'panels' || panelOf(from) === panelOf(to)) return [];
    return [`${from} imports ${to}`];
  });
}

/** H3: a library is imported only by its owners; main.tsx may import anything. */
export function libraryBreaks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    if (path === MAIN) return [];
    const inside = path.slice('src/'.length);
    const isIn = (places: readonly string[]) =>
      places.some((place) => (place.endsWith('/') ? inside.startsWith(place) : inside === place));
    const atRunTime = new Set(importsOf(text.replace(/^[ \t]*import type\b[^;]*;/gm, '')));
    return importsOf(text).flatMap((specifier) => {
      const library = libraryOf(specifier);
      const rule = owners.find(([pattern]) => pattern.test(library) || pattern.test(`${library}/`));
      if (resolve(path, specifier) !== null || rule === undefined) return [];
      const [, places, forTypes = []] = rule;
      if (isIn(places) || (isIn(forTypes) && !atRunTime.has(specifier))) return [];
      return [`${path} imports ${specifier}`];
    });
  });
}

/** H4: no cycles between files, type-only and dynamic imports included. Each cycle is named once, from its first file. */
export function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map<string, string[]>(files.map(({ path }) => [path, []]));
  for (const { from, to } of ourImports(files)) if (edges.has(to)) edges.get(from)?.push(to);
  const done = new Set<string>();
  const trail: string[] = [];
  const found = new Set<string>();
  const visit = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const loop = trail.slice(at);
      const first = loop.indexOf([...loop].sort()[0] as string);
      const turned = [...loop.slice(first), ...loop.slice(0, first)];
      found.add([...turned, turned[0]].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const next of edges.get(path) ?? []) visit(next);
    trail.pop();
    done.add(path);
  };
  for (const path of edges.keys()) visit(path);
  return [...found];
}

/** H5: no barrel: a file that holds nothing but exports of what other files made. */
export function barrels(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    const reexports =
      /^[ \t]*export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*(?:from\s*['"][^'"\n]+['"])?\s*;?/gm;
    const imports = /^[ \t]*import\b[^;'"]*(?:['"][^'"\n]+['"])\s*;?/gm;
    const rest = code
      .replace(reexports, '')
      .replace(imports, '')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return rest.trim() === '' && code.match(reexports) !== null ? [path] : [];
  });
}

/** H6: every file is main.tsx or in a folder of the table; a helper lives beside its user, not in a drawer of all sorts. */
export function folderBreaks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const known = path === MAIN || (path.split('/').length > 2 && Object.hasOwn(importTable, folderOf(path)));
    const drawer = path.split('/').some((part) => ['utils', 'hooks', 'types'].includes(part));
    return known && !drawer ? [] : [path];
  });
}

/** H7: no file is past 300 lines unless `reasons` names it with a reason; a reason that is no longer needed is a break too. */
export function longFiles(files: readonly SourceFile[], reasons: Readonly<Record<string, string>>): string[] {
  const long = new Map(
    files
      .map(({ path, text }) => [path, text.replace(/\n$/, '').split('\n').length] as const)
      .filter(([, lines]) => lines > MAX_LINES),
  );
  const unexplained = [...long].filter(([path]) => !reasons[path]?.trim());
  const needless = Object.keys(reasons).filter((path) => !long.has(path));
  return [
    ...unexplained.map(([path, lines]) => `${path} has ${lines} lines`),
    ...needless.map((path) => `${path} needs no reason`),
  ];
}

/** H8: exports have names. */
export function defaultExports(files: readonly SourceFile[]): string[] {
  const pattern =
    /^[ \t]*export\s+default\b|^[ \t]*export\s*\{[^}]*\bas\s+default\b|^[ \t]*export\s*\{\s*default\s*\}/m;
  return files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
}

/** H11: what the browser says of an error is quoted by few files; others say what failed and what to do. */
export function rawMessages(files: readonly SourceFile[], allowed: readonly string[]): string[] {
  const pattern =
    /\b(?:error|err|problem|reason|cause|failure|failed)\b(?:\s+as\s+\w+\))?\??\.message\b|\bString\((?:error|err|problem|cause|failure|failed)\)/;
  return files
    .filter(({ path }) => /^src\/(app|panels|canvas|ui)\//.test(path) && !allowed.includes(path))
    .filter(({ text }) => pattern.test(withoutComments(text)))
    .map(({ path }) => path);
}

/** H9: a relative import names its file's extension, as browsers and Node do. */
export function bareRelativeImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((specifier) => specifier.startsWith('.') && !/\.(tsx?|mjs|css|svg|json|woff2)$/.test(specifier))
      .map((specifier) => `${path} imports ${specifier}`),
  );
}
