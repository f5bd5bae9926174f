import { sql, type Kysely } from 'kysely';
import type { CallAccess } from '../kit/access/call-access.ts';
import type { ConsentFault, ConsentGrant } from './domain/consent.ts';

/** Who gives consent, under which key, and as what it is written down. */
export interface ConsentAct {
  readonly id: string;
  readonly person: string;
  readonly actor: string;
  readonly idempotencyKey: string;
  readonly at: Date;
}

/** `isDone` where something was written now, and not before. */
type Outcome =
  { readonly consentId: string; readonly isDone: boolean } | { readonly userErrors: readonly ConsentFault[] };

/** Writes a receipt. The same key with the same content is the same act and gives the receipt that is there. */
export async function recordConsent(
  database: Kysely<unknown>,
  act: ConsentAct,
  grant: ConsentGrant,
): Promise<Outcome> {
  const content = sql`${[...grant.classes]}::text[], ${grant.purpose}::text, ${[...grant.recipients]}::text[],
    ${grant.validFrom.toISOString()}::timestamptz, ${grant.validTo.toISOString()}::timestamptz, ${grant.evidence}::text`;
  const { rows: written } = await sql<{ id: string }>`
    insert into consent_receipt (id, person_id, idempotency_key, granted_at, granted_by,
      classes, purpose, recipients, valid_from, valid_to, evidence)
    values (${act.id}, ${act.person}, ${act.idempotencyKey}, ${act.at.toISOString()}, ${act.actor}, ${content})
    on conflict (person_id, idempotency_key) do nothing returning id`.execute(database);
  const [receipt] = written;
  if (receipt) return { consentId: receipt.id, isDone: true };
  const { rows: same } = await sql<{ id: string }>`
    select id from consent_receipt where person_id = ${act.person} and idempotency_key = ${act.idempotencyKey}
      and (classes, purpose, recipients, valid_from, valid_to, evidence) = (${content})`.execute(database);
  const [known] = same;
  return known ? { consentId: known.id, isDone: false } : { userErrors: [otherContent] };
}

/** Withdraws a receipt of the person; null when there is none. The first withdrawal is the one that counts. */
export async function withdrawReceipt(
  database: Kysely<unknown>,
  person: string,
  id: string,
  at: Date,
): Promise<Outcome> {
  const { numAffectedRows = 0n } = await sql`update consent_receipt set withdrawn_at = ${at.toISOString()}
    where id = ${id} and person_id = ${person} and withdrawn_at is null`.execute(database);
  const { rows } = await sql<{ id: string }>`
    select id from consent_receipt where id = ${id} and person_id = ${person}`.execute(database);
  const [receipt] = rows;
  return receipt ? { consentId: receipt.id, isDone: numAffectedRows > 0n } : { userErrors: [unknownReceipt] };
}

/** Of each person, those of the classes that his consent opens to this caller now. */
export async function readConsentsInForce(
  database: Kysely<unknown>,
  { caller, purpose }: Pick<CallAccess, 'caller' | 'purpose'>,
  persons: readonly string[],
  classes: readonly string[],
): Promise<readonly { readonly person: string; readonly classes: readonly string[] }[]> {
  const { rows } = await sql<{ person: string; classes: readonly string[] }>`
    select p as person, consented_classes(p, ${[...classes]}::text[], ${purpose}, ${caller.role}, ${caller.department ?? null})
      as classes from unnest(${[...persons]}::text[]) as p`.execute(database);
  return rows;
}

const otherContent: ConsentFault = {
  code: 'KEY_ALREADY_USED',
  message: 'Expected the content this idempotency key was used with before, found another.',
  path: ['input', 'idempotencyKey'],
};

const unknownReceipt: ConsentFault = {
  code: 'NOT_FOUND',
  message: 'Expected the id of a receipt of the caller, found another.',
  path: ['input', 'consentId'],
};
