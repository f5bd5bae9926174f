import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpointFile } from '../../subgraphs/governance/ledger/checkpoint-file.ts';
import { startCheckpointer, type Checkpointer } from '../../subgraphs/governance/ledger/checkpointer.ts';
import { readHeadTable } from '../../subgraphs/governance/ledger/read-chains.ts';
import { monthsKept, retain } from '../../subgraphs/governance/ledger/retain.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { dropHalfLine, readLines, sizeOf } from '../../subgraphs/kit/witness/append-file.ts';
import { createWitness, type Witness } from '../../subgraphs/kit/witness/witness.ts';
import { createTestLedger, entryOf, type TestLedger } from '../support/evidence.ts';

let ledger: TestLedger;
let owner: string;
/** The hub's own, which goes on while commands run beside it. */
let hub: Checkpointer;
beforeEach(async () => {
  ledger = await createTestLedger([]);
  owner = ledger.urls.ownerOf('governance');
  await ledger.append([entryOf('old')], '2020-01-15T10:00:00Z');
  await ledger.append([entryOf('new')]);
  hub = startCheckpointer({
    folder: ledger.folder,
    witnesses: ['persons', 'psych'].map((name) => createWitness(name, ledger.paths.witnesses)),
    intervalMs: 3_600_000,
    log: createLog('tests'),
    clock: () => new Date(),
    readHeads: async () => Object.fromEntries(await readHeadTable(owner)),
  });
  await hub.make();
});
afterEach(() => hub.stop());

/** Ten minutes later, when everything has to be covered. */
const verifyLater = () => ledger.verify(new Date(Date.now() + 600_000));

describe('checkpoints of a hub that runs', () => {
  it('go on after a command let months go beside it', async () => {
    expect(await retain(owner, await openCheckpointFile(ledger.folder), monthsKept, new Date())).toEqual([
      'ACCESS-202001',
    ]);
    await ledger.append([entryOf('after')]);
    await hub.make();
    expect(await verifyLater()).toMatchObject({ code: 0, tampered: [], incomplete: [], witnesses: 2 });
  });

  it('go on after a command noted a restore beside it', async () => {
    const command = await openCheckpointFile(ledger.folder);
    const heads = Object.fromEntries(await readHeadTable(owner));
    await command.append({ kind: 'RESTORE', heads, reason: 'disk failure', by: 'ops-1' }, new Date());
    await ledger.append([entryOf('after')]);
    await hub.make();
    const verdict = await verifyLater();
    expect([verdict.code, verdict.tampered]).toEqual([3, []]);
    expect(verdict.incomplete).toEqual([expect.stringContaining('by ops-1: disk failure')]);
  });

  it('begin with an empty ledger, so that what comes first can be verified as soon as it is there', async () => {
    const young = await createTestLedger([]);
    await young.checkpoint();
    await young.append([entryOf('first')]);
    expect(await young.verify()).toMatchObject({ code: 0, records: 1, statements: 1, incomplete: [] });
  });

  it('are numbered one after the other, whoever makes them at once', async () => {
    const files = await Promise.all([1, 2, 3].map(() => openCheckpointFile(ledger.folder)));
    const heads = Object.fromEntries(await readHeadTable(owner));
    await Promise.all(files.map((file) => file.append({ kind: 'CHECKPOINT', heads }, new Date())));
    await hub.make();
    expect(await ledger.verify()).toMatchObject({ code: 0, tampered: [], statements: 5 });
  });

  it('take from a witness nothing that would make the file one that was tampered with', async () => {
    const honest = createWitness('grids', ledger.paths.witnesses);
    const liars = ['persons', 'nobody'].map((name): Witness => ({ ...honest, name }));
    const deaf: Witness = {
      ...honest,
      see: async (offer) => {
        const reply = await honest.see(offer);
        return reply.kind === 'seen' ? { ...reply, coSignature: { ...reply.coSignature, n: 7 } } : reply;
      },
    };
    const young = await createTestLedger([]);
    const checkpointer = startCheckpointer({
      folder: young.folder,
      witnesses: [...liars, deaf],
      intervalMs: 3_600_000,
      log: createLog('tests'),
      clock: () => new Date(),
      readHeads: async () => ({}),
    });
    await checkpointer.stop();
    expect(await readFile(young.paths.statements, 'utf8')).not.toContain('grids');
    expect(await young.verify()).toMatchObject({ code: 0, tampered: [], incomplete: [], statements: 1 });
  });

  it('stand on lines of their own, though somebody was killed while he wrote one', async () => {
    await appendFile(ledger.paths.statements, '{"statement":{"v":1,');
    await ledger.append([entryOf('after')]);
    await hub.make();
    expect(await verifyLater()).toMatchObject({ code: 0, tampered: [], incomplete: [] });
    expect(await readFile(ledger.paths.statements, 'utf8')).not.toContain('"v":1,{');
  });
});

async function linesOf(path: string, size?: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readLines(path, size)) lines.push(line);
  return lines;
}

describe('a file of checkpoints', () => {
  it('gives a witness what it has not seen, from memory or from the file, no more than asked', async () => {
    const file = await openCheckpointFile(ledger.folder);
    for (let count = 0; count < 5; count += 1)
      await file.append({ kind: 'CHECKPOINT', heads: file.fold().heads }, new Date());
    const numbers = async (n: number, most: number) =>
      (await file.after(n, most)).map(({ statement }) => statement.n);
    expect([await numbers(0, 3), await numbers(4, 9), await numbers(7, 9)]).toEqual([
      [1, 2, 3],
      [5, 6, 7],
      [],
    ]);
  });

  it('is read line by line, without a half one and not beyond where it ended', async () => {
    const path = join(ledger.folder, 'lines');
    expect(await linesOf(path)).toEqual([]);
    await writeFile(path, `${'甲'.repeat(100_000)}\n乙\n丙`);
    const lines = await linesOf(path);
    expect(lines.map((line) => line.length)).toEqual([100_000, 1]);
    await dropHalfLine(path);
    const size = await sizeOf(path);
    await appendFile(path, '丁\n');
    expect(await linesOf(path, size)).toHaveLength(2);
    expect((await linesOf(path)).at(-1)).toBe('丁');
  });
});
