import { createHmac, createSecretKey, hash, randomUUID, timingSafeEqual, type KeyObject } from 'node:crypto';
import { isPurpose, isRole, type Caller, type Purpose } from '../../schema/caller.ts';

/** A break-glass in force: what it opens of whom. */
export interface BreakGlassClaim {
  readonly id: string;
  readonly person: string;
  readonly classes: readonly string[];
}

/** What the gateway says of a call: who asks, for what, and what was granted. */
export interface TicketClaims {
  readonly caller: Caller;
  readonly purpose: Purpose;
  readonly caseReference: string | undefined;
  /** Classes of data that the gateway granted; the subgraph may give less, never more. */
  readonly grants: readonly string[];
  /** Version of the policy that the gateway decided by. */
  readonly policy: string;
  /** Digest of the supergraph that the gateway planned by. */
  readonly supergraph: string;
  readonly requestId: string;
  /** The break-glass under which the caller asks; absent where he asks under none. */
  readonly breakGlass?: BreakGlassClaim | undefined;
}

/** A ticket that was found valid. */
export interface Ticket extends TicketClaims {
  /** Its single use. */
  readonly jti: string;
  /** When it ends, in seconds since 1970. */
  readonly exp: number;
}

/** A ticket as it is sent, and its single use. */
export interface IssuedTicket {
  readonly jti: string;
  readonly ticket: string;
}

/** The header a ticket travels in. */
export const ticketHeader = 'x-hub-ticket';

/** Seconds from issue to end: a call that takes longer has lost its asker. */
const lifetime = 30;

/** Seconds by which two machines' clocks may differ. */
const leeway = 5;

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/** The text of claims, made once for all tickets of one operation. */
export const writeClaims = (claims: TicketClaims): string => JSON.stringify(claims);

/**
 * Signs a ticket for one subgraph and one body (JWS compact, HS256). The key is the subgraph's own: who learns it could
 * forge tickets to that subgraph only.
 */
export function issueTicket(
  key: Buffer,
  audience: string,
  claims: string,
  body: Uint8Array,
  now: number,
): IssuedTicket {
  const iat = Math.floor(now / 1_000);
  const jti = randomUUID();
  const own = JSON.stringify({
    aud: audience,
    jti,
    iat,
    exp: iat + lifetime,
    body: digestOf(body),
  });
  const payload = Buffer.from(`${own.slice(0, -1)},${claims.slice(1)}`).toString('base64url');
  return { jti, ticket: `${header}.${payload}.${sign(key, payload).toString('base64url')}` };
}

/** The ticket alone. */
export const signTicket = (...of: Parameters<typeof issueTicket>): string => issueTicket(...of).ticket;

/** Reads a ticket: null for one that is not valid for this subgraph, this body and this moment. Says nothing of why. */
export function readTicket(
  key: Buffer,
  audience: string,
  ticket: string | undefined,
  body: Uint8Array,
  now: number,
): Ticket | null {
  const [head, payload, signature, ...rest] = ticket?.split('.') ?? [];
  // The header is compared as a whole: no other algorithm, no key of the sender's choosing.
  if (head !== header || payload === undefined || signature === undefined || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(key, payload);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = parse(payload);
  const seconds = now / 1_000;
  if (claims?.aud !== audience || claims.body !== digestOf(body)) return null;
  if (claims.iat > seconds + leeway || claims.exp < seconds - leeway || claims.exp - claims.iat > lifetime)
    return null;
  return claims;
}

const sign = (key: Buffer, payload: string): Buffer =>
  createHmac('sha256', prepared(key)).update(`${header}.${payload}`).digest();

const digestOf = (body: Uint8Array): string => hash('sha256', body, 'base64url');

const keys = new WeakMap<Buffer, KeyObject>();

/** A key as OpenSSL wants it, made once: from bytes each time, signing took four times as long. */
function prepared(key: Buffer): KeyObject {
  const known = keys.get(key) ?? createSecretKey(key);
  keys.set(key, known);
  return known;
}

interface Payload extends Ticket {
  readonly aud: string;
  readonly iat: number;
  readonly body: string;
}

/** The signature holds, so the gateway wrote this; the form is checked because versions of it may differ. */
function parse(payload: string): Payload | null {
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return isPayload(claims) ? claims : null;
}

function isPayload(value: unknown): value is Payload {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['aud', 'jti', 'body', 'policy', 'supergraph', 'requestId'];
  const has = (name: string, type: 'string' | 'number'): boolean => typeof Reflect.get(value, name) === type;
  return (
    texts.every((name) => has(name, 'string')) &&
    has('iat', 'number') &&
    has('exp', 'number') &&
    'caller' in value &&
    isCaller(value.caller) &&
    'purpose' in value &&
    isPurpose(value.purpose) &&
    'grants' in value &&
    isTexts(value.grants) &&
    isTextOrNone(Reflect.get(value, 'caseReference')) &&
    isBreakGlassOrNone(Reflect.get(value, 'breakGlass'))
  );
}

const isBreakGlassOrNone = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'id') === 'string' &&
    typeof Reflect.get(value, 'person') === 'string' &&
    isTexts(Reflect.get(value, 'classes')));

const isCaller = (value: unknown): value is Caller =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'sub') === 'string' &&
  isRole(Reflect.get(value, 'role')) &&
  isTexts(Reflect.get(value, 'purposes')) &&
  ['area', 'department', 'person', 'system'].every((name) => isTextOrNone(Reflect.get(value, name))) &&
  isSecondFactor(Reflect.get(value, 'authMethods'), Reflect.get(value, 'authenticatedAt')) &&
  isDelegationOrNone(Reflect.get(value, 'delegation'));

const isSecondFactor = (methods: unknown, at: unknown): boolean =>
  isTextsOrNone(methods) && (at === undefined || typeof at === 'number');

const isDelegationOrNone = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'id') === 'string' &&
    typeof Reflect.get(value, 'delegator') === 'string' &&
    isTextsOrNone(Reflect.get(value, 'classes')));

const isTextsOrNone = (value: unknown): boolean => value === undefined || isTexts(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === 'string';
