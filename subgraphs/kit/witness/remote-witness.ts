import { request } from 'undici';
import { isCoSignature } from './co-signature.ts';
import { faults } from './fold.ts';
import type { Reply, Witness } from './witness.ts';

/** Longer than a line takes to reach a disk, shorter than the time between two checkpoints. */
const patience = { headersTimeout: 5_000, bodyTimeout: 5_000 } as const;

/** A witness in another process, behind its own door; `url` is of any path there. Rejects when it cannot be reached. */
export function createRemoteWitness(name: string, url: string): Witness {
  const ask = async (path: string, offer?: object): Promise<Readonly<Record<string, unknown>>> => {
    const { statusCode, body } = await request(new URL(path, url), {
      ...patience,
      method: offer ? 'POST' : 'GET',
      ...(offer ? { body: JSON.stringify(offer), headers: { 'content-type': 'application/json' } } : {}),
    });
    const value: unknown = await body.json();
    const isAnswer =
      (statusCode === 200 || statusCode === 409) && typeof value === 'object' && value !== null;
    if (!isAnswer) throw new Error(`The witness answered with status ${statusCode}`);
    return { ...value };
  };
  return {
    name,
    see: async (offer) => readReply(await ask('/witness/statements', offer)),
    last: async () => Number((await ask('/witness/last'))['last']),
  };
}

function readReply({ kind, fault, last, coSignature }: Readonly<Record<string, unknown>>): Reply {
  if (kind === 'seen' && isCoSignature(coSignature)) return { kind, coSignature };
  const known = [...faults, 'ANOTHER_KEY' as const].find((one) => one === fault);
  if (kind === 'refused' && known) return { kind, fault: known, last: Number(last) };
  throw new Error('The witness answered in another form');
}
