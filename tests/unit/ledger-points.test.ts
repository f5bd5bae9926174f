import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  digestOf,
  digestOfHeads,
  noPrevious,
  signStatement,
  type Heads,
  type Statement,
} from '../../subgraphs/kit/witness/checkpoint.ts';
import { emptyFold, headsAfter } from '../../subgraphs/kit/witness/fold.ts';
import { readPoints, type Point } from '../../subgraphs/governance/ledger/checkpoint-points.ts';
import { verifyCheckpoints } from '../../subgraphs/governance/ledger/verify-checkpoints.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const hash = (text: string) => Buffer.from(text.padEnd(32, '.')).toString('hex');

type Said = Pick<Statement, 'kind' | 'heads' | 'at'> & Partial<Pick<Statement, 'parts'>>;

/** Statements one after the other, each signed and linked to the one before. */
function linesOf(said: readonly Said[]): {
  readonly lines: readonly string[];
  readonly statements: readonly Statement[];
} {
  let previous = noPrevious;
  let all: Heads = {};
  const signed = said.map((one, index) => {
    const body = { v: 1 as const, n: index + 1, previous, ...one };
    all = headsAfter(all, { ...body, all: '' });
    const made = signStatement(privateKey, { ...body, all: digestOfHeads(all) });
    previous = digestOf(made.statement);
    return made;
  });
  return {
    lines: signed.map((one) => JSON.stringify(one)),
    statements: signed.map(({ statement }) => statement),
  };
}

const months = ['202601', '202602', '202603'];
const chainsOf = (month: string) => [`ACCESS-${month}-0`, `ACCESS-${month}-1`, `INTEGRITY-${month}-0`];
const chains = months.flatMap(chainsOf);
const momentOf = (month: string, minute: number) =>
  new Date(Date.UTC(2026, Number(month.slice(4)) - 1, 1, 0, minute)).toISOString();

/** What the points are when all of them are kept: what is told of the statements, one after the other. */
function pointsByHeart(statements: readonly Statement[]): ReadonlyMap<string, ReadonlyMap<number, Point>> {
  const all = new Map(chains.map((chain) => [chain, new Map<number, Point>()]));
  let lastAt = -Infinity;
  for (const { kind, heads, parts = [], at: moment } of statements) {
    const at = Date.parse(moment);
    for (const [chain, points] of all) {
      if (parts.some((part) => chain.startsWith(`${part}-`))) points.clear();
      if (kind === 'RESTORE')
        for (const seq of points.keys()) if (seq > (heads[chain]?.seq ?? 0)) points.delete(seq);
      const head = heads[chain];
      const floor = kind === 'RESTORE' ? -Infinity : Math.min(lastAt, at);
      if (head) points.set(head.seq, { hash: head.hash, floor });
    }
    lastAt = at;
  }
  return all;
}

/** Months pass, chains grow; now and then a backup is restored, or a part goes. */
const history = fc
  .array(
    fc.record({
      kind: fc.constantFrom('CHECKPOINT', 'CHECKPOINT', 'CHECKPOINT', 'RESTORE', 'RETENTION'),
      month: fc.constantFrom(...months),
      grows: fc.subarray([0, 1, 2], { minLength: 1 }),
      back: fc.nat(3),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    let heads: Heads = emptyFold.heads;
    return steps.map(({ kind, month, grows, back }, minute): Said => {
      const at = momentOf(month, minute);
      if (kind === 'RETENTION') {
        const parts = [`ACCESS-${month}`];
        heads = Object.fromEntries(
          Object.entries(heads).filter(([chain]) => !chain.startsWith(`ACCESS-${month}-`)),
        );
        return { kind, heads: {}, parts, at };
      }
      if (kind === 'RESTORE') {
        heads = Object.fromEntries(
          Object.entries(heads).flatMap(([chain, { seq }]) =>
            seq > back
              ? [[chain, { seq: seq - back, hash: hash(`${chain} ${seq - back} after ${minute}`) }]]
              : [],
          ),
        );
        return { kind, heads, at };
      }
      const grown = Object.fromEntries(
        grows.map((index) => {
          const chain = chainsOf(month)[index] ?? '';
          const seq = (heads[chain]?.seq ?? 0) + 1 + back;
          return [chain, { seq, hash: hash(`${chain} ${seq} at ${minute}`) }] as const;
        }),
      );
      heads = { ...heads, ...grown };
      return { kind: 'CHECKPOINT', heads: grown, at };
    });
  });

describe('points of checkpoints, read beside the walk over the records', () => {
  it('are those that keeping all of them would give, whatever is restored, goes or is late', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (said) => {
        const { lines, statements } = linesOf(said);
        const report = await verifyCheckpoints(lines, publicKey, 0);
        expect(report.faults).toEqual([]);
        const { pointsOf } = readPoints(lines, report);
        const byHeart = pointsByHeart(statements);
        for (const chain of chains)
          expect([chain, await pointsOf(chain)]).toEqual([chain, byHeart.get(chain)]);
      }),
      { numRuns: 60 },
    );
  });

  const year = Array.from({ length: 12 }, (_, index) => `2026${String(index + 1).padStart(2, '0')}`);
  const minutes = 20;
  const busy = linesOf(
    year.flatMap((month) =>
      Array.from({ length: minutes }, (_, minute) => ({
        kind: 'CHECKPOINT' as const,
        at: momentOf(month, minute),
        heads: Object.fromEntries(
          chainsOf(month).map((chain) => [chain, { seq: minute + 1, hash: hash(`${chain} ${minute}`) }]),
        ),
      })),
    ),
  ).lines;

  it('are read no further than the month that is walked, so that years of them need no memory', async () => {
    const report = await verifyCheckpoints(busy, publicKey, 0);
    let read = 0;
    async function* counted() {
      for (const line of busy) {
        read += 1;
        yield line;
      }
    }
    const { pointsOf } = readPoints(counted(), report);
    for (const [index, month] of year.entries()) {
      for (const chain of chainsOf(month)) expect((await pointsOf(chain))?.size).toBe(minutes);
      expect(read).toBe((index + 1) * minutes);
    }
  });

  it('of a month that was passed are not there any more: what stands behind a later one is told as a fault', async () => {
    const report = await verifyCheckpoints(busy, publicKey, 0);
    const { pointsOf } = readPoints(busy, report);
    expect((await pointsOf('ACCESS-202605-0'))?.size).toBe(minutes);
    expect(await pointsOf('ACCESS-202604-0')).toBeNull();
    expect((await pointsOf('ACCESS-202605-1'))?.size).toBe(minutes);
  });

  it('end where the file stopped to be believed', async () => {
    const broken = busy.toSpliced(50, 1);
    const report = await verifyCheckpoints(broken, publicKey, 0);
    expect(report.statements).toBe(50);
    const { pointsOf } = readPoints(broken, report);
    expect((await pointsOf('ACCESS-202603-0'))?.size).toBe(10);
    expect((await pointsOf('ACCESS-202604-0'))?.size).toBe(0);
  });
});
