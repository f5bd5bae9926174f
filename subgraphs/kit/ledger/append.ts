import type { LedgerLine } from './entry.ts';

/** One statement with its parameters, as the driver takes it. */
export interface AppendStatement {
  readonly text: string;
  readonly values: readonly [retentions: string[], shards: number[], bodies: string[]];
}

/**
 * The one way into the ledger: lines are put at the ends of their chains, in this order, or none is. All that the writing
 * role may do is call this function.
 */
export function appendStatement(lines: readonly LedgerLine[]): AppendStatement {
  return {
    text: 'select governance.append_to_ledger($1::text[], $2::integer[], $3::text[])',
    values: [
      lines.map(({ retention }) => retention),
      lines.map(({ shard }) => shard),
      lines.map(({ body }) => body),
    ],
  };
}
