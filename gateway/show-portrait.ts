import { readFile } from 'node:fs/promises';
import { request } from 'undici';

/** Asks the front door for a portrait, as any client would; throws when anything of it is missing. */
export async function askPortrait(address: string, id: string): Promise<unknown> {
  const query = await readFile(new URL('../schema/operations/portrait.graphql', import.meta.url), 'utf8');
  const { statusCode, body } = await request(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const answer: unknown = await body.json();
  const isObject = typeof answer === 'object' && answer !== null;
  if (statusCode !== 200 || !isObject || 'errors' in answer || !('data' in answer)) {
    throw new Error(`The first portrait was not answered whole (HTTP ${statusCode}).`);
  }
  return answer.data;
}
