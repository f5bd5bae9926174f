import { Kind, visit, type DocumentNode } from 'graphql';

/**
 * Throws when an SDL imports a directive under another name: `@data`, `@key` and the rest are looked for by their own, and a
 * renamed one would classify or protect nothing.
 */
export function assertNoRenamedImports(sdl: DocumentNode, of: string): void {
  const renamed: string[] = [];
  visit(sdl, {
    Directive: (directive) => {
      if (directive.name.value !== 'link') return;
      const imports = directive.arguments?.find(({ name }) => name.value === 'import')?.value;
      for (const value of imports?.kind === Kind.LIST ? imports.values : []) {
        if (value.kind !== Kind.OBJECT) continue;
        const fields = new Map(value.fields.map(({ name, value: given }) => [name.value, given]));
        const [original, alias] = [fields.get('name'), fields.get('as')];
        if (original?.kind !== Kind.STRING || alias?.kind !== Kind.STRING) continue;
        if (alias.value !== original.value) renamed.push(`${original.value} as ${alias.value}`);
      }
    },
  });
  if (renamed.length > 0)
    throw new Error(`Renamed imports in ${of}: ${renamed.join(', ')}. Each keeps its own name here.`);
}
