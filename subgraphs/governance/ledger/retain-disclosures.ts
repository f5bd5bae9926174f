import { subgraphNames } from '../../../schema/registry.ts';
import type { Retention } from '../../kit/ledger/entry.ts';
import { withClient } from '../../kit/database/roles.ts';
import { leastMonths } from './retain.ts';

/** Whole months, as in the ledger: a month is over when its last day was so many months ago. */
const oldestKept = "(date_trunc('month', $1::timestamptz, 'UTC') - make_interval(months => $2))";

/**
 * Lets entries of the departments' own logs go whose time is over: those of the integrity register as long as the ledger's of
 * integrity, the others' as long as the ledger's of access. Gives how many went of whom, without those of whom none did.
 */
export async function retainDisclosures(
  ownerOf: (name: string) => string,
  months: Readonly<Record<Retention, number>>,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const gone = new Map<string, number>();
  for (const name of subgraphNames) {
    const kept = Math.max(leastMonths, name === 'integrity' ? months.INTEGRITY : months.ACCESS);
    const { rowCount } = await withClient(ownerOf(name), async (client) => {
      // First what the log says of itself: it must not cover for a moment what it has let go.
      await client.query(
        `update disclosure_log_state set began_at = ${oldestKept} where began_at < ${oldestKept}`,
        [now.toISOString(), kept],
      );
      return client.query(`delete from disclosure_record where at < ${oldestKept}`, [
        now.toISOString(),
        kept,
      ]);
    });
    if (rowCount !== null && rowCount > 0) gone.set(name, rowCount);
  }
  return gone;
}
