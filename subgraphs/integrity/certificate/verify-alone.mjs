#!/usr/bin/env node
// @ts-check
/**
 * Verifies a certificate of a review (综治诚信联审) on any machine with Node 20 or newer. This one file, the certificate and the
 * public key are all that it takes; it asks nobody and changes nothing.
 *
 *   node verify-alone.mjs CERTIFICATE.jws --key PUBLIC.json
 *
 * Exits with 0 when the certificate is valid, 1 when it is not, 2 when there was nothing to verify. A valid certificate was signed
 * by the key, not altered by a byte since, and does not contradict itself. Whether it has expired is told and no fault: it says
 * what was decided then.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';

/** @typedef {import('../domain/certificate/payload.ts').CertificatePayload} CertificatePayload */
/** @typedef {{ key: import('node:crypto').KeyObject, thumbprint: string }} PublicKey */
/** @typedef {{ kind: 'VALID', payload: CertificatePayload } | { kind: 'NOT_VALID', fault: string }} Verdict */
/** @typedef {{ expected: string, holds: (value: unknown) => boolean }} Leaf */
export class Fault extends Error {}

/** @type {(holds: boolean, at: string, expected: string, found: string) => void} */
const must = (holds, at, expected, found) => {
  if (!holds) throw new Fault(`${at}: expected ${expected}, found ${found}`);
};

/**
 * The public key of its JWK (RFC 8037); throws for a text that is none.
 * @param {string} text
 * @returns {PublicKey}
 */
export function readPublicKey(text) {
  const { kty, crv, x, d } = membersOf(parse(text, 'key'));
  must(d === undefined, 'key', 'a public key', 'a private one: nobody but the signer should have it');
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || decode(x, 'key.x').length !== 32)
    throw new Fault('key: expected a JWK of Ed25519 (RFC 8037), found another');
  const thumbprint = createHash('sha256').update(canonicalize({ crv, kty, x })).digest('base64url');
  return { key: createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), thumbprint };
}

/**
 * What a certificate says, when it is valid. Nothing of it is looked at before the signature holds.
 * @param {Uint8Array} file
 * @param {PublicKey} publicKey
 * @returns {Verdict}
 */
export function verifyCertificate(file, publicKey) {
  try {
    const text = openSigned(file, publicKey, 'review-certificate+jws');
    const payload = parse(text, 'payload');
    assertForm(payload);
    must(canonicalize(payload) === text, 'payload', 'canonical JSON (RFC 8785)', 'another spelling');
    checkCoverage(payload);
    checkProposal(payload);
    checkDecision(payload);
    return { kind: 'VALID', payload };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'NOT_VALID', fault: error.message };
    throw error;
  }
}

/** @type {(file: Uint8Array, publicKey: PublicKey, form: string) => string} */
export function openSigned(file, { key, thumbprint }, form) {
  // Latin-1 has a character for each byte, so that none goes unseen.
  const parts = /^([\w-]+)\.([\w-]+)\.([\w-]+)\n?$/.exec(Buffer.from(file).toString('latin1'));
  const [, header = '', payload = '', signature = ''] = parts ?? [];
  must(parts !== null, 'certificate', 'three parts in base64url, and a line break at most', 'another form');
  const named = decodeText(header, 'header');
  const { alg, kid, typ, ...others } = membersOf(parse(named, 'header'));
  must(alg === 'EdDSA', 'header.alg', 'EdDSA', quote(alg));
  must(typ === form, 'header.typ', form, quote(typ));
  must(kid === thumbprint, 'header.kid', `${thumbprint} as of the key given`, quote(kid));
  must(Object.keys(others).length === 0, 'header', 'no other members', quote(Object.keys(others)));
  must(named === canonicalize({ alg, kid, typ }), 'header', 'canonical JSON (RFC 8785)', 'another spelling');
  const isSigned = verify(null, Buffer.from(`${header}.${payload}`), key, decode(signature, 'signature'));
  must(isSigned, 'signature', `one by the key ${thumbprint} over these bytes`, 'another');
  return decodeText(payload, 'payload');
}

/** @type {(part: string, at: string) => Buffer} */
function decode(part, at) {
  const bytes = Buffer.from(part, 'base64url');
  // The last character has spare bits, and a decoder that ignores them takes several texts for the same bytes.
  must(bytes.toString('base64url') === part, at, 'base64url without spare bits (RFC 4648 §3.5)', 'some');
  return bytes;
}

/** @type {(part: string, at: string) => string} */
function decodeText(part, at) {
  const bytes = decode(part, at);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault(`${at}: expected UTF-8, found other bytes`);
  }
}

/** @type {(text: string, at: string) => unknown} */
function parse(text, at) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault(`${at}: expected JSON, found something else`); // the parser's message repeats the text
  }
}

/** @type {(value: unknown) => Readonly<Record<string, unknown>>} */
const membersOf = (value) => (typeof value === 'object' && value !== null ? { ...value } : {});

/**
 * A value as the one text that RFC 8785 has for it.
 * @param {unknown} value
 * @returns {string}
 */
export function canonicalize(value) {
  if (Array.isArray(value)) return `[${value.map((member) => canonicalize(member)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)); // by UTF-16 units
    return `{${members.map(([name, member]) => `${canonicalize(name)}:${canonicalize(member)}`).join(',')}}`;
  }
  if (typeof value === 'string') must(!/\p{Cs}/u.test(value), 'text', 'whole characters', 'half a pair');
  return JSON.stringify(value);
}

const denying = ['DENIES_HONOUR', 'DENIES_HONOUR_AND_PROMOTION'];
const answered = ['ANSWERED_NONE', 'ANSWERED_RECORD', 'NOT_APPLICABLE', 'SUPPRESSED'];
const passing = ['ANSWERED_NONE', 'NOT_APPLICABLE'];
const unanswered = ['REFUSED', 'NOT_ANSWERED', 'STALE', 'IDENTITY_UNCERTAIN', 'INVALID', 'WITHDRAWN'];

/** The whole form, `member:kind`: `?` may be null, `[]` is a list, `[42]` one of so many. There are no other members. */
/** @type {ReadonlyMap<string, string>} */
const forms = new Map(
  Object.entries({
    payload: `format:format id:filled issuedAt:moment review:review subject:subject catalogue:version rules:version
    answers:answer[42] coverage:coverage headline:filled findings:finding[] proposal:proposal decision:decision
    snapshotHash:hash eventHash:hash`,
    review: `id:filled purpose:filled matter:filled legalBasis:filled asOf:day requestedAt:moment deadline:moment`,
    subject: `id:filled kind:kind name:filled creditCode:text? division:text? post:text? person:text?`,
    version: `version:count hash:hash`,
    answer: `department:department name:filled state:state basis:text? dataAsOf:moment? dueAt:moment? opinion:text?
    requestHash:hash responseHash:hash? records:record[]`,
    record: `id:filled version:count type:filled level:text? status:filled decidedOn:day validUntil:day?`,
    coverage: `required:count answered:count missing:missing[]`,
    missing: `code:department name:filled`,
    finding: `rule:filled record:ground? veto:filled? effect:effect basisArticle:text effectiveFrom:day? effectiveTo:day?`,
    ground: `id:filled version:count`,
    decision: `outcome:outcome reason:filled meetingReference:filled decidedAt:moment expiresOn:day? signatures:signature[2]`,
    signature: `role:filled signer:hash signedAt:moment`,
  }),
);

/** @type {(expected: string, holds: (value: unknown) => boolean) => Leaf} */
const leaf = (expected, holds) => ({ expected, holds });
/** @type {(expected: string, form: RegExp) => Leaf} */
const textOf = (expected, form) => leaf(expected, (value) => typeof value === 'string' && form.test(value));
/** @type {(...values: string[]) => Leaf} */
const oneOf = (...values) =>
  leaf(`one of ${values.join(', ')}`, (value) => values.some((one) => one === value));

/** @type {ReadonlyMap<string, Leaf>} */
const leaves = new Map([
  ['text', textOf('a text', /^/)],
  ['filled', textOf('a text that is not blank', /\S/)],
  ['count', leaf('a whole number', (value) => Number.isSafeInteger(value) && Number(value) >= 0)],
  ['hash', textOf('64 hexadecimal digits', /^[0-9a-f]{64}$/)],
  ['day', leaf('a day as YYYY-MM-DD', (value) => isDay(value))],
  ['moment', leaf('a moment as YYYY-MM-DDThh:mm:ss.sssZ', (value) => isMoment(value))],
  ['department', textOf('a code from D01 to D42', /^D(0[1-9]|[123]\d|4[0-2])$/)],
  ['format', oneOf('portrait-hub review certificate 1')],
  ['kind', oneOf('REGION', 'UNIT', 'LEADER', 'INDIVIDUAL')],
  ['state', oneOf(...answered, ...unanswered)],
  ['effect', oneOf(...denying, 'TO_BE_WEIGHED', 'IN_FAVOUR')],
  ['proposal', oneOf('VETO', 'PASS', 'UNDETERMINED')],
  ['outcome', oneOf('VETO', 'NO_VETO', 'DEFER', 'PROVISIONAL', 'OPINION')],
]);

/** @type {(value: unknown) => boolean} */
function isMoment(value) {
  const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?Z$/;
  return typeof value === 'string' && isDay(form.exec(value)?.[1]);
}

/** @type {(value: unknown) => boolean} */
function isDay(value) {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
}

/** @type {(value: unknown) => asserts value is CertificatePayload} */
function assertForm(value) {
  check(value, 'payload', 'payload');
}

/** @type {(value: unknown, kind: string, at: string) => void} */
function check(value, kind, at) {
  const [, name = '', mark = ''] = /^(\w+)(.*)$/.exec(kind) ?? [];
  if (mark === '?' && value === null) return;
  if (!mark.startsWith('[')) {
    checkOne(value, name, at);
    return;
  }
  if (!Array.isArray(value)) throw new Fault(`${at}: expected a list, found ${kindOf(value)}`);
  const length = mark.slice(1, -1);
  must(length === '' || value.length === Number(length), at, `${length} entries`, `${value.length}`);
  value.forEach((member, index) => check(member, name, `${at}[${index}]`));
}

/** @type {(value: unknown, name: string, at: string) => void} */
function checkOne(value, name, at) {
  const known = leaves.get(name);
  if (known) {
    must(known.holds(value), at, known.expected, kindOf(value));
    return;
  }
  must(kindOf(value) === 'an object', at, 'an object', kindOf(value));
  const given = new Map(Object.entries(membersOf(value)));
  const members = (forms.get(name) ?? '').split(/\s+/).map((word) => word.split(':'));
  const others = [...given.keys()].filter((one) => members.every(([member]) => member !== one));
  must(others.length === 0, at, 'no other members', quote(others));
  for (const [member = '', kind = ''] of members) check(given.get(member), kind, `${at}.${member}`);
}

/** @type {(value: unknown) => string} */
function kindOf(value) {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `another ${typeof value}`;
}

/** @type {(value: unknown) => string} */
const quote = (value) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200));

/** @type {(payload: CertificatePayload) => void} */
function checkCoverage({ answers, coverage, headline }) {
  answers.forEach((answer, index) => {
    const code = `D${String(index + 1).padStart(2, '0')}`;
    must(answer.department === code, `payload.answers[${index}].department`, code, answer.department);
  });
  const missing = answers.filter(({ state }) => !answered.includes(state));
  const counted = canonicalize({
    required: 42,
    answered: 42 - missing.length,
    missing: missing.map(({ department, name }) => ({ code: department, name })),
  });
  const said = canonicalize(coverage);
  must(said === counted, 'payload.coverage', `${counted} as the answers say`, said);
  const notApplicable = answers.filter(({ state }) => state === 'NOT_APPLICABLE').length;
  const whole = `${42 - missing.length} of 42 answered, ${notApplicable} of them not applicable`;
  const names = missing.map(({ name }) => name).join('、');
  const expected = names === '' ? whole : `${whole}; missing: ${names}`;
  must(headline === expected, 'payload.headline', quote(expected), quote(headline));
}

/** @type {(payload: CertificatePayload) => void} */
function checkProposal({ answers, findings, proposal }) {
  const isClean =
    findings.every(({ effect }) => effect === 'IN_FAVOUR') &&
    answers.every(({ state, records }) => passing.includes(state) && records.length === 0);
  const open = isClean ? 'PASS' : 'UNDETERMINED';
  const told = answers.flatMap(({ state, records }) => (state === 'ANSWERED_RECORD' ? records : []));
  const grounds = findings.filter(({ effect }) => denying.includes(effect));
  const named = new Set(told.map(({ id, version }) => canonicalize({ id, version })));
  const isShown = grounds.every(({ record, veto }) => (record ? named.has(canonicalize(record)) : veto));
  must(isShown, 'payload.findings', 'grounds that answers or earlier vetoes name', 'one that none does');
  const expected = grounds.length > 0 ? 'VETO' : open;
  must(proposal === expected, 'payload.proposal', `${expected} after these answers and findings`, proposal);
}

/** @type {(payload: CertificatePayload) => void} */
function checkDecision({ subject, proposal, coverage, decision }) {
  const { outcome, decidedAt, expiresOn, signatures } = decision;
  const isWhole = coverage.missing.length === 0;
  const allowed = outcomesFor(subject.kind, proposal, isWhole);
  const given = `for ${subject.kind}, proposal ${proposal}, ${isWhole ? 'nothing' : 'answers'} missing`;
  must(allowed.includes(outcome), 'payload.decision.outcome', `${allowed.join(' or ')} ${given}`, outcome);
  const signers = new Set(signatures.map(({ signer }) => signer));
  must(signers.size === 2, 'payload.decision.signatures', 'two signers', 'the same one twice');
  const first = dayInChina(decidedAt, 0); // nothing ends before it was made, and what decides nothing has no end
  const last = outcome === 'PROVISIONAL' ? dayInChina(decidedAt, 30) : '9999-12-31';
  const isBounded = outcome === 'DEFER' ? !expiresOn : expiresOn && expiresOn >= first && expiresOn <= last;
  const bounds = outcome === 'DEFER' ? 'null' : `a day from ${first} to ${last}`;
  must(!!isBounded, 'payload.decision.expiresOn', `${bounds} for ${outcome}`, expiresOn ?? 'null');
}

/** @type {(kind: string, proposal: string, isWhole: boolean) => readonly string[]} */
function outcomesFor(kind, proposal, isWhole) {
  if (kind === 'INDIVIDUAL') return ['OPINION'];
  if (proposal === 'PASS') return ['NO_VETO', 'DEFER'];
  if (proposal === 'UNDETERMINED') return ['DEFER', 'PROVISIONAL'];
  return isWhole ? ['VETO', 'NO_VETO', 'DEFER'] : ['VETO', 'DEFER'];
}

/** @type {(moment: string | Date, daysLater: number) => string} */
const dayInChina = (moment, daysLater) =>
  new Date(new Date(moment).valueOf() + daysLater * 86_400_000 + 28_800_000).toISOString().slice(0, 10);

/** @type {(text: string) => string} Nothing of a file may steer a terminal, nor turn the direction of what stands beside it. */
export const clean = (text) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);

/**
 * A verdict in words, and no more of the certificate than one has to know before using it.
 * @param {Verdict} verdict
 * @param {Date} now
 */
export function tell(verdict, now) {
  if (verdict.kind === 'NOT_VALID') return clean(`The certificate is NOT VALID. ${verdict.fault}`);
  const { headline, subject, proposal, decision } = verdict.payload;
  const { outcome, expiresOn } = decision;
  const isExpired = expiresOn !== null && expiresOn < dayInChina(now, 0);
  return [
    'The certificate is valid.',
    `  coverage  ${headline}`,
    `  subject   ${subject.kind} ${subject.name}`,
    `  proposal  ${proposal}`,
    `  outcome   ${outcome}`,
    `  expires   ${expiresOn ?? 'never'}${isExpired ? ': it has EXPIRED' : ''}`,
  ]
    .map(clean)
    .join('\n');
}

/** @type {(args: readonly string[]) => number} */
function main(args) {
  const at = args.indexOf('--key');
  const [file, ...rest] = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const keyFile = at < 0 ? undefined : args[at + 1];
  if (file === undefined || rest.length > 0 || keyFile === undefined) {
    process.stderr.write('Expected: node verify-alone.mjs CERTIFICATE.jws --key PUBLIC.json\n');
    return 2;
  }
  try {
    const publicKey = readPublicKey(readFileSync(keyFile, 'utf8'));
    const verdict = verifyCertificate(readFileSync(file), publicKey);
    process.stdout.write(`${tell(verdict, new Date())}\n`);
    return verdict.kind === 'VALID' ? 0 : 1;
  } catch (error) {
    process.stderr.write(
      `Nothing was verified. ${error instanceof Error ? error.message : 'Unknown fault'}\n`,
    );
    return 2;
  }
}

const started = process.argv[1] ?? '';
if (existsSync(started) && realpathSync(started) === realpathSync(new URL(import.meta.url)))
  process.exitCode = main(process.argv.slice(2));
