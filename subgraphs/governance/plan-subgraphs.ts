/** The names of the subgraphs that a query plan asks, in alphabetical order. */
export function subgraphsOf(plan: unknown): readonly string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(walk);
      return;
    }
    const kind: unknown = Reflect.get(node, 'kind');
    const name: unknown = Reflect.get(node, 'serviceName');
    if (kind === 'Fetch' && typeof name === 'string') names.add(name);
    for (const key of ['node', 'nodes', 'ifClause', 'elseClause', 'primary', 'rest'])
      walk(Reflect.get(node, key));
  };
  walk(plan);
  return [...names].sort();
}
