import { expect, it } from '@jest/globals';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import { cast } from '../../seeds/cast.ts';
import { openDatabase } from '../../subgraphs/kit/database/orm.ts';
import { createSubgraphServer } from '../../subgraphs/kit/http.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { createSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { createPersons } from '../../subgraphs/persons/subgraph.ts';
import { createTestDatabase } from '../support/database.ts';
import { openPolicy } from '../support/open-policy.ts';
import { ticketFor } from '../support/tickets.ts';

it.each([
  ['the key of its numbers', undefined, 200],
  ['another key, under which it would find nobody', Buffer.alloc(32, 'another'), 503],
])('a population register with %s answers %s', async (_what, otherKey, status) => {
  const config = await createTestDatabase();
  const log = createLog('tests');
  const ground = await openGround(config, log, []);
  await migrateAll(ground);
  const definition = createPersons(otherKey ?? ground.identifierKey);
  const url = ground.urls.runtimeOf('persons');
  const database = await openDatabase({ name: 'persons', url, entities: definition.entities, poolMax: 2 });
  const clock = () => new Date();
  const ticketKey = Buffer.alloc(32, 'tests');
  const own = { database, log, clock, ticketKey, policy: openPolicy };
  const server = createSubgraphServer(createSubgraph(definition, own));
  const query = `{ personByIdNumber(idNumber: "${cast.linMeihua.idNumber}") { name } }`;
  const payload = Buffer.from(JSON.stringify({ query }));
  const answer = await server.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: { 'content-type': 'application/json', ...ticketFor('persons', ticketKey, payload) },
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.body.includes(cast.linMeihua.name)).toBe(status === 200);
  await server.close();
  await database.close();
});
