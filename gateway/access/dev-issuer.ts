import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JSONWebKeySet, type JWK } from 'jose';
import { loadOrCreateSecret } from '../../subgraphs/kit/database/secret-file.ts';
import type { Caller } from '../../schema/caller.ts';

/** The issuer and audience of tokens made for development. */
export const devIssuer = 'urn:portrait-hub:dev';
export const devAudience = 'portrait-hub';

const algorithm = 'ES256';
const lifetime = '8h';

/** Signs a token for development with the key in the data directory, which is made at the first use. */
export async function signDevToken(dataDir: string, caller: Caller): Promise<string> {
  const key = await importJWK(await loadOrCreateKey(dataDir), algorithm);
  const { sub, authMethods: amr, authenticatedAt = Math.floor(Date.now() / 1_000), ...claims } = caller;
  const proof = amr === undefined ? {} : { amr, auth_time: authenticatedAt };
  return new SignJWT({ ...claims, ...proof })
    .setProtectedHeader({ alg: algorithm, kid: 'dev' })
    .setSubject(sub)
    .setIssuer(devIssuer)
    .setAudience(devAudience)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(key);
}

/** The public half of the development issuer's key, as a key set. */
export async function loadDevKeys(dataDir: string): Promise<JSONWebKeySet> {
  const { kty, crv, x, y } = await loadOrCreateKey(dataDir);
  if (kty !== 'EC' || crv === undefined || x === undefined || y === undefined)
    throw new Error('dev-issuer.jwk in the data directory is no key: delete it and start again.');
  return { keys: [{ kty, crv, x, y, kid: 'dev', alg: algorithm, use: 'sig' }] };
}

async function loadOrCreateKey(dataDir: string): Promise<JWK> {
  const text = await loadOrCreateSecret(join(dataDir, 'dev-issuer.jwk'), createKey);
  const key = parseJson(text);
  if (!isKey(key))
    throw new Error('dev-issuer.jwk in the data directory is no key: delete it and start again.');
  return key;
}

/** A parser's own message would quote the key. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function createKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

const isKey = (value: unknown): value is JWK => typeof value === 'object' && value !== null && 'kty' in value;
