import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  certificateKeyPaths,
  loadCertificateKey,
} from '../../subgraphs/integrity/certificate/certificate-key.ts';
import { printCertificateKey, signCertificate } from '../../subgraphs/integrity/certificate/sign.ts';
import { cleanPayload, deciding, newKey, provisionalPayload } from '../support/certificate.ts';
import { hubRoot } from '../support/toolchain-project.ts';

const verifier = join(hubRoot, 'subgraphs/integrity/certificate/verify-alone.mjs');
const command = join(hubRoot, 'subgraphs/integrity/review-verify.ts');

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-alone-'));
  dataDir = await mkdtemp(join(tmpdir(), 'certificate-hub-'));
  const key = await loadCertificateKey(dataDir);
  await copyFile(verifier, join(folder, 'verify-alone.mjs'));
  await copyFile(certificateKeyPaths(dataDir).publicKey, join(folder, 'public.json'));
  const long = deciding(provisionalPayload, {
    decidedAt: '2020-01-01T00:00:00.000Z',
    expiresOn: '2020-01-31',
  });
  const hidden = { ...cleanPayload, subject: { ...cleanPayload.subject, name: '示例\u001b[2J\u202e单位' } };
  await writeFile(join(folder, 'clean.jws'), await signCertificate(cleanPayload, key));
  await writeFile(join(folder, 'expired.jws'), `${await signCertificate(long, key)}\n`);
  await writeFile(join(folder, 'hidden.jws'), await signCertificate(hidden, key));
  await writeFile(join(folder, 'forged.jws'), await signCertificate(cleanPayload, newKey()));
});
afterAll(() => Promise.all([folder, dataDir].map((path) => rm(path, { recursive: true }))));

interface Said {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs Node in the folder, where nothing of the hub is. */
const run = (...args: readonly string[]): Promise<Said> =>
  new Promise((resolve) => {
    const environment = { PATH: process.env['PATH'], HUB_DATA_DIR: dataDir };
    const child = execFile(process.execPath, args, { cwd: folder, env: environment }, (_, output, errors) =>
      resolve({ code: child.exitCode ?? -1, output, errors }),
    );
  });
const alone = (file: string, key = 'public.json'): Promise<Said> =>
  run('verify-alone.mjs', file, '--key', key);

describe('the verifier alone on a machine without the hub', () => {
  it('imports nothing but what Node has', async () => {
    const source = await readFile(verifier, 'utf8');
    const imported = [...source.matchAll(/^import .* from '(.+)';$/gm)].map(([, name]) => name);
    expect(imported).toEqual(['node:crypto', 'node:fs']);
    expect(source).not.toMatch(/\bimport\((?!')|\brequire\(/);
  });

  it('finds a certificate valid and says what one has to know', async () => {
    expect(await alone('clean.jws')).toEqual({
      code: 0,
      errors: '',
      output: `The certificate is valid.
  coverage  42 of 42 answered, 27 of them not applicable
  subject   UNIT 龙岩示例虚构有限公司
  proposal  PASS
  outcome   NO_VETO
  expires   2027-11-25
`.replace('2027-11-25', cleanPayload.decision.expiresOn ?? ''),
    });
  });

  it('says that one has expired, which is valid still', async () => {
    const { code, output } = await alone('expired.jws');
    expect(code).toBe(0);
    expect(output).toContain('41 of 42 answered, 27 of them not applicable; missing: 市税务局');
    expect(output).toContain('expires   2020-01-31: it has EXPIRED');
  });

  it('lets no name steer the terminal', async () => {
    expect((await alone('hidden.jws')).output).toContain('UNIT 示例\\u{1b}[2J\\u{202e}单位');
  });

  it('exits with 1 for one of another key, and says what it expected', async () => {
    const { code, output } = await alone('forged.jws');
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The certificate is NOT VALID\. header\.kid: expected \S+ as of the key given, found "/,
    );
  });

  it.each([
    ['no certificate', ['verify-alone.mjs', 'nowhere.jws', '--key', 'public.json']],
    ['no key', ['verify-alone.mjs', 'clean.jws']],
    ['an unreadable key', ['verify-alone.mjs', 'clean.jws', '--key', 'clean.jws']],
    ['two certificates', ['verify-alone.mjs', 'clean.jws', 'forged.jws', '--key', 'public.json']],
  ])('exits with 2 for %s', async (_, args) => {
    const { code, output, errors } = await run(...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^(Expected: node|Nothing was verified\.)/);
  });

  it('takes no private key, and does not repeat it', async () => {
    const jwk = newKey().export({ format: 'jwk' });
    await writeFile(join(folder, 'private.json'), JSON.stringify(jwk));
    const { code, errors } = await alone('clean.jws', 'private.json');
    expect(code).toBe(2);
    expect(errors).toContain('expected a public key, found a private one');
    expect(errors).not.toContain(jwk.d);
  });
});

describe('npm run review:verify', () => {
  const quiet = '--disable-warning=ExperimentalWarning';

  it('takes the key of the hub, and writes the page of a valid certificate', async () => {
    const { code, output } = await run(quiet, command, 'clean.jws', '--report', 'clean.html');
    expect(code).toBe(0);
    expect(output).toBe((await alone('clean.jws')).output);
    expect(await readFile(join(folder, 'clean.html'), 'utf8')).toContain('<html lang="zh-CN">');
  });

  it('writes no page of one that is not valid', async () => {
    const { code, output } = await run(quiet, command, 'forged.jws', '--report', 'forged.html');
    expect(code).toBe(1);
    expect(output).toContain('NOT VALID');
    expect(await readdir(folder)).not.toContain('forged.html');
  });

  it('takes another key where one is given', async () => {
    await writeFile(join(folder, 'other.json'), JSON.stringify(await printCertificateKey(newKey())));
    expect((await run(quiet, command, 'clean.jws', '--key', 'other.json')).code).toBe(1);
    expect((await run(quiet, command, 'clean.jws', '--unknown')).code).toBe(2);
  });
});

describe('the key of certificates', () => {
  it('stays the same, and only its public half is for everybody', async () => {
    const paths = certificateKeyPaths(dataDir);
    const before = await readFile(paths.publicKey, 'utf8');
    const [one, other] = await Promise.all([loadCertificateKey(dataDir), loadCertificateKey(dataDir)]);
    expect(one.equals(other)).toBe(true);
    expect(await readFile(paths.publicKey, 'utf8')).toBe(before);
    expect(Object.keys(JSON.parse(before) as object).sort()).toEqual([
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
    ]);
    expect((await stat(paths.key)).mode & 0o777).toBe(0o600);
    expect((await stat(paths.publicKey)).mode & 0o444).toBe(0o444);
    expect((await readdir(dataDir)).sort()).toEqual([
      'review-certificate-key',
      'review-certificate.pub.json',
    ]);
  });
});
