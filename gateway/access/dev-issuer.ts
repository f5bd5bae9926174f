import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Caller } from '../../schema/caller.ts';

/** The issuer and audience of tokens made for development. */
export const devIssuer = 'urn:portrait-hub:dev';
export const devAudience = 'portrait-hub';

const algorithm = 'ES256';
const lifetime = '8h';

/** Signs a token for development with the key in the data directory, which is made at the first use. */
export async function signDevToken(dataDir: string, caller: Caller): Promise<string> {
  const key = await importJWK(await loadOrCreateKey(dataDir), algorithm);
  const { sub, ...claims } = caller;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid: 'dev' })
    .setSubject(sub)
    .setIssuer(devIssuer)
    .setAudience(devAudience)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(key);
}

async function loadOrCreateKey(dataDir: string): Promise<JWK> {
  const path = join(dataDir, 'dev-issuer.jwk');
  await mkdir(dataDir, { recursive: true });
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  try {
    // "wx": of two processes that start together one writes, the other reads what it wrote.
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(JSON.stringify(await exportJWK(privateKey)));
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!isKey(key)) throw new Error('dev-issuer.jwk in the data directory is no key: delete it and start again.');
  return key;
}

const isKey = (value: unknown): value is JWK => typeof value === 'object' && value !== null && 'kty' in value;
