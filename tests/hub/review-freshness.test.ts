import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { freshenFeeds } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { ReviewDesk } from '../support/reviews.ts';

/** A village election asks D33 for penalties and abnormal operations, and not for registrations of companies. */
let hub: TestHub;
let desk: ReviewDesk;
let people: string[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  const clean = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 10`,
  );
  people = clean.map(({ id }) => id);
});
beforeEach(() => freshenFeeds(hub));
afterAll(() => hub.stop());

/** What D33 answers about somebody without records. */
async function answered(): Promise<string | undefined> {
  const person = people.shift() ?? '';
  const reviewId = await desk.requested([{ kind: 'INDIVIDUAL', person }]);
  const { answers } = await desk.subject(reviewId);
  return answers?.find(({ department }) => department.code === 'D33')?.state;
}

let keys = 0;
/** The department says as of now that it has nothing of a type. */
async function deliverNothing(type: string): Promise<void> {
  keys += 1;
  const system = { role: 'DEPARTMENT_SYSTEM', department: 'D33', area: '350800' } as const;
  const input = {
    idempotencyKey: `nothing-${keys}`,
    type,
    dataAsOf: new Date().toISOString(),
    records: [],
  };
  const { deliverRecords } = await as(hub, system, { purpose: 'DATA_EXCHANGE' }).request<{
    deliverRecords: { userErrors: readonly unknown[] };
  }>('mutation ($input: DeliverRecordsInput!) { deliverRecords(input: $input) { userErrors { code } } }', {
    input,
  });
  expect(deliverRecords.userErrors).toEqual([]);
}

const ofType = (change: string, type: string): Promise<unknown> =>
  askDatabase(hub.config, `update integrity.record_type set data_as_of = ${change} where code = '${type}'`);
const feedState = async (): Promise<unknown> => {
  const { departments } = await hub.client.request<{
    departments: readonly { code: string; feed: { state: string } }[];
  }>('{ departments { code feed { state } } }');
  return departments.find(({ code }) => code === 'D33')?.feed.state;
};

/** When what was delivered of each of D33's types is true for. */
const ages = async (): Promise<Readonly<Record<string, string | null>>> => {
  const { department } = await hub.client.request<{
    department: { recordTypes: readonly { code: string; dataAsOf: string | null }[] };
  }>('{ department(code: "D33") { recordTypes { code dataAsOf } } }');
  return Object.fromEntries(department.recordTypes.map(({ code, dataAsOf }) => [code, dataAsOf]));
};

describe('a delivery of one type', () => {
  it('moves the age of that type and of no other', async () => {
    await ofType('null', 'D33-PEN');
    await deliverNothing('D33-PEN');
    const before = await ages();
    await deliverNothing('D33-LIC');
    const { 'D33-LIC': moved, ...others } = await ages();
    expect(Date.parse(moved ?? '')).toBeGreaterThan(Date.parse(before['D33-LIC'] ?? ''));
    expect({ ...others, 'D33-LIC': before['D33-LIC'] }).toEqual(before);
    await ofType('null', 'D33-PEN');
    expect((await ages())['D33-PEN']).toBeNull();
  });

  it('makes nothing known of another that is old', async () => {
    await ofType("now() - interval '400 days'", 'D33-PEN');
    await deliverNothing('D33-LIC');
    expect(await answered()).toBe('STALE');
    expect(await feedState()).toBe('SILENT');
  });

  it('makes nothing known of another that never came', async () => {
    await ofType('null', 'D33-PEN');
    await deliverNothing('D33-ABN');
    expect(await answered()).toBe('NOT_ANSWERED');
  });

  it('is not waited for where the purpose does not ask it', async () => {
    await ofType("now() - interval '400 days'", 'D33-LIC');
    expect(await answered()).toBe('ANSWERED_NONE');
  });

  it('answers once the type that was missing has come, though it brings nothing', async () => {
    await ofType('null', 'D33-PEN');
    await deliverNothing('D33-PEN');
    expect(await answered()).toBe('ANSWERED_NONE');
    expect(await feedState()).toBe('FRESH');
  });
});
