import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql, type Kysely } from 'kysely';
import { addWorkingDays } from '../../kit/domain/working-days.ts';
import { evaluate, isDenying, type Evaluation } from '../domain/review/evaluate.ts';
import { rulesOf } from '../domain/review/rule-versions.ts';
import { scopeOf, type ReviewPurpose, type Rules } from '../domain/review/rules.ts';
import { factsOf, groundOf, type Snapshot } from '../domain/review/snapshot.ts';
import { act, type Doing } from './subject-row.ts';

interface ReviewRow {
  readonly id: string;
  readonly purpose: ReviewPurpose;
  readonly as_of: string;
  readonly deadline: string;
  readonly rule_version: number;
  readonly ids: readonly string[];
  /** Of these, who was being collected when something changed. */
  readonly unsettled: readonly string[];
}

/** When subjects are looked at: by whom, and which day it is in the city. */
export interface Occasion extends Doing {
  readonly today: string;
}

/** A subject as it was found when it was collected. */
export interface Collected {
  readonly id: string;
  readonly snapshot: Snapshot;
  readonly text: string;
  readonly evaluation: Evaluation;
  readonly groundHash: string;
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** RFC 8785 bytes, as text. */
export function canonical(content: object): string {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('Expected something that JSON can say.');
  return text;
}

/**
 * Collects answers for subjects and carries each as far as it goes: to the decision where every department has settled its
 * answer, or the wait is over; else it stays and waits. The same subjects may be carried again at any time.
 */
export async function advance(
  database: Kysely<unknown>,
  occasion: Occasion,
  ids: readonly string[],
  isClosing = false,
): Promise<void> {
  const { now } = occasion;
  for (const review of await reviewsOf(database, ids)) {
    await act(database, 'DISPATCH', occasion, review.ids, {}, { needs_collection: false });
    const collected = await collect(database, review);
    await writeGrounds(database, collected);
    const isOver = isClosing || new Date(review.deadline) <= now;
    const ready = collected.filter(({ evaluation }) => evaluation.missing.length === 0);
    const late = isOver ? collected.filter(({ evaluation }) => evaluation.missing.length > 0) : [];
    const waiting = isOver ? [] : collected.filter(({ evaluation }) => evaluation.missing.length > 0);
    await act(database, 'COMPLETE', occasion, idsOf(ready), {}, { needs_collection: false });
    await act(database, 'LAPSE', occasion, idsOf(late), {}, { needs_collection: false });
    const looked = new Set(review.unsettled);
    const again = idsOf(waiting).filter((id) => looked.has(id));
    await act(database, 'COLLECT', occasion, again, {}, { needs_collection: false });
    await settle(database, occasion, rulesFor(review), [...ready, ...late]);
  }
}

/** Collects again and says what was found, without carrying anything on. */
export async function collectAgain(database: Kysely<unknown>, id: string): Promise<Collected | null> {
  const [review] = await reviewsOf(database, [id]);
  if (!review) return null;
  const [found] = await collect(database, review);
  return found ?? null;
}

const idsOf = (collected: readonly Collected[]): readonly string[] => collected.map(({ id }) => id);

export function rulesFor({ rule_version }: { readonly rule_version: number }): Rules {
  const rules = rulesOf(rule_version);
  if (!rules) throw new Error(`Expected rules of version ${rule_version}, found none.`);
  return rules;
}

async function reviewsOf(database: Kysely<unknown>, ids: readonly string[]): Promise<readonly ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    select r.id, r.purpose, r.as_of::text, instant(r.deadline) as deadline, r.rule_version, array_agg(s.id order by s.ordinal) as ids,
      coalesce(array_agg(s.id) filter (where s.needs_collection and s.state = 'COLLECTING'), '{}') as unsettled
    from review_subject s join review r on r.id = s.review_id where s.id = any(${[...ids]}::text[]) group by r.id`.execute(
    database,
  );
  return rows;
}

async function collect(database: Kysely<unknown>, review: ReviewRow): Promise<readonly Collected[]> {
  const rules = rulesFor(review);
  const { basis } = rules.purposes[review.purpose];
  const { types, since, level } = scopeOf(rules, review.purpose, review.as_of);
  const ids = [...review.ids];
  await sql`select collect_answers(${ids}::text[], ${[...types]}::text[], ${since}::date, ${level},
    ${basis}, ${`${review.purpose} does not ask it (rules ${rules.version})`})`.execute(database);
  const { rows } = await sql<{ id: string; snapshot: Snapshot }>`
    select id, snapshot from review_snapshots(${ids}::text[], ${[...rules.positives]}::text[])`.execute(
    database,
  );
  return rows.map(({ id, snapshot }) => {
    const evaluation = evaluate(factsOf(snapshot), rules);
    const groundHash = sha256(canonical(groundOf(snapshot, evaluation)));
    return { id, snapshot, text: canonical(snapshot), evaluation, groundHash };
  });
}

/** Writes down what follows, and lets the subject speak before a veto. */
async function settle(
  database: Kysely<unknown>,
  occasion: Occasion,
  rules: Rules,
  collected: readonly Collected[],
): Promise<void> {
  if (collected.length === 0) return;
  const { actor, now, today } = occasion;
  const known = await groundsBefore(database, idsOf(collected));
  const items = collected.map(({ id, text, evaluation, groundHash }) => ({
    id,
    proposal: evaluation.proposal,
    missing: evaluation.missing,
    snapshot: text,
    snapshot_hash: sha256(text),
    ground_hash: groundHash,
    effective_to: lastDay(evaluation),
  }));
  await sql`update review_subject s set state = 'EVALUATED', act = 'EVALUATE', actor = ${actor},
      acted_at = ${now.toISOString()}, version = s.version + 1, proposal = x.proposal, missing = x.missing,
      snapshot = x.snapshot, snapshot_hash = decode(x.snapshot_hash, 'hex'), ground_hash = decode(x.ground_hash, 'hex'),
      effective_to = x.effective_to,
      details = jsonb_build_object('proposal', x.proposal, 'missing', x.missing, 'snapshot', x.snapshot_hash)
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as x(id text, proposal text, missing text[], snapshot text,
      snapshot_hash text, ground_hash text, effective_to date)
    where s.id = x.id`.execute(database);
  await writeFindings(database, collected);
  const vetoed = collected.filter(({ evaluation }) => evaluation.proposal === 'VETO');
  // Who has been shown these very grounds and has had his time is not made to wait again.
  const untold = vetoed.filter(({ id, groundHash }) => known.get(id) !== groundHash);
  const changes = { notice_until: addWorkingDays(today, rules.noticeDays), statement: null, stated_at: null };
  const told = new Set(await act(database, 'NOTIFY', occasion, idsOf(untold), {}, changes));
  await act(
    database,
    'PRESENT',
    occasion,
    idsOf(collected).filter((id) => !told.has(id)),
  );
}

async function groundsBefore(
  database: Kysely<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ id: string; ground: string | null }>`
    select id, encode(ground_hash, 'hex') as ground from review_subject
    where id = any(${[...ids]}::text[]) and notice_until is not null and (stated_at is not null or notice_until <
      (now() at time zone 'Asia/Shanghai')::date)`.execute(database);
  return new Map(rows.map(({ id, ground }) => [id, ground]));
}

/** The last day that a veto may hold: the furthest of its grounds. */
function lastDay({ findings }: Evaluation): string | null {
  const days = findings.flatMap(({ effect, effectiveTo }) =>
    isDenying(effect) && effectiveTo ? [effectiveTo] : [],
  );
  return days.toSorted().at(-1) ?? null;
}

async function writeFindings(database: Kysely<unknown>, collected: readonly Collected[]): Promise<void> {
  const ids = [...idsOf(collected)];
  await sql`delete from review_finding where review_subject_id = any(${ids}::text[])`.execute(database);
  const findings = collected.flatMap(({ id, evaluation }) =>
    evaluation.findings.map((finding, place) => ({ id, place, ...finding })),
  );
  await sql`insert into review_finding (review_subject_id, place, rule, record_id, record_version, veto_id, effect,
      basis_article, effective_from, effective_to)
    select x.id, x.place, x.rule, x.record ->> 'id', (x.record ->> 'version')::integer, x.veto, x.effect, x."basisArticle",
      x."effectiveFrom", x."effectiveTo"
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as x(id text, place integer, rule text, record jsonb,
      veto text, effect text, "basisArticle" text, "effectiveFrom" date, "effectiveTo" date)`.execute(
    database,
  );
}

/** What the answers name, while they are still waited for too: a record that is sealed meanwhile is named by none. */
async function writeGrounds(database: Kysely<unknown>, collected: readonly Collected[]): Promise<void> {
  const ids = [...idsOf(collected)];
  await sql`delete from review_ground where review_subject_id = any(${ids}::text[])`.execute(database);
  const grounds = collected.flatMap(({ id, snapshot }) =>
    [...snapshot.answers.flatMap(({ records }) => records), ...snapshot.positives].map((record) => ({
      id,
      record: record.id,
    })),
  );
  await sql`insert into review_ground (record_id, review_subject_id)
    select x.record, x.id from jsonb_to_recordset(${JSON.stringify(grounds)}::jsonb) as x(id text, record text)
    on conflict do nothing`.execute(database);
}
