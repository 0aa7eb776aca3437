/** Touchpoints and the ways between them as numbers: `next[i]` are the places in `ids` to which a way leads from `ids[i]`. */
export interface Graph {
  readonly ids: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly next: readonly (readonly number[])[];
}

/** The graph of `ids`; ways whose ends are not both among them are left out. What a touchpoint leads to is in the order of `ids`. */
export function graphOf(ids: readonly string[], ways: Iterable<{ from: string; to: string }>): Graph {
  const at = new Map(ids.map((id, index) => [id, index]));
  const next: number[][] = ids.map(() => []);
  for (const { from, to } of ways) {
    const source = at.get(from);
    const target = at.get(to);
    if (source !== undefined && target !== undefined) next[source]?.push(target);
  }
  for (const list of next) if (list.length > 1) list.sort((a, b) => a - b);
  return { ids, at, next };
}

/**
 * The groups of touchpoints that can all be reached from each other (Tarjan's strongly connected components): each a
 * list of numbers of `graph`. A group comes after every group that it leads to.
 */
export function componentsOf({ next }: Graph): number[][] {
  const count = next.length;
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  const groups: number[][] = [];
  let clock = 0;
  // A walk without recursion: maps of thousands of touchpoints in one line are deeper than the call stack.
  const trail: number[] = [];
  const turn = new Int32Array(count);
  const enter = (node: number) => {
    order[node] = clock;
    low[node] = clock++;
    open.push(node);
    isOpen[node] = 1;
    trail.push(node);
  };
  const lower = (node: number, value: number) => {
    if (value < (low[node] as number)) low[node] = value;
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (trail.length > 0) {
      const node = trail[trail.length - 1] as number;
      const target = next[node]?.[turn[node] as number];
      if (target !== undefined) {
        turn[node] = (turn[node] as number) + 1;
        if (order[target] === -1) enter(target);
        else if (isOpen[target] === 1) lower(node, order[target] as number);
        continue;
      }
      trail.pop();
      const parent = trail[trail.length - 1];
      if (parent !== undefined) lower(parent, low[node] as number);
      if (low[node] !== order[node]) continue;
      const group = open.splice(open.lastIndexOf(node));
      for (const member of group) isOpen[member] = 0;
      groups.push(group);
    }
  }
  return groups;
}

/** Which pairs (numbers of `graph`) are joined by a way, however long. A touchpoint is joined to itself. */
export function joined(graph: Graph, pairs: readonly (readonly [from: number, to: number])[]): boolean[] {
  const targets = [...new Set(pairs.map(([, to]) => to))];
  const bitOf = new Map(targets.map((target, index) => [target, index]));
  const width = Math.ceil(targets.length / 32);
  const groupOf = new Int32Array(graph.ids.length);
  // One bit for each target, for each group: every group's successors are done before it.
  const reached: Int32Array[] = [];
  for (const [index, group] of componentsOf(graph).entries()) {
    const bits = new Int32Array(width);
    for (const node of group) groupOf[node] = index;
    for (const node of group) {
      const own = bitOf.get(node);
      if (own !== undefined) bits[own >> 5] = (bits[own >> 5] as number) | (1 << (own & 31));
      for (const target of graph.next[node] as readonly number[]) {
        const other = groupOf[target] as number;
        if (other !== index)
          for (let word = 0; word < width; word++)
            bits[word] = (bits[word] as number) | (reached[other]?.[word] as number);
      }
    }
    reached.push(bits);
  }
  return pairs.map(([from, to]) => {
    const bit = bitOf.get(to) as number;
    return (((reached[groupOf[from] as number] as Int32Array)[bit >> 5] as number) & (1 << (bit & 31))) !== 0;
  });
}
