import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { openBudgetStore, type BudgetStore } from '../../gateway/access/budget-store.ts';
import { createBudgets } from '../../gateway/access/budgets.ts';
import type { Caller } from '../../schema/caller.ts';
import { stopAll, type Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { adminUrlOf, createTestDatabase } from '../support/database.ts';

const log = createLog('tests');
const clerk: Caller = { sub: 'clerk', role: 'CITY_CENTRE', purposes: [] };
const worker: Caller = { sub: 'worker', role: 'GRID_WORKER', purposes: [] };
const limits = { personsPerHour: 10, gridWorkerPersonsPerHour: 3, lookupsPerHour: 4 };
const stops: Stop[] = [];
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = adminUrlOf(await createTestDatabase());
});
afterAll(() => stopAll(log, stops));

const people = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `p-${from + index}`);
const codeOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => 'taken',
    (error: unknown) => (error as { extensions: { code: unknown } }).extensions.code,
  );

describe.each([
  ['memory', () => openBudgetStore(undefined, stops)],
  ['PostgreSQL', () => openBudgetStore(databaseUrl, stops)],
])('budgets in %s', (kind, open) => {
  const nameOf = (caller: Caller, test: string): Caller => ({ ...caller, sub: `${kind}-${test}` });

  it('refuse the look-up that is one too many, and count each of several', async () => {
    const budgets = createBudgets({ ...limits, store: await open(), log });
    const actor = nameOf(clerk, 'lookups');
    expect(await codeOf(budgets.takeLookups(actor, 3))).toBe('taken');
    expect(await codeOf(budgets.takeLookups(actor, 2))).toBe('LIMIT_EXCEEDED');
    expect(await codeOf(budgets.takeLookups(nameOf(clerk, 'another'), 4))).toBe('taken');
  });

  it('count persons once an hour, and refuse an answer that would go over', async () => {
    const budgets = createBudgets({ ...limits, store: await open(), log });
    const actor = nameOf(clerk, 'persons');
    expect(await codeOf(budgets.takePersons(actor, people(0, 10)))).toBe('taken');
    expect(await codeOf(budgets.takePersons(actor, people(0, 10)))).toBe('taken');
    expect(await codeOf(budgets.takePersons(actor, people(5, 6)))).toBe('LIMIT_EXCEEDED');
  });

  it('are smaller for a grid worker', async () => {
    const budgets = createBudgets({ ...limits, store: await open(), log });
    const actor = nameOf(worker, 'grid');
    expect(await codeOf(budgets.takePersons(actor, people(0, 3)))).toBe('taken');
    expect(await codeOf(budgets.takePersons(actor, people(3, 1)))).toBe('LIMIT_EXCEEDED');
  });
});

it('several gateways count together', async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(async () =>
      createBudgets({ ...limits, store: await openBudgetStore(databaseUrl, stops), log }),
    ),
  );
  const actor: Caller = { ...clerk, sub: 'everywhere' };
  expect(await codeOf((one ?? never()).takeLookups(actor, 3))).toBe('taken');
  expect(await codeOf((other ?? never()).takeLookups(actor, 3))).toBe('LIMIT_EXCEEDED');
});

it('a store that fails lets nothing out', async () => {
  const broken: BudgetStore = {
    limiter: (keyPrefix, points, duration) => {
      const limiter = new RateLimiterMemory({ keyPrefix, points, duration });
      limiter.consume = () => Promise.reject(new Error('at connect 10.1.2.3'));
      return limiter;
    },
  };
  const budgets = createBudgets({ ...limits, store: broken, log });
  expect(await codeOf(budgets.takePersons(clerk, ['a']))).toBe('SUBGRAPH_UNAVAILABLE');
  await expect(budgets.takeLookups(clerk, 1)).rejects.not.toThrow('10.1.2.3');
});

it('persons that were seen count again when their hour is over', async () => {
  let now = Date.now();
  const budgets = createBudgets({
    ...limits,
    store: await openBudgetStore(undefined, stops),
    log,
    clock: () => now,
  });
  const actor: Caller = { ...clerk, sub: 'hours' };
  expect(await codeOf(budgets.takePersons(actor, people(0, 10)))).toBe('taken');
  now += 3_601_000;
  // The limiter itself lives by the real clock, so the same persons, counted anew, are now too many.
  expect(await codeOf(budgets.takePersons(actor, people(0, 1)))).toBe('LIMIT_EXCEEDED');
});

const never = (): never => {
  throw new Error('there are two');
};
