import { readdirSync, readFileSync } from 'node:fs';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../src/app/actions/registry.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enData } from '../../../src/app/locales/enData.ts';
import { enDeleted } from '../../../src/app/locales/enDeleted.ts';
import { enDialogs } from '../../../src/app/locales/enDialogs.ts';
import { enEvidence } from '../../../src/app/locales/enEvidence.ts';
import { enGapList } from '../../../src/app/locales/enGapList.ts';
import { enGaps } from '../../../src/app/locales/enGaps.ts';
import { enImport } from '../../../src/app/locales/enImport.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { enLeftOut } from '../../../src/app/locales/enLeftOut.ts';
import { enOverviews } from '../../../src/app/locales/enOverviews.ts';
import { enPanelDetails } from '../../../src/app/locales/enPanelDetails.ts';
import { enPersonas } from '../../../src/app/locales/enPersonas.ts';
import { enWalks } from '../../../src/app/locales/enWalks.ts';
import { dataErrorTexts } from '../../../src/exchange/data/dataError.ts';
import { kindReasonTexts } from '../../../src/exchange/data/guessKind.ts';
import { importErrorTexts } from '../../../src/exchange/importError.ts';
import { noteTexts } from '../../../src/exchange/noteText.ts';
import { catalogue } from '../../../src/model/catalogue.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { commandNames } from '../../support/startDocs.ts';

const root = new URL('../../../', import.meta.url);

interface Source {
  readonly path: string;
  readonly text: string;
}

const parse = ({ path, text }: Source) => parseSync(path, text).program;

const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

/** A text as it is written; of a template with `between` for what is computed. Null where it is no text. */
function textOf(node: ESTree.Node, between: string): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.cooked).join(between) : null;
}

/** The keys that calls of `t` name: whole ones, patterns with `*` for what is computed, and calls that cannot be read. */
function keysOf(source: Source): { key: string; at: string }[] {
  const { path, text } = source;
  const found: { key: string; at: string }[] = [];
  const take = (argument: ESTree.Node, at: string): void => {
    const key = textOf(argument, '*');
    if (key !== null) found.push({ key, at });
    else if (argument.type === 'ConditionalExpression') {
      take(argument.consequent, at);
      take(argument.alternate, at);
    } else if (argument.type === 'TSAsExpression') take(argument.expression, at);
    else found.push({ key: `? ${text.slice(argument.start, argument.end)}`, at });
  };
  new Visitor({
    CallExpression({ callee, arguments: [argument], start }) {
      const named = callee.type === 'MemberExpression' ? callee.property : callee;
      if (argument === undefined || named.type !== 'Identifier' || named.name !== 't') return;
      take(argument, `${path}:${text.slice(0, start).split('\n').length}`);
    },
  }).visit(parse(source));
  return found;
}

const flatten = (texts: object, before = ''): string[] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${before}${name}`] : flatten(value as object, `${before}${name}.`),
  );
/** Some sentences come with their code and join the others when it is needed. */
const texts = {
  ...en,
  ...enDeleted,
  ...enImport,
  ...enDialogs,
  ...enPanelDetails,
  lane: { ...en.lane, ...enPanelDetails.lane },
  library: { ...en.library, ...enPanelDetails.library },
  mapDetails: { ...en.mapDetails, ...enPanelDetails.mapDetails },
  export: { ...en.export, ...enLeftOut.export, ...enDialogs.export },
  find: { ...en.find, ...enDialogs.find },
  ...enGaps,
  ...enEvidence,
  data: { ...enData.data, reasons: kindReasonTexts },
  dataError: dataErrorTexts,
  ...enGapList,
  ...enKpis,
  ...enWalks,
  ...enOverviews,
  ...enPersonas,
  importError: importErrorTexts,
  importNote: noteTexts,
};
const known = new Set(flatten(texts));
/** A key with its plural forms counts as one. */
const exists = (key: string) => known.has(key) || (known.has(`${key}_one`) && known.has(`${key}_other`));

function matches(pattern: string): string[] {
  const escaped = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${escaped.join('.+')}(_one|_other)?$`);
  return [...known].filter((key) => expression.test(key));
}

/** Calls whose key is a variable, and where its values come from. */
const computed: Record<string, string> = {
  '? key': 'passed on to the texts of the default library',
};

describe('the interface language', () => {
  it('T7 the scanner reads literals, templates and either of two keys', () => {
    const code = `t('a.b'); i18n.t(\`c.\${d}.e\`, { x }); context.t(f ? 'g' : 'h'); t(i); other('no');`;
    expect(keysOf({ path: 'x.ts', text: code }).map(({ key }) => key)).toEqual(['a.b', 'c.*.e', 'g', 'h', '? i']);
  });

  it('T7 every text that the sources name exists', () => {
    const missing = sources.flatMap(keysOf).flatMap(({ key, at }) => {
      if (key.startsWith('?')) return Object.hasOwn(computed, key) ? [] : [`${at} ${key}`];
      const found = key.includes('*') ? matches(key).length > 0 : exists(key);
      return found ? [] : [`${at} ${key}`];
    });
    expect(missing).toEqual([]);
  });

  it('T7 every action, command, touchpoint of the catalogue and entry of the library has its name', () => {
    const named: string[] = [];
    defaultLibrary((key) => {
      named.push(key);
      return key;
    });
    const wanted = [
      ...actions.map(({ id }) => `action.${id}`),
      ...commandNames.map((name) => `command.${name}`),
      ...catalogue.map(({ key }) => `catalogue.${key}`),
      ...catalogue.map(({ stage }) => `stage.${stage}`),
      ...actions.map(({ group }) => `shortcuts.groups.${group}`),
      ...named,
    ];
    expect(wanted.filter((key) => !exists(key))).toEqual([]);
  });

  it('T7 what has a plural has both forms, and its places are the same', () => {
    const lookUp = (key: string) =>
      key.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], texts as unknown);
    for (const key of known) {
      if (!key.endsWith('_one')) continue;
      const other = key.replace(/_one$/, '_other');
      expect(known, other).toContain(other);
      const places = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
      const [one, many] = [places(lookUp(key)), places(lookUp(other))];
      expect(
        one.filter((place) => place !== 'count'),
        key,
      ).toEqual(many.filter((place) => place !== 'count'));
    }
  });

  it('T7 the keys of two actions differ', () => {
    const all = actions.flatMap(({ keys = [] }) => keys);
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });
});

const spoken = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-description',
  'aria-roledescription',
]);

/** Words that a person would read and that are written in the code: JSX text, and literals in attributes that are spoken. */
function hardCoded(source: Source): string[] {
  const found: string[] = [];
  const take = (text: string, what: string) => {
    if (/\p{L}{2,}/u.test(text)) found.push(`${source.path} ${what}: ${text.trim()}`);
  };
  const literals = (node: ESTree.Node, what: string): void => {
    const text = textOf(node, ' ');
    if (text !== null) take(text, what);
    else if (node.type === 'ConditionalExpression') {
      literals(node.consequent, what);
      literals(node.alternate, what);
    } else if (node.type === 'LogicalExpression' || (node.type === 'BinaryExpression' && node.operator !== '===')) {
      literals(node.right, what);
    } else if (node.type === 'JSXExpressionContainer') literals(node.expression, what);
  };
  const inAttributes = new Set<ESTree.Node>();
  new Visitor({
    JSXText({ value }) {
      take(value, 'text');
    },
    JSXAttribute({ name, value }) {
      // What an attribute holds is no text of the page.
      if (value?.type === 'JSXExpressionContainer') inAttributes.add(value);
      if (value && typeof name.name === 'string' && spoken.has(name.name)) literals(value, name.name);
    },
    JSXExpressionContainer(node) {
      if (!inAttributes.has(node)) literals(node, 'text');
    },
  }).visit(parse(source));
  return found;
}

/** Words that stay in the code, each with its reason. */
const allowed: Record<string, string> = {};

describe('texts in the code', () => {
  it('T8 the scanner finds JSX text and spoken attributes, and leaves signs and names of classes alone', () => {
    const code = `const a = <p className="big" title="Save it" aria-label={b ? 'Yes' : t('no')}>Hello {c && 'World'} − {1} ·</p>;`;
    expect(hardCoded({ path: 'x.tsx', text: code })).toEqual([
      'x.tsx title: Save it',
      'x.tsx aria-label: Yes',
      'x.tsx text: Hello',
      'x.tsx text: World',
    ]);
  });

  it('T8 no interface text is written in JSX', () => {
    const found = sources.filter(({ path }) => path.endsWith('.tsx')).flatMap(hardCoded);
    expect(found.filter((text) => !Object.hasOwn(allowed, text))).toEqual([]);
    expect(Object.keys(allowed).filter((text) => !found.includes(text))).toEqual([]);
  });
});
