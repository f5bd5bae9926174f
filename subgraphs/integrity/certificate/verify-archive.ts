import canonicalize from 'canonicalize';
import {
  archiveFormat,
  type ArchivedCase,
  type ArchivedDecision,
  type ArchivePackage,
} from '../domain/certificate/archive-package.ts';
import { clean, Fault, openSigned, verifyCertificate, type PublicKey } from './verify-alone.mjs';

type Verdict =
  | { readonly kind: 'VALID'; readonly archive: ArchivePackage }
  | { readonly kind: 'NOT_VALID'; readonly fault: string };

const typ = 'review-archive+jws';

/** Whether a file says of itself that it is an archive package; nothing of it is believed by that. */
export function isArchiveFile(file: Buffer): boolean {
  const [header = ''] = file.toString('latin1').split('.', 1);
  return Buffer.from(header, 'base64url').toString().includes(typ);
}

/**
 * What an archive package holds, when it is valid: signed by the key and not altered by a byte since, its events whole up to
 * where the case stands, each certificate valid by the same key and about this very case. It asks nobody.
 */
export function verifyArchive(file: Buffer, key: PublicKey): Verdict {
  try {
    const text = openSigned(file, key, typ);
    const archive: unknown = JSON.parse(text);
    if (!isArchive(archive)) return notValid(`the form of ${archiveFormat}`, 'another');
    if (canonicalize(archive) !== text) return notValid('canonical JSON (RFC 8785)', 'another spelling');
    return contradictionOf(archive.content, key) ?? { kind: 'VALID', archive };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'NOT_VALID', fault: error.message };
    if (error instanceof SyntaxError) return notValid('JSON', 'something else');
    throw error;
  }
}

const notValid = (expected: string, found: string): Verdict & { readonly kind: 'NOT_VALID' } => ({
  kind: 'NOT_VALID',
  fault: `archive: expected ${expected}, found ${found}`,
});

/** In words, and no more of the case than one has to know to put it in its place. */
export function tellArchive(verdict: Verdict): string {
  if (verdict.kind === 'NOT_VALID') return clean(`The archive package is NOT VALID. ${verdict.fault}`);
  const { keepUntil, content } = verdict.archive;
  return [
    'The archive package is valid.',
    `  case      ${content.subject.id}, ${content.subject.state}`,
    `  content   ${content.answers.length} answers, ${content.findings.length} findings, ${content.decisions.length} decisions, ${content.appeals.length} appeals, ${content.events.length} events`,
    `  keep      until ${keepUntil}`,
  ]
    .map(clean)
    .join('\n');
}

function contradictionOf({ subject, events, decisions }: ArchivedCase, key: PublicKey): Verdict | null {
  if (events.some(({ version }, index) => version !== index + 1))
    return notValid('each event after the one before it', 'a gap');
  const last = events.at(-1);
  if (last?.version !== subject.version || last.to_state !== subject.state)
    return notValid('events up to where the case stands', 'others');
  const hashes = new Map(events.map(({ version, hash }) => [version, hash]));
  const signed = decisions.filter(({ jws }) => jws !== null);
  if (signed.length !== events.filter(({ act }) => act === 'COUNTERSIGN').length)
    return notValid('a certificate for each signature', 'another number of them');
  for (const decision of signed) {
    const fault = certificateFault(decision, subject.id, hashes, key);
    if (fault) return fault;
  }
  return null;
}

function certificateFault(
  { jws, payload, signed_version }: ArchivedDecision,
  subjectId: string,
  hashes: ReadonlyMap<number, string>,
  key: PublicKey,
): Verdict | null {
  const verdict = verifyCertificate(Buffer.from(jws ?? ''), key);
  if (verdict.kind === 'NOT_VALID') return notValid('valid certificates', verdict.fault);
  if (canonicalize(verdict.payload) !== payload) return notValid('a certificate of its payload', 'another');
  if (verdict.payload.subject.id !== subjectId) return notValid('certificates of this case', 'another’s');
  return hashes.get(signed_version ?? 0) === `\\x${verdict.payload.eventHash}`
    ? null
    : notValid('the event that the certificate was signed with', 'another');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  (isOne: (value: Readonly<Record<string, unknown>>) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every((one) => isRecord(one) && isOne(one));
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isArchive = (value: unknown): value is ArchivePackage =>
  isRecord(value) &&
  value['format'] === archiveFormat &&
  /^\d{4}-\d\d-\d\d$/.test(String(value['keepUntil'])) &&
  isRecord(value['content']) &&
  isCase(value['content']);

function isCase({
  subject,
  answers,
  findings,
  decisions,
  appeals,
  events,
}: Readonly<Record<string, unknown>>) {
  const isAny = isListOf(() => true);
  return (
    isRecord(subject) &&
    typeof subject['id'] === 'string' &&
    typeof subject['version'] === 'number' &&
    typeof subject['state'] === 'string' &&
    [answers, findings, appeals].every(isAny) &&
    isListOf(({ jws, payload, outcome }) => [jws, payload, outcome].every(isTextOrNull))(decisions) &&
    isListOf(
      ({ version, act, to_state, hash }) =>
        [typeof version, typeof act, typeof to_state, typeof hash].join() === 'number,string,string,string',
    )(events)
  );
}
