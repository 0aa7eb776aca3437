import ts from 'typescript';

/** The names of the tests and groups of a file, for Vitest and Playwright; of a template what stands before its first place. */
export function testNames(path: string, text: string): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(test|it|describe)$/.test(rootOf(node.expression))) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteralLike(name)) names.push(name.text);
      else if (name !== undefined && ts.isTemplateExpression(name)) names.push(name.head.text);
      else if (name !== undefined && ts.isArrayLiteralExpression(name)) names.push(...namesOfRows(name));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

function rootOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootOf(node.expression);
  return '';
}

/** Rows of `it.each([['name', ...], ...])('%s', ...)`. */
function namesOfRows(rows: ts.ArrayLiteralExpression): string[] {
  return rows.elements.flatMap((row) => {
    const first = ts.isArrayLiteralExpression(row) ? row.elements[0] : undefined;
    return first !== undefined && ts.isStringLiteralLike(first) ? [first.text] : [];
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
