import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalize as canonicalizeAlone } from '../../subgraphs/integrity/certificate/verify-alone.mjs';
import { coverageOf, headlineOf } from '../../subgraphs/integrity/domain/certificate/coverage.ts';
import type { CertificatePayload } from '../../subgraphs/integrity/domain/certificate/payload.ts';
import {
  answering,
  cleanPayload,
  deciding,
  faultOf,
  newKey,
  provisionalPayload,
  signAny,
  signText,
  vetoPayload,
} from '../support/certificate.ts';

const key = newKey();
const text = canonicalize(cleanPayload) ?? '';
const { answers, decision, subject } = cleanPayload;
const [first, ...rest] = answers;
const signatures = decision.signatures.slice(0, 1);
const person = { ...subject, kind: 'INDIVIDUAL' } as const;
const undetermined: CertificatePayload = { ...provisionalPayload, decision };
const vetoWithGap = answering(vetoPayload, { D37: { state: 'STALE' } });

/** What a hub gone wrong could sign, and what the verifier says of it. */
const contradictions: readonly (readonly [claim: string, payload: unknown, fault: string | RegExp])[] = [
  ['an unknown member', { ...cleanPayload, note: '' }, 'payload: expected no other members, found ["note"]'],
  [
    'an unknown member deep inside',
    { ...cleanPayload, subject: { ...subject, secret: 1 } },
    'payload.subject: expected no other members, found ["secret"]',
  ],
  [
    'a member gone',
    { ...cleanPayload, eventHash: undefined },
    'payload.eventHash: expected 64 hexadecimal digits, found nothing',
  ],
  ['no object at all', 'certificate', 'payload: expected an object, found another string'],
  [
    'a day that no calendar has',
    deciding(cleanPayload, { expiresOn: '2027-02-29' }),
    'payload.decision.expiresOn: expected a day as YYYY-MM-DD, found another string',
  ],
  [
    'another format',
    { ...cleanPayload, format: 'portrait-hub review certificate 2' },
    'payload.format: expected one of portrait-hub review certificate 1, found another string',
  ],
  ['41 departments', { ...cleanPayload, answers: rest }, 'payload.answers: expected 42 entries, found 41'],
  [
    'a department twice',
    { ...cleanPayload, answers: [first, first, ...rest.slice(1)] },
    'payload.answers[1].department: expected D02, found D01',
  ],
  [
    'departments in another order',
    { ...cleanPayload, answers: answers.toReversed() },
    'payload.answers[0].department: expected D01, found D42',
  ],
  [
    'coverage that hides a gap',
    { ...provisionalPayload, coverage: cleanPayload.coverage },
    /^payload\.coverage: expected \{"answered":41,.+D37.+ as the answers say, found \{"answered":42,/,
  ],
  [
    'a headline that hides a gap',
    { ...provisionalPayload, headline: cleanPayload.headline },
    'payload.headline: expected "41 of 42 answered, 27 of them not applicable; missing: 市税务局", found "42 of 42 answered, 27 of them not applicable"',
  ],
  [
    'a forced pass',
    { ...undetermined, proposal: 'PASS' },
    'payload.proposal: expected UNDETERMINED after these answers and findings, found PASS',
  ],
  [
    'a pass in spite of a ground',
    { ...vetoPayload, proposal: 'PASS', decision },
    'payload.proposal: expected VETO after these answers and findings, found PASS',
  ],
  [
    'a pass over what is not shown',
    answering(cleanPayload, { D09: { state: 'SUPPRESSED' } }),
    'payload.proposal: expected UNDETERMINED after these answers and findings, found PASS',
  ],
  [
    'a veto without a ground',
    { ...vetoPayload, findings: [] },
    'payload.proposal: expected UNDETERMINED after these answers and findings, found VETO',
  ],
  [
    'no veto out of what is undetermined',
    undetermined,
    'payload.decision.outcome: expected DEFER or PROVISIONAL for UNIT, proposal UNDETERMINED, answers missing, found NO_VETO',
  ],
  [
    'no veto in spite of grounds while answers are missing',
    deciding(vetoWithGap, { outcome: 'NO_VETO' }),
    'payload.decision.outcome: expected VETO or DEFER for UNIT, proposal VETO, answers missing, found NO_VETO',
  ],
  [
    'a veto that nothing proposes',
    deciding(cleanPayload, { outcome: 'VETO' }),
    'payload.decision.outcome: expected NO_VETO or DEFER for UNIT, proposal PASS, nothing missing, found VETO',
  ],
  [
    'a veto on an individual',
    { ...vetoPayload, subject: person },
    'payload.decision.outcome: expected OPINION for INDIVIDUAL, proposal VETO, nothing missing, found VETO',
  ],
  [
    'an opinion instead of a decision',
    deciding(cleanPayload, { outcome: 'OPINION' }),
    'payload.decision.outcome: expected NO_VETO or DEFER for UNIT, proposal PASS, nothing missing, found OPINION',
  ],
  [
    'one signer twice',
    deciding(cleanPayload, { signatures: [...signatures, ...signatures] }),
    'payload.decision.signatures: expected two signers, found the same one twice',
  ],
  [
    'one signature',
    deciding(cleanPayload, { signatures }),
    'payload.decision.signatures: expected 2 entries, found 1',
  ],
  [
    'a reserve of 31 days',
    deciding(provisionalPayload, { expiresOn: '2026-12-26' }),
    'payload.decision.expiresOn: expected a day from 2026-11-25 to 2026-12-25 for PROVISIONAL, found 2026-12-26',
  ],
  [
    'a reserve without end',
    deciding(provisionalPayload, { expiresOn: null }),
    'payload.decision.expiresOn: expected a day from 2026-11-25 to 2026-12-25 for PROVISIONAL, found null',
  ],
  [
    'a veto without end',
    deciding(vetoPayload, { expiresOn: null }),
    /^payload\.decision\.expiresOn: expected a day from .+ to 9999-12-31 for VETO, found null$/,
  ],
  [
    'a decision that ended before it was made',
    deciding(cleanPayload, { expiresOn: '2026-01-01' }),
    /^payload\.decision\.expiresOn: expected a day from .+ for NO_VETO, found 2026-01-01$/,
  ],
  [
    'an end of what decides nothing',
    deciding(cleanPayload, { outcome: 'DEFER' }),
    /^payload\.decision\.expiresOn: expected null for DEFER, found /,
  ],
  [
    'a ground that no answer names',
    {
      ...vetoPayload,
      findings: vetoPayload.findings.map((one) => ({ ...one, record: { id: 'r0', version: 1 } })),
    },
    'payload.findings: expected grounds that answers or earlier vetoes name, found one that none does',
  ],
  [
    'a ground that is neither record nor veto',
    { ...vetoPayload, findings: vetoPayload.findings.map((one) => ({ ...one, record: null, veto: null })) },
    'payload.findings: expected grounds that answers or earlier vetoes name, found one that none does',
  ],
];

describe('a certificate that the right key signed', () => {
  it.each(contradictions)('fails with %s', async (_, payload, fault) => {
    const found = await faultOf(await signAny(payload, key), key);
    expect(found).toEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
  });

  it.each([
    [
      'no veto in spite of grounds when everybody has answered',
      deciding(vetoPayload, { outcome: 'NO_VETO' }),
    ],
    ['an opinion on an individual', { ...deciding(cleanPayload, { outcome: 'OPINION' }), subject: person }],
    [
      'a pass with something in favour',
      { ...cleanPayload, findings: [{ ...vetoPayload.findings[0], effect: 'IN_FAVOUR' }] },
    ],
    // 2026-11-25 in China, still the day before in UTC.
    ['a reserve counted in China', deciding(provisionalPayload, { decidedAt: '2026-11-24T16:00:00.000Z' })],
  ])('is valid with %s', async (_, payload) => {
    expect(await faultOf(await signAny(payload, key), key)).toBeNull();
  });

  it.each([
    ['blanks', text.replace(':', ': ')],
    ['a line break at its end', `${text}\n`],
    ['unsorted members', JSON.stringify(cleanPayload)],
    ['a number in another spelling', text.replace('"required":42', '"required":42.0')],
    ['a number with an exponent', text.replace('"required":42', '"required":4.2e1')],
    ['an escape that is not needed', text.replace('UNIT', '\\u0055NIT')],
    ['a member twice', text.replace('"required":42', '"required":41,"required":42')],
  ])('fails with %s', async (_, other) => {
    expect(other).not.toBe(text);
    expect(await faultOf(await signText(other, key), key)).toBe(
      'payload: expected canonical JSON (RFC 8785), found another spelling',
    );
  });

  it.each([
    [
      'half a pair of surrogates',
      text.replace('龙岩', '\\ud800'),
      'text: expected whole characters, found half a pair',
    ],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(text), Buffer.of(0xc0)]),
      'payload: expected UTF-8, found other bytes',
    ],
    ['a byte order mark', `\uFEFF${text}`, 'payload: expected JSON, found something else'],
    ['half a text', text.slice(0, -1), 'payload: expected JSON, found something else'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'payload: expected JSON, found something else'],
    [
      'as many, closed again',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'payload: expected an object, found a list',
    ],
  ])('fails with %s', async (_, other, fault) => {
    expect(await faultOf(await signText(other, key), key)).toBe(fault);
  });
});

describe('the verifier by itself', () => {
  it('writes any JSON as the library does that signs', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
        expect(outcomeOf(() => canonicalizeAlone(value))).toBe(outcomeOf(() => canonicalize(value)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('counts coverage as the law does', async () => {
    const state = fc.constantFrom<CertificatePayload['answers'][number]['state'][]>(
      ...([
        'ANSWERED_NONE',
        'ANSWERED_RECORD',
        'NOT_APPLICABLE',
        'REFUSED',
        'NOT_ANSWERED',
        'STALE',
      ] as const),
      ...(['IDENTITY_UNCERTAIN', 'INVALID', 'SUPPRESSED', 'WITHDRAWN'] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 42, maxLength: 42 }), async (states) => {
        const given = answers.map((answer, index) => ({ ...answer, state: states[index] ?? 'NOT_ANSWERED' }));
        const payload = {
          ...cleanPayload,
          answers: given,
          coverage: coverageOf(given),
          headline: headlineOf(given),
        };
        expect(await faultOf(await signAny({ ...payload, proposal: 'VETO' }, key), key)).toMatch(
          /^payload\.proposal/,
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** A text, or that there is none. */
function outcomeOf(write: () => string | undefined): string | undefined {
  try {
    return write();
  } catch {
    return 'refused';
  }
}
