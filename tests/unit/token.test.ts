import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader, importJWK, jwtVerify, type JWK } from 'jose';

const root = fileURLToPath(new URL('../..', import.meta.url));
const unknownReviewer = [
  '--role',
  'DEPARTMENT_REVIEWER',
  '--department',
  'D13',
  '--purpose',
  'INTEGRITY_REVIEW',
];
const reviewer = [...unknownReviewer, '--person', 'cast-lin-meihua'];

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-token-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Said {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

async function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Said> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: path, HUB_DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  });
  const said = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said.output += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said.errors += part));
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

const makeToken = (args: readonly string[], environment: Record<string, string> = {}): Promise<Said> =>
  run(process.execPath, ['gateway/access/token.ts', ...args], environment);

const keyPath = (): string => join(dataDir, 'dev-issuer.jwk');

/** What the token says, by the public half alone of the key in the data directory. */
async function verify(token: string): Promise<Record<string, unknown>> {
  const { d: _private, ...half } = JSON.parse(readFileSync(keyPath(), 'utf8')) as JWK;
  const { payload } = await jwtVerify(token, await importJWK(half, 'ES256'), {
    issuer: 'urn:portrait-hub:dev',
    audience: 'portrait-hub',
    algorithms: ['ES256'],
  });
  return payload;
}

describe('a token that is refused', () => {
  it.each([
    ['where NODE_ENV is production', { NODE_ENV: 'production' }],
    [
      'where an identity provider is named',
      {
        OIDC_ISSUER: 'https://id.example.test',
        OIDC_AUDIENCE: 'hub',
        OIDC_JWKS_URL: 'https://id.example.test/keys',
      },
    ],
  ])('makes no key %s', async (_, environment) => {
    const { code, output, errors } = await makeToken(reviewer, environment);
    expect([code, output, readdirSync(dataDir)]).toEqual([1, '', []]);
    expect(errors).toContain('The development issuer is off');
  });

  it('tells why with the usage on standard error, prints nothing and makes no key', async () => {
    const { code, output, errors } = await makeToken(['--role', 'GRID_WORKER']);
    expect([code, output, existsSync(keyPath())]).toEqual([1, '', false]);
    expect(errors).toMatch(/^GRID_WORKER needs an area[^\n]*\nUsage: npm run --silent token/);
  });

  it('says so when the key file holds no key, and does not repeat it', async () => {
    writeFileSync(keyPath(), '{"d":"half-a-key"}');
    const { code, output, errors } = await makeToken(reviewer);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toBe('dev-issuer.jwk in the data directory is no key: delete it and start again.\n');
  });

  it('says so when the key file is not even JSON, and does not repeat it', async () => {
    writeFileSync(keyPath(), 'half-a-key');
    const { code, output, errors } = await makeToken(reviewer);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toBe('dev-issuer.jwk in the data directory is no key: delete it and start again.\n');
  });
});

describe('npm run --silent token', () => {
  it('prints one token and nothing else, which verifies against the public half of the key', async () => {
    const { code, output, errors } = await run('npm', ['run', '--silent', 'token', '--', ...reviewer], {});
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeProtectedHeader(output.trim())).toEqual({ alg: 'ES256', kid: 'dev' });
    const { iat, exp, ...claims } = await verify(output.trim());
    expect(claims).toEqual({
      iss: 'urn:portrait-hub:dev',
      aud: 'portrait-hub',
      sub: 'dev',
      role: 'DEPARTMENT_REVIEWER',
      purposes: ['INTEGRITY_REVIEW'],
      department: 'D13',
      person: 'cast-lin-meihua',
    });
    expect(Number(exp) - Number(iat)).toBe(8 * 3_600);
  });
});

describe('a token that says too little of its holder', () => {
  it('is printed alone on standard output, with a note beside it of what he will not be able to do', async () => {
    const { code, output, errors } = await makeToken(unknownReviewer);
    expect(code).toBe(0);
    expect(await verify(output.trim())).not.toHaveProperty('person');
    expect(errors).toMatch(/^Note: without a person DEPARTMENT_REVIEWER [^\n]+\n$/);
  });
});

describe('the key of the development issuer', () => {
  it('is one for two processes that start at once, and its file is for its owner alone', async () => {
    const both = await Promise.all([makeToken(reviewer), makeToken([...reviewer, '--sub', 'other'])]);
    const claims = await Promise.all(both.map(({ output }) => verify(output.trim())));
    expect(claims.map(({ sub }) => sub)).toEqual(['dev', 'other']);
    expect(readdirSync(dataDir)).toEqual(['dev-issuer.jwk']);
    expect(statSync(keyPath()).mode & 0o777).toBe(0o600);
  });

  it('is kept, so that yesterday’s token is still good after the next was made', async () => {
    const first = await makeToken(reviewer);
    await makeToken(reviewer);
    expect(await verify(first.output.trim())).toMatchObject({ sub: 'dev' });
  });
});
