import { sql, type Kysely } from 'kysely';
import type { Caller } from '../../../schema/caller.ts';
import { refusals, refuse, type Outcome } from './outcome.ts';
import { lockSubject, type Named, type SubjectRow } from './subject-row.ts';

/** Who acts, and what he has declared where the register cannot tell. */
export interface Acting {
  readonly caller: Caller;
  /**
   * That he is not concerned, of an official who is in no register of the city's people, or works for none of its
   * departments. It stands in the event of what he does.
   */
  readonly declaration?: string | null | undefined;
}

interface Conflicts {
  readonly is_registered: boolean;
  readonly is_own: boolean;
  readonly has_handed_in: boolean;
  readonly is_complained_of: boolean;
  readonly is_complaining: boolean;
}

const personUnknown = refuse(
  'PERSON_UNKNOWN',
  'Expected the claim `person` of the token to name a living person of the register, found none: whether the case is the own or a relative’s cannot be told. Who is not in the register declares that he is not concerned.',
  'declaration',
);

const departmentUnknown = refuse(
  'DEPARTMENT_UNKNOWN',
  'Expected the claim `department` of the own token and no delegation, found none: a department’s records or objections are the ground, and whether it is the own cannot be told. Who works for none of the departments declares it.',
  'declaration',
);

/** A subject as somebody saw it who decides about it. */
export type Seen = Named & Pick<Acting, 'declaration'> & { readonly expectedVersion: number };

/** The subject, locked, for whoever may decide about it and has seen its newest version; else why not. */
export async function lockToDecide(
  database: Kysely<unknown>,
  caller: Caller,
  { expectedVersion, declaration, reviewId, subjectId }: Seen,
): Promise<{ readonly subject: SubjectRow } | { readonly refused: Outcome }> {
  const subject = await lockSubject(database, { reviewId, subjectId });
  if (!subject) return { refused: refusals.notFound };
  if (subject.version !== expectedVersion) return { refused: refusals.version };
  const refused = await refuseConcerned(database, subject, { caller, declaration });
  return refused ? { refused } : { subject };
}

/** Refuses who is concerned: himself, his household, or a unit or region that one of it leads. Unknown means no. */
export async function refuseOwn(
  database: Kysely<unknown>,
  subjects: readonly string[],
  acting: Acting,
): Promise<Outcome | null> {
  return ofOwn(await conflictsOf(database, subjects, acting.caller), acting);
}

/** Nobody decides his own case, his household's, one that his department has raised, or one he has spoken in for the subject. */
export async function refuseConcerned(
  database: Kysely<unknown>,
  { id }: { readonly id: string },
  acting: Acting,
): Promise<Outcome | null> {
  const found = await conflictsOf(database, [id], acting.caller);
  const own = ofOwn(found, acting);
  if (own) return own;
  if (found.has_handed_in) return refusals.handedIn;
  if (found.is_complaining) return refusals.complaining;
  // Under a delegation the department is the lender's: where the delegate works himself nobody has said.
  const { department, delegation } = acting.caller;
  const isKnown = (department !== undefined && delegation === undefined) || acting.declaration;
  return found.is_complained_of && !isKnown ? departmentUnknown : null;
}

/** A claim that names nobody is no person who is not in the register, and no declaration mends it. */
function ofOwn(
  { is_own, is_registered }: Conflicts,
  { caller: { person }, declaration }: Acting,
): Outcome | null {
  if (is_own) return refusals.ownCase;
  if (is_registered) return null;
  return person === undefined && declaration ? null : personUnknown;
}

async function conflictsOf(
  database: Kysely<unknown>,
  subjects: readonly string[],
  { sub, person, delegation, department }: Caller,
): Promise<Conflicts> {
  const { rows } = await sql<Conflicts>`select * from review_conflicts(${[...subjects]}::text[], ${sub},
    ${person ?? null}, ${delegation === undefined ? (department ?? null) : null})`.execute(database);
  const [found] = rows;
  if (!found) throw new Error('Expected what speaks against acting, found nothing.');
  return found;
}
