import { randomFillSync } from 'node:crypto';

/**
 * Makes opaque ids of records: milliseconds, a count within them and 48 random bits, so that new ids are the greatest and
 * an index takes them at its end, pages full and not half full: greater than those of seeds too, which begin with an r. They
 * say when a record came, and nothing of it.
 */
export function createRecordIds(now: () => number): () => string {
  const pool = Buffer.alloc(6 * 1024);
  let used = pool.length;
  let last = 0;
  let count = 0;
  let stamp = '';
  const begin = (moment: number): void => {
    [last, count, stamp] = [moment, 0, `s${moment.toString(16).padStart(12, '0')}`];
  };
  return () => {
    const moment = now();
    if (moment > last) begin(moment);
    else count += 1;
    // More than fit into a millisecond borrow from the next.
    if (count > 0xffff) begin(last + 1);
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.toString('hex', used, used + 6);
    used += 6;
    return `${stamp}${(0x10000 + count).toString(16).slice(1)}${random}`;
  };
}
