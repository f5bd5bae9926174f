import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { Caller } from '../../schema/caller.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import type { Trust } from './issuer.ts';
import { readClaims } from './read-claims.ts';

/** Who calls, by the header `authorization`; rejects with UNAUTHENTICATED in one wording, whatever was wrong. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

interface Verified {
  readonly caller: Caller;
  /** Milliseconds since 1970: its own end, or when the keys that it was checked with have to be fetched anew. */
  readonly until: number;
}

/** Tokens whose signature was checked; a client sends the same one many times. */
const mostKept = 10_000;
const leeway = 5;

/** How jose tells of a key set: not within time, none, and with its general code an answer that is not 200 or no JSON. */
const ofKeySet: ReadonlySet<string> = new Set([
  errors.JWKSTimeout.code,
  errors.JWKSInvalid.code,
  errors.JOSEError.code,
]);

/** Checks tokens of one issuer: signature, issuer, audience, expiry, claims. */
export function createAuthenticator(trust: Trust, log: Log, clock: () => number = Date.now): Authenticate {
  const known = new Map<string, Verified>();
  const verify = async (token: string): Promise<Verified | null> => {
    const { payload } = await jwtVerify(token, trust.keys, {
      issuer: trust.issuer,
      audience: trust.audience,
      algorithms: [...trust.algorithms],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: leeway,
      currentDate: new Date(clock()),
    });
    const caller = readClaims(payload);
    if (!caller || payload.exp === undefined) return null;
    return { caller, until: Math.min((payload.exp + leeway) * 1_000, trust.keysUntil()) };
  };
  return async (authorization) => {
    const token = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    const digest = createHash('sha256').update(token).digest('base64');
    const remembered = known.get(digest);
    if (remembered && remembered.until > clock()) return remembered.caller;
    known.delete(digest);
    const verified = await verify(token).catch((thrown: unknown) => {
      // Keys that cannot be had are the operator's business; what is wrong with a token is nobody's but its holder's.
      if (!(thrown instanceof errors.JOSEError) || ofKeySet.has(thrown.code))
        log.error({ err: thrown }, 'the identity provider’s keys could not be had');
      return null;
    });
    if (!verified) throw unauthenticated();
    const [oldest] = known.keys();
    if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
    known.set(digest, verified);
    return verified.caller;
  };
}

const unauthenticated = () =>
  hubError('UNAUTHENTICATED', 'Expected a valid token in the header `authorization: Bearer …`.');
