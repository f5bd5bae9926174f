import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { createAuthenticator } from '../../gateway/access/authenticate.ts';
import { signDevToken } from '../../gateway/access/dev-issuer.ts';
import { createTrust } from '../../gateway/access/issuer.ts';
import { createLog } from '../../subgraphs/kit/log.ts';

const issuer = 'https://id.example.test';
const audience = 'hub';
const log = createLog('tests');
const claims = { role: 'GRID_WORKER', area: '350802001', purposes: ['SERVICE_VISIT'] };

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}
async function makeKey(kid: string, algorithm = 'ES256'): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
}

let provider: Server;
let jwksUrl: string;
let published: readonly JWK[];
let fetches = 0;
let key: Key;
let other: Key;

beforeAll(async () => {
  [key, other] = [await makeKey('one'), await makeKey('one')];
  published = [key.jwk];
  provider = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`;
});
afterAll(() => new Promise((resolve) => provider.close(resolve)));

interface Changed {
  readonly claims?: object;
  readonly key?: Key;
  readonly kid?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
  readonly notBefore?: number;
  readonly sub?: string | null;
}

async function tokenOf(changed: Changed = {}): Promise<string> {
  const used = changed.key ?? key;
  const now = Math.floor(Date.now() / 1_000);
  const token = new SignJWT({ ...claims, ...changed.claims })
    .setProtectedHeader({ alg: used.jwk.alg ?? 'ES256', kid: changed.kid ?? used.kid })
    .setIssuer(changed.issuer ?? issuer)
    .setAudience(changed.audience ?? audience)
    .setIssuedAt(now);
  if (changed.expires !== Infinity) token.setExpirationTime(now + (changed.expires ?? 600));
  if (changed.notBefore !== undefined) token.setNotBefore(now + changed.notBefore);
  if (changed.sub !== null) token.setSubject(changed.sub ?? 'zheng');
  return token.sign(used.privateKey);
}

const authenticator = async (clock?: () => number) =>
  createAuthenticator(await createTrust({ issuer, audience, jwksUrl }), log, clock);
const wording = async (authorization: string | undefined, clock?: () => number) => {
  const authenticate = await authenticator(clock);
  return authenticate(authorization).then(
    () => 'let in',
    (error: unknown) => JSON.stringify(error),
  );
};
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token that is not let in', () => {
  const refused: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['none', async () => undefined],
    ['no bearer', async () => `Basic ${await tokenOf()}`],
    ['two of them', async () => `Bearer ${await tokenOf()}, Bearer ${await tokenOf()}`],
    ['of another issuer', async () => `Bearer ${await tokenOf({ issuer: 'https://evil.test' })}`],
    ['for somebody else', async () => `Bearer ${await tokenOf({ audience: 'shop' })}`],
    ['run out', async () => `Bearer ${await tokenOf({ expires: -6 })}`],
    ['without an end', async () => `Bearer ${await tokenOf({ expires: Infinity })}`],
    ['not yet valid', async () => `Bearer ${await tokenOf({ notBefore: 60 })}`],
    ['of another key under the same id', async () => `Bearer ${await tokenOf({ key: other })}`],
    ['of a key that nobody has published', async () => `Bearer ${await tokenOf({ kid: 'two' })}`],
    [
      'alg none',
      async () =>
        `Bearer ${encode({ alg: 'none' })}.${encode({ ...claims, sub: 'a', iss: issuer, aud: audience, exp: 9e9 })}.`,
    ],
    [
      'signed with the public key as a secret',
      async () => {
        const head = encode({ alg: 'HS256', kid: 'one' });
        return `Bearer ${head}.${encode({ ...claims, sub: 'a', iss: issuer, aud: audience, exp: 9e9 })}.${'A'.repeat(43)}`;
      },
    ],
    ['without a subject', async () => `Bearer ${await tokenOf({ sub: null })}`],
    ['with a control character in its subject', async () => `Bearer ${await tokenOf({ sub: 'a\nb' })}`],
    [
      'of a role in other letters',
      async () => `Bearer ${await tokenOf({ claims: { role: 'grid_worker' } })}`,
    ],
    ['of a list of roles', async () => `Bearer ${await tokenOf({ claims: { role: ['GRID_WORKER'] } })}`],
    ['with an area that is a pattern', async () => `Bearer ${await tokenOf({ claims: { area: '3508%' } })}`],
    ['with an area that is no text', async () => `Bearer ${await tokenOf({ claims: { area: 350802 } })}`],
    [
      'with purposes that are no list',
      async () => `Bearer ${await tokenOf({ claims: { purposes: { a: 1 } } })}`,
    ],
    [
      'of a department’s reviewer without a department',
      async () => `Bearer ${await tokenOf({ claims: { role: 'DEPARTMENT_REVIEWER' } })}`,
    ],
    [
      'of a portal that acts for nobody',
      async () => `Bearer ${await tokenOf({ claims: { role: 'PORTAL' } })}`,
    ],
  ];

  it.each(refused)('%s, is told one sentence', async (_what, authorization) => {
    const none = await wording(undefined);
    expect(none).toContain('UNAUTHENTICATED');
    expect(await wording(await authorization())).toBe(none);
  });

  it('is not let in for having been, once it has run out', async () => {
    let now = Date.now();
    const authenticate = await authenticator(() => now);
    const authorization = `Bearer ${await tokenOf({ expires: 60 })}`;
    expect(await authenticate(authorization)).toMatchObject({ sub: 'zheng' });
    now += 66_000;
    await expect(authenticate(authorization)).rejects.toThrow();
  });

  it('is not let in for having been, ten minutes after its key was last published', async () => {
    const leaked = await makeKey('leaked');
    published = [key.jwk, leaked.jwk];
    let now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    try {
      const authenticate = await authenticator();
      const [kept, withdrawn] = await Promise.all(
        [key, leaked].map(async (used) => `Bearer ${await tokenOf({ key: used, expires: 3_600 })}`),
      );
      await Promise.all([authenticate(kept), authenticate(withdrawn)]);
      published = [key.jwk];
      const before = fetches;
      now += 599_000;
      await expect(authenticate(withdrawn)).resolves.toMatchObject({ sub: 'zheng' });
      expect(fetches).toBe(before);
      now += 2_000;
      await expect(authenticate(withdrawn)).rejects.toThrow('Expected a valid token');
      await expect(authenticate(kept)).resolves.toMatchObject({ sub: 'zheng' });
      expect(fetches).toBe(before + 1);
    } finally {
      clock.mockRestore();
    }
  });

  it('is none where the provider cannot be asked', async () => {
    const trust = await createTrust({ issuer, audience, jwksUrl: 'http://127.0.0.1:9/keys' });
    await expect(createAuthenticator(trust, log)(`Bearer ${await tokenOf()}`)).rejects.toThrow(
      'Expected a valid token',
    );
  });

  it.each([
    ['an outage', 503, '{"keys":[]}'],
    ['an error page', 200, '<html>'],
    ['another document', 200, '{"error":"no"}'],
  ])(
    'is none where the provider answers with %s, and the log tells the operator',
    async (_, status, body) => {
      const broken = createServer((_request, response) => response.writeHead(status).end(body));
      await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(broken.address() as AddressInfo).port}/keys`;
      const told = jest.spyOn(log, 'error').mockReturnValue();
      const authenticate = createAuthenticator(await createTrust({ issuer, audience, jwksUrl: url }), log);
      await expect(authenticate(`Bearer ${await tokenOf()}`)).rejects.toThrow('Expected a valid token');
      expect(told).toHaveBeenCalledTimes(1);
      told.mockRestore();
      await new Promise((resolve) => broken.close(resolve));
    },
  );

  it('is not told in the log: what is wrong with it is its holder’s business', async () => {
    const told = jest.spyOn(log, 'error').mockReturnValue();
    const authenticate = await authenticator();
    for (const changed of [{ key: other }, { kid: 'two' }, { expires: -60 }, { audience: 'shop' }])
      await expect(authenticate(`Bearer ${await tokenOf(changed)}`)).rejects.toThrow();
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });
});

describe('a token that is let in', () => {
  it('says who calls; purposes that are none are left out', async () => {
    const authenticate = await authenticator();
    const caller = await authenticate(
      `bearer ${await tokenOf({ claims: { purposes: 'SERVICE_VISIT FUN' } })}`,
    );
    expect(caller).toEqual({
      sub: 'zheng',
      role: 'GRID_WORKER',
      area: '350802001',
      purposes: ['SERVICE_VISIT'],
    });
  });

  it('may be five seconds late', async () => {
    expect(await wording(`Bearer ${await tokenOf({ expires: -3 })}`)).toBe('let in');
  });

  it('may be of an area-bound role without an area, which sees no rows', async () => {
    expect(await wording(`Bearer ${await tokenOf({ claims: { area: undefined } })}`)).toBe('let in');
  });

  it('may be of a key published later: the set is fetched anew, but not for every unknown key', async () => {
    const authenticate = await authenticator();
    await authenticate(`Bearer ${await tokenOf()}`);
    const before = fetches;
    for (let count = 0; count < 20; count += 1)
      await authenticate(`Bearer ${await tokenOf({ kid: `unknown-${count}` })}`).catch(() => undefined);
    expect(fetches - before).toBeLessThanOrEqual(1);
    const later = await makeKey('later');
    published = [key.jwk, later.jwk];
    expect(await wording(`Bearer ${await tokenOf({ key: later })}`)).toBe('let in');
  });

  it.each(['ES384', 'RS256', 'PS256', 'EdDSA'])('may be signed by %s', async (algorithm) => {
    const made = await makeKey(algorithm, algorithm);
    published = [key.jwk, made.jwk];
    expect(await wording(`Bearer ${await tokenOf({ key: made })}`)).toBe('let in');
  });
});

describe('the development issuer', () => {
  it('is trusted by the key of its own data directory and no other', async () => {
    const dirs = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'hub-issuer-')));
    const [own = '', foreign = ''] = dirs;
    const caller = { sub: 'dev', role: 'AUDITOR', purposes: ['SUPERVISION_AUDIT'] } as const;
    const authenticate = createAuthenticator(await createTrust({ dataDir: own }), log);
    expect(await authenticate(`Bearer ${await signDevToken(own, caller)}`)).toEqual(caller);
    await expect(authenticate(`Bearer ${await signDevToken(foreign, caller)}`)).rejects.toThrow();
    for (const dir of dirs) rmSync(dir, { recursive: true });
  });
});
