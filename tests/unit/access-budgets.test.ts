import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
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

  it('are one actor’s in whatever roles he calls: what he saw in one is counted in all', async () => {
    const budgets = createBudgets({ ...limits, store: await open(), log });
    const asClerk = nameOf(clerk, 'two-hats');
    const asWorker: Caller = { ...asClerk, role: 'GRID_WORKER' };
    expect(await codeOf(budgets.takePersons(asWorker, people(0, 3)))).toBe('taken');
    // Nobody new, and so nothing to count.
    expect(await codeOf(budgets.takePersons(asClerk, people(0, 3)))).toBe('taken');
    expect(await codeOf(budgets.takePersons(asClerk, people(3, 7)))).toBe('taken');
    expect(await codeOf(budgets.takePersons(asClerk, people(10, 1)))).toBe('LIMIT_EXCEEDED');
    expect(await codeOf(budgets.takePersons(asWorker, people(11, 1)))).toBe('LIMIT_EXCEEDED');
    const asReviewer: Caller = { ...asClerk, role: 'VETO_REVIEWER' };
    expect(await codeOf(budgets.takeLookups(asClerk, 3))).toBe('taken');
    expect(await codeOf(budgets.takeLookups(asReviewer, 2))).toBe('LIMIT_EXCEEDED');
  });

  it('let nobody see more as a grid worker for what he saw in another role', async () => {
    const budgets = createBudgets({ ...limits, store: await open(), log });
    const asClerk = nameOf(clerk, 'clerk-first');
    expect(await codeOf(budgets.takePersons(asClerk, people(0, 3)))).toBe('taken');
    expect(await codeOf(budgets.takePersons({ ...asClerk, role: 'GRID_WORKER' }, people(3, 1)))).toBe(
      'LIMIT_EXCEEDED',
    );
    expect(await codeOf(budgets.takePersons(asClerk, people(4, 6)))).toBe('taken');
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
  const broken: BudgetStore = { counter: () => () => Promise.reject(new Error('at connect 10.1.2.3')) };
  const budgets = createBudgets({ ...limits, store: broken, log });
  expect(await codeOf(budgets.takePersons(clerk, ['a']))).toBe('SUBGRAPH_UNAVAILABLE');
  await expect(budgets.takeLookups(clerk, 1)).rejects.not.toThrow('10.1.2.3');
});

it('what was counted is forgotten after an hour, and those who were seen count again', async () => {
  jest.useFakeTimers();
  try {
    const budgets = createBudgets({ ...limits, store: await openBudgetStore(undefined, stops), log });
    const actor: Caller = { ...clerk, sub: 'hours' };
    expect(await codeOf(budgets.takePersons(actor, people(0, 10)))).toBe('taken');
    jest.advanceTimersByTime(3_599_000);
    expect(await codeOf(budgets.takePersons(actor, people(10, 1)))).toBe('LIMIT_EXCEEDED');
    jest.advanceTimersByTime(2_000);
    expect(await codeOf(budgets.takePersons(actor, people(0, 10)))).toBe('taken');
    expect(await codeOf(budgets.takePersons(actor, people(10, 1)))).toBe('LIMIT_EXCEEDED');
  } finally {
    jest.useRealTimers();
  }
});

it('a refusal says what is allowed and what was found, and nobody’s name', async () => {
  const budgets = createBudgets({ ...limits, store: await openBudgetStore(undefined, stops), log });
  await expect(budgets.takePersons({ ...worker, sub: '郑' }, people(0, 4))).rejects.toMatchObject({
    message: 'Too many persons within an hour: 3 are allowed.',
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'personsPerHour', allowed: 3, found: 4 },
  });
});

it('a person who stands twice in an answer counts once', async () => {
  const budgets = createBudgets({ ...limits, store: await openBudgetStore(undefined, stops), log });
  expect(await codeOf(budgets.takePersons(worker, [...people(0, 3), ...people(0, 3)]))).toBe('taken');
});

describe('the database that several gateways share', () => {
  const withAdmin = async (url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> => {
    const admin = new pg.Client(url);
    await admin.connect();
    await work(admin).finally(() => admin.end());
  };

  it('may be opened by all of them at once, the first time too', async () => {
    const url = adminUrlOf(await createTestDatabase());
    const opening = Array.from({ length: 8 }, () => openBudgetStore(url, stops));
    expect((await Promise.allSettled(opening)).map(({ status }) => status)).toEqual(
      Array(8).fill('fulfilled'),
    );
  });

  it('may lose its connections: the next count opens another', async () => {
    const url = adminUrlOf(await createTestDatabase());
    const budgets = createBudgets({ ...limits, store: await openBudgetStore(url, stops), log });
    expect(await codeOf(budgets.takeLookups(clerk, 1))).toBe('taken');
    await withAdmin(url, async (admin) => {
      await admin.query(
        `select pg_terminate_backend(pid, 2000) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await codeOf(budgets.takeLookups(clerk, 1))).toBe('taken');
  });

  it('lets nothing out while it hangs, and does not keep the caller waiting for ever', async () => {
    const url = adminUrlOf(await createTestDatabase());
    const budgets = createBudgets({ ...limits, store: await openBudgetStore(url, stops), log });
    await withAdmin(url, async (admin) => {
      await admin.query('begin; lock table gateway_budget in access exclusive mode');
      expect(await codeOf(budgets.takeLookups(clerk, 1))).toBe('SUBGRAPH_UNAVAILABLE');
    });
    expect(await codeOf(budgets.takeLookups(clerk, 1))).toBe('taken');
  });
});

const never = (): never => {
  throw new Error('there are two');
};
