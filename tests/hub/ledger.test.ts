import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { readLedger, recordsOf, referenceOf, type LedgerBody } from '../support/ledger.ts';
import { operationOf } from '../support/operations.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenGuoqiang } = cast;
const portrait = operationOf('portrait');
const worker: TestCaller = { role: 'GRID_WORKER', sub: 'worker-1', area: linMeihua.gridCode ?? '' };
const centre: TestCaller = { role: 'COUNTY_CENTRE', sub: 'centre-1', area: '350802' };

async function ask(
  caller: TestCaller,
  query: string,
  variables: Readonly<Record<string, unknown>> = { id: linMeihua.id },
  options: CallOptions = { purpose: 'SERVICE_VISIT' },
) {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer: answer as { data?: unknown; errors?: readonly unknown[] } };
}

const withCase: CallOptions = { purpose: 'SERVICE_VISIT', caseReference: 'visit-1' };

const kinds = (records: readonly LedgerBody[]) => records.map(({ kind }) => kind).sort();
const the = (records: readonly LedgerBody[], kind: string): LedgerBody | undefined =>
  records.find((record) => record.kind === kind);

describe('a portrait in the ledger', () => {
  it('is an intent, an outcome and a disclosure of one access, each with who, for what and on which case', async () => {
    const options = { purpose: 'SERVICE_VISIT', caseReference: '走访-2026-7' } as const;
    const records = await recordsOf(hub.config, () => ask(worker, portrait, undefined, options));
    const own = await referenceOf(hub.config, linMeihua.id);
    expect(new Set(records.map(({ access }) => access)).size).toBe(1);
    for (const record of records) {
      expect(record).toMatchObject({
        actor: { id: 'worker-1', role: 'GRID_WORKER', area: linMeihua.gridCode },
        purpose: 'SERVICE_VISIT',
        case: '走访-2026-7',
      });
    }
    expect(the(records, 'INTENT')).toMatchObject({
      granted: expect.arrayContaining(['Person.name', 'Query.person']),
      withheld: expect.arrayContaining([
        { coordinate: 'Person.idNumber', rule: expect.stringMatching(/^IDF-/) },
      ]),
    });
    expect(records.filter(({ kind, person }) => kind === 'DISCLOSURE' && person === own)).toEqual([
      expect.objectContaining({
        classes: expect.arrayContaining(['IDENTITY', 'LOCALITY', 'PERSON']),
        basis: expect.arrayContaining([expect.stringContaining('PIPL')]),
        departments: expect.arrayContaining(['D10']),
      }),
    ]);
  });

  it('tells of every department whether it answered, by which ticket and with what', async () => {
    const records = await recordsOf(hub.config, () => ask(centre, portrait));
    const outcome = the(records, 'OUTCOME');
    expect(outcome).toMatchObject({ result: 'ANSWERED', response: expect.stringMatching(/^[\w-]{43}$/) });
    const sources = outcome?.['sources'] as readonly Record<string, unknown>[];
    expect(sources.map(({ subgraph }) => subgraph)).toContain('persons');
    for (const source of sources) {
      expect(source).toMatchObject({
        state: 'ANSWERED',
        ticket: expect.stringMatching(/^[0-9a-f-]{36}$/),
        response: expect.stringMatching(/^[\w-]{43}$/),
        department: expect.stringMatching(/^D\d\d$/),
      });
    }
  });

  it('tells of those who were only met in the household that they were', async () => {
    const records = await recordsOf(hub.config, () => ask(centre, portrait, undefined, withCase));
    const of = async (id: string) => {
      const reference = await referenceOf(hub.config, id);
      return records.find(({ kind, person }) => kind === 'DISCLOSURE' && person === reference);
    };
    expect(await of(chenGuoqiang.id)).toMatchObject({ mentioned: true });
    expect(await of(linMeihua.id)).not.toHaveProperty('mentioned');
  });
});

describe('a list in the ledger', () => {
  it('is one disclosure for each person shown, and for nobody else', async () => {
    const query = `query ($ids: [ID!]!) { persons(ids: $ids) { id name } }`;
    const ids = [linMeihua.id, chenGuoqiang.id, 'nobody', cast.chenZhiyuan.id];
    const records = await recordsOf(hub.config, () => ask(worker, query, { ids }));
    const expected = await Promise.all(
      [linMeihua.id, chenGuoqiang.id].map((id) => referenceOf(hub.config, id)),
    );
    const disclosed = records.filter(({ kind }) => kind === 'DISCLOSURE').map(({ person }) => person);
    expect(disclosed.sort()).toEqual(expected.sort());
    expect(the(records, 'OUTCOME')).toMatchObject({ persons: 2 });
  });

  it('counts whom only an id was told of', async () => {
    const records = await recordsOf(hub.config, () =>
      ask(worker, '{ person(id: "cast-lin-meihua") { id } }', {}),
    );
    expect(kinds(records)).toEqual(['DISCLOSURE', 'INTENT', 'OUTCOME']);
    expect(the(records, 'DISCLOSURE')).toMatchObject({ classes: ['PERSON'] });
  });

  it('counts whom only a number was looked up of, or a cursor given', async () => {
    const reviewer: TestCaller = { role: 'VETO_REVIEWER', sub: 'veto-reviewer' };
    const lookup = 'query ($n: String!) { personByIdNumber(idNumber: $n) { __typename } }';
    const search = '{ searchPersons(input: { name: "林美华" }, first: 5) { edges { cursor } } }';
    const asked = [
      () =>
        ask(
          reviewer,
          lookup,
          { n: linMeihua.idNumber },
          { purpose: 'INTEGRITY_REVIEW', caseReference: 'case-1' },
        ),
      () => ask(worker, search),
    ];
    for (const work of asked) {
      const records = await recordsOf(hub.config, work);
      expect(the(records, 'DISCLOSURE')).toMatchObject({
        classes: ['PERSON'],
        person: await referenceOf(hub.config, linMeihua.id),
      });
    }
  });

  it('is no disclosure of whom nothing was shown', async () => {
    const records = await recordsOf(hub.config, () => ask(worker, portrait, { id: cast.chenZhiyuan.id }));
    expect(kinds(records)).toEqual(['INTENT', 'OUTCOME']);
  });
});

describe('a refusal in the ledger', () => {
  it.each<readonly [string, string, CallOptions, string]>([
    [
      'for what is withheld, asked as all or nothing',
      portrait,
      { purpose: 'SERVICE_VISIT', mode: 'strict' },
      'FORBIDDEN',
    ],
    [
      'of an act',
      'mutation { withdrawConsent(input: { consentId: "c" }) { userErrors { code } } }',
      { purpose: 'SERVICE_VISIT' },
      'FORBIDDEN',
    ],
  ])('%s is written down, with nobody disclosed', async (_what, query, options, code) => {
    const variables = query === portrait ? { id: linMeihua.id } : {};
    const records = await recordsOf(hub.config, () => ask(worker, query, variables, options));
    expect(kinds(records)).toEqual(['DENY']);
    expect(records[0]).toMatchObject({ code, actor: { id: 'worker-1' } });
  });

  it('of a purpose that the token has not', async () => {
    const caller: TestCaller = { ...worker, purposes: ['SERVICE_VISIT'] };
    const records = await recordsOf(hub.config, () =>
      ask(caller, portrait, undefined, { purpose: 'INTEGRITY_REVIEW' }),
    );
    expect(records).toEqual([expect.objectContaining({ kind: 'DENY', code: 'FORBIDDEN' })]);
  });

  it('by a record, asked as all or nothing, is an outcome without disclosures', async () => {
    const reviewer: TestCaller = { role: 'VETO_REVIEWER', sub: 'reviewer-1', person: chenGuoqiang.id };
    const query =
      'query ($id: ID!) { person(id: $id) { name integrity { records(first: 5) { nodes { title } } } } }';
    const records = await recordsOf(hub.config, () =>
      ask(reviewer, query, undefined, {
        purpose: 'INTEGRITY_REVIEW',
        caseReference: 'review-1',
        mode: 'strict',
      }),
    );
    expect(kinds(records)).toEqual(['INTENT', 'OUTCOME']);
    expect(the(records, 'OUTCOME')).toMatchObject({ result: 'REFUSED', code: 'FORBIDDEN', persons: 0 });
  });
});

describe('a ledger that cannot be written', () => {
  const shut = () => askDatabase(hub.config, 'revoke usage on schema governance from governance_writer');
  const open = () => askDatabase(hub.config, 'grant usage on schema governance to governance_writer');

  it('lets nothing of anybody out, and open data for a while, of which nothing is lost', async () => {
    await shut();
    try {
      const { status, answer } = await ask(centre, portrait);
      expect(JSON.stringify(answer)).not.toContain(linMeihua.name);
      expect([status, answer.data ?? null]).toEqual([200, null]);
      expect(answer.errors).toEqual([
        expect.objectContaining({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }),
      ]);
      const departments = await ask(centre, '{ departments { code } }', {});
      expect(departments.answer).toHaveProperty('data.departments');
    } finally {
      await open();
    }
    const records = await recordsOf(hub.config, () => ask(centre, '{ departments { name } }', {}));
    expect(kinds(records)).toEqual(['INTENT', 'INTENT', 'OUTCOME', 'OUTCOME']);
    // Two could be written only when the ledger was there again, and say when they happened.
    const late = records.filter((record) => 'happenedAt' in record);
    expect(kinds(late)).toEqual(['INTENT', 'OUTCOME']);
    const auditor: TestCaller = { role: 'AUDITOR', sub: 'auditor-1' };
    const { answer } = await ask(
      auditor,
      '{ accessEvents(filter: { actor: "centre-1" }, first: 4) { nodes { accessId at happenedAt } } }',
      {},
      { purpose: 'SUPERVISION_AUDIT' },
    );
    const events = Reflect.get(Object(answer.data), 'accessEvents').nodes as readonly Record<
      string,
      string
    >[];
    expect(events).toHaveLength(4);
    for (const { accessId, at = '', happenedAt = '' } of events) {
      const isLate = late.some(({ access }) => access === accessId);
      expect([accessId, happenedAt < at]).toEqual([accessId, isLate]);
      if (isLate)
        expect(late.map((record) => record['happenedAt'])).toContain(new Date(happenedAt).toISOString());
    }
  });
});

describe('the ledger', () => {
  it('holds nothing personal: no name, number, telephone, address or id of anybody', async () => {
    await ask(centre, 'query ($n: String!) { personByIdNumber(idNumber: $n) { name mobile } }', {
      n: linMeihua.idNumber,
    });
    await ask(centre, `{ searchPersons(filter: { name: "林" }, first: 20) { nodes { name } } }`, {});
    const people = await askDatabase<Record<string, string | null>>(
      hub.config,
      'select id, name, mobile, id_number, residence_address from persons.person',
    );
    const written = (await readLedger(hub.config)).map((record) => JSON.stringify(record)).join('\n');
    const values = people.flatMap((row) => Object.values(row)).filter((value) => (value?.length ?? 0) > 1);
    expect(values.length).toBeGreaterThan(10_000);
    const own = [linMeihua.id, linMeihua.name, linMeihua.idNumber, ...values];
    expect(own.filter((value) => written.includes(String(value)))).toEqual([]);
  });
});

describe('an inquiry that telling at once would defeat', () => {
  it('is written down like any other, with the day from which it is told', async () => {
    const auditor: TestCaller = { role: 'AUDITOR', sub: 'auditor-1' };
    const query = 'query ($id: ID!) { person(id: $id) { name } }';
    const read = (caseReference?: string) =>
      recordsOf(hub.config, () =>
        ask(auditor, query, undefined, { purpose: 'SUPERVISION_AUDIT', caseReference }),
      );
    const soon = Date.now() + 29 * 86_400_000;
    const late = the(await read('inquiry-1'), 'DISCLOSURE');
    expect(late).toMatchObject({ rules: expect.arrayContaining(['IDN-12']) });
    expect(Date.parse(String(late?.['delayedUntil']))).toBeGreaterThan(soon);
    expect(the(await read(), 'DISCLOSURE')).not.toHaveProperty('delayedUntil');
  });
});
