import { randomBytes } from 'node:crypto';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import {
  digestOf,
  digestOfHeads,
  noPrevious,
  signStatement,
  type Heads,
  type SignedStatement,
} from '../../subgraphs/kit/witness/checkpoint.ts';
import { createRemoteWitness } from '../../subgraphs/kit/witness/remote-witness.ts';
import { printPublicKey } from '../../subgraphs/kit/witness/signing-key.ts';
import { registerWitness } from '../../subgraphs/kit/witness/witness-door.ts';
import { createWitness, type Witness } from '../../subgraphs/kit/witness/witness.ts';
import { testConfig } from '../support/test-config.ts';

const hub = generateKeyPairSync('ed25519').privateKey;
const key = printPublicKey(hub);
const head = (seq: number) => ({ seq, hash: String(seq).padStart(64, '0') });

/** Statements one after the other, each linked to the one before. */
function statementsOf(steps: readonly Heads[], signer: KeyObject = hub): readonly SignedStatement[] {
  let previous = noPrevious;
  let all: Heads = {};
  return steps.map((heads, index) => {
    all = { ...all, ...heads };
    const signed = signStatement(signer, {
      v: 1,
      kind: 'CHECKPOINT',
      n: index + 1,
      at: '2026-11-23T10:00:00.000Z',
      previous,
      heads,
      all: digestOfHeads(all),
    });
    previous = digestOf(signed.statement);
    return signed;
  });
}

const [one, two, three] = statementsOf([{ a: head(3) }, { a: head(5), b: head(1) }, { b: head(2) }]);
const offer = (signed: SignedStatement | undefined, by = key) => {
  if (!signed) throw new Error('no statement');
  return { ...signed, key: by };
};

let folder: string;
let witness: Witness;
beforeEach(() => {
  folder = join(testConfig('none').dataDir, `witness-${randomBytes(6).toString('hex')}`);
  witness = createWitness('persons', folder);
});

const refusal = async (signed: SignedStatement | undefined, by?: string) => {
  const reply = await witness.see(offer(signed, by));
  return reply.kind === 'refused' ? reply.fault : reply.kind;
};

describe('a witness', () => {
  it('keeps what it has seen and signs it, also after it was started anew', async () => {
    expect(await witness.see(offer(one))).toMatchObject({
      kind: 'seen',
      coSignature: { witness: 'persons', n: 1, digest: one && digestOf(one.statement) },
    });
    const again = createWitness('persons', folder);
    expect(await again.last()).toBe(1);
    expect(await again.see(offer(two))).toMatchObject({ kind: 'seen', coSignature: { n: 2 } });
    expect((await readFile(join(folder, 'persons.jsonl'), 'utf8')).split('\n')).toHaveLength(3);
  });

  it('may begin in the middle, once', async () => {
    expect(await refusal(two)).toBe('seen');
    expect(await refusal(one)).toBe('NOT_NEXT');
    expect(await refusal(three)).toBe('seen');
  });

  it('takes no statement twice, none that leaves one out, and one of two that come at once', async () => {
    expect(await refusal(one)).toBe('seen');
    expect(await refusal(one)).toBe('NOT_NEXT');
    expect(await refusal(three)).toBe('NOT_NEXT');
    expect((await Promise.all([refusal(two), refusal(two)])).sort()).toEqual(['NOT_NEXT', 'seen']);
  });

  it('takes nothing of another key than the first, nor what the key has not signed', async () => {
    await witness.see(offer(one));
    const other = generateKeyPairSync('ed25519').privateKey;
    const [, forged] = statementsOf([{ a: head(3) }, { a: head(5) }], other);
    expect(await refusal(forged, printPublicKey(other))).toBe('ANOTHER_KEY');
    expect(await refusal(forged)).toBe('NOT_SIGNED');
    expect(await refusal(two && { ...two, statement: { ...two.statement, at: 'x' } })).toBe('NOT_SIGNED');
    expect(await witness.last()).toBe(1);
  });

  it.each<readonly [string, Heads]>([
    ['is shorter than it was', { a: head(2) }],
    ['has another record at the same place', { a: { seq: 3, hash: 'f'.repeat(64) } }],
  ])('takes no checkpoint in which a chain %s', async (_what, heads) => {
    await witness.see(offer(one));
    expect(await refusal(statementsOf([{ a: head(3) }, heads])[1])).toBe('GOES_BACK');
  });

  it('takes none that names another one before it', async () => {
    await witness.see(offer(one));
    expect(await refusal(statementsOf([{ a: head(4) }, { a: head(5) }])[1])).toBe('NOT_LINKED');
  });

  it('says nothing with a file that does not hold together, and goes on over a half-written line', async () => {
    await witness.see(offer(one));
    const path = join(folder, 'persons.jsonl');
    await appendFile(path, '{"statement":{"v":1');
    const again = createWitness('persons', folder);
    expect(await again.see(offer(two))).toMatchObject({ kind: 'seen' });
    expect(await createWitness('persons', folder).last()).toBe(2);
    await appendFile(path, 'x\n');
    await expect(createWitness('persons', folder).last()).rejects.toThrow('not whole');
  });

  it.each([
    [1, 'NOT_LINKED'],
    [2, 'NOT_SIGNED'],
  ])('says nothing with a file of which statement %i was changed', async (place, fault) => {
    await witness.see(offer(one));
    await witness.see(offer(two));
    const path = join(folder, 'persons.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    const { statement, ...signed } = JSON.parse(lines[place - 1] ?? '') as SignedStatement;
    lines[place - 1] = JSON.stringify({ ...signed, statement: { ...statement, at: 'x' } });
    await writeFile(path, lines.join('\n'));
    await expect(createWitness('persons', folder).last()).rejects.toThrow(`not whole: ${fault}`);
  });
});

describe('a witness behind its own door', () => {
  let server: FastifyInstance;
  let address: string;
  let served: Witness;
  beforeAll(async () => {
    const own = join(testConfig('none').dataDir, `witness-${randomBytes(6).toString('hex')}`);
    served = createWitness('psych', own);
    server = fastify({ logger: false });
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    registerWitness(server, served);
    address = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  it('answers as one in the same process does', async () => {
    const remote = createRemoteWitness('psych', `${address}/graphql`);
    expect(await remote.last()).toBe(0);
    expect(await remote.see(offer(one))).toMatchObject({
      kind: 'seen',
      coSignature: { witness: 'psych', n: 1 },
    });
    expect(await remote.see(offer(one))).toEqual({ kind: 'refused', fault: 'NOT_NEXT', last: 1 });
    expect(await remote.last()).toBe(await served.last());
  });

  it.each(['{', '[]', '{"statement":{}}', '""', JSON.stringify(one)])(
    'refuses what is no offer: %s',
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${address}/witness/statements`, { method: 'POST', headers, body });
      expect(status).toBe(400);
    },
  );

  it('is an error and no refusal where nobody answers', async () => {
    await expect(createRemoteWitness('psych', 'http://127.0.0.1:1/graphql').last()).rejects.toThrow();
  });
});
