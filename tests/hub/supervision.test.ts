import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import type { LedgerEntry } from '../../subgraphs/kit/ledger/entry.ts';
import { appendEntries, disclosureOf } from '../support/append-ledger.ts';
import { as, type CallOptions, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Page {
  readonly nodes: readonly { readonly accessId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
interface Supervision {
  readonly [field: string]: Page;
}
interface Reach {
  readonly supervision: {
    readonly distinctPersonsByActor: readonly {
      readonly actor: string;
      readonly roles: readonly string[];
      readonly personCount: number;
      readonly accessCount: number;
    }[];
  };
}

let hub: TestHub;
const { linMeihua, wuAnran, chenXiaoyu } = cast;
const east = { id: 'east', role: 'GRID_WORKER', area: '350802001001001' };
const west = { id: 'west', role: 'TOWNSHIP_CENTRE', area: '350881001' };
const clerk = { id: 'city', role: 'CITY_CENTRE' };
const citizen = { id: 'citizen', role: 'CITIZEN' };
beforeAll(async () => {
  hub = await startHub(createPolicy());
  const of = (person: string, access: string, content: object) =>
    disclosureOf(hub.config, person, access, { ...content });
  const intent = (access: string, actor: typeof clerk): LedgerEntry => ({
    kind: 'INTENT',
    retention: 'ACCESS',
    access,
    content: { actor },
  });
  await appendEntries(hub.config, [
    await of(linMeihua.id, 'sensitive', { actor: east }),
    await of(linMeihua.id, 'with-case', { actor: east, case: 'case-1' }),
    await of(wuAnran.id, 'mild', { actor: east, classes: ['PERSON', 'IDENTITY', 'DEMOGRAPHY', 'LOCALITY'] }),
    await of(wuAnran.id, 'sensitive-west', { actor: west, classes: ['PERSON', 'SERVICE_REGISTER'] }),
    await of(wuAnran.id, 'own', { actor: citizen, purpose: 'SELF_ACCESS', relation: 'SELF' }),
    await of(chenXiaoyu.id, 'relative', { actor: clerk, case: 'case-2', relation: 'HOUSEHOLD' }),
    await of(linMeihua.id, 'self', { actor: clerk, case: 'case-2', relation: 'SELF' }),
    intent('ended', clerk),
    intent('refused', clerk),
    intent('dangling', east),
    { kind: 'OUTCOME', retention: 'ACCESS', access: 'ended', content: { actor: clerk, result: 'ANSWERED' } },
    { kind: 'DENY', retention: 'ACCESS', access: 'refused', content: { actor: clerk, code: 'FORBIDDEN' } },
  ]);
  // What began more than a minute ago.
  await askDatabase(
    hub.config,
    "update governance.ledger_record set at = at - interval '2 minutes' where kind = 'INTENT'",
  );
  await askDatabase(
    hub.config,
    `insert into governance.break_glass (id, actor, idempotency_key, role, purpose, person_id, classes, minutes,
       reason_code, reason, opened_at, ends_at, review_due_on, reviewed_at, reviewer, is_justified)
     values ('glass-open', 'east', 'a', 'TOWNSHIP_CENTRE', 'CRISIS_RESPONSE', $1, '{CONTACT}', 10, 'LIFE_DANGER', '示例',
         now(), now() + interval '10 minutes', current_date, null, null, null),
       ('glass-reviewed', 'east', 'b', 'TOWNSHIP_CENTRE', 'CRISIS_RESPONSE', $1, '{CONTACT}', 10, 'LIFE_DANGER', '示例',
         now(), now() + interval '10 minutes', current_date, now(), 'somebody', true)`,
    [linMeihua.id],
  );
});
afterAll(() => hub.stop());

const options: CallOptions = { purpose: 'SUPERVISION_AUDIT' };
const auditor: TestCaller = { role: 'AUDITOR', sub: 'auditor' };
const county: TestCaller = { role: 'AUDITOR', sub: 'county', area: '350802' };
const period = () => ({
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
});
const askFor = async (field: string, caller = auditor, page: object = { first: 50 }): Promise<Page> => {
  const { supervision } = await as(hub, caller, options).request<{ supervision: Supervision }>(
    `query ($from: DateTime!, $to: DateTime!, $first: Int!, $after: String) { supervision(from: $from, to: $to) {
      asked: ${field}(first: $first, after: $after) { nodes { accessId } pageInfo { hasNextPage endCursor } } } }`,
    { ...period(), ...page },
  );
  return supervision['asked'] ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: '' } };
};
const accessesOf = async (field: string, caller = auditor) =>
  (await askFor(field, caller)).nodes.map(({ accessId }) => accessId).sort();
const reachOf = async (caller: TestCaller, first = 10) =>
  (
    await as(hub, caller, options).request<Reach>(
      `query ($from: DateTime!, $to: DateTime!, $first: Int!) { supervision(from: $from, to: $to) {
        distinctPersonsByActor(first: $first) { actor roles personCount accessCount } } }`,
      { ...period(), first },
    )
  ).supervision.distinctPersonsByActor;

describe('supervision', () => {
  it('finds looks at sensitive data without a case, and not a citizen’s at his own', async () => {
    expect(await accessesOf('sensitiveReadsWithoutCase')).toEqual(['sensitive', 'sensitive-west']);
  });

  it('finds looks of staff at themselves and their households', async () => {
    expect(await accessesOf('readsOfRelatives')).toEqual(['relative', 'self']);
  });

  it('finds what was begun and of which nobody knows how it ended', async () => {
    expect(await accessesOf('danglingIntents')).toEqual(['dangling']);
  });

  it('finds break-glass that nobody has reviewed', async () => {
    const { supervision } = await as(hub, auditor, options).request<{ supervision: object }>(
      `query ($from: DateTime!, $to: DateTime!) { supervision(from: $from, to: $to) {
        breakGlassUnreviewed(first: 5) { nodes { id actor reviewedAt } } } }`,
      period(),
    );
    expect(supervision).toEqual({
      breakGlassUnreviewed: { nodes: [{ id: 'glass-open', actor: 'east', reviewedAt: null }] },
    });
  });

  it('counts the different persons of each actor, the most first, and no more actors than asked', async () => {
    const all = await reachOf(auditor);
    expect(all.filter(({ actor }) => ['east', 'west', 'city', 'citizen'].includes(actor))).toEqual([
      { actor: 'city', roles: ['CITY_CENTRE'], personCount: 2, accessCount: 2 },
      { actor: 'east', roles: ['GRID_WORKER'], personCount: 2, accessCount: 3 },
      { actor: 'citizen', roles: ['CITIZEN'], personCount: 1, accessCount: 1 },
      { actor: 'west', roles: ['TOWNSHIP_CENTRE'], personCount: 1, accessCount: 1 },
    ]);
    expect(await reachOf(auditor, 1)).toHaveLength(1);
  });

  it('shows an auditor of an area only those who act in it', async () => {
    expect(await accessesOf('sensitiveReadsWithoutCase', county)).toEqual(['sensitive']);
    expect(await accessesOf('readsOfRelatives', county)).toEqual([]);
    expect((await reachOf(county)).map(({ actor }) => actor)).toEqual(['east']);
  });

  it('is paged without gaps and without doubles', async () => {
    const first = await askFor('sensitiveReadsWithoutCase', auditor, { first: 1 });
    const after = first.pageInfo.endCursor;
    const second = await askFor('sensitiveReadsWithoutCase', auditor, { first: 1, after });
    const seen = [...first.nodes, ...second.nodes].map(({ accessId }) => accessId);
    expect(seen.toSorted()).toEqual(['sensitive', 'sensitive-west']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('refuses a period that ends before it begins', async () => {
    const { from: to, to: from } = period();
    await expect(
      as(hub, auditor, options).request(
        'query ($from: DateTime!, $to: DateTime!) { supervision(from: $from, to: $to) { distinctPersonsByActor(first: 1) { actor } } }',
        { from, to },
      ),
    ).rejects.toThrow('BAD_USER_INPUT');
  });
});
