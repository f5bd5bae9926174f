import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTicket, signTicket, writeClaims, type TicketClaims } from '../../subgraphs/kit/ticket.ts';
import { createUsedTickets } from '../../subgraphs/kit/used-tickets.ts';

const key = Buffer.alloc(32, 'key of persons');
const otherKey = Buffer.alloc(32, 'key of psych');
const body = Buffer.from('{"query":"{ person(id: \\"a\\") { name } }","variables":{}}');
const now = Date.UTC(2026, 10, 23, 10);

const claims: TicketClaims = {
  caller: { sub: 'zheng', role: 'GRID_WORKER', purposes: ['SERVICE_VISIT'], area: '350802001001001' },
  purpose: 'SERVICE_VISIT',
  caseReference: '走访/2026-7',
  grants: ['KEY', 'IDENTITY'],
  policy: 'p',
  supergraph: 's',
  requestId: 'req-1',
};
const ticket = signTicket(key, 'persons', writeClaims(claims), body, now);
const [header = '', payload = '', signature = ''] = ticket.split('.');

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const signed = (head: string, claimed: unknown, secret = key): string => {
  const text = `${head}.${encode(claimed)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

const forged: readonly (readonly [string, string | undefined])[] = [
  ['none', undefined],
  ['an empty one', ''],
  ['a word', 'ticket'],
  ['one without a signature', `${header}.${payload}.`],
  ['one of four parts', `${ticket}.x`],
  ['one of another key', signed(header, decode(payload), otherKey)],
  ['alg none', `${encode({ alg: 'none' })}.${payload}.`],
  ['alg none with the old signature', `${encode({ alg: 'none' })}.${payload}.${signature}`],
  ['another algorithm under the right key', signed(encode({ alg: 'HS512', typ: 'JWT' }), decode(payload))],
  ['a key of the sender’s choosing', signed(encode({ alg: 'HS256', jwk: {} }), decode(payload))],
  ['changed claims', `${header}.${encode({ ...decode(payload), purpose: 'CRISIS_RESPONSE' })}.${signature}`],
  ['another audience', signed(header, { ...decode(payload), aud: 'psych' })],
  [
    'an unknown role',
    signed(header, { ...decode(payload), caller: { sub: 'x', role: 'KING', purposes: [] } }),
  ],
  ['an unknown purpose', signed(header, { ...decode(payload), purpose: 'FUN' })],
  ['a life longer than 30 s', signed(header, { ...decode(payload), exp: now / 1000 + 3_600 })],
  ['no grants', signed(header, { ...decode(payload), grants: undefined })],
  ['null', signed(header, null)],
];

describe('a ticket', () => {
  it.each(forged)('that is %s is not taken', (_what, given) => {
    expect(readTicket(key, 'persons', given, body, now)).toBeNull();
  });

  it('is bound to its body: one byte more and it is none', () => {
    const swapped = Buffer.from(body.toString().replace('a\\"', 'b\\"'));
    expect(readTicket(key, 'persons', ticket, swapped, now)).toBeNull();
    expect(readTicket(key, 'persons', ticket, Buffer.concat([body, Buffer.from(' ')]), now)).toBeNull();
  });

  it('is for one subgraph', () => {
    expect(readTicket(key, 'psych', ticket, body, now)).toBeNull();
    expect(readTicket(otherKey, 'persons', ticket, body, now)).toBeNull();
  });

  it('ends after 30 s, with 5 s for clocks that differ, and does not begin in the future', () => {
    const at = (seconds: number) => readTicket(key, 'persons', ticket, body, now + seconds * 1_000);
    expect([at(-6), at(36)]).toEqual([null, null]);
    expect([at(-4)?.purpose, at(0)?.purpose, at(34)?.purpose]).toEqual(Array(3).fill('SERVICE_VISIT'));
  });

  it('says what it was given', () => {
    expect(readTicket(key, 'persons', ticket, body, now)).toMatchObject(claims);
  });

  it('is another each time', () => {
    const jtis = [1, 2].map(() => {
      const made = signTicket(key, 'persons', writeClaims(claims), body, now);
      return readTicket(key, 'persons', made, body, now)?.jti;
    });
    expect(new Set(jtis).size).toBe(2);
  });

  it('survives no change of any byte', () => {
    fc.assert(
      fc.property(fc.nat(ticket.length - 1), fc.constantFrom(...'Aa0_-.Z9'), (at, letter) => {
        const changed = ticket.slice(0, at) + letter + ticket.slice(at + 1);
        const bits = Buffer.from(changed.split('.')[2] ?? '', 'base64url').toString('hex');
        const isSame =
          changed.startsWith(`${header}.${payload}.`) &&
          bits === Buffer.from(signature, 'base64url').toString('hex');
        expect(readTicket(key, 'persons', changed, body, now) === null).toBe(!isSame);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('used tickets', () => {
  it('are not taken again while they could still be valid', () => {
    const used = createUsedTickets();
    expect(used.take('a', now)).toBe(true);
    for (const seconds of [0, 10, 34, 59, 61, 90])
      expect([seconds, used.take('a', now + seconds * 1_000)]).toEqual([seconds, false]);
  });

  it('are not let in when no more can be remembered, until there is room again', () => {
    const used = createUsedTickets(2);
    expect(['a', 'b', 'c'].map((jti) => used.take(jti, now))).toEqual([true, true, false]);
    expect(used.take('c', now + 61_000)).toBe(true);
  });
});
