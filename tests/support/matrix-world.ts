import { purposes, roles } from '../../schema/caller.ts';
import type { Config } from '../../gateway/config.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from './callers.ts';
import { askDatabase } from './database.ts';
import { freshenFeeds } from './deliver-one.ts';
import { glassId, glazed, ownReviewer, ownSystem, target } from './matrix-callers.ts';
import { approver, examiner, inDays, ReviewDesk } from './reviews.ts';

/** Ids of what was put into the city, for roots that ask by id. */
export interface Furnished {
  readonly review: string;
  readonly subject: string;
  readonly delivery: string;
  readonly team: string;
  /** When it was put there. */
  readonly from: Date;
  readonly to: Date;
}

/** Of what is protected, what was not put into the city for anybody to be given. */
export const givenToNobody: readonly string[] = [
  'BreakGlass.reviewedAt',
  'BreakGlass.reviewer',
  'BreakGlass.isJustified',
  'BreakGlass.reviewNote',
  'Department.holdings',
  'RecordChange.record',
  'Review.cancelledAt',
  'ReviewRecord.level',
  'ReviewRecord.validUntil',
  'ReviewSubject.laterRecords',
  'ReviewSubject.appeal',
  'ReviewTask.subject',
];

interface FurnishedHub {
  readonly url: string;
  readonly config: Config;
}

/** Puts something of every kind into the city, so that there is something to withhold everywhere. */
export async function furnish(hub: FurnishedHub): Promise<Furnished> {
  const from = new Date();
  const ask = (text: string, values: readonly unknown[] = []) => askDatabase(hub.config, text, values);
  await ask(
    "insert into persons.service_register values ('matrix', $1, 'RESETTLEMENT', '2026-01-01', null)",
    [target.id],
  );
  await ask(
    `insert into volunteers.peace_household_head select id, '350802001001', 12 from volunteers.volunteer
     where person_id = $1 on conflict do nothing`,
    [target.id],
  );
  await breakGlasses(hub.config);
  await ask(
    `insert into governance.delegation (id, delegator, idempotency_key, delegate, role, area_code, purposes, valid_from,
       valid_to, granted_at)
     values ('matrix', 'matrix', 'matrix', 'delegate', 'TOWNSHIP_CENTRE', '350802001', '{SERVICE_VISIT}', now(),
       now() + interval '1 day', now())`,
  );
  const delivery = await deliveries(hub);
  await dispute(hub);
  const [{ id: team } = { id: '' }] = await askDatabase<{ id: string }>(
    hub.config,
    'select id from volunteers.team order by id limit 1',
  );
  const ids = { team, delivery, ...(await review(hub)) };
  return { ...ids, from, to: new Date() };
}

/** One in force for each role and purpose, more than could be opened: whatever is asked under it is a bit of the matrix. */
const breakGlasses = async (config: Config): Promise<void> => {
  const pairs = roles.flatMap((role) => purposes.map((purpose) => [role, purpose] as const));
  await askDatabase(
    config,
    `insert into governance.break_glass (id, actor, idempotency_key, role, purpose, person_id, classes, minutes, reason_code,
       reason, opened_at, ends_at, review_due_on)
     select id, 'matrix', id, role, purpose, $4, $5, 60, 'LIFE_DANGER', '示例', now() - interval '1 minute',
       now() + interval '58 minutes', current_date + 5
     from unnest($1::text[], $2::text[], $3::text[]) as t (id, role, purpose)`,
    [
      pairs.map(([role, purpose]) => glassId(role, purpose)),
      pairs.map(([role]) => role),
      pairs.map(([, purpose]) => purpose),
      target.id,
      [...glazed],
    ],
  );
  await askDatabase(
    config,
    `insert into governance.notice (id, break_glass_id, department_code, classes, noted_at)
     select 'notice ' || coalesce(code, ''), $1, code, $2, now() from unnest($3::text[]) as t (code)`,
    [glassId('COUNSELLOR', 'CRISIS_RESPONSE'), [...glazed], [null, ownReviewer, ownSystem]],
  );
};

/** A good row, one that meets another name and waits for people, and one that cannot be read; of both own departments. */
async function deliveries(hub: FurnishedHub): Promise<string> {
  const ids: string[] = [];
  // Not the target: what comes to light of somebody under review opens the case again.
  const somebody = cast.ouyangShuqin;
  const rowOf = (sourceId: string, changes: object) => ({
    sourceId,
    name: somebody.name,
    idNumber: somebody.idNumber,
    title: '示例记录',
    documentNumber: '岩示例决〔2026〕7号',
    decidedOn: inDays(-20).slice(0, 10),
    ...changes,
  });
  // A kept promise has no level, a fine has one.
  for (const [type, level] of [
    ['D13-CMT', {}],
    ['D10-TRF', { level: 'GENERAL' }],
  ] as const) {
    const department = type.slice(0, 3);
    const input = {
      idempotencyKey: `matrix-${department}`,
      type,
      dataAsOf: inDays(-1),
      records: [
        rowOf('MATRIX-1', level),
        rowOf('MATRIX-2', { ...level, name: '旁人' }),
        rowOf('MATRIX-3', { ...level, decidedOn: 'yesterday' }),
      ],
    };
    const system: TestCaller = { role: 'DEPARTMENT_SYSTEM', department, area: '350800' };
    const { deliverRecords } = await as(hub, system, { purpose: 'DATA_EXCHANGE' }).request<{
      deliverRecords: { delivery: { id: string; createdCount: number; quarantinedCount: number } | null };
    }>(
      'mutation ($input: DeliverRecordsInput!) { deliverRecords(input: $input) { delivery { id createdCount quarantinedCount } userErrors { code message } } }',
      { input },
    );
    const { delivery } = deliverRecords;
    if (delivery?.createdCount !== 2 || delivery.quarantinedCount !== 1)
      throw new Error(JSON.stringify(deliverRecords));
    ids.push(delivery.id);
  }
  return ids[0] ?? '';
}

async function dispute(hub: FurnishedHub): Promise<void> {
  const citizen: TestCaller = { role: 'CITIZEN', person: target.id };
  const input = { idempotencyKey: 'matrix', recordId: `${target.id}-record-3`, reason: '与事实不符(示例)' };
  const { disputeRecord } = await as(hub, citizen, { purpose: 'SELF_ACCESS' }).request<{
    disputeRecord: { record: object | null };
  }>(
    'mutation ($input: DisputeRecordInput!) { disputeRecord(input: $input) { record { id } userErrors { code message } } }',
    { input },
  );
  if (!disputeRecord.record) throw new Error(JSON.stringify(disputeRecord));
}

/** A review of the target that was decided, with its certificate, and one that is still asked about. */
async function review(hub: FurnishedHub): Promise<Pick<Furnished, 'review' | 'subject'>> {
  const desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  const subjects = [{ kind: 'INDIVIDUAL', person: target.id }];
  await desk.requested(subjects);
  const id = await desk.requested(subjects);
  await desk.answerAll(id);
  for (const { userErrors } of [await desk.propose(id, 'OPINION'), await desk.countersign(id, approver)])
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  const subject = await desk.subject(id, examiner);
  return { review: id, subject: subject.id };
}
