import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Counts {
  readonly id: string;
  readonly rowCount: number;
  readonly createdCount: number;
  readonly correctedCount: number;
  readonly withdrawnCount: number;
  readonly unchangedCount: number;
  readonly outdatedCount: number;
  readonly quarantinedCount: number;
  readonly endedAt: string | null;
}
interface Payload {
  readonly delivery: Counts | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, guoHaitao } = cast;
const system: TestCaller = { role: 'DEPARTMENT_SYSTEM', department: 'D33', area: '350800' };
const exchange = { purpose: 'DATA_EXCHANGE' } as const;
const deliver = `mutation ($input: DeliverRecordsInput!) { deliverRecords(input: $input) {
  delivery { id endedAt rowCount createdCount correctedCount withdrawnCount unchangedCount outdatedCount quarantinedCount }
  userErrors { code path } } }`;

const numberOf = async (id: string): Promise<string> => {
  const [row] = await askDatabase<{ id_number: string }>(
    hub.config,
    'select id_number from persons.person where id = $1',
    [id],
  );
  return row?.id_number ?? '';
};

let keys = 0;
const inputOf = (records: readonly object[], changed: object = {}) => {
  keys += 1;
  return {
    idempotencyKey: `delivery-key-${keys}`,
    type: 'D33-PEN',
    dataAsOf: '2026-11-20T08:00:00+08:00',
    records,
    ...changed,
  };
};
const deliverAs = async (caller: TestCaller, input: object): Promise<Payload> =>
  (await as(hub, caller, exchange).request<{ deliverRecords: Payload }>(deliver, { input })).deliverRecords;

const recordOf = (sourceId: string, changed: object = {}) => ({
  sourceId,
  name: linMeihua.name,
  idNumber: '',
  title: '虚假宣传处罚(示例)',
  level: 'GENERAL',
  decidedOn: '2026-03-02',
  documentNumber: `岩示例决〔2026〕${sourceId}号`,
  legalBasis: '《中华人民共和国行政处罚法》第四条',
  ...changed,
});

const feedOf = async (
  code: string,
): Promise<{ readonly recordCount: number; readonly quarantinedCount: number }> => {
  const { department } = await as(hub, system, exchange).request<{
    department: { feed: { recordCount: number; quarantinedCount: number } };
  }>('query ($code: ID!) { department(code: $code) { feed { recordCount quarantinedCount } } }', { code });
  return department.feed;
};

describe('a delivery', () => {
  it('of another department, of no department or for another purpose is refused', async () => {
    const { userErrors } = await deliverAs({ ...system, department: 'D34' }, inputOf([recordOf('x')]));
    expect(userErrors).toEqual([{ code: 'UNKNOWN_TYPE', path: ['input', 'type'] }]);
    for (const caller of [
      { role: 'CITIZEN', person: linMeihua.id } as const,
      { role: 'VETO_REVIEWER' } as const,
      { role: 'GRID_WORKER', area: '350802001001001' } as const,
    ])
      await expect(deliverAs(caller, inputOf([recordOf('x')]))).rejects.toThrow('FORBIDDEN');
    await expect(
      as(hub, system, { purpose: 'INTEGRITY_REVIEW' }).request(deliver, { input: inputOf([recordOf('x')]) }),
    ).rejects.toThrow('FORBIDDEN');
    expect(await askDatabase(hub.config, 'select from integrity.delivery')).toEqual([]);
  });

  it.each<readonly [string, object, string]>([
    ['of a type that is not shared', { type: 'D10-POL' }, 'NOT_SHARED'],
    ['of a type of nobody', { type: 'D33-XXX' }, 'UNKNOWN_TYPE'],
    ['of a department for which people answer', { type: 'D09-SUG' }, 'NOT_DELIVERED'],
  ])('%s is refused', async (_name, changed: { type?: string }, code) => {
    const department = changed.type?.slice(0, 3) ?? '';
    const payload = await deliverAs({ ...system, department }, inputOf([recordOf('x')], changed));
    expect(payload).toEqual({ delivery: null, userErrors: [{ code, path: ['input', 'type'] }] });
  });

  it('is taken in, linked and seen in the portrait at once', async () => {
    const idNumber = await numberOf(linMeihua.id);
    const input = inputOf([recordOf('mei-1', { idNumber }), recordOf('bad-1', { decidedOn: '2026-02-30' })]);
    const { delivery, userErrors } = await deliverAs(system, input);
    expect(userErrors).toEqual([]);
    expect(delivery).toMatchObject({ rowCount: 2, createdCount: 1, quarantinedCount: 1 });
    const again = await deliverAs(system, input);
    expect(again.delivery).toEqual(delivery);
    const { me } = await as(
      hub,
      { role: 'CITIZEN', person: linMeihua.id },
      { purpose: 'SELF_ACCESS' },
    ).request<{
      me: { integrity: { records: { nodes: readonly { title: string }[] } } };
    }>('{ me { integrity { records(first: 20) { nodes { title } } } } }');
    expect(me.integrity.records.nodes.map(({ title }) => title)).toContain('虚假宣传处罚(示例)');
  });

  it('is counted by its feed as it comes, though it is never finished; what is sealed is not', async () => {
    const before = await feedOf('D38');
    const own: TestCaller = { ...system, department: 'D38' };
    const lines = [
      { source_id: 'part-1', decided_on: '2026-03-02' },
      { source_id: 'part-2', decided_on: '2026-03-02' },
      { source_id: 'part-3', decided_on: '2026-02-30' },
    ].map((row) =>
      JSON.stringify({ name: '示例某某', birth_date: '1980-01-01', title: '处罚', level: '一般', ...row }),
    );
    const { records: _, ...input } = inputOf([], { type: 'D38-PEN' });
    const part = { firstLine: 1, isLast: false };
    expect((await deliverAs(own, { ...input, lines, part })).delivery).toMatchObject({ endedAt: null });
    expect(await feedOf('D38')).toEqual({
      recordCount: before.recordCount + 2,
      quarantinedCount: before.quarantinedCount + 1,
    });
    const [record] = await askDatabase<{ id: string }>(
      hub.config,
      `select id from integrity.credit_record where source_record_id = 'part-1'`,
    );
    await actOnRecord(hub, 'sealRecord', 'D38', record?.id ?? '');
    expect(await feedOf('D38')).toMatchObject({ recordCount: before.recordCount + 1 });
    await deliverAs(own, { ...input, lines: [], part: { firstLine: 4, isLast: true } });
    expect(await feedOf('D38')).toEqual({
      recordCount: before.recordCount + 1,
      quarantinedCount: before.quarantinedCount + 1,
    });
  });

  it('with another content under a used key is refused', async () => {
    const input = inputOf([recordOf('key-1')]);
    await deliverAs(system, input);
    const { userErrors } = await deliverAs(system, { ...input, records: [recordOf('key-2')] });
    expect(userErrors).toEqual([{ code: 'KEY_ALREADY_USED', path: ['input', 'idempotencyKey'] }]);
  });

  it('corrects, withdraws, and is never undone by what is older', async () => {
    const idNumber = await numberOf(guoHaitao.id);
    const one = recordOf('life-1', { name: guoHaitao.name, idNumber });
    const count = async (...changes: readonly object[]) => {
      const { delivery } = await deliverAs(
        system,
        inputOf(changes.map((changed) => ({ ...one, ...changed }))),
      );
      return Object.entries(delivery ?? {})
        .filter(([name, value]) => name.endsWith('Count') && name !== 'rowCount' && value !== 0)
        .map(([name, value]) => `${name} ${String(value)}`);
    };
    expect(await count({})).toEqual(['createdCount 1']);
    expect(await count({})).toEqual(['unchangedCount 1']);
    expect(await count({ title: '一(示例)' }, { title: '二(示例)' }, { title: '二(示例)' })).toEqual([
      'correctedCount 2',
      'unchangedCount 1',
    ]);
    expect(await count({ title: '旧(示例)', asOf: '2026-11-01T00:00:00+08:00' })).toEqual([
      'outdatedCount 1',
    ]);
    expect(await count({ operation: 'WITHDRAW' })).toEqual(['withdrawnCount 1']);
    expect(await count({ title: '二(示例)' })).toEqual(['unchangedCount 1']);
    expect(await count({ operation: 'WITHDRAW', sourceId: 'nobody-knows' })).toEqual(['quarantinedCount 1']);
    const versions = await askDatabase<{ version: number; status: string; title: string }>(
      hub.config,
      `select version, status, title from integrity.credit_record where source_record_id = 'life-1' order by version`,
    );
    expect(versions).toEqual([
      { version: 1, status: 'RECORDED', title: '虚假宣传处罚(示例)' },
      { version: 2, status: 'RECORDED', title: '一(示例)' },
      { version: 3, status: 'RECORDED', title: '二(示例)' },
      { version: 4, status: 'REVOKED', title: '二(示例)' },
    ]);
  });
});
