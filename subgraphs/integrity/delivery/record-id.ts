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
  return () => {
    const moment = now();
    if (moment > last) [last, count] = [moment, 0];
    else count += 1;
    // More than fit into a millisecond borrow from the next.
    if (count > 0xffff) [last, count] = [last + 1, 0];
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.toString('hex', used, used + 6);
    used += 6;
    return `s${last.toString(16).padStart(12, '0')}${count.toString(16).padStart(4, '0')}${random}`;
  };
}
