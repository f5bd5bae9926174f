import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../kit/context.ts';
import { findDelegationFaults, type DelegationRequest } from './domain/delegation.ts';
import { fault, type Fault } from './domain/fault.ts';
import type { AppendEvent } from './ledger/append-event.ts';

type Outcome = { readonly delegationId: string } | { readonly userErrors: readonly Fault[] };
type Moment = Pick<SubgraphContext, 'access' | 'now'>;

/** What is delegated, and under which key. */
export interface DelegationGrant extends DelegationRequest {
  readonly idempotencyKey: string;
  /** Undefined: all that the role is given. */
  readonly classes: readonly string[] | undefined;
}

/** Grants, and writes it down, both or neither. The same key with the same content is the same act. */
export async function grantDelegation(
  database: Kysely<unknown>,
  { access, now }: Moment,
  grant: DelegationGrant,
  append: AppendEvent,
): Promise<Outcome> {
  const { caller } = access;
  const { delegate, purposes, area = caller.area, classes, validFrom, validTo, idempotencyKey } = grant;
  const content = sql`${delegate}::text, ${caller.role}::text, ${caller.department ?? null}::text, ${area ?? null}::text,
    ${[...purposes]}::text[], ${classes ? [...classes] : null}::text[],
    ${validFrom.toISOString()}::timestamptz, ${validTo.toISOString()}::timestamptz`;
  const columns = sql.raw(
    'delegate, role, department_code, area_code, purposes, classes, valid_from, valid_to',
  );
  await sql`select pg_advisory_xact_lock(hashtext(${`delegation ${caller.sub}`}))`.execute(database);
  const { rows: same } = await sql<{ id: string; is_same: boolean }>`
    select id, (${columns}) is not distinct from (${content}) as is_same from delegation
      where delegator = ${caller.sub} and idempotency_key = ${idempotencyKey}`.execute(database);
  const [known] = same;
  if (known) return known.is_same ? { delegationId: known.id } : { userErrors: [otherContent] };
  const userErrors = findDelegationFaults(caller, grant, now);
  if (userErrors.length > 0) return { userErrors };
  const id = `delegation-${randomBytes(12).toString('hex')}`;
  await sql`insert into delegation (id, delegator, idempotency_key, granted_at, ${columns})
    values (${id}, ${caller.sub}, ${idempotencyKey}, ${now.toISOString()}, ${content})`.execute(database);
  await append(database, access, {
    event: 'DELEGATION_GRANTED',
    subject: id,
    details: {
      delegate,
      area,
      purposes,
      classes,
      validFrom: validFrom.toISOString(),
      validTo: validTo.toISOString(),
    },
  });
  return { delegationId: id };
}

/** Ends a delegation that the caller gave; the first end is the one that counts. */
export async function endDelegation(
  database: Kysely<unknown>,
  { access, now }: Moment,
  id: string,
  append: AppendEvent,
): Promise<Outcome> {
  const { rows: ended } = await sql`update delegation set ended_at = ${now.toISOString()}
    where id = ${id} and delegator = ${access.caller.sub} and ended_at is null returning id`.execute(
    database,
  );
  if (ended.length > 0) await append(database, access, { event: 'DELEGATION_ENDED', subject: id });
  const { rows } =
    await sql`select from delegation where id = ${id} and delegator = ${access.caller.sub}`.execute(database);
  return rows.length > 0 ? { delegationId: id } : { userErrors: [notFound] };
}

const notFound = fault(
  'NOT_FOUND',
  'Expected the id of a delegation that the caller gave, found another.',
  'id',
);

const otherContent = fault(
  'KEY_ALREADY_USED',
  'Expected the content this idempotency key was used with before, found another.',
  'idempotencyKey',
);
