import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { GraphQLError } from 'graphql';
import { badOperation } from '../../schema/limits/refusal.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { CallsUnderWay } from '../access/calls-under-way.ts';
import { formatRefusal } from '../operations/format-error.ts';
import { memberOf, type AskHub, type HubAnswer } from './ask-hub.ts';
import { readChunks, type Chunk } from './chunks.ts';
import { readDeliveryHeaders, type DeliveryHeaders } from './delivery-headers.ts';

interface ImportRoute {
  Params: { readonly department: string; readonly type: string; readonly delivery: string };
}

/** What is refused here is written down here; what goes on to the hub is written down there. */
type Calls = Pick<CallsUnderWay, 'get' | 'goOn'>;

const deliver = `mutation DeliverPart($input: DeliverRecordsInput!) { deliverRecords(input: $input) {
  delivery { id endedAt rowCount createdCount correctedCount withdrawnCount unchangedCount outdatedCount quarantinedCount }
  userErrors { code message path } } }`;
const giveBack = `query Rejects($delivery: ID!, $afterLine: Int!) {
  rejects(delivery: $delivery, format: NDJSON, afterLine: $afterLine, first: 1000) { text nextAfterLine } }`;

/**
 * `POST /import/{department}/{type}` takes NDJSON of any length from the software of that department, and answers the receipt;
 * `GET /import/{department}/{type}/{receipt}/rejects` gives back what waits in quarantine.
 */
export function registerImport(
  server: FastifyInstance,
  ask: AskHub,
  gates: Pick<RouteShorthandOptions, 'onRequest' | 'onSend'>,
  calls: Calls,
): void {
  void server.register(async (door) => {
    // Of any type, so that it is the door which says what it takes; nobody reads a body that is refused.
    door.removeAllContentTypeParsers();
    door.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload);
    });
    door.post<ImportRoute>(
      '/import/:department/:type',
      { ...gates, bodyLimit: Number.MAX_SAFE_INTEGER },
      (request, reply) => {
        const { role, department } = calls.get(request).call.caller;
        if (role === 'DEPARTMENT_SYSTEM' && department === request.params.department)
          return takeStream(request, reply, ask, calls).catch((error: unknown) =>
            leave(request, reply, error),
          );
        return refuse(reply, 403, notTheirs);
      },
    );
  });
  server.get<ImportRoute>('/import/:department/:type/:delivery/rejects', { ...gates }, (request, reply) => {
    calls.goOn(request, reply);
    return giveRejects(request, reply, ask);
  });
}

/** Nobody is there to be answered when the client broke off; what was taken in stays, and the same stream goes on. */
function leave(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof GraphQLError) return refuse(reply, 400, error);
  if (!request.raw.destroyed || request.raw.complete) throw error;
  return reply.hijack();
}

const notTheirs = hubError(
  'FORBIDDEN',
  'Expected the software of the department in the path, found another caller.',
);

const notNdjson = badOperation('Expected a body of type application/x-ndjson, found one of another type.');
const notAReceipt = badOperation('Expected the id of a receipt of the own department, found another.');

async function takeStream(
  request: FastifyRequest<ImportRoute>,
  reply: FastifyReply,
  ask: AskHub,
  calls: Calls,
): Promise<unknown> {
  const { params, headers, body } = request;
  const { department, type } = params;
  if (!/^application\/x-ndjson *(;|$)/i.test(headers['content-type'] ?? '') || !(body instanceof Readable))
    return refuse(reply, 415, notNdjson);
  const said = readDeliveryHeaders(headers);
  calls.goOn(request, reply);
  let taken: Readonly<Record<string, unknown>> | null = null;
  let through = 0;
  for await (const chunk of readChunks(body)) {
    const answer = await ask(headers, deliver, {
      input: inputOf(chunk, said, `${department}-${type}`),
    });
    const payload = memberOf(answer.data, 'deliverRecords');
    const delivery = memberOf(payload, 'delivery');
    if (!delivery) return stop(reply, answer, payload, through);
    taken = delivery;
    through = chunk.firstLine + chunk.lines.length - 1;
  }
  return reply.send({ ...taken, rejects: `/import/${department}/${type}/${String(taken?.['id'])}/rejects` });
}

const inputOf = ({ firstLine, lines, isLast }: Chunk, said: DeliveryHeaders, type: string) => ({
  ...said,
  type,
  lines,
  part: { firstLine, isLast },
});

async function giveRejects(
  { params, headers }: FastifyRequest<ImportRoute>,
  reply: FastifyReply,
  ask: AskHub,
): Promise<unknown> {
  const page = (afterLine: number): Promise<HubAnswer> =>
    ask(headers, giveBack, { delivery: params.delivery, afterLine });
  const first = await page(0);
  const rejects = memberOf(first.data, 'rejects');
  if (!rejects && first.errors.length > 0) return stop(reply, first, null, 0);
  if (!rejects) return refuse(reply, 400, notAReceipt);
  return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(pagesOf(rejects, page)));
}

/** A page that cannot be had breaks the answer off, so that no part is taken for the whole. */
async function* pagesOf(
  first: Readonly<Record<string, unknown>>,
  page: (afterLine: number) => Promise<HubAnswer>,
): AsyncGenerator<string> {
  for (let rejects = first; ;) {
    yield String(rejects['text']);
    const next = rejects['nextAfterLine'];
    if (typeof next !== 'number') return;
    const found = memberOf((await page(next)).data, 'rejects');
    if (!found) throw new Error('the rejects of a receipt could not be read to their end');
    rejects = found;
  }
}

/** Nobody reads what the client still sends, so the connection ends with the answer. */
const refuse = (reply: FastifyReply, status: number, refusal: GraphQLError): FastifyReply =>
  reply
    .code(status)
    .header('connection', 'close')
    .send({ errors: [formatRefusal(refusal)] });

/**
 * What was taken in before stays: the same stream under the same key goes on from there. Nobody reads what the client still
 * sends, so the connection ends with the answer.
 */
function stop(
  reply: FastifyReply,
  { status, errors }: HubAnswer,
  payload: Readonly<Record<string, unknown>> | null,
  takenThroughLine: number,
): FastifyReply {
  void reply.header('connection', 'close');
  if (errors.length > 0) return reply.code(status === 200 ? 503 : status).send({ errors, takenThroughLine });
  return reply.code(422).send({ userErrors: payload?.['userErrors'] ?? [], takenThroughLine });
}
