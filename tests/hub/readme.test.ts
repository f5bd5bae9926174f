import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

describe('README', () => {
  it('shows a query with the answer that it really gets', async () => {
    const query = /const query = `([^`]+)`/.exec(readme)?.[1];
    const answer = /```json\n([^`]+)```/.exec(readme)?.[1];
    const caller = { role: 'GRID_WORKER', area: '350802001001001', purposes: ['SERVICE_VISIT'] } as const;
    const client = as(hub, caller, { purpose: 'SERVICE_VISIT' });
    const { data, extensions } = await client.rawRequest(query ?? '');
    expect({ data, extensions }).toEqual(JSON.parse(answer ?? ''));
  });

  it('names every script of package.json that people call, and no other', () => {
    const { scripts } = manifest;
    const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z]+(?::[a-z-]+)?)/g)].map(
      ([, name]) => name,
    );
    const called = new Set(named.filter((name) => !['ci', 'prints'].includes(name ?? '')));
    const own = Object.keys(scripts).filter((name) => !name.startsWith('check:'));
    expect([...called].sort()).toEqual(own.sort());
  });

  it('names every dependency', () => {
    const { dependencies, devDependencies } = manifest;
    const scopes = /^@types\//;
    const missing = Object.keys({ ...dependencies, ...devDependencies })
      .filter((name) => !scopes.test(name))
      .filter((name) => !readme.includes(name) && !readme.includes(name.split('/')[1] ?? name));
    expect(missing).toEqual([]);
  });
});
