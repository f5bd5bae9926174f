import {
  createLocalJWKSet,
  createRemoteJWKSet,
  jwksCache,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
} from 'jose';
import type { OidcConfig } from '../config.ts';
import { devAudience, devIssuer, loadDevKeys } from './dev-issuer.ts';

/** Whose tokens are taken, and what must be true of them. */
export interface Trust {
  readonly issuer: string;
  readonly audience: string;
  /** A closed list: a token does not choose how it is verified. */
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
  /** Until when the keys that are had now may be believed, in milliseconds since 1970; later they are fetched anew. */
  readonly keysUntil: () => number;
}

/** Milliseconds for which a key set is believed: a key that its provider took back is good for so long at most. */
const keysMs = 600_000;

/**
 * An identity provider by its key set, fetched when first needed, when it has grown old, and again for a key that is not in
 * it, at most once in half a minute; or the development issuer by the key of the data directory.
 */
export async function createTrust(from: OidcConfig | { readonly dataDir: string }): Promise<Trust> {
  if ('dataDir' in from) {
    const keys = createLocalJWKSet(await loadDevKeys(from.dataDir));
    return {
      issuer: devIssuer,
      audience: devAudience,
      algorithms: ['ES256'],
      keys,
      keysUntil: () => Infinity,
    };
  }
  const { issuer, audience, jwksUrl } = from;
  // jose writes here what it fetched, and when.
  const fetched = createCache();
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
    cacheMaxAge: keysMs,
    [jwksCache]: fetched,
  });
  const keysUntil = (): number => ('uat' in fetched ? fetched['uat'] + keysMs : 0);
  return { issuer, audience, algorithms: ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'], keys, keysUntil };
}

const createCache = (): JWKSCacheInput => ({});
