import { hash, randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { isInArea } from '../../kit/access/call-access.ts';
import type { SubgraphContext } from '../../kit/context.ts';
import { identifierHash } from '../../kit/identifier.ts';
import { addMonths } from '../domain/review/months.ts';
import { keyOf, readRequest, type AskedReview, type NamedSubject } from '../domain/review/request.ts';
import { currentRules } from '../domain/review/rule-versions.ts';
import { scopeOf } from '../domain/review/rules.ts';
import { advance, canonical } from './advance.ts';
import { refuse, type Fault, type Outcome } from './outcome.ts';
import { act, doingOf } from './subject-row.ts';

/**
 * So many subjects are collected within the request; more are collected behind it, and seen as they come. A list of candidates is
 * among them; 200 took half of what a caller waits on two busy cores, and all others who asked for reviews waited with him.
 */
const atOnce = 50;

/** What is asked, as it came. */
export interface ReviewRequest extends AskedReview {
  readonly idempotencyKey: string;
  readonly matter: string;
  readonly legalBasis: string;
}

interface Identified {
  readonly ordinal: number;
  readonly name: string;
  readonly area_code: string | null;
  readonly subject_hmac: Buffer | null;
  readonly birth_date: string | null;
}

type Call = Pick<SubgraphContext, 'access' | 'now' | 'today'>;

/** Asks for a review: the same key with the same content, and the same subjects in the same matter, are the same review. */
export async function requestReview(
  database: Kysely<unknown>,
  call: Call,
  identifierKey: Buffer,
  request: ReviewRequest,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { caller, area } = access;
  const { idempotencyKey, purpose, matter, legalBasis, asOf, deadline } = request;
  await sql`select pg_advisory_xact_lock(hashtext('integrity review request'))`.execute(database);
  const content = hash('sha256', canonical({ ...request, deadline: deadline.toISOString() }), 'buffer');
  const known = await knownUnder(database, idempotencyKey, content);
  if (known) return known;
  const rules = currentRules;
  const read = readRequest(request, rules, { now, today });
  if ('faults' in read) return { userErrors: read.faults };
  const found = await identify(database, read.subjects);
  const unknown = read.subjects.flatMap((subject, index): readonly Fault[] => {
    const one = found.get(index);
    const isReachable = one && (subject.kind === 'UNIT' || isInArea(area, one.area_code));
    return isReachable ? [] : [unknownSubject(index)];
  });
  if (unknown.length > 0) return { userErrors: unknown };
  const own = await ownAmong(database, read.subjects, caller.person);
  if (own !== null)
    return refuse(
      'OWN_CASE',
      'Expected subjects who are not of the own household, found one.',
      'subjects',
      String(own),
    );

  const keys = read.subjects.map((subject) =>
    hash('sha256', canonical({ matter, purpose, rules: rules.version, subject: keyOf(subject) }), 'hex'),
  );
  const cases = await casesOf(database, keys);
  const open = cases.filter(({ is_outdone, is_seen }) => !is_outdone || !is_seen);
  if (open.length > 0) return answerWith(open, keys);
  const outdone = cases.map(({ subject_id }) => subject_id);
  await act(database, 'SUPERSEDE', doingOf(call), outdone);
  const reviewId = newReviewId(now);
  const scope = scopeOf(rules, purpose, asOf);
  await sql`insert into review (id, actor, idempotency_key, request_hash, purpose, matter, legal_basis, as_of, deadline,
      rule_version, catalogue_version, area_code, requested_at, subject_count, asked_types, asked_since, asked_level)
    select ${reviewId}, ${caller.sub}, ${idempotencyKey}, ${content}, ${purpose}, ${matter}, ${legalBasis}, ${asOf}::date,
      ${deadline.toISOString()}::timestamptz, ${rules.version}, coalesce(max(version), 0), ${caller.area ?? null},
      ${now.toISOString()}::timestamptz, ${read.subjects.length}, ${[...scope.types]}::text[], ${scope.since}::date,
      ${scope.level}
    from catalogue_version`.execute(database);
  const rows = read.subjects.map((subject, index) => {
    const one = found.get(index);
    const hmac = subject.creditCode
      ? identifierHash(identifierKey, subject.creditCode)
      : (one?.subject_hmac ?? null);
    return {
      ...subject,
      id: `${reviewId}-${String(index + 1).padStart(4, '0')}`,
      ordinal: index + 1,
      name: one?.name ?? '',
      hmac: hmac?.toString('hex') ?? null,
      is_minor: one?.birth_date ? one.birth_date > addMonths(asOf, -18 * 12) : false,
      case_key: keys[index],
    };
  });
  await sql`insert into review_subject (id, review_id, ordinal, kind, person_id, credit_code, division_code, post, name,
      subject_hmac, is_minor, case_key, state, version, act, actor, acted_at, details)
    select x.id, ${reviewId}, x.ordinal, x.kind, x.person, x."creditCode", x.division, x.post, x.name, decode(x.hmac, 'hex'),
      x.is_minor, decode(x.case_key, 'hex'), 'REQUESTED', 1, 'SUBMIT', ${caller.sub}, ${now.toISOString()},
      jsonb_build_object('request', ${access.requestId}::text)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id text, ordinal integer, kind text, person text,
      "creditCode" text, division text, post text, name text, hmac text, is_minor boolean, case_key text)`.execute(
    database,
  );
  if (rows.length <= atOnce) {
    const ids = rows.map(({ id }) => id);
    await advance(database, { ...doingOf(call), today }, ids);
  }
  return { reviewId };
}

/** Ids grow with time, so that the newest are found by them. */
const newReviewId = (now: Date): string =>
  `review-${now.getTime().toString(16).padStart(12, '0')}-${randomBytes(5).toString('hex')}`;

const unknownSubject = (index: number): Fault => ({
  code: 'UNKNOWN_SUBJECT',
  message: 'Expected a living person of the register or a region that the caller reaches, found another.',
  path: ['input', 'subjects', String(index)],
});

async function knownUnder(database: Kysely<unknown>, key: string, content: Buffer): Promise<Outcome | null> {
  const { rows } = await sql<{ id: string; is_same: boolean }>`
    select id, request_hash = ${content} as is_same from review_under_key(${key})`.execute(database);
  const [known] = rows;
  if (!known) return null;
  if (known.is_same) return { reviewId: known.id };
  return refuse(
    'KEY_ALREADY_USED',
    'Expected the content this idempotency key was used with before, found another.',
    'idempotencyKey',
  );
}

async function identify(
  database: Kysely<unknown>,
  subjects: readonly NamedSubject[],
): Promise<ReadonlyMap<number, Identified>> {
  const asked = JSON.stringify(subjects.map((subject, ordinal) => ({ ordinal, ...subject })));
  const { rows } = await sql<Identified>`
    select ordinal, name, area_code, subject_hmac, birth_date::text from identify_subjects(${asked}::jsonb)`.execute(
    database,
  );
  return new Map(rows.map((row) => [row.ordinal, row]));
}

/** The place of a subject that is of the caller's own household; null for none. */
async function ownAmong(
  database: Kysely<unknown>,
  subjects: readonly NamedSubject[],
  person: string | undefined,
): Promise<number | null> {
  if (person === undefined) return null;
  const people = subjects.map((subject) => subject.person ?? '');
  const { rows } = await sql<{
    place: string | null;
  }>`select own_household_among(${people}::text[], ${person}) as place`.execute(database);
  const place = rows[0]?.place ?? null;
  return place === null ? null : Number(place);
}

interface OpenCase {
  readonly review_id: string;
  readonly key: string;
  readonly subject_count: number;
  readonly subject_id: string;
  readonly is_outdone: boolean;
  readonly is_seen: boolean;
}

/** Who of these is under review in this matter already, in another area too: that one is not the caller's to supersede. */
async function casesOf(database: Kysely<unknown>, keys: readonly string[]): Promise<readonly OpenCase[]> {
  const { rows } =
    await sql<OpenCase>`select c.*, exists (select from review r where r.id = c.review_id) as is_seen
    from open_review_cases(${[...keys]}::text[]) c`.execute(database);
  return rows;
}

/** Where all these subjects are already under review in one review, that review is the answer; where some are, it is refused. */
function answerWith(open: readonly OpenCase[], keys: readonly string[]): Outcome {
  const [first] = open;
  const isWhole =
    open.length === keys.length &&
    open.every(
      ({ review_id, subject_count, is_seen }) =>
        is_seen && review_id === first?.review_id && subject_count === keys.length,
    );
  if (isWhole && first) return { reviewId: first.review_id };
  const taken = new Set(open.map(({ key }) => key));
  const faults = keys.flatMap((key, index): readonly Fault[] =>
    taken.has(key) ? [{ ...underReview, path: ['input', 'subjects', String(index)] }] : [],
  );
  return { userErrors: faults };
}

const underReview = {
  code: 'ALREADY_UNDER_REVIEW',
  message: 'Expected a subject that is not under review in this matter, found one that is.',
};
