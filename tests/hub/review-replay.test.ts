import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { loadCertificateKey } from '../../subgraphs/integrity/certificate/certificate-key.ts';
import { printCertificateKey, signArchive } from '../../subgraphs/integrity/certificate/sign.ts';
import { readPublicKey, type PublicKey } from '../../subgraphs/integrity/certificate/verify-alone.mjs';
import { verifyArchive } from '../../subgraphs/integrity/certificate/verify-archive.ts';
import type { ArchivePackage } from '../../subgraphs/integrity/domain/certificate/archive-package.ts';
import { packSubject } from '../../subgraphs/integrity/reviews/archive.ts';
import { replay } from '../../subgraphs/integrity/reviews/replay.ts';
import { currentRules } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import type { Rules } from '../../subgraphs/integrity/domain/review/rules.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { askDatabase } from '../support/database.ts';
import { deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { inDays, registry, ReviewDesk } from '../support/reviews.ts';

let hub: TestHub;
let desk: ReviewDesk;
let database: Kysely<unknown>;
let reviewId: string;
let subjectId: string;
let signer: KeyObject;
let key: PublicKey;

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  signer = await loadCertificateKey(hub.config.dataDir);
  key = readPublicKey(JSON.stringify(await printCertificateKey(signer)));
  const urls = await deriveUrls(hub.config.databaseUrl ?? '', new Map(), hub.config.dataDir);
  const pool = new pg.Pool({ connectionString: urls.ownerOf('integrity'), max: 1 });
  database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const [person] = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 1`,
  );
  await deliverOne(hub, 'D30-SAF', {
    sourceId: 'REPLAY-1',
    ...(await identityOf(hub, person?.id ?? '')),
    level: 'SERIOUS',
    decidedOn: inDays(-30).slice(0, 10),
    title: '生产安全事故责任(示例)',
  });
  reviewId = await desk.requested([{ kind: 'LEADER', person: person?.id, post: '主要负责人' }], {
    purpose: 'PROMOTION',
  });
  await desk.answerAll(reviewId);
  ({ id: subjectId } = await desk.subject(reviewId));
  await expect(packSubject(database, { id: subjectId, key })).rejects.toThrow('found one that is open');
  await desk.beside(registry, 'stateCase', { reviewId, subjectId, statement: '无异议(示例)' });
  await desk.propose(reviewId, 'VETO');
  await desk.countersign(reviewId);
});
afterAll(async () => {
  await database.destroy();
  await hub.stop();
});

const differencesUnder = async (rules: Rules) =>
  (await replay(database, { id: subjectId, key, rules }))[0]?.differences;

/** As somebody who may do anything, triggers or not. */
const tamper = (statement: string): Promise<unknown> =>
  askDatabase(
    hub.config,
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );

describe('a signed decision', () => {
  it('is replayed from its snapshot to identical bytes, and the bytes are those of the certificate', async () => {
    const [found, ...others] = await replay(database, { id: subjectId, key });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ ruleVersion: 2, faults: [], differences: [] });
    const certificate = await desk.certificate(reviewId, subjectId);
    const [, payload = ''] = certificate?.jws.split('.') ?? [];
    const [kept] = await askDatabase<{ payload: string }>(
      hub.config,
      'select payload from integrity.review_decision where id = $1',
      [found?.decision],
    );
    expect(Buffer.from(payload, 'base64url').toString()).toBe(kept?.payload);
  });

  it('is explained under other rules, difference by difference', async () => {
    const milder = {
      ...currentRules,
      version: 2,
      triggers: currentRules.triggers.filter(({ code }) => code !== 'T3'),
    };
    const longer = {
      ...currentRules,
      triggers: currentRules.triggers.map((rule) => ({ ...rule, durationMonths: rule.durationMonths * 2 })),
    };
    expect(await differencesUnder(currentRules)).toEqual([]);
    expect(await differencesUnder(milder)).toEqual([
      'The proposal was VETO and would be UNDETERMINED.',
      expect.stringMatching(/^No longer found: T3 DENIES_HONOUR_AND_PROMOTION by record /),
      expect.stringMatching(/^Newly found: NONE TO_BE_WEIGHED by record /),
    ]);
    expect(await differencesUnder(longer)).toEqual([
      expect.stringMatching(/^Another term of T3 DENIES_HONOUR_AND_PROMOTION by record .* was .* would be /),
    ]);
  });

  it('is packed for the archive with all that happened, to be kept thirty years because it is a veto', async () => {
    const { keepUntil, content } = await packSubject(database, { id: subjectId, key });
    expect(keepUntil.slice(0, 4)).toBe(String(new Date().getFullYear() + 30));
    expect(content.answers).toHaveLength(42);
    expect(content.findings).toMatchObject([{ rule: 'T3' }]);
    expect(content.events.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'SUBMIT',
        'DISPATCH',
        'ANSWER',
        'COMPLETE',
        'NOTIFY',
        'STATE_CASE',
        'PROPOSE',
        'COUNTERSIGN',
      ]),
    );
    await expect(packSubject(database, { id: 'nobody', key })).rejects.toThrow('found another');
  });

  it('leaves a package of which no character can be altered, nor what it says made to agree with something else', async () => {
    const packed = await packSubject(database, { id: subjectId, key });
    const jws = await signArchive(packed, signer);
    const verdictOf = (text: string) => verifyArchive(Buffer.from(text), key);
    expect(verdictOf(`${jws}\n`)).toEqual({ kind: 'VALID', archive: packed });
    const altered = (at: number): string =>
      jws.slice(0, at) + (jws.charAt(at) === 'A' ? 'B' : 'A') + jws.slice(at + 1);
    const [header = '', payload = ''] = jws.split('.');
    const signature = header.length + payload.length + 2;
    const places = Array.from({ length: jws.length }, (_, at) => at).filter(
      (at) => at <= header.length || at >= signature || at % 997 === 0,
    );
    const survivors = places.filter((at) => verdictOf(altered(at)).kind === 'VALID');
    expect(survivors).toEqual([]);
    for (const cut of [jws.slice(1), jws.slice(0, -1), `${header}.${jws.slice(signature)}`, `${jws}\n\n`])
      expect(verdictOf(cut).kind).toBe('NOT_VALID');

    const { content } = packed;
    const says = async (changes: Partial<ArchivePackage['content']>) => {
      const verdict = verdictOf(
        await signArchive({ ...packed, content: { ...content, ...changes } }, signer),
      );
      return verdict.kind === 'VALID' ? 'VALID' : verdict.fault;
    };
    const decisions = content.decisions.map((decision) => ({ ...decision, payload: '{}' }));
    expect(await says({ events: content.events.slice(0, -1) })).toContain('up to where the case stands');
    expect(await says({ events: content.events.slice(1) })).toContain('a gap');
    expect(await says({ decisions: [] })).toContain('a certificate for each signature');
    expect(await says({ decisions })).toContain('a certificate of its payload');
    expect(await says({ subject: { ...content.subject, id: 'another' } })).toContain('of this case');
    const certificate = content.decisions[0]?.jws ?? '';
    expect(verdictOf(certificate)).toMatchObject({ fault: expect.stringContaining('header.typ') });
  });

  it('is replayed, verified, printed and packed by the command that operators have', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-review-'));
    const run = (...options: readonly string[]): Promise<{ readonly code: number; readonly text: string }> =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          ['subgraphs/integrity/review-verify.ts', ...options],
          {
            env: {
              ...process.env,
              DATABASE_URL: hub.config.databaseUrl ?? '',
              HUB_DATA_DIR: hub.config.dataDir,
            },
          },
          (error, stdout, stderr) => {
            resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
          },
        );
      });
    const replayed = await run('--replay', subjectId, '--rules', 'current');
    expect(replayed.text).toMatch(
      /replayed to identical bytes under rules 2[.]\n {2}rules current: nothing would be different/,
    );
    expect(replayed.code).toBe(0);
    expect(await run('--replay', 'nobody')).toMatchObject({ code: 2 });

    const certificate = await desk.certificate(reviewId, subjectId);
    const file = join(folder, 'certificate.jws');
    await writeFile(file, certificate?.jws ?? '');
    const page = join(folder, 'report.html');
    expect(await run(file, '--report', page)).toMatchObject({ code: 0 });
    expect(await readFile(page, 'utf8')).toContain('一票否决');
    await writeFile(
      file,
      (certificate?.jws ?? '').replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    );
    expect((await run(file)).code).toBe(1);

    const archive = join(folder, 'archive.json');
    expect(await run('--archive', subjectId, archive)).toMatchObject({ code: 0 });
    const kept = await run(archive);
    expect(kept.text).toMatch(
      /The archive package is valid[^]* 42 answers, 1 findings, 1 decisions[^]*keep +until/,
    );
    expect(kept.code).toBe(0);
    const text = await readFile(archive, 'latin1');
    await writeFile(
      archive,
      text.replace(/.\n$/, (end) => (end === 'A\n' ? 'Q\n' : 'A\n')),
    );
    expect(await run(archive)).toMatchObject({ code: 1 });
    await rm(folder, { recursive: true });
  });

  it.each([
    [
      'an answer in its snapshot',
      `update integrity.review_decision set snapshot = replace(snapshot, '"state":"ANSWERED_NONE"', '"state":"NOT_ANSWERED"')`,
      'The snapshot is another',
    ],
    [
      'its reason',
      `update integrity.review_decision set reason = 'another'`,
      'The payload made from the snapshot is another',
    ],
    [
      'its outcome',
      `update integrity.review_decision set outcome = 'NO_VETO'`,
      'The payload made from the snapshot is another',
    ],
    [
      'who signed',
      `update integrity.review_decision set countersigned_by = 'somebody'`,
      'The payload made from the snapshot',
    ],
    [
      'its certificate, for another that is valid in form',
      `update integrity.review_decision set jws = replace(jws, '.', '.A')`,
      'The certificate that is kept is not valid',
    ],
    [
      'its payload and all that it is made from, but for the certificate',
      `update integrity.review_decision set reason = 'another', payload = replace(payload, '经会议研究(示例)', 'another')`,
      'says something else than the payload',
    ],
    [
      'an event',
      `update integrity.review_event set actor = 'somebody' where act = 'ANSWER'`,
      'does not follow',
    ],
    [
      'that something happened',
      `delete from integrity.review_event where act = 'STATE_CASE'`,
      'does not follow',
    ],
    ['how it ended', `delete from integrity.review_event where act = 'COUNTERSIGN'`, 'and its last event is'],
    [
      'where it stands',
      `update integrity.review_subject set state = 'UPHELD', version = version + 1`,
      'The case stands at',
    ],
    [
      'the decision',
      'delete from integrity.review_decision',
      'Signed 1 times by its events, it has 0 signed decisions.',
    ],
  ])('shows that %s was changed or taken away behind the register', async (_what, statement, fault) => {
    await askDatabase(hub.config, 'create table kept_decision as select * from integrity.review_decision');
    await askDatabase(hub.config, 'create table kept_event as select * from integrity.review_event');
    await askDatabase(hub.config, 'create table kept_subject as select * from integrity.review_subject');
    await tamper(statement);
    const [found] = await replay(database, { id: subjectId, key });
    expect(found?.faults).toContainEqual(expect.stringContaining(fault));
    await expect(packSubject(database, { id: subjectId, key })).rejects.toThrow('agrees with itself');
    await tamper(`delete from integrity.review_decision; delete from integrity.review_event;
      update integrity.review_subject s set state = k.state, version = k.version from kept_subject k where k.id = s.id;
      insert into integrity.review_decision select * from kept_decision;
      insert into integrity.review_event select * from kept_event;
      drop table kept_decision; drop table kept_event; drop table kept_subject`);
    expect((await replay(database, { id: subjectId, key }))[0]?.faults).toEqual([]);
  });
});

describe('reviews', () => {
  it('are forgotten ten years after they were closed, with a veto after thirty, and never before', async () => {
    const retain = async (years: number): Promise<unknown> => {
      const [row] = await askDatabase<{ gone: number }>(
        hub.config,
        `select integrity.retain_reviews((now() + make_interval(years => $1))::date) as gone`,
        [years],
      );
      return row?.gone;
    };
    expect(await retain(11)).toBe(0);
    expect(await retain(31)).toBe(1);
    expect(await askDatabase(hub.config, 'select from integrity.review_event')).toEqual([]);
  });
});
