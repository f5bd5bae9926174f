import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const read = async (): Promise<string> => (await fetch(new URL('/metrics', hub.url))).text();

/** The value of one line; 0 where there is none yet. */
async function valueOf(name: string): Promise<number> {
  const line = (await read()).split('\n').find((text) => text.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}

const callsTo = (subgraph: string): Promise<number> =>
  valueOf(`hub_subgraph_call_duration_seconds_count{subgraph="${subgraph}",state="ANSWERED"}`);

const self = { role: 'CITIZEN', person: cast.linMeihua.id, purposes: ['SELF_ACCESS'] } as const;

describe('/metrics', () => {
  it('is the text format of Prometheus, never cached', async () => {
    const response = await fetch(new URL('/metrics', hub.url));
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('# TYPE process_cpu_user_seconds_total counter');
  });

  it('says whether the hub is ready', async () => {
    expect(await valueOf('hub_ready')).toBe(1);
  });

  it('counts each department that a portrait asked, once', async () => {
    const names = ['persons', 'grids', 'integrity', 'psych', 'volunteers'];
    const before = await Promise.all(names.map(callsTo));
    await as(hub, self, { purpose: 'SELF_ACCESS' }).request(operationOf('portrait'), {
      id: cast.linMeihua.id,
    });
    expect(await Promise.all(names.map(callsTo))).toEqual(before.map((count) => count + 1));
  });

  it('counts refusals by code and status, at the door and behind it', async () => {
    const statuses = ['401', '403'].map(
      (status) => `hub_request_duration_seconds_count{path="/graphql",status="${status}"}`,
    );
    const before = await Promise.all([...statuses, 'hub_errors_total{code="FORBIDDEN"}'].map(valueOf));
    await fetch(hub.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    await as(hub, self)
      .request('{ me { id } }')
      .catch(() => undefined);
    const after = await Promise.all([...statuses, 'hub_errors_total{code="FORBIDDEN"}'].map(valueOf));
    expect(after).toEqual(before.map((count) => count + 1));
  });

  it('shows paths of the hub and none that a client made up', async () => {
    await fetch(new URL(`/${cast.linMeihua.id}`, hub.url));
    expect(await read()).not.toContain(cast.linMeihua.id);
    expect(await valueOf('hub_request_duration_seconds_count{path="none",status="404"}')).toBeGreaterThan(0);
  });
});
