/**
 * Takes a persona into a choice of personas or out of it, in the order of `all`. An empty choice stands for all of them:
 * whoever takes out the last one, or adds the last that was missing, has chosen everyone.
 */
export function togglePersona(all: readonly string[], chosen: readonly string[], id: string): string[] {
  const next = all.filter((other) => (other === id ? !chosen.includes(id) : chosen.includes(other)));
  return next.length === all.length ? [] : next;
}
