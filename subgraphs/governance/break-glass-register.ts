import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../kit/context.ts';
import { findOpeningFaults, findReviewFaults, reviewDays } from './domain/break-glass.ts';
import { fault, type Fault } from './domain/fault.ts';
import { addWorkingDays } from '../kit/domain/working-days.ts';
import type { AppendEvent } from './ledger/append-event.ts';
import type { OpenBreakGlassInput, ReviewBreakGlassInput } from './resolver-types.ts';

type Outcome = { readonly breakGlassId: string } | { readonly userErrors: readonly Fault[] };

/** Who acts, and when. */
type Moment = Pick<SubgraphContext, 'access' | 'now' | 'today'>;

/** What of the policy opening needs: the classes open to the caller, and who owns a class. */
export interface Openable {
  readonly classes: ReadonlySet<string>;
  readonly ownersOf: (dataClass: string) => readonly string[];
}

interface Row {
  readonly id: string;
  readonly actor: string;
  readonly person_id: string;
  readonly version: number;
  readonly is_reviewed: boolean;
}

/**
 * Opens, tells the owners and the supervisor, and writes it down, all or nothing. The same key with the same content is the
 * same act. One actor's openings wait for each other, so that two at once are not both the first.
 */
export async function openBreakGlass(
  database: Kysely<unknown>,
  { access, now, today }: Moment,
  input: OpenBreakGlassInput,
  openable: Openable,
  append: AppendEvent,
): Promise<Outcome> {
  const { caller, purpose } = access;
  const classes = [...new Set(input.classes)].sort();
  await sql`select pg_advisory_xact_lock(hashtext(${`break-glass ${caller.sub}`}))`.execute(database);
  const { rows: same } = await sql<{ id: string; is_same: boolean }>`
    select id, (person_id, classes, minutes, reason_code, reason, role, purpose)
        = (${input.person}, ${classes}::text[], ${input.minutes}::integer, ${input.reasonCode}, ${input.reason},
          ${caller.role}, ${purpose}) as is_same
      from break_glass where actor = ${caller.sub} and idempotency_key = ${input.idempotencyKey}`.execute(
    database,
  );
  const [known] = same;
  if (known) return known.is_same ? { breakGlassId: known.id } : { userErrors: [otherContent] };
  const { rows: open } = await sql`select from break_glass
    where actor = ${caller.sub} and reviewed_at is null limit 1`.execute(database);
  const past = { hasUnreviewed: open.length > 0 };
  const userErrors = findOpeningFaults(caller, { ...input, classes }, past, openable.classes, now);
  if (userErrors.length > 0) return { userErrors };
  const id = newId('glass');
  const endsAt = new Date(now.getTime() + input.minutes * 60_000).toISOString();
  await sql`insert into break_glass (id, actor, idempotency_key, role, purpose, person_id, classes, minutes, reason_code,
      reason, opened_at, ends_at, review_due_on)
    values (${id}, ${caller.sub}, ${input.idempotencyKey}, ${caller.role}, ${purpose}, ${input.person}, ${classes}::text[],
      ${input.minutes}, ${input.reasonCode}, ${input.reason}, ${now.toISOString()}, ${endsAt},
      ${addWorkingDays(today, reviewDays)})`.execute(database);
  await giveNotice(database, id, classes, openable, now);
  await append(database, access, {
    event: 'BREAK_GLASS_OPENED',
    subject: id,
    person: input.person,
    details: { classes, reasonCode: input.reasonCode, endsAt },
  });
  return { breakGlassId: id };
}

/** One notice to each owner, of his classes, and one to the supervisor, of all. */
async function giveNotice(
  database: Kysely<unknown>,
  breakGlass: string,
  classes: readonly string[],
  { ownersOf }: Openable,
  now: Date,
): Promise<void> {
  const owners = [...new Set(classes.flatMap(ownersOf))];
  for (const department of [null, ...owners]) {
    const told =
      department === null ? classes : classes.filter((name) => ownersOf(name).includes(department));
    await sql`insert into notice (id, break_glass_id, department_code, classes, noted_at)
      values (${newId('notice')}, ${breakGlass}, ${department}, ${[...told]}::text[], ${now.toISOString()})`.execute(
      database,
    );
  }
}

/** Ends a break-glass of the caller's; the first end is the one that counts. */
export async function closeBreakGlass(
  database: Kysely<unknown>,
  { access, now }: Moment,
  id: string,
  append: AppendEvent,
): Promise<Outcome> {
  const row = await lockRow(database, id);
  if (!row || row.actor !== access.caller.sub) return { userErrors: [notFound] };
  const { rows: closed } =
    await sql`update break_glass set ends_at = ${now.toISOString()}, version = version + 1
    where id = ${id} and ends_at > ${now.toISOString()} returning id`.execute(database);
  if (closed.length > 0) {
    await append(database, access, { event: 'BREAK_GLASS_CLOSED', subject: id, person: row.person_id });
  }
  return { breakGlassId: id };
}

/** Writes down the finding of somebody else; what was still in force ends with it. */
export async function reviewBreakGlass(
  database: Kysely<unknown>,
  { access, now }: Moment,
  { id, isJustified, note, expectedVersion }: ReviewBreakGlassInput,
  append: AppendEvent,
): Promise<Outcome> {
  const row = await lockRow(database, id);
  if (!row) return { userErrors: [notFound] };
  const { actor, version, is_reviewed: isReviewed } = row;
  const userErrors = findReviewFaults(access.caller, { actor, version, isReviewed }, expectedVersion);
  if (userErrors.length > 0) return { userErrors };
  const at = now.toISOString();
  await sql`update break_glass set reviewed_at = ${at}, reviewer = ${access.caller.sub}, is_justified = ${isJustified},
    review_note = ${note}, ends_at = least(ends_at, ${at}::timestamptz), version = version + 1
    where id = ${id}`.execute(database);
  await append(database, access, {
    event: 'BREAK_GLASS_REVIEWED',
    subject: id,
    person: row.person_id,
    details: { isJustified },
  });
  return { breakGlassId: id };
}

async function lockRow(database: Kysely<unknown>, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select id, actor, person_id, version, reviewed_at is not null as is_reviewed
    from break_glass where id = ${id} for update`.execute(database);
  return rows[0];
}

const newId = (kind: string): string => `${kind}-${randomBytes(12).toString('hex')}`;

const notFound = fault(
  'NOT_FOUND',
  'Expected the id of a break-glass of the caller’s concern, found another.',
  'id',
);

const otherContent = fault(
  'KEY_ALREADY_USED',
  'Expected the content this idempotency key was used with before, found another.',
  'idempotencyKey',
);
