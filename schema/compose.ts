import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { assertPolicyHolds } from './check-policy.ts';
import { printResolverTypes } from './resolver-types.ts';
import { loadTypeDefs } from './load.ts';
import { registry } from './registry.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Composes the registry's subgraphs; throws with every fault that composition found. */
export function composeSupergraph(): string {
  const services = registry.map(({ name, port }) => ({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    typeDefs: loadTypeDefs(name),
  }));
  const result = composeServices(services);
  if (result.errors) {
    throw new Error(result.errors.map((error) => error.message).join('\n'));
  }
  return `# Composed by \`npm run schema\`. Never edited by hand.\n${result.supergraphSdl}\n`;
}

/** All generated files and what they must contain; throws when the policy does not hold for them. */
export async function generate(): Promise<ReadonlyMap<URL, string>> {
  const files = new Map<URL, string>();
  const supergraph = composeSupergraph();
  assertPolicyHolds(supergraph);
  files.set(new URL('supergraph.graphql', import.meta.url), supergraph);
  for (const { name } of registry) {
    const target = new URL(`../subgraphs/${name}/resolver-types.ts`, import.meta.url);
    files.set(target, await printResolverTypes(name));
  }
  return files;
}

/** Writes the generated files, or, when only checking, names those that differ from what is committed. */
export async function updateGenerated(isCheck: boolean): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [file, text] of await generate()) {
    const current = readIfPresent(file);
    if (current === text) continue;
    stale.push(relative(root, fileURLToPath(file)));
    if (!isCheck) writeFileSync(file, text);
  }
  return stale;
}

function readIfPresent(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
