import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { OidcConfig } from '../config.ts';
import { devAudience, devIssuer, loadDevKeys } from './dev-issuer.ts';

/** Whose tokens are taken, and what must be true of them. */
export interface Trust {
  readonly issuer: string;
  readonly audience: string;
  /** A closed list: a token does not choose how it is verified. */
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/**
 * An identity provider by its key set, fetched when first needed and again for a key that is not in it, at most once in
 * half a minute; or the development issuer by the key of the data directory.
 */
export async function createTrust(from: OidcConfig | { readonly dataDir: string }): Promise<Trust> {
  if ('dataDir' in from) {
    const keys = createLocalJWKSet(await loadDevKeys(from.dataDir));
    return { issuer: devIssuer, audience: devAudience, algorithms: ['ES256'], keys };
  }
  const { issuer, audience, jwksUrl } = from;
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
    cacheMaxAge: 600_000,
  });
  return { issuer, audience, algorithms: ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'], keys };
}
