import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { subjectStates, transitions } from '../../subgraphs/integrity/domain/review/subject-state.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { askDatabase } from '../support/database.ts';
import { freshenFeeds } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { ReviewDesk } from '../support/reviews.ts';

/** What the database holds of the law of reviews, whoever asks it and whatever the code above forgets. */
let hub: TestHub;
let runtime: pg.Client;
let subjectId: string;

beforeAll(async () => {
  hub = await startHub(createPolicy());
  const urls = await deriveUrls(hub.config.databaseUrl ?? '', hub.config.runtimeUrls, hub.config.dataDir);
  runtime = new pg.Client({ connectionString: urls.runtimeOf('integrity') });
  await runtime.connect();
  await freshenFeeds(hub);
  const desk = new ReviewDesk(hub);
  const [person] = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 1`,
  );
  const reviewId = await desk.requested([{ kind: 'LEADER', person: person?.id }], { purpose: 'PROMOTION' });
  await desk.answerAll(reviewId);
  ({ id: subjectId } = await desk.subject(reviewId));
});
afterAll(async () => {
  await runtime.end();
  await hub.stop();
});

/** How the office of the whole city calls. */
const ofOffice = `set local hub.is_city = 'true'; set local hub.role = 'VETO_REVIEWER'`;

/** Runs something as the run-time role in the office's scope, and takes it back; the code of the error, or "done". */
async function tryIt(statement: string, ...values: readonly unknown[]): Promise<string> {
  await runtime.query('begin');
  try {
    await runtime.query(ofOffice);
    await runtime.query(statement, [...values]);
    return 'done';
  } catch (error) {
    return String(Reflect.get(Object(error), 'code'));
  } finally {
    await runtime.query('rollback');
  }
}
const denied = '42501';
const checked = '23514';

describe('the states of a subject in the database', () => {
  it('are those of the law, and no others', async () => {
    const rows = await askDatabase<{ act: string; from: string; to: string }>(
      hub.config,
      `select act, from_state as from, to_state as to from integrity.review_transition where from_state <> to_state
       order by act, from_state`,
    );
    const law = Object.entries(transitions).flatMap(([act, { from, to }]) =>
      from.map((state) => ({ act, from: state, to: to })),
    );
    const keyOf = ({ act, from }: { readonly act: string; readonly from: string }): string =>
      `${act} ${from}`;
    expect(rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))).toEqual(
      law.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    );
  });

  it.each(Object.keys(transitions))(
    '%s leads from AWAITING_DECISION only where the law says',
    async (act) => {
      const allowed = Object.entries(transitions).find(([name]) => name === act)?.[1];
      for (const to of subjectStates) {
        const isLegal =
          allowed?.from.some((state) => state === 'AWAITING_DECISION') === true && allowed.to === to;
        const answer = await tryIt(
          `update review_subject set state = $1, act = $2, version = version + 1 where id = $3`,
          to,
          act,
          subjectId,
        );
        expect([act, to, answer]).toEqual([act, to, isLegal ? 'done' : checked]);
      }
    },
  );

  it('never move without an event: the version grows by one with each', async () => {
    for (const step of [0, 2, -1])
      expect(
        await tryIt(
          `update review_subject set act = 'REMIND', version = version + ($1)::integer where id = $2`,
          step,
          subjectId,
        ),
      ).toBe(checked);
  });
});

describe('what happened', () => {
  it.each([
    `insert into review_event select * from review_event`,
    `update review_event set actor = 'somebody'`,
    `delete from review_event`,
    `delete from review_subject`,
    `delete from review_decision`,
    `truncate review_event`,
    `update review_transition set to_state = 'SIGNED'`,
    `insert into review_transition values ('PASS', 'COLLECTING', 'SIGNED')`,
    `alter table review_event disable trigger all`,
  ])('is not changed by the register itself: %s', async (statement) => {
    expect(await tryIt(statement)).toBe(denied);
  });

  it('is not changed by the tables’ owner either, unless all of it goes', async () => {
    const urls = await deriveUrls(hub.config.databaseUrl ?? '', new Map(), hub.config.dataDir);
    const owner = new pg.Client({ connectionString: urls.ownerOf('integrity') });
    await owner.connect();
    await expect(owner.query(`update review_event set actor = 'somebody'`)).rejects.toThrow('never changed');
    await expect(owner.query(`delete from review_event`)).rejects.toThrow('never changed');
    await owner.end();
  });
});

describe('a decision in the database', () => {
  const propose = `insert into review_decision (id, review_subject_id, outcome, reason, meeting_reference, missing, proposed_by,
    proposed_role, proposed_at) values ('d', $1, $2, 'r', 'm', '{}', 'somebody', 'VETO_REVIEWER', now())`;

  it.each([
    ['NO_VETO', 'done'],
    ['DEFER', 'done'],
    ['VETO', checked],
    ['PROVISIONAL', checked],
    ['OPINION', checked],
  ])('on a leader who passes may be %s: %s', async (outcome, answer) => {
    expect(await tryIt(propose, subjectId, outcome)).toBe(answer);
  });

  it('is not countersigned by who proposed it, and a veto takes effect on none without one', async () => {
    expect(
      await tryIt(`with made as (${propose} returning id) select * from made`, subjectId, 'NO_VETO'),
    ).toBe('done');
    await runtime.query('begin');
    await runtime.query(ofOffice);
    await runtime.query(propose, [subjectId, 'NO_VETO']);
    await expect(
      runtime.query(
        `update review_decision set countersigned_by = 'somebody', countersigned_at = now() where id = 'd'`,
      ),
    ).rejects.toThrow('check constraint');
    await runtime.query('rollback');
    expect(
      await tryIt(`select impose_veto($1, 'v', 'T3', '2026-11-20', 'm', '2027-11-20', 'a')`, subjectId),
    ).toBe(checked);
  });
});
