import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { printCertificateKey } from '../../subgraphs/integrity/certificate/sign.ts';
import { readPublicKey, verifyCertificate } from '../../subgraphs/integrity/certificate/verify-alone.mjs';
import { coverageOf, headlineOf } from '../../subgraphs/integrity/domain/certificate/coverage.ts';
import type {
  CertificateAnswer,
  CertificatePayload,
} from '../../subgraphs/integrity/domain/certificate/payload.ts';

const digestOf = (text: string): string => createHash('sha256').update(`synthetic ${text}`).digest('hex');

/** Of a purpose that asks 15 departments: they have none, the others are not asked. */
const answerOf = (index: number): CertificateAnswer => {
  const department = `D${String(index + 1).padStart(2, '0')}`;
  const isAsked = index < 14 || department === 'D37';
  return {
    department,
    name: department === 'D37' ? '市税务局' : `示例${department}局`,
    state: isAsked ? 'ANSWERED_NONE' : 'NOT_APPLICABLE',
    basis: isAsked ? '评先评优(单位)' : '本用途不涉及',
    dataAsOf: isAsked ? '2026-11-20T00:00:00.000Z' : null,
    dueAt: null,
    opinion: null,
    requestHash: digestOf(`request ${department}`),
    responseHash: isAsked ? digestOf(`response ${department}`) : null,
    records: [],
  };
};

const answers = Array.from({ length: 42 }, (_, index) => answerOf(index));

/** A certificate that everything speaks for. */
export const cleanPayload: CertificatePayload = {
  format: 'portrait-hub review certificate 1',
  id: 'certificate-synthetic-1',
  issuedAt: '2026-11-25T02:00:00.000Z',
  review: {
    id: 'review-synthetic-1',
    purpose: 'HONOUR_UNIT',
    matter: '示例年度平安单位评选',
    legalBasis: '示例条例第一条',
    asOf: '2026-11-20',
    requestedAt: '2026-11-10T01:00:00.000Z',
    deadline: '2026-11-20T10:00:00.000Z',
  },
  subject: {
    id: 'subject-synthetic-1',
    kind: 'UNIT',
    name: '龙岩示例虚构有限公司',
    creditCode: '91359999MA00000000',
    division: '350802',
    post: null,
    person: null,
  },
  catalogue: { version: 3, hash: digestOf('catalogue') },
  rules: { version: 1, hash: digestOf('rules') },
  answers,
  coverage: coverageOf(answers),
  headline: headlineOf(answers),
  findings: [],
  proposal: 'PASS',
  decision: {
    outcome: 'NO_VETO',
    reason: '各部门均无记录',
    meetingReference: '示例会议纪要〔2026〕1号',
    decidedAt: '2026-11-25T02:00:00.000Z',
    expiresOn: '2027-11-25',
    signatures: [
      { role: 'VETO_REVIEWER', signer: digestOf('proposer'), signedAt: '2026-11-24T02:00:00.000Z' },
      { role: 'REVIEW_APPROVER', signer: digestOf('approver'), signedAt: '2026-11-25T02:00:00.000Z' },
    ],
  },
  snapshotHash: digestOf('snapshot'),
  eventHash: digestOf('event'),
};

type Changes = Readonly<Record<string, Partial<CertificateAnswer>>>;

/** The same with other answers of some departments; coverage and headline follow. */
export function answering(payload: CertificatePayload, changes: Changes): CertificatePayload {
  const changed = payload.answers.map((answer) => ({ ...answer, ...changes[answer.department] }));
  return { ...payload, answers: changed, coverage: coverageOf(changed), headline: headlineOf(changed) };
}

export const deciding = (
  payload: CertificatePayload,
  decision: Partial<CertificatePayload['decision']>,
): CertificatePayload => ({ ...payload, decision: { ...payload.decision, ...decision } });

/** One department has not answered, and the decision is under reserve. */
export const provisionalPayload: CertificatePayload = deciding(
  {
    ...answering(cleanPayload, { D37: { state: 'NOT_ANSWERED', responseHash: null } }),
    proposal: 'UNDETERMINED',
  },
  { outcome: 'PROVISIONAL', reason: '市税务局尚未答复', expiresOn: '2026-12-25' },
);

/** A record speaks against the subject, everybody has answered, and it is vetoed. */
export const vetoPayload: CertificatePayload = deciding(
  {
    ...answering(cleanPayload, {
      D01: {
        state: 'ANSWERED_RECORD',
        records: [
          {
            ...{
              id: 'record-synthetic-1',
              version: 2,
              type: 'D01-EVL',
              level: 'SERIOUS',
              status: 'RECORDED',
            },
            ...{ decidedOn: '2026-06-01', validUntil: null },
          },
        ],
      },
    }),
    findings: [
      {
        ...{
          rule: 'T4',
          record: { id: 'record-synthetic-1', version: 2 },
          veto: null,
          effect: 'DENIES_HONOUR',
        },
        ...{ basisArticle: '示例条例第二条', effectiveFrom: '2026-06-01', effectiveTo: '2027-06-01' },
      },
    ],
    proposal: 'VETO',
  },
  { outcome: 'VETO', reason: '示例考评不合格', expiresOn: '2027-06-01' },
);

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** A JWS over any text under any header, with a signature that holds: what a hub gone wrong could sign. */
export async function signText(
  text: string | Uint8Array,
  key: KeyObject,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { kid } = await printCertificateKey(key);
  const named = JSON.stringify({ alg: 'EdDSA', kid, typ: 'review-certificate+jws', ...header });
  const input = [named, text].map((part) => Buffer.from(part).toString('base64url')).join('.');
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** The same over any value, in canonical form. */
export const signAny = (value: unknown, key: KeyObject): Promise<string> =>
  signText(canonicalize(value) ?? '', key);

/** What is wrong with a certificate; null when it is valid. */
export async function faultOf(jws: string | Uint8Array, key: KeyObject): Promise<string | null> {
  const verdict = verifyCertificate(
    Buffer.from(jws),
    readPublicKey(JSON.stringify(await printCertificateKey(key))),
  );
  return verdict.kind === 'VALID' ? null : verdict.fault;
}
