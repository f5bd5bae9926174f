import { cp } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askDatabase } from '../support/database.ts';
import { createTestLedger, entryOf, type TestLedger } from '../support/evidence.ts';
import { start } from '../support/processes.ts';
import { sealOf, verifyChains, type ChainRow } from '../../subgraphs/governance/ledger/verify-chains.ts';

let ledger: TestLedger;
/** A chain that has records on both sides of a checkpoint. */
let chain: string;

beforeEach(async () => {
  ledger = await createTestLedger();
  await ledger.append(Array.from({ length: 40 }, (_, index) => entryOf(`before-${index}`)));
  await ledger.checkpoint();
  await ledger.append(Array.from({ length: 40 }, (_, index) => entryOf(`after-${index}`)));
  const [row] = await askDatabase<{ chain: string }>(
    ledger.config,
    'select chain from governance.ledger_record group by chain having max(seq) > 12 order by chain limit 1',
  );
  chain = row?.chain ?? '';
});

const record = 'governance.ledger_record';
const at = (seq: number) => `where chain = '${chain}' and seq = ${seq}`;

/** The links of a chain from a record on, made anew by somebody who can write the table and knows how they are made. */
async function relink(from: number): Promise<void> {
  const rows = await askDatabase<{ seq: string; at: Date; prev: Buffer; hash: Buffer; body: Buffer }>(
    ledger.config,
    `select * from ${record} where chain = $1 order by seq`,
    [chain],
  );
  let prev = '0'.repeat(64);
  for (const row of rows) {
    const seq = Number(row.seq);
    const made = { at: row.at, body: row.body.toString('utf8'), chain, prev, seq };
    const hash = seq < from ? row.hash.toString('hex') : sealOf(made);
    if (seq >= from)
      await ledger.tamper(`update ${record} set prev = '\\x${prev}', hash = '\\x${hash}' ${at(seq)}`);
    prev = hash;
  }
  const last = rows.length;
  await ledger.tamper(
    `update governance.ledger_head set seq = ${last}, hash = '\\x${prev}' where chain = '${chain}'`,
  );
}

const run = (...flags: readonly string[]) =>
  start(['node', 'subgraphs/governance/audit-verify.ts', ...flags], {
    DATABASE_URL: ledger.config.databaseUrl ?? '',
    HUB_DATA_DIR: ledger.config.dataDir,
    LEDGER_EVIDENCE_DIR: ledger.folder,
    LOG_LEVEL: 'silent',
  });

describe('a ledger that nobody touched', () => {
  it('is clean, also with records that no checkpoint has covered yet', async () => {
    expect(await ledger.verify()).toMatchObject({
      code: 0,
      records: 80,
      chains: 4,
      // The second says under which keys the witnesses sign.
      statements: 2,
      witnesses: 2,
    });
    const { ended, output } = run();
    expect(await ended).toBe(0);
    expect(output()).toContain('The ledger is clean: 80 records');
  });

  it('says so with nothing of the hub but the database, a file and a key', async () => {
    const copy = `${ledger.folder}-elsewhere.jsonl`;
    await cp(ledger.paths.statements, copy);
    const { ended, output } = run('--checkpoints', copy, '--key', ledger.paths.publicKey, '--json');
    expect(await ended).toBe(0);
    expect(JSON.parse(output())).toMatchObject({ code: 0, tampered: [], incomplete: [] });
  });

  it('is not known to be whole when no checkpoint covers what is old, or there is none', async () => {
    const later = new Date(Date.now() + 10 * 60_000);
    expect(await ledger.verify(later)).toMatchObject({ code: 3, tampered: [] });
    await ledger.checkpoint();
    expect(await ledger.verify(later)).toMatchObject({ code: 0 });
    const without = run('--checkpoints', `${ledger.folder}/none`);
    expect(await without.ended).not.toBe(0);
  });

  it('cannot be checked when it cannot be read', async () => {
    const elsewhere = start(['node', 'subgraphs/governance/audit-verify.ts'], {
      DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/hub',
      HUB_DATA_DIR: ledger.config.dataDir,
      LOG_LEVEL: 'silent',
    });
    expect(await elsewhere.ended).toBe(4);
  });
});

/** Each is done as a superuser, who may do everything in the database but has neither key nor files. */
const inDatabase: readonly (readonly [string, () => Promise<void>, () => string | RegExp])[] = [
  [
    'an edit',
    () =>
      ledger.tamper(
        `update ${record} set body = convert_to(replace(convert_from(body, 'UTF8'), 'clerk', 'other'), 'UTF8'), actor = 'other' ${at(3)}`,
      ),
    () => `${chain}:3 its digest`,
  ],
  [
    'an edit of a column only',
    () => ledger.tamper(`update ${record} set actor = 'nobody' ${at(3)}`),
    () => `${chain}:3 a column`,
  ],
  [
    'a deletion',
    () => ledger.tamper(`delete from ${record} ${at(4)}`),
    () => `${chain}:5 records 4 to 4 are missing`,
  ],
  [
    'an insertion',
    () =>
      ledger.tamper(
        `update ${record} set seq = seq + 1000 where chain = '${chain}' and seq >= 5`,
        `insert into ${record} select part, chain, 5, at, prev, hash, body, kind, 'made-up', person, actor from ${record} ${at(4)}`,
        `update ${record} set seq = seq - 999 where chain = '${chain}' and seq > 1000`,
      ),
    () => `${chain}:5 it is not linked`,
  ],
  [
    'a swap of two records',
    () =>
      ledger.tamper(
        `update ${record} set seq = 1000000 ${at(2)}`,
        `update ${record} set seq = 2 ${at(3)}`,
        `update ${record} set seq = 3 where chain = '${chain}' and seq = 1000000`,
      ),
    () => `${chain}:2 it is not linked`,
  ],
  [
    'a record moved to another chain',
    () =>
      ledger.tamper(
        `update ${record} set chain = (select max(chain) from governance.ledger_head where chain <> '${chain}'),
           seq = (select max(seq) + 1 from ${record} where chain = (select max(chain) from governance.ledger_head where chain <> '${chain}'))
         where chain = '${chain}' and seq = (select max(seq) from ${record} where chain = '${chain}')`,
      ),
    () => /^ACCESS-\d{6}-\d:\d+ it is not linked/,
  ],
  [
    'a cut tail',
    () => ledger.tamper(`delete from ${record} where chain = '${chain}' and seq > 3`),
    () => `${chain}:4 records are missing`,
  ],
  [
    'a cut tail with the head rolled back',
    () =>
      ledger.tamper(
        `delete from ${record} where chain = '${chain}' and seq > 3`,
        `update governance.ledger_head h set (seq, hash, at) = (select seq, hash, at from ${record} ${at(3)}) where chain = '${chain}'`,
      ),
    () => `${chain}:4 records are missing up to`,
  ],
  [
    'a chain rebuilt with all its links',
    async () => {
      await ledger.tamper(
        `update ${record} set body = convert_to(replace(convert_from(body, 'UTF8'), 'clerk', 'other'), 'UTF8'), actor = 'other' ${at(2)}`,
      );
      await relink(2);
    },
    () =>
      new RegExp(
        `^${chain}:\\d+ (it is not the record that a checkpoint saw|the last checkpoint knows another)`,
      ),
  ],
  [
    'a whole chain that is gone',
    () =>
      ledger.tamper(
        `delete from ${record} where chain = '${chain}'`,
        `delete from governance.ledger_head where chain = '${chain}'`,
      ),
    () => `${chain}:1 the chain is gone`,
  ],
  [
    'a record written past the ledger’s function',
    () =>
      ledger.tamper(
        `insert into ${record} select part, chain, seq + 1, at, hash, hash, body, kind, access, person, actor, case_reference, classes
         from ${record} where chain = '${chain}' order by seq desc limit 1`,
      ),
    () => /^ACCESS-\d{6}-\d:\d+ /,
  ],
];

describe('tampering with the database', () => {
  it.each(inDatabase)('is found: %s, with chain and number', async (_what, tamper, first) => {
    await tamper();
    const { code, tampered } = await ledger.verify();
    expect(code).toBe(2);
    expect(tampered[0]).toEqual(
      typeof first() === 'string' ? expect.stringContaining(String(first())) : expect.stringMatching(first()),
    );
  });

  it('is found by the command, which names the place and exits with 2', async () => {
    await ledger.tamper(`update ${record} set at = at + interval '1 hour' ${at(2)}`);
    const { ended, output } = run();
    expect(await ended).toBe(2);
    expect(output()).toContain(`TAMPERED`);
    expect(output()).toContain(`${chain}:2 its digest`);
  });

  it('is found for any single byte of body, link or digest that flips', async () => {
    const rows = await askDatabase<Record<string, string>>(
      ledger.config,
      `select seq, part, chain, at, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, convert_from(body, 'UTF8') as body,
         kind, access, person, actor, case_reference from ${record} where chain = $1 order by seq`,
      [chain],
    );
    const honest = rows.map((row): ChainRow => ({
      part: String(row['part']),
      chain: String(row['chain']),
      seq: Number(row['seq']),
      at: new Date(String(row['at'])),
      prev: String(row['prev']),
      hash: String(row['hash']),
      body: String(row['body']),
      columns: {
        kind: String(row['kind']),
        access: String(row['access']),
        person: row['person'] ?? null,
        actor: row['actor'] ?? null,
        caseReference: null,
        classes: null,
      },
    }));
    const walk = async (source: readonly ChainRow[]) => {
      async function* each() {
        yield* source;
      }
      const [end, sealed] = [source.at(-1), honest.at(-1)];
      const points = new Map([[end?.seq ?? 0, { hash: sealed?.hash ?? '', floor: -Infinity }]]);
      return verifyChains(each(), {
        pointsOf: async () => points,
        covered: new Map(),
        lastAt: -Infinity,
        slackMs: 0,
      });
    };
    // The milliseconds of a timestamp are read through the driver; the honest walk proves that nothing is lost on the way.
    const moments = await askDatabase<{ at: Date }>(
      ledger.config,
      `select at from ${record} where chain = $1 order by seq`,
      [chain],
    );
    const rowsAt = honest.map((row, index) => ({ ...row, at: moments[index]?.at ?? row.at }));
    expect((await walk(rowsAt)).faults).toEqual([]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(rowsAt.length - 1),
        fc.constantFrom('body', 'prev', 'hash'),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        async (index, field, place, mask) => {
          const row = rowsAt[index];
          if (!row) return;
          const text = row[field];
          const position = place % text.length;
          const changed = `${text.slice(0, position)}${String.fromCharCode(text.charCodeAt(position) ^ mask)}${text.slice(position + 1)}`;
          const { faults } = await walk(rowsAt.with(index, { ...row, [field]: changed }));
          expect(faults).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
