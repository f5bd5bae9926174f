import type { TestCaller } from './callers.ts';
import { as } from './callers.ts';
import { askDatabase } from './database.ts';
import type { TestHub } from './hub.ts';

interface Delivered {
  readonly delivery: { readonly createdCount: number; readonly correctedCount: number } | null;
  readonly userErrors: readonly unknown[];
}

let keys = 0;

/** A record as a department's software delivers it, of somebody the register knows or of a unit; gives the record's id. */
export async function deliverOne(
  hub: TestHub,
  type: string,
  record: Readonly<Record<string, string>>,
): Promise<string> {
  keys += 1;
  const department = type.slice(0, 3);
  const system: TestCaller = { role: 'DEPARTMENT_SYSTEM', department, area: '350800' };
  const input = {
    idempotencyKey: `one-${keys}`,
    type,
    dataAsOf: new Date(Date.now() - 60_000 + keys).toISOString(),
    records: [{ title: '示例记录', level: 'GENERAL', documentNumber: '岩示例决〔2026〕7号', ...record }],
  };
  const { deliverRecords } = await as(hub, system, { purpose: 'DATA_EXCHANGE' }).request<{
    deliverRecords: Delivered;
  }>(
    'mutation ($input: DeliverRecordsInput!) { deliverRecords(input: $input) { delivery { createdCount correctedCount } userErrors { code message path } } }',
    { input },
  );
  const { delivery, userErrors } = deliverRecords;
  if (!delivery || delivery.createdCount + delivery.correctedCount !== 1)
    throw new Error(JSON.stringify({ delivery, userErrors }));
  const [row] = await askDatabase<{ id: string }>(
    hub.config,
    'select id from integrity.credit_record where department_code = $1 and source_record_id = $2 and superseded_at is null',
    [department, record['sourceId']],
  );
  if (!row) throw new Error('The record was not taken in.');
  return row.id;
}

/** Name and number of somebody, as a department knows him. */
export async function identityOf(
  hub: TestHub,
  person: string,
): Promise<{ readonly name: string; readonly idNumber: string }> {
  const [row] = await askDatabase<{ name: string; idNumber: string }>(
    hub.config,
    'select name, id_number as "idNumber" from persons.person where id = $1',
    [person],
  );
  if (!row) throw new Error(`${person} is not in the register.`);
  return row;
}

/** Makes every department's deliveries of every type fresh, as after a good night. */
export const freshenFeeds = (hub: Pick<TestHub, 'config'>): Promise<unknown> =>
  askDatabase(
    hub.config,
    `with types as (update integrity.record_type set data_as_of = now() - interval '1 hour'
       where department_code in (select code from integrity.department where answer_mode in ('FULL', 'CLASS_ONLY')))
     update integrity.feed set data_as_of = now() - interval '1 hour', max_age_hours = coalesce(max_age_hours, 168)
     where department_code in (select code from integrity.department where answer_mode in ('FULL', 'CLASS_ONLY'))`,
  );

/** The department acts on a record of its own: repairs, takes back, seals. */
export async function actOnRecord(
  hub: TestHub,
  name: 'repairRecord' | 'revokeRecord' | 'sealRecord',
  department: string,
  recordId: string,
): Promise<void> {
  keys += 1;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const reviewer: TestCaller = { role: 'DEPARTMENT_REVIEWER', department, sub: `records of ${department}` };
  const answer = await as(hub, reviewer, { purpose: 'DATA_EXCHANGE' }).request<{
    act: { readonly userErrors: readonly unknown[] };
  }>(`mutation ($input: ${type}!) { act: ${name}(input: $input) { userErrors { code message } } }`, {
    input: { idempotencyKey: `act-${keys}`, recordId, reason: '依当事人申请(示例)' },
  });
  if (answer.act.userErrors.length > 0) throw new Error(JSON.stringify(answer.act.userErrors));
}
