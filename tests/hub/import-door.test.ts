import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { headersOf, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const system: TestCaller = { role: 'DEPARTMENT_SYSTEM', department: 'D33', area: '350800' };
const urlOf = (path: string): string => new URL(path, hub.url).href;

/** Posts a stream as a department's software would; headers of `undefined` are left out. */
async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  {
    caller = system,
    key,
    headers = {},
  }: { caller?: TestCaller; key?: string; headers?: Record<string, string> } = {},
): Promise<{ readonly status: number; readonly answer: Record<string, unknown> }> {
  const response = await fetch(urlOf(path), {
    method: 'POST',
    body,
    headers: {
      ...(await headersOf(hub.config, caller, { purpose: 'DATA_EXCHANGE' })),
      'content-type': 'application/x-ndjson',
      'x-data-as-of': '2026-11-20T08:00:00+08:00',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    duplex: 'half',
  });
  return { status: response.status, answer: Object(await response.json()) as Record<string, unknown> };
}

const line = (index: number, changed: object = {}): string =>
  JSON.stringify({
    source_id: `stream-${index}`,
    name: '示例某某',
    id_number: '',
    birth_date: '1980-01-01',
    title: `示例处罚${index}`,
    level: '一般',
    decided_on: '2026-03-02',
    ...changed,
  });

describe('a stream of rows', () => {
  it('is refused to whom it is not open, before its body is read', async () => {
    expect(
      await post('/import/D33/PEN', line(1), {
        headers: { authorization: 'Bearer no.such.token' },
        key: 'k',
      }),
    ).toMatchObject({
      status: 401,
    });
    for (const caller of [
      { ...system, role: 'DEPARTMENT_REVIEWER' },
      { role: 'CITIZEN', person: cast.linMeihua.id },
    ] as const)
      expect(await post('/import/D33/PEN', line(1), { caller, key: `k-${caller.role}` })).toMatchObject({
        status: 403,
      });
    expect(await post('/import/D34/PEN', line(1), { key: 'k-2' })).toMatchObject({ status: 403 });
    expect(await post('/import/D33/XXX', line(1), { key: 'k-2' })).toMatchObject({
      status: 422,
      answer: { userErrors: [{ code: 'UNKNOWN_TYPE' }], takenThroughLine: 0 },
    });
  });

  it.each<readonly [string, string | undefined, Record<string, string>, number, string]>([
    [
      'without an idempotency key',
      undefined,
      {},
      400,
      'Header "idempotency-key": expected an id of this delivery, 1 to 64 of letters, digits, "_" and "-", found nothing.',
    ],
    ['with a key that is no id', 'a b', {}, 400, 'Header "idempotency-key": expected an id'],
    [
      'of a moment that is none',
      'k-4',
      { 'x-data-as-of': 'yesterday' },
      400,
      'Header "x-data-as-of": expected the moment the rows are true for, with its offset, as 2026-01-31T08:00:00+08:00, found a text of 9 characters.',
    ],
    ['as one JSON', 'k-3', { 'content-type': 'application/json' }, 415, 'type application/x-ndjson'],
    ['as CSV', 'k-3', { 'content-type': 'text/csv' }, 415, 'type application/x-ndjson'],
  ])('is refused %s, in words of the door', async (_name, key, headers, status, message) => {
    const refused = await post('/import/D33/PEN', line(1), {
      headers,
      ...(key === undefined ? {} : { key }),
    });
    expect(refused).toMatchObject({
      status,
      answer: {
        errors: [{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }],
      },
    });
  });

  it('of several parts is one delivery, and gives back what waits', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) =>
      index === 1_700 ? 'no json' : line(index, index % 1_000 === 999 ? { decided_on: '2026-02-30' } : {}),
    );
    const { status, answer } = await post('/import/D33/PEN', `${rows.join('\n')}\n`, { key: 'stream-1' });
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      rowCount: 2_500,
      createdCount: 2_497,
      quarantinedCount: 3,
      endedAt: expect.any(String),
    });
    const again = await post('/import/D33/PEN', `${rows.join('\n')}\n`, { key: 'stream-1' });
    expect(again).toEqual({ status, answer });
    const rejects = await fetch(urlOf(String(answer['rejects'])), {
      headers: await headersOf(hub.config, system, { purpose: 'DATA_EXCHANGE' }),
    });
    const citizen = await headersOf(
      hub.config,
      { role: 'CITIZEN', person: cast.linMeihua.id },
      { purpose: 'SELF_ACCESS' },
    );
    const refused = await fetch(urlOf(String(answer['rejects'])), { headers: citizen });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    const given = (await rejects.text())
      .trim()
      .split('\n')
      .map((text): unknown => JSON.parse(text));
    expect(given).toEqual([
      expect.objectContaining({ line: '1000', column: 'decided_on', source_id: 'stream-999' }),
      expect.objectContaining({ line: '1701', unread: 'no json' }),
      expect.objectContaining({ line: '2000', source_id: 'stream-1999' }),
    ]);
    const [one] = given;
    const corrected = await post(
      '/import/D33/PEN',
      JSON.stringify({ ...Object(one), decided_on: '2026-02-27' }),
      {
        key: 'stream-1-corrected',
      },
    );
    expect(corrected.answer).toMatchObject({ createdCount: 1, quarantinedCount: 0 });
    const waiting = await askDatabase<{ count: string }>(
      hub.config,
      `select count(*) from integrity.quarantined_row where resolved_at is null and source_record_id like 'stream-%'`,
    );
    expect(waiting[0]?.count).toBe('1');
  });

  it('that has bytes which are no characters loses that row for now, and none of its bytes', async () => {
    const damaged = Buffer.from(line(77_777).replace('示例处罚77777', '示例#'));
    damaged[damaged.indexOf('#')] = 0xb7;
    const body = new Uint8Array(Buffer.concat([damaged, Buffer.from(`\n${line(78_888)}\n`)]));
    const { answer } = await post('/import/D33/PEN', body, { key: 'stream-damaged' });
    expect(answer).toMatchObject({ createdCount: 1, quarantinedCount: 1 });
    const rejects = await fetch(urlOf(String(answer['rejects'])), {
      headers: await headersOf(hub.config, system, { purpose: 'DATA_EXCHANGE' }),
    });
    expect(JSON.parse(await rejects.text())).toMatchObject({
      column: 'title',
      expected: 'text in UTF-8',
      found: 'a byte that is no character',
      unread: line(77_777).replace('示例处罚77777', '示例\\xB7'),
    });
  });

  it('that breaks off goes on where it was, and another one under its key is refused', async () => {
    const rows = Array.from({ length: 1_800 }, (_, index) => line(10_000 + index));
    const taken = () =>
      askDatabase<{ through: number; ended: boolean }>(
        hub.config,
        `select taken_through as through, ended_at is not null as ended from integrity.delivery where idempotency_key = 'stream-2'`,
      );
    const broken = new ReadableStream({
      start: async (controller) => {
        controller.enqueue(new TextEncoder().encode(`${rows.slice(0, 1_200).join('\n')}\n`));
        // However slow the machine is, the line goes dead after the first part was taken in.
        while ((await taken())[0]?.through !== 1_000) await new Promise((resolve) => setTimeout(resolve, 20));
        controller.error(new Error('the line went dead'));
      },
    });
    await expect(post('/import/D33/PEN', broken, { key: 'stream-2' })).rejects.toThrow('');
    expect(await taken()).toEqual([{ through: 1_000, ended: false }]);
    const other = rows.toSpliced(5, 1, line(99_999));
    expect(await post('/import/D33/PEN', other.join('\n'), { key: 'stream-2' })).toMatchObject({
      status: 422,
      answer: { userErrors: [{ code: 'KEY_ALREADY_USED' }] },
    });
    expect((await post('/import/D33/PEN', rows.join('\n'), { key: 'stream-2' })).answer).toMatchObject({
      rowCount: 1_800,
      createdCount: 1_800,
    });
    expect(await taken()).toEqual([{ through: 1_800, ended: true }]);
  });
});
