import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { departmentCount } from '../../subgraphs/integrity/domain/review/evaluate.ts';
import { scopeOf } from '../../subgraphs/integrity/domain/review/rules.ts';
import { currentRules } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { adminUrlOf, askDatabase, createTestDatabase } from '../support/database.ts';
import { freshenFeeds } from '../support/deliver-one.ts';

/**
 * After five calls on one connection PostgreSQL may plan a function's statements once for lists of any length, guess ten, and
 * loop: a hundred subjects then took 5 s instead of 0.1 s for as long as the process ran. The plans that it really used tell it:
 * one for the list at hand has the list in it, one for any has a parameter in its place.
 */
const subjectCount = 20;
const callsBefore = 12;
let connection: pg.Client;
let ids: readonly string[];
let people: readonly string[];

beforeAll(async () => {
  const config = await createTestDatabase();
  await freshenFeeds({ config });
  const living = await askDatabase<{ id: string }>(
    config,
    `select id from persons.person where death_date is null order by id limit ${subjectCount}`,
  );
  people = living.map(({ id }) => id);
  ids = people.map((_, index) => `review-plans-${String(index + 1).padStart(4, '0')}`);
  await askDatabase(
    config,
    `insert into integrity.review (id, actor, idempotency_key, request_hash, purpose, matter, legal_basis, as_of, deadline,
       rule_version, catalogue_version, requested_at, subject_count)
     values ('review-plans', 'tests', 'plans', '', 'HONOUR_PERSON', '示例', '示例', current_date, now() + interval '9 days', 2, 1,
       now(), ${subjectCount})`,
  );
  await askDatabase(
    config,
    `insert into integrity.review_subject (id, review_id, ordinal, kind, person_id, name, is_minor, case_key, state, version,
       act, actor, acted_at)
     select x.id, 'review-plans', x.place, 'INDIVIDUAL', x.person, '示例', false, sha256(convert_to(x.id, 'UTF8')), 'REQUESTED', 1,
       'SUBMIT', 'tests', now()
     from unnest($1::text[], $2::text[]) with ordinality as x(id, person, place)`,
    [ids, people],
  );
  connection = new pg.Client({ connectionString: adminUrlOf(config) });
  await connection.connect();
  await connection.query(`set search_path = integrity; analyze; load 'auto_explain'; set auto_explain.log_nested_statements = on;
    set auto_explain.log_verbose = on; set auto_explain.log_format = json; set auto_explain.log_level = notice`);
});
afterAll(() => connection.end());

const { types, since, level } = scopeOf(currentRules, 'HONOUR_PERSON', '2026-11-20');
const calls = {
  collect_answers: () => ['collect_answers($1, $2, $3, $4, $5, $5)', [ids, types, since, level, 'basis']],
  review_snapshots: () => ['review_snapshots($1, $2)', [ids, currentRules.positives]],
  identify_subjects: () => [
    'identify_subjects($1)',
    [JSON.stringify(people.map((person, ordinal) => ({ ordinal, kind: 'INDIVIDUAL', person })))],
  ],
  doubted_by_rows: () => ['doubted_by_rows($1, $2)', [ids, types]],
  open_review_cases: () => ['open_review_cases($1)', [ids.map((id) => Buffer.from(id).toString('hex'))]],
} as const satisfies Record<string, () => readonly [string, readonly unknown[]]>;

/** The plans of a call's inner statements, as the server tells them when it has run them; what is written is taken back. */
async function plansOf(
  name: keyof typeof calls,
  before: number,
  setting?: string,
): Promise<readonly string[]> {
  const [call, values] = calls[name]();
  const plans: string[] = [];
  const hear = ({ message = '' }: { readonly message?: string | undefined }): void => {
    const told: unknown = JSON.parse(message.slice(message.indexOf('{')));
    plans.push(JSON.stringify(Reflect.get(Object(told), 'Plan')));
  };
  await connection.query('begin');
  if (setting !== undefined) await connection.query(`alter function ${await signatureOf(name)} ${setting}`);
  for (let turn = 0; turn < before; turn += 1) await connection.query(`select from ${call}`, [...values]);
  await connection.query('set local auto_explain.log_min_duration = 0');
  connection.on('notice', hear);
  await connection.query(`select from ${call}`, [...values]);
  connection.off('notice', hear);
  await connection.query('rollback');
  return plans.filter((plan) => reading.test(plan));
}

/** Plans over lists; not the checks of foreign keys, which look at one row each, nor the calling statement. */
const reading = /review_subject|people_under_review|jsonb_to_recordset/;
const parameter = /\$\d/;

async function signatureOf(name: string): Promise<string> {
  const { rows } = await connection.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
     where proname = $1 and pronamespace = 'integrity'::regnamespace`,
    [name],
  );
  return rows[0]?.signature ?? '';
}

describe('functions over lists of subjects', () => {
  it.each(['review_snapshots', 'identify_subjects', 'open_review_cases', 'doubted_by_rows'] as const)(
    'are planned for the list at hand after many calls on one connection too: %s',
    async (name) => {
      const plans = await plansOf(name, callsBefore);
      expect(plans.length).toBeGreaterThan(0);
      expect(plans.filter((plan) => parameter.test(plan))).toEqual([]);
      const once = await plansOf(name, callsBefore, 'set plan_cache_mode = force_generic_plan');
      expect(once.filter((plan) => parameter.test(plan))).not.toEqual([]);
    },
  );

  it('are planned for the list at hand, but checks of foreign keys are not: collect_answers', async () => {
    const plans = await plansOf('collect_answers', callsBefore);
    const writing = plans.filter((plan) =>
      /"Operation":"Insert"[^{]*"Relation Name":"review_answer"/.test(plan),
    );
    expect(writing).toHaveLength(1);
    expect(writing.filter((plan) => parameter.test(plan))).toEqual([]);
    // Only what is written for the first time is checked.
    const checks = (await plansOf('collect_answers', 0)).filter((plan) => plan.includes('"LockRows"'));
    expect(checks.length).toBe(subjectCount * departmentCount);
    expect(parameter.test(checks.at(-1) ?? '')).toBe(true);
  });
});
