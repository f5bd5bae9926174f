import type { FastifyInstance } from 'fastify';
import { readStatement } from './checkpoint.ts';
import type { Offer, Witness } from './witness.ts';

/** Where a witness is offered statements in a process of its own: not for the public network, and it tells nothing of people. */
export function registerWitness(server: FastifyInstance, witness: Witness): void {
  server.get('/witness/last', async () => ({ last: await witness.last() }));
  server.post('/witness/statements', async (request, reply) => {
    const offer = readOffer(request.body);
    if (!offer) return reply.code(400).send({ expected: 'a signed statement and a public key' });
    const answer = await witness.see(offer);
    return reply.code(answer.kind === 'seen' ? 200 : 409).send(answer);
  });
}

function readOffer(body: unknown): Offer | null {
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
  const signed = readStatement(text);
  const key: unknown = signed ? Reflect.get(signed, 'key') : undefined;
  return signed && typeof key === 'string' ? { ...signed, key } : null;
}
