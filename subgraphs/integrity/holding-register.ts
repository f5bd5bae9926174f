import { sql, type Kysely } from 'kysely';
import type { HoldingFault } from './domain/holding-list.ts';

/** A part of a list of holdings, its identifiers already hashed. */
export interface HoldingDelivery {
  readonly department: string;
  readonly listKey: string;
  readonly asOf: Date;
  readonly hashes: readonly Buffer[];
  readonly isComplete: boolean;
}

type Outcome =
  | { readonly kind: 'DONE'; readonly collectedCount: number }
  | { readonly kind: 'REFUSED'; readonly faults: readonly HoldingFault[] };

const refusals: ReadonlyMap<string, HoldingFault> = new Map(
  [
    {
      code: 'ANSWERS_NO_REVIEW',
      message: 'Expected a department that answers reviews, found one that does not.',
      path: ['input'],
    },
    {
      code: 'KEY_ALREADY_USED',
      message: 'Expected the moment this list began with, found another.',
      path: ['input', 'asOf'],
    },
    {
      code: 'LIST_IS_COMPLETE',
      message: 'Expected a list that is not complete yet, found new identifiers for one that is.',
      path: ['input', 'idempotencyKey'],
    },
  ].map((fault) => [fault.code, fault]),
);

/** Adds a part to a list and, where it is the last one, puts the list in force. */
export async function deliverHoldings(
  database: Kysely<unknown>,
  { department, listKey, asOf, hashes, isComplete }: HoldingDelivery,
): Promise<Outcome> {
  const { rows } = await sql<{ outcome: string; collected: number }>`
    select outcome, collected from deliver_holdings(${department}, ${listKey}, ${asOf.toISOString()}::timestamptz,
      ${[...hashes]}::bytea[], ${isComplete})`.execute(database);
  const [row] = rows;
  if (row?.outcome === 'DONE') return { kind: 'DONE', collectedCount: row.collected };
  const refusal = refusals.get(row?.outcome ?? '');
  if (!refusal) throw new Error(`deliver_holdings answered ${row?.outcome ?? 'nothing'}`);
  return { kind: 'REFUSED', faults: [refusal] };
}
