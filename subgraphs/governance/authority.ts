import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../kit/context.ts';

type Moment = Pick<SubgraphContext, 'access' | 'now'>;

interface BreakGlassInForce {
  readonly id: string;
  readonly person: string;
  readonly classes: readonly string[];
}

interface DelegationInForce {
  readonly id: string;
  readonly delegator: string;
  readonly role: string;
  readonly department: string | null;
  readonly area: string | null;
  readonly purposes: readonly string[];
  readonly classes: readonly string[] | null;
}

/** What the caller may act under now. Null alike for what has ended, is another's, or is not there. */
export async function readAuthority(
  database: Kysely<unknown>,
  { access, now }: Moment,
  ids: { readonly breakGlass?: string | null | undefined; readonly delegation?: string | null | undefined },
): Promise<{
  readonly breakGlass: BreakGlassInForce | undefined;
  readonly delegation: DelegationInForce | undefined;
}> {
  const { caller, purpose } = access;
  const at = now.toISOString();
  // A break-glass is the actor's in the role and for the purpose that he opened it in.
  const opened = await sql<BreakGlassInForce>`select id, person_id as person, classes from break_glass
    where id = ${ids.breakGlass ?? null} and actor = ${caller.sub} and role = ${caller.role} and purpose = ${purpose}
      and opened_at <= ${at} and ends_at > ${at}`.execute(database);
  const delegated = await sql<DelegationInForce>`select id, delegator, role, department_code as department,
      area_code as area, purposes, classes from delegation
    where id = ${ids.delegation ?? null} and delegate = ${caller.sub} and ended_at is null
      and valid_from <= ${at} and valid_to > ${at}`.execute(database);
  return { breakGlass: opened.rows[0], delegation: delegated.rows[0] };
}
