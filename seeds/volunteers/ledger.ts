import { momentOf, seedDayNumber } from '../calendar.ts';
import type { Row } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import { elementAt, Random } from '../random.ts';
import type { Earning } from './claims.ts';

/** Everything a volunteer earned and spent, in the order of booking; the balance is that after each entry. */
export function* ledgerRows(seedNumber: number, index: number, earnings: readonly Earning[]): Generator<Row> {
  const random = new Random(seedNumber, 'volunteer', 2 ** 39 + index);
  const ordered = earnings.toSorted(
    (a, b) => a.day - b.day || a.minute - b.minute || (a.taskId < b.taskId ? -1 : 1),
  );
  let balance = 0;
  let serial = 0;
  const entry = (delta: number, reason: string, taskId: string | null, day: number, minute: number): Row => {
    balance += delta;
    serial += 1;
    const id = opaqueId('e', index * 4096 + serial);
    const { volunteerId } = elementAt(ordered, 0);
    return entryRow({ id, volunteerId, delta, balance, reason, taskId, bookedAt: momentOf(day, minute) });
  };
  for (const [place, { points, taskId, day, minute }] of ordered.entries()) {
    yield entry(points, 'TASK', taskId, day, minute);
    // Rewards and corrections are booked in the evening of a day that has no further entry before the next one.
    const next = ordered[place + 1]?.day ?? seedDayNumber;
    if (next <= day) continue;
    if (balance >= 30 && random.chance(0.3)) {
      yield entry(-10 * random.between(1, Math.floor(balance / 10)), 'REWARD', null, day, 1200);
    }
    if (random.chance(0.01)) yield entry(random.between(1, 5), 'CORRECTION', null, day, 1260);
  }
}

interface Entry {
  readonly id: string;
  readonly volunteerId: string;
  readonly delta: number;
  readonly balance: number;
  readonly reason: string;
  readonly taskId: string | null;
  readonly bookedAt: string;
}

export const entryRow = ({ id, volunteerId, delta, balance, reason, taskId, bookedAt }: Entry): Row => ({
  table: 'point_entry',
  columns: { id, volunteer_id: volunteerId, delta, balance, reason, task_id: taskId, booked_at: bookedAt },
});
