import { readFile } from 'node:fs/promises';
import { request } from 'undici';
import { signDevToken } from './access/dev-issuer.ts';

/**
 * Asks the front door for somebody's portrait with that person's own token, as a citizen's app would; throws when anything
 * of it is missing.
 */
export async function askPortrait(address: string, dataDir: string, person: string): Promise<unknown> {
  const query = await readFile(new URL('../schema/operations/portrait.graphql', import.meta.url), 'utf8');
  const token = await signDevToken(dataDir, {
    sub: 'first-portrait',
    role: 'CITIZEN',
    purposes: ['SELF_ACCESS'],
    person,
  });
  const { statusCode, body } = await request(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'SELF_ACCESS',
    },
    body: JSON.stringify({ query, variables: { id: person } }),
  });
  const answer: unknown = await body.json();
  const isObject = typeof answer === 'object' && answer !== null;
  if (statusCode !== 200 || !isObject || 'errors' in answer || !('data' in answer)) {
    throw new Error(`The first portrait was not answered whole (HTTP ${statusCode}).`);
  }
  return answer.data;
}
