import { sql, type Kysely } from 'kysely';
import type { CallAccess } from '../../kit/access/call-access.ts';

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

type Outcome = { readonly candidateId: string } | { readonly userErrors: readonly Fault[] };

/** What the register says when it does not do what was asked; whose row it is, it does not say. */
const refusals: Readonly<Record<string, readonly [message: string, field: string]>> = {
  NOT_FOUND: ['Expected the id of one of the own department, found another.', 'id'],
  NOT_OPEN: ['Expected a candidate that nobody has proposed or decided, found another.', 'id'],
  NOT_PROPOSED: ['Expected a candidate that is proposed, found another.', 'id'],
  NOBODY_TO_LINK: ['Expected a candidate with somebody to link to, found none.', 'id'],
  SAME_PERSON: ['Expected somebody else than who proposed, found the same.', 'id'],
  OWN_CASE: ['Expected somebody whom the case does not concern, found a person of the same household.', 'id'],
};

function outcomeOf(code: string, id: string, idField: string): Outcome {
  if (code === 'DONE') return { candidateId: id };
  const [message, field] = refusals[code] ?? ['The register refused.', 'id'];
  return { userErrors: [{ code, message, path: ['input', field === 'id' ? idField : field] }] };
}

/** Proposes that a candidate be linked. */
export async function proposeLink(
  database: Kysely<unknown>,
  { caller: { sub, person } }: CallAccess,
  { candidateId, reason }: { readonly candidateId: string; readonly reason: string },
): Promise<Outcome> {
  const { rows } = await sql<{ code: string }>`
    select propose_link(${candidateId}, ${sub}, ${person ?? null}, ${reason}) as code`.execute(database);
  return outcomeOf(rows[0]?.code ?? 'NOT_FOUND', candidateId, 'candidateId');
}

/** Proposes that a record's link be ended. */
export async function proposeUnlink(
  database: Kysely<unknown>,
  { caller: { sub, person } }: CallAccess,
  { recordId, reason }: { readonly recordId: string; readonly reason: string },
): Promise<Outcome> {
  const { rows } = await sql<{ code: string }>`
    select propose_unlink(${recordId}, ${sub}, ${person ?? null}, ${reason}) as code`.execute(database);
  const code = rows[0]?.code ?? 'NOT_FOUND';
  return code in refusals ? outcomeOf(code, recordId, 'recordId') : { candidateId: code };
}

/** Confirms or rejects what somebody else proposed. */
export async function decideLink(
  database: Kysely<unknown>,
  { caller: { sub, person } }: CallAccess,
  input: { readonly candidateId: string; readonly isConfirmed: boolean; readonly reason: string },
): Promise<Outcome> {
  const { candidateId, isConfirmed, reason } = input;
  const { rows } = await sql<{ code: string }>`
    select decide_link(${candidateId}, ${isConfirmed}, ${sub}, ${person ?? null}, ${reason}) as code`.execute(
    database,
  );
  return outcomeOf(rows[0]?.code ?? 'NOT_FOUND', candidateId, 'candidateId');
}
