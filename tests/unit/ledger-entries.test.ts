import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { createEntries, type AccessEnd, type AccessFacts } from '../../gateway/audit/entries.ts';
import { createPolicy } from '../../schema/policy.ts';
import type { WithheldEntry } from '../../schema/plan/decide-operation.ts';
import { createLedgerNames } from '../../subgraphs/kit/ledger/person-reference.ts';

const entries = createEntries(createLedgerNames(Buffer.alloc(32)));
const coordinates = (count: number) => Array.from({ length: count }, (_, index) => `Person.field${index}`);
const withheldOf = (count: number) =>
  coordinates(count).map((coordinate): WithheldEntry => ({
    coordinate,
    path: ['person', coordinate],
    class: 'IDENTITY',
    reason: 'ROLE',
    rule: 'IDN-01',
  }));
const factsOf = (granted: number, withheld: number): AccessFacts => ({
  id: 'access',
  call: {
    caller: { sub: 'clerk', role: 'GRID_WORKER', purposes: [] },
    purpose: 'SERVICE_VISIT',
    isStrict: false,
  },
  source: '{ person }',
  granted: coordinates(granted),
  classes: ['IDENTITY'],
  withheld: withheldOf(withheld),
  supergraph: 'abc',
  policy: createPolicy(),
});
const endOf = (withheld: number, masked: number): AccessEnd => ({
  result: 'ANSWERED',
  code: undefined,
  gathered: {
    withheld: withheldOf(withheld),
    masked: coordinates(masked).map((name) => ({ path: ['person', name], kind: 'NAME' })),
    disclosures: new Map(),
    consents: [],
  },
  exchanges: [],
  response: 'digest',
  ms: 1,
  now: new Date(0),
});
const digestOf = (list: readonly unknown[]) => hash('sha256', canonicalize(list) ?? '', 'base64url');

describe('a list of an entry', () => {
  it('that is whole stands alone', () => {
    const { content } = entries.intent(factsOf(500, 500));
    expect([content['granted'], content['withheld']]).toMatchObject([{ length: 500 }, { length: 500 }]);
    expect(Object.keys(content).filter((name) => name.endsWith('Cut'))).toEqual([]);
  });

  it('that is cut says how long it was, and has the digest of all of it beside it', () => {
    const { content } = entries.intent(factsOf(501, 700));
    expect([content['granted'], content['withheld']]).toMatchObject([{ length: 500 }, { length: 500 }]);
    expect(content['grantedCut']).toEqual({ length: 501, digest: digestOf(coordinates(501)) });
    const rules = coordinates(700).map((coordinate) => ({ coordinate, rule: 'IDN-01' }));
    expect(content['withheldCut']).toEqual({ length: 700, digest: digestOf(rules) });
  });

  it('is cut alike in refusals and outcomes', () => {
    expect(entries.denial(factsOf(1, 501), 'FORBIDDEN', []).content['withheldCut']).toMatchObject({
      length: 501,
    });
    expect(entries.outcome(factsOf(1, 0), endOf(600, 800)).content).toMatchObject({
      withheldCut: { length: 600 },
      maskedCut: {
        length: 800,
        digest: digestOf(coordinates(800).map((name) => ({ path: `person.${name}`, kind: 'NAME' }))),
      },
    });
  });
});
