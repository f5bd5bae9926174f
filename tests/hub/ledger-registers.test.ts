import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { freshenFeeds } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { recordsOf, referenceOf, type LedgerBody } from '../support/ledger.ts';
import { departmentReviewer, examiner, ReviewDesk } from '../support/reviews.ts';

let hub: TestHub;
let desk: ReviewDesk;
let person: string;
let reviewId: string;
beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  const [somebody] = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.grid_code like '350802%'
       and p.birth_date between '1960-01-01' and '2000-01-01' order by p.id limit 1`,
  );
  person = somebody?.id ?? '';
  reviewId = await desk.requested([{ kind: 'LEADER', person, post: '主要负责人' }], { purpose: 'PROMOTION' });
});
afterAll(() => hub.stop());

/** Whom something was shown of, and of which classes. */
async function disclosedBy(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const records: readonly LedgerBody[] = await recordsOf(hub.config, work);
  return records
    .filter(({ kind }) => kind === 'DISCLOSURE')
    .map(({ person: reference, classes }) => ({ reference, classes }));
}

describe('a disclosure of whom a register of its own tells, though nobody asks for the person', () => {
  it.each([
    ['state person { id }', ['REVIEW']],
    ['name', ['REVIEW_NAME']],
    ['answers { state }', ['REVIEW_ANSWER']],
    ['name proposal findings { rule }', ['REVIEW_NAME', 'REVIEW_RESULT']],
  ])('is written of the subject of a review: %s', async (fields, classes) => {
    const query = `query ($id: ID!) { review(id: $id) { subjects(first: 5) { nodes { ${fields} } } } }`;
    expect(await disclosedBy(() => desk.ask(examiner, query, { id: reviewId }))).toEqual([
      { reference: await referenceOf(hub.config, person), classes },
    ]);
  });

  it('is written of whom a department is asked about', async () => {
    const query = '{ reviewTasks(first: 5) { nodes { subject { name } answer { state } } } }';
    expect(await disclosedBy(() => desk.ask(departmentReviewer('D02'), query, {}))).toEqual([
      {
        reference: await referenceOf(hub.config, person),
        classes: ['REVIEW', 'REVIEW_ANSWER', 'REVIEW_NAME'],
      },
    ]);
  });

  it('is written of whom a glass was broken for', async () => {
    const opener = { role: 'TOWNSHIP_CENTRE', sub: 'opener', area: '350881', authMethods: ['otp'] } as const;
    const input = {
      idempotencyKey: 'glass-1',
      person: cast.ouyangShuqin.id,
      classes: ['IDENTITY'],
      minutes: 5,
      reasonCode: 'LIFE_DANGER',
      reason: '示例',
    };
    const opened = await as(hub, opener, { purpose: 'CRISIS_RESPONSE', caseReference: 'crisis-1' }).request(
      'mutation ($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(opened).toEqual({ openBreakGlass: { userErrors: [] } });
    const query = '{ breakGlasses(first: 5) { nodes { person { id } } } }';
    const auditor = as(hub, { role: 'AUDITOR', sub: 'auditor' }, { purpose: 'SUPERVISION_AUDIT' });
    expect(await disclosedBy(() => auditor.request(query))).toEqual([
      { reference: await referenceOf(hub.config, cast.ouyangShuqin.id), classes: ['BREAK_GLASS'] },
    ]);
  });
});

it('a page of records of several classes is a disclosure of each of them', async () => {
  const me = as(
    hub,
    { role: 'CITIZEN', sub: 'citizen', person: cast.linMeihua.id },
    { purpose: 'SELF_ACCESS' },
  );
  const query = '{ me { integrity { records(first: 5) { nodes { title } } } } }';
  expect(await disclosedBy(() => me.request(query))).toEqual([
    {
      reference: await referenceOf(hub.config, cast.linMeihua.id),
      classes: ['CREDIT_POSITIVE', 'CREDIT_PUBLIC', 'CREDIT_RESTRICTED', 'PERSON'],
    },
  ]);
});
