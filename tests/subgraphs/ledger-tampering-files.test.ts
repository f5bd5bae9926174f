import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { askDatabase } from '../support/database.ts';
import { createTestLedger, entryOf, type TestLedger } from '../support/evidence.ts';
import { start } from '../support/processes.ts';
import { signStatement, type SignedStatement } from '../../subgraphs/kit/witness/checkpoint.ts';
import { readCoSignature } from '../../subgraphs/kit/witness/co-signature.ts';
import { printPublicKey } from '../../subgraphs/kit/witness/signing-key.ts';
import { openCheckpointFile } from '../../subgraphs/governance/ledger/checkpoint-file.ts';
import { readHeadTable } from '../../subgraphs/governance/ledger/read-chains.ts';

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

const environment = () => ({
  DATABASE_URL: ledger.config.databaseUrl ?? '',
  HUB_DATA_DIR: ledger.config.dataDir,
  LEDGER_EVIDENCE_DIR: ledger.folder,
  LOG_LEVEL: 'silent',
});
const run = (...flags: readonly string[]) =>
  start(['node', 'subgraphs/governance/audit-verify.ts', ...flags], environment());

describe('tampering with the files', () => {
  beforeEach(async () => {
    await ledger.checkpoint();
    await ledger.append([entryOf('more')]);
    await ledger.checkpoint();
  });

  const statementsOnly = (line: string): boolean => line.includes('"statement"');

  it('is found: a checkpoint that is played again', async () => {
    await ledger.editLines(ledger.paths.statements, (lines) => [
      ...lines,
      ...lines.filter(statementsOnly).slice(0, 1),
    ]);
    expect(await ledger.verify()).toMatchObject({
      code: 2,
      tampered: [expect.stringContaining('statement 1: NOT_NEXT')],
    });
  });

  it('is found: a checkpoint signed by another key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    await ledger.editLines(ledger.paths.statements, (lines) =>
      lines.map((line, index) => {
        if (index !== 0) return line;
        const { statement } = JSON.parse(line) as SignedStatement;
        return JSON.stringify(signStatement(privateKey, statement));
      }),
    );
    const { code, tampered } = await ledger.verify();
    expect([code, tampered[0]]).toEqual([2, expect.stringContaining('NOT_SIGNED')]);
  });

  it('is found: checkpoints cut off, by the witnesses who have seen them', async () => {
    await ledger.editLines(ledger.paths.statements, (lines) => lines.slice(0, 1));
    const { code, tampered } = await ledger.verify();
    expect(code).toBe(2);
    expect(tampered.join('\n')).toMatch(
      /witnesses: (persons|psych) has seen statement 2, the file ends at 1/,
    );
  });

  it('is found: database, checkpoints and key all made anew, by a witness’s own file', async () => {
    const kept = `${ledger.folder}-witness.jsonl`;
    await cp(`${ledger.paths.witnesses}/persons.jsonl`, kept);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await writeFile(ledger.paths.publicKey, String(publicKey.export({ format: 'jwk' }).x));
    await ledger.editLines(ledger.paths.statements, (lines) =>
      lines.filter(statementsOnly).map((line) => {
        const { statement } = JSON.parse(line) as SignedStatement;
        return JSON.stringify(signStatement(privateKey, statement));
      }),
    );
    const { ended, output } = run('--witness', kept);
    expect(await ended).toBe(2);
    expect(output()).toContain('its own file is not whole (NOT_SIGNED)');
  });

  it('is found: a co-signature that is not the witness’s', async () => {
    await ledger.editLines(ledger.paths.statements, (lines) =>
      lines.map((line) => {
        if (statementsOnly(line)) return line;
        const seen = JSON.parse(line) as Record<string, unknown>;
        return JSON.stringify({ ...seen, digest: createHash('sha256').update('x').digest('hex') });
      }),
    );
    const { code, tampered } = await ledger.verify();
    expect([code, tampered[0]]).toEqual([2, expect.stringContaining('co-signature')]);
  });

  /** What somebody does who has the file, and a key of his own instead of the witness's. */
  const signAnew = async (name: string, isMeant: (n: number) => boolean) => {
    const { privateKey } = generateKeyPairSync('ed25519');
    await ledger.editLines(ledger.paths.statements, (lines) =>
      lines.map((line) => {
        const seen = readCoSignature(line);
        if (seen?.witness !== name || !isMeant(seen.n)) return line;
        const signature = sign(null, Buffer.from(seen.digest), privateKey).toString('base64url');
        return JSON.stringify({ ...seen, key: printPublicKey(privateKey), signature });
      }),
    );
  };

  it.each([
    ['one', (n: number) => n === 2, 'the co-signature of persons is of another key'],
    ['the first', (n: number) => n === 1, 'statement 2: persons has signed under another key before'],
    ['all', () => true, 'statement 2: persons has signed under another key before'],
  ])(
    'is found: co-signatures made by another key under the name of a witness, %s',
    async (_which, isMeant, fault) => {
      await signAnew('persons', isMeant);
      const { code, tampered } = await ledger.verify();
      expect([code, tampered[0]]).toEqual([2, expect.stringContaining(fault)]);
    },
  );
});

describe('a witness', () => {
  beforeEach(() => ledger.checkpoint());

  const persons = () => `${ledger.paths.witnesses}/persons`;
  const aWhileLater = () => ledger.verify(new Date(Date.now() + 600_000));

  it.each([
    [
      'whose file is not there',
      () => rm(`${persons()}.jsonl`),
      /^the file persons.jsonl of the witness persons/,
    ],
    [
      'whose co-signatures were taken out as well',
      async () => {
        await rm(`${persons()}.jsonl`);
        await ledger.editLines(ledger.paths.statements, (lines) =>
          lines.filter((line) => readCoSignature(line)?.witness !== 'persons'),
        );
      },
      /^the file persons.jsonl of the witness persons/,
    ],
    [
      'whose file ends before what it signed',
      () => ledger.editLines(`${persons()}.jsonl`, (lines) => lines.slice(0, 1)),
      /^the file of the witness persons ends at statement 1, though he signed 3$/,
    ],
  ])('%s leaves the evidence incomplete', async (_what, tamper, missing) => {
    await tamper();
    expect(await aWhileLater()).toMatchObject({
      code: 3,
      tampered: [],
      incomplete: [expect.stringMatching(missing)],
    });
  });

  it('that lost its key signs no more until it is noted that it begins anew, which every verification tells', async () => {
    for (const kind of ['jsonl', 'key', 'hub-key']) await rm(`${persons()}.${kind}`);
    await ledger.append([entryOf('unsigned')]);
    await ledger.checkpoint();
    const signed = async () =>
      (await readFile(ledger.paths.statements, 'utf8'))
        .split('\n')
        .flatMap((line) => (readCoSignature(line)?.witness === 'persons' ? [readCoSignature(line)?.n] : []));
    expect(await signed()).toEqual([1, 2, 3]);
    const note = (name: string) =>
      start(
        [
          'node',
          'subgraphs/governance/audit-note-witness.ts',
          '--name',
          name,
          '--reason',
          'disk',
          '--by',
          'ops-1',
        ],
        environment(),
      );
    expect(await note('nobody').ended).toBe(4);
    expect(await note('persons').ended).toBe(0);
    await ledger.append([entryOf('signed')]);
    await ledger.checkpoint();
    // From its new beginning on, less what it offered in vain.
    expect(await signed()).toEqual([1, 2, 3, 3, 4, 5, 6, 7]);
    expect(await aWhileLater()).toMatchObject({
      code: 3,
      tampered: [],
      incomplete: [expect.stringMatching(/^the witness persons began anew at .* by ops-1: disk$/)],
    });
  });
});

describe('a backup that is restored', () => {
  const backUp = () =>
    ledger.tamper(
      'create schema kept',
      `create table kept.record as select * from ${record}`,
      'create table kept.head as select * from governance.ledger_head',
    );
  const restore = () =>
    ledger.tamper(
      `delete from ${record}`,
      'delete from governance.ledger_head',
      `insert into ${record} select * from kept.record`,
      'insert into governance.ledger_head select * from kept.head',
    );

  beforeEach(async () => {
    await backUp();
    await ledger.append(Array.from({ length: 20 }, (_, index) => entryOf(`lost-${index}`)));
    await ledger.checkpoint();
    await restore();
  });

  it('is tampering where nobody says so', async () => {
    const { code, tampered } = await ledger.verify();
    expect(code).toBe(2);
    expect(tampered.join('\n')).toMatch(/records are missing up to/);
  });

  it('is incomplete evidence where it is noted and signed, and the ledger goes on from there', async () => {
    const note = start(
      ['node', 'subgraphs/governance/audit-note-restore.ts', '--reason', 'disk failure', '--by', 'ops-1'],
      {
        DATABASE_URL: ledger.config.databaseUrl ?? '',
        HUB_DATA_DIR: ledger.config.dataDir,
        LEDGER_EVIDENCE_DIR: ledger.folder,
        LOG_LEVEL: 'silent',
      },
    );
    expect(await note.ended).toBe(0);
    await ledger.append([entryOf('again'), entryOf('again-2')]);
    await ledger.checkpoint();
    const verdict = await ledger.verify();
    expect(verdict).toMatchObject({ code: 3, tampered: [] });
    expect(verdict.incomplete.join()).toContain('by ops-1: disk failure');
    await ledger.tamper(`delete from ${record} ${at(2)}`);
    expect(await ledger.verify()).toMatchObject({ code: 2 });
  });

  it('keeps the hub from signing that the ledger went back', async () => {
    const before = await readFile(ledger.paths.statements, 'utf8');
    await ledger.checkpoint();
    expect(await readFile(ledger.paths.statements, 'utf8')).toBe(before);
    const file = await openCheckpointFile(ledger.folder);
    const heads = Object.fromEntries(await readHeadTable(ledger.urls.ownerOf('governance')));
    await expect(file.append({ kind: 'CHECKPOINT', heads }, new Date())).rejects.toThrow('GOES_BACK');
  });
});
