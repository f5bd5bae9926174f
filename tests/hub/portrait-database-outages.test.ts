import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { cast } from '../../seeds/cast.ts';
import { adminUrlOf, askDatabase } from '../support/database.ts';
import { headersOf } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/processes.ts';
import { operationOf } from '../support/operations.ts';

interface Answer {
  readonly data: { readonly person: Readonly<Record<string, unknown>> | null };
  readonly errors?: readonly { readonly path: readonly string[]; readonly extensions: unknown }[];
  readonly extensions: { readonly coverage: readonly unknown[] };
}

let hub: TestHub;
let healthy: Answer;
beforeAll(async () => {
  hub = await startHub();
  healthy = await ask();
});
afterAll(() => hub.stop());

async function ask(): Promise<Answer> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config),
    body: JSON.stringify({ query: operationOf('portrait'), variables: { id: cast.linMeihua.id } }),
  });
  return (await response.json()) as Answer;
}

const departments = [
  ['integrity', 'credit_record', 'integrity'],
  ['psych', 'appointment', 'psych'],
  ['volunteers', 'volunteer', 'volunteer'],
] as const;

describe.each(departments)('when the database of %s', (name, table, field) => {
  afterEach(() => askDatabase(hub.config, `grant usage on schema ${name} to ${name}_runtime`));

  it('refuses, the part is not known, and neither empty nor zero', async () => {
    await askDatabase(hub.config, `revoke usage on schema ${name} from ${name}_runtime`);
    const { data, errors, extensions } = await ask();
    const code = 'SUBGRAPH_UNAVAILABLE';
    expect(data.person?.[field]).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ path: ['person', field], extensions: { code } })]);
    expect(extensions.coverage).toContainEqual({ subgraph: name, answered: false, code });
    expect(data.person?.['household']).toEqual(healthy.data.person?.['household']);
  });

  it('hangs, the rest arrives after the deadline', async () => {
    const client = new pg.Client({ connectionString: adminUrlOf(hub.config) });
    await client.connect();
    await client.query(`begin; lock table ${name}.${table} in access exclusive mode`);
    const { data, errors } = await ask();
    await client.end();
    const code = 'SUBGRAPH_TIMEOUT';
    expect([data.person?.[field], errors?.[0]?.extensions]).toEqual([null, { code }]);
    expect(data.person?.['household']).toEqual(healthy.data.person?.['household']);
  });

  it('drops all its connections, the next question is answered', async () => {
    await askDatabase(
      hub.config,
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()',
      [`${name}_runtime`],
    );
    await ask(); // may meet a connection that is just closing
    const { data, errors } = await ask();
    expect(errors).toBeUndefined();
    expect(data.person?.[field]).not.toBeNull();
  });
});

it('with the population register silent there is no person, and that is said', async () => {
  await askDatabase(hub.config, 'revoke usage on schema persons from persons_runtime');
  const { data, errors } = await ask();
  await askDatabase(hub.config, 'grant usage on schema persons to persons_runtime');
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE' };
  expect([data, errors]).toEqual([
    { person: null },
    [expect.objectContaining({ path: ['person'], extensions })],
  ]);
});

describe('/health/ready of a hub that runs everything', () => {
  const statusOf = async () => (await fetch(new URL('/health/ready', hub.url))).status;

  it('turns to 503 while a department’s database refuses, and back, without a restart', async () => {
    await until(
      async () => (await statusOf()) === 200,
      () => 'it was not ready',
    );
    await askDatabase(hub.config, 'revoke usage on schema psych from psych_runtime');
    try {
      await until(
        async () => (await statusOf()) === 503,
        () => 'it stayed ready',
      );
      // What the others hold is still shown.
      expect((await ask()).data.person).toMatchObject({ name: cast.linMeihua.name, psych: null });
    } finally {
      await askDatabase(hub.config, 'grant usage on schema psych to psych_runtime');
    }
    await until(
      async () => (await statusOf()) === 200,
      () => 'it stayed unready',
    );
    expect((await ask()).data.person?.['psych']).toEqual(healthy.data.person?.['psych']);
  });
});
