import { type ESTree, parseSync, Visitor } from 'vite';

/** The names of the tests and groups of a file, for Vitest and Playwright; of a template what stands before its first place. */
export function testNames(path: string, text: string): string[] {
  const names: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [name] }) {
      if (name === undefined || !/^(test|it|describe)$/.test(rootOf(callee))) return;
      if (name.type === 'ArrayExpression') names.push(...namesOfRows(name));
      else names.push(...textOf(name));
    },
  }).visit(parseSync(path, text).program);
  return names;
}

/** A text as it is written, or the beginning of a template; nothing of what is computed. */
function textOf(node: ESTree.Node): string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  return node.type === 'TemplateLiteral' ? [node.quasis[0]?.value.cooked ?? ''] : [];
}

function rootOf(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return rootOf(node.object);
  return node.type === 'CallExpression' ? rootOf(node.callee) : '';
}

/** Rows of `it.each([['name', ...], ...])('%s', ...)`. */
function namesOfRows(rows: ESTree.ArrayExpression): string[] {
  return rows.elements.flatMap((row) => {
    const first = row?.type === 'ArrayExpression' ? row.elements[0] : null;
    return first ? textOf(first) : [];
  });
}

/** The rules a test name is about: the ids it begins with. */
export function citedRules(name: string): string[] {
  return /^[A-Z]{1,2}\d{1,3}(?:[ ,]+[A-Z]{1,2}\d{1,3})*(?=\s|$)/.exec(name)?.[0].match(/[A-Z]{1,2}\d{1,3}/g) ?? [];
}

/** Every id in a test name. Not all need be rules: F2 is a key too. */
export function mentionedRules(name: string): string[] {
  return citedRules(name).length === 0 ? [] : (name.match(/\b[A-Z]{1,2}\d{1,3}\b/g) ?? []);
}
