import { withClient } from '../../kit/database/roles.ts';
import type { Heads } from '../../kit/witness/checkpoint.ts';
import type { Retention } from '../../kit/ledger/entry.ts';
import type { AppendStatement, CheckpointFile } from './checkpoint-file.ts';
import { readHeadTable } from './read-chains.ts';

/** Months that entries are kept: 3 years (PIPL 56), 10 years (浙江省公共信用信息管理条例 §20). */
export const monthsKept: Readonly<Record<Retention, number>> = { ACCESS: 36, INTEGRITY: 120 };

/** Under the law no log goes sooner (网络安全法 §21). */
export const leastMonths = 6;

/** The partitions whose time is over on a day: a month is over when its last day was so many months ago. */
export function findExpired(
  parts: readonly string[],
  months: Readonly<Record<Retention, number>>,
  now: Date,
): readonly string[] {
  const current = now.getUTCFullYear() * 12 + now.getUTCMonth();
  return parts.filter((part) => {
    const [, retention = '', year = '', month = ''] = /^([A-Z]+)-(\d{4})(\d{2})$/.exec(part) ?? [];
    if (retention !== 'ACCESS' && retention !== 'INTEGRITY') return false;
    const kept = Math.max(leastMonths, months[retention]);
    return current - (Number(year) * 12 + Number(month) - 1) > kept;
  });
}

/**
 * Lets whole partitions go whose time is over: the signed note first, with the ends of their chains, then the partitions and
 * their heads in one transaction. Gives their names. A kill in between leaves a note and the records, and the next run ends it.
 */
export function retain(
  url: string,
  file: CheckpointFile,
  months: Readonly<Record<Retention, number>>,
  now: Date,
): Promise<readonly string[]> {
  return file.exclusively((append) => letGo(url, file.fold, append, months, now));
}

async function letGo(
  url: string,
  foldOf: CheckpointFile['fold'],
  append: AppendStatement,
  months: Readonly<Record<Retention, number>>,
  now: Date,
): Promise<readonly string[]> {
  const heads: Heads = Object.fromEntries(await readHeadTable(url));
  const parts = [...new Set(Object.keys(heads).map((chain) => chain.replace(/-\d+$/, '')))];
  const expired = findExpired(parts, months, now).toSorted();
  if (expired.length === 0) return [];
  const noted = expired.filter((part) =>
    Object.keys(foldOf().heads).some((chain) => chain.startsWith(`${part}-`)),
  );
  if (noted.length > 0) await append({ kind: 'CHECKPOINT', heads }, now);
  await append({ kind: 'RETENTION', heads: {}, parts: expired }, now);
  await withClient(url, async (client) => {
    await client.query('begin');
    // Writers queue behind who waits for a partition: rather let this run fail, which the next one ends.
    await client.query("set local lock_timeout = '2s'");
    for (const part of expired) {
      const table = client.escapeIdentifier(`ledger_record_${part.toLowerCase().replace('-', '_')}`);
      await client.query(`alter table governance.ledger_record detach partition governance.${table}`);
      await client.query(`drop table governance.${table}`);
      await client.query('delete from governance.ledger_head where part = $1', [part]);
    }
    await client.query('commit');
  });
  return expired;
}
