import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { appendEntries, disclosureOf } from '../support/append-ledger.ts';
import { as, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { readLedger, recordsOf, referenceOf } from '../support/ledger.ts';

interface Event {
  readonly kind: string;
  readonly accessId: string;
  readonly actor: { readonly id: string; readonly areaCode: string | null } | null;
  readonly personReference: string | null;
  readonly chain: string;
  readonly seq: number;
}
interface Events {
  readonly nodes: readonly Event[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let hub: TestHub;
const { linMeihua, wuAnran } = cast;
const eastGate = { id: 'worker-east', role: 'GRID_WORKER', area: '350802001001001' };
const elsewhere = { id: 'worker-west', role: 'GRID_WORKER', area: '350881001001001' };
const reviewer = { id: 'reviewer', role: 'DEPARTMENT_REVIEWER', department: 'D33' };
beforeAll(async () => {
  hub = await startHub(createPolicy());
  const of = (person: string, access: string, content: object) =>
    disclosureOf(hub.config, person, access, { ...content });
  await appendEntries(hub.config, [
    await of(linMeihua.id, 'one', { actor: eastGate, case: 'case-7' }),
    await of(wuAnran.id, 'two', { actor: elsewhere, classes: ['CREDIT_PUBLIC'] }),
    await of(wuAnran.id, 'three', { actor: reviewer, purpose: 'INTEGRITY_REVIEW' }),
    {
      kind: 'OUTCOME',
      retention: 'ACCESS',
      access: 'one',
      content: { actor: eastGate, result: 'FAILED', code: 'INTERNAL' },
    },
    { kind: 'DENY', retention: 'ACCESS', access: 'four', content: { actor: elsewhere, code: 'FORBIDDEN' } },
    {
      kind: 'EVENT',
      retention: 'ACCESS',
      access: 'five',
      content: { event: 'CONSENT_GRANTED', subject: 'c' },
    },
  ]);
});
afterAll(() => hub.stop());

const supervision: CallOptions = { purpose: 'SUPERVISION_AUDIT' };
const auditor: TestCaller = { role: 'AUDITOR', sub: 'auditor' };
const accessEvents = `query ($filter: AccessEventFilterInput, $first: Int!, $after: String) {
  accessEvents(filter: $filter, first: $first, after: $after) {
    nodes {
      kind at accessId actor { id role areaCode department { code name } } system purpose case classes result code event
      personReference chain seq
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const eventsOf = async (filter: object, caller = auditor, page: object = { first: 50 }): Promise<Events> =>
  (await as(hub, caller, supervision).request<{ accessEvents: Events }>(accessEvents, { filter, ...page }))
    .accessEvents;
const accessesOf = async (filter: object, caller = auditor): Promise<readonly string[]> =>
  (await eventsOf(filter, caller)).nodes.map(({ accessId }) => accessId);

describe('the ledger', () => {
  it.each([
    ['an auditor with another purpose', auditor, 'INTEGRITY_REVIEW'],
    ['the city’s centre', { role: 'CITY_CENTRE' }, 'SUPERVISION_AUDIT'],
    ['a reviewer', { role: 'DEPARTMENT_REVIEWER', department: 'D36' }, 'SUPERVISION_AUDIT'],
    ['a citizen', { role: 'CITIZEN', person: linMeihua.id }, 'SELF_ACCESS'],
  ] as const)('is not shown to %s', async (_who, caller, purpose) => {
    const client = as(hub, caller, { purpose });
    expect(await client.request('{ accessEvents(first: 5) { nodes { kind } } }')).toEqual({
      accessEvents: null,
    });
    expect(
      await client.request(
        '{ supervision(from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { danglingIntents(first: 1) { nodes { kind } } } }',
      ),
    ).toEqual({ supervision: null });
  });

  it('is not asked about a class, a person or a case by who may not see it', async () => {
    await expect(eventsOf({ actor: eastGate.id }, { role: 'CITY_CENTRE' })).resolves.toBeNull();
  });

  it.each([
    ['actor', { actor: eastGate.id }, ['one', 'one']],
    ['case', { case: 'case-7' }, ['one']],
    ['class', { dataClass: 'CREDIT_PUBLIC' }, ['two']],
    ['kind', { kind: 'DENY' }, ['four']],
    ['person', { person: wuAnran.id }, ['three', 'two']],
    ['person and class', { person: wuAnran.id, dataClass: 'IDENTITY' }, ['three']],
    ['a person of whom nothing was shown', { person: 'nobody' }, []],
    ['a time before it began', { to: '2020-01-01T00:00:00Z' }, []],
  ])('is asked by %s', async (_what, filter, accesses) => {
    expect([...(await accessesOf(filter))].sort()).toEqual([...accesses].sort());
  });

  it('tells what is known of an access, and a person by reference only', async () => {
    const [event] = (await eventsOf({ case: 'case-7' })).nodes;
    expect(event).toMatchObject({
      kind: 'DISCLOSURE',
      actor: { id: eastGate.id, role: 'GRID_WORKER', areaCode: eastGate.area, department: null },
      purpose: 'SERVICE_VISIT',
      case: 'case-7',
      classes: ['IDENTITY', 'CONTACT'],
      personReference: await referenceOf(hub.config, linMeihua.id),
      chain: expect.stringMatching(/^ACCESS-\d{6}-[0-3]$/),
      seq: expect.any(Number),
    });
    expect((await eventsOf({ actor: reviewer.id })).nodes[0]?.actor).toMatchObject({
      department: { code: 'D33', name: '市市场监督管理局' },
    });
    expect((await eventsOf({ actor: eastGate.id, kind: 'OUTCOME' })).nodes).toMatchObject([
      { result: 'FAILED', code: 'INTERNAL' },
    ]);
    expect((await eventsOf({ kind: 'EVENT' })).nodes).toMatchObject([
      { event: 'CONSENT_GRANTED', actor: null },
    ]);
  });

  it('shows an auditor of an area those who act in it, and nobody else', async () => {
    const county: TestCaller = { role: 'AUDITOR', area: '350802', sub: 'county-auditor' };
    expect(await accessesOf({ person: linMeihua.id }, county)).toEqual(['one']);
    expect(await accessesOf({ person: wuAnran.id }, county)).toEqual([]);
    const all = (await eventsOf({}, county)).nodes;
    expect(all.filter(({ actor }) => !actor?.areaCode?.startsWith('350802'))).toEqual([]);
  });

  it('writes down that it was read', async () => {
    await eventsOf({ person: linMeihua.id }, { ...auditor, sub: 'curious' });
    const own = (await readLedger(hub.config)).filter(({ ['actor']: actor }) =>
      JSON.stringify(actor ?? null).includes('curious'),
    );
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['INTENT', 'OUTCOME']));
    expect(own[0]?.['classes']).toContain('LEDGER');
  });

  it('tells a person whose accesses were asked for that they were, and nobody who is only met in them', async () => {
    const asking: TestCaller = { ...auditor, sub: 'inquirer' };
    const told = async (work: () => Promise<unknown>) =>
      (await recordsOf(hub.config, work)).filter(({ kind }) => kind === 'DISCLOSURE');
    expect(await told(() => eventsOf({ case: 'case-7' }, asking))).toEqual([]);
    for (const filter of [{ person: linMeihua.id }, { person: linMeihua.id, to: '2020-01-01T00:00:00Z' }]) {
      const disclosures = await told(() => eventsOf(filter, asking));
      expect(disclosures).toEqual([
        expect.objectContaining({
          person: await referenceOf(hub.config, linMeihua.id),
          actor: expect.objectContaining({ id: 'inquirer' }),
          classes: ['LEDGER'],
          departments: ['D36'],
        }),
      ]);
      expect(disclosures[0]).not.toHaveProperty('mentioned');
    }
    const citizen = as(hub, { role: 'CITIZEN', person: linMeihua.id }, { purpose: 'SELF_ACCESS' });
    const log = await citizen.request(
      `{ myAccessLog(from: "2026-01-01T00:00:00Z", to: "2040-01-01T00:00:00Z", first: 1) {
        entries { nodes { role purpose dataClasses legalBasis } } } }`,
    );
    expect(log).toMatchObject({
      myAccessLog: {
        entries: {
          nodes: [
            {
              role: 'AUDITOR',
              purpose: 'SUPERVISION_AUDIT',
              dataClasses: ['LEDGER'],
              legalBasis: expect.stringContaining('PIPL 54'),
            },
          ],
        },
      },
    });
  });

  it('is paged without gaps and without doubles over all chains, while it grows by each page', async () => {
    await appendEntries(
      hub.config,
      Array.from({ length: 23 }, (_, index) => ({
        kind: 'DENY' as const,
        retention: index % 2 === 0 ? ('ACCESS' as const) : ('INTEGRITY' as const),
        access: `paged-${index}`,
        content: { actor: { id: 'paged', role: 'GRID_WORKER' }, code: 'FORBIDDEN' },
      })),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const events: Events = await eventsOf({ from: '2020-01-01T00:00:00Z', actor: 'paged' }, auditor, {
        first: 5,
        after,
      });
      expect(events.nodes.length).toBeLessThanOrEqual(5);
      seen.push(...events.nodes.map(({ chain, seq }) => `${chain} ${seq}`));
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    expect(new Set(seen.map((place) => place.split(' ')[0])).size).toBeGreaterThan(3);
  });
});
