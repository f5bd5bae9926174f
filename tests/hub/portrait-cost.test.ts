import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from 'graphql-request';
import { cast } from '../../seeds/cast.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { as } from '../support/callers.ts';
import { operationOf } from '../support/operations.ts';
import { listenToStatements } from '../support/statements.ts';

let hub: ApartHub;
let client: GraphQLClient;
beforeAll(async () => {
  hub = await startApartHub(10_000);
  client = as(hub);
  // Each subgraph looks once whether it may answer at all.
  await client.request(operationOf('portrait'), { id: cast.linMeihua.id });
});
afterAll(() => hub.stop());

/** Subgraph calls in the order made, and how many statements read departments' tables. */
async function costOf(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  hub.calls.length = 0;
  const { reads, envelopes, ledger, others } = await listenToStatements(() =>
    client.request(query, variables),
  );
  return {
    calls: hub.calls.map(([name]) => name),
    reads: reads.length,
    envelopes: envelopes.length,
    ledger: ledger.length,
    others: others.length,
  };
}

const wave2 = ['grids', 'integrity', 'psych', 'volunteers'];

describe('what an operation costs', () => {
  it('a portrait: five calls in two waves, one statement each', async () => {
    const { calls, reads, envelopes, ledger, others } = await costOf(operationOf('portrait'), {
      id: cast.linMeihua.id,
    });
    expect([calls[0], calls.slice(1).sort()]).toEqual(['persons', wave2]);
    expect([reads, others]).toEqual([5, 0]);
    // A transaction around each read, with the scope that row security asks for: its beginning and its end.
    expect(envelopes).toBe(10);
    // Intent before, outcome with its disclosures after.
    expect(ledger).toBe(2);
  });

  it('1,000 people: as many calls and statements as one', async () => {
    const { searchPersons } = await client.request<{ searchPersons: { nodes: { id: string }[] } }>(
      '{ searchPersons(input: {}, first: 100) { nodes { id } } }',
    );
    const some = searchPersons.nodes.map(({ id }) => id);
    const ids = Array.from({ length: 1_000 }, (_, index) => some[index % some.length] ?? '');
    const one = await costOf(operationOf('batch-integrity'), { ids: ids.slice(0, 1) });
    const thousand = await costOf(operationOf('batch-integrity'), { ids });
    expect([...thousand.calls].sort()).toEqual(['integrity', 'persons', 'volunteers']);
    expect([...one.calls].sort()).toEqual([...thousand.calls].sort());
    expect([one.reads, thousand.reads]).toEqual([3, 3]);
  });

  it('a roster: grids, then who lives there, then who helps', async () => {
    const { calls, reads } = await costOf(operationOf('grid-roster'), {
      code: cast.linMeihua.gridCode,
      first: 100,
    });
    expect([calls, reads]).toEqual([['grids', 'persons', 'volunteers'], 3]);
  });

  it('whatever is asked of one department in one wave: one statement, however deep and under however many names', async () => {
    const id = JSON.stringify(cast.linMeihua.id);
    const { calls, reads } = await costOf(`{
      a: person(id: ${id}) { household { members { person { household { members { person { careNeeds { kind } } } } } } } }
      b: person(id: ${id}) { name registration { kind } }
      persons(ids: [${id}]) { name }
      searchPersons(input: { name: "林" }, first: 2) { nodes { residency { since } } edges { node { name } } }
    }`);
    expect([calls, reads]).toEqual([['persons'], 1]);
  });

  it('a malformed argument: nothing at all', async () => {
    hub.calls.length = 0;
    await expect(client.request('{ person(id: "no id!") { name } }')).rejects.toThrow(
      'Argument "id" of Query.person',
    );
    expect(hub.calls).toEqual([]);
  });
});
