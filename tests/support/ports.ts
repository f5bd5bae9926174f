/**
 * Ports for servers that a test starts as processes: below those that the system gives out by itself, and others for
 * each of jest's workers, so that nobody takes one between its choice and its use.
 */
export function reservePorts(count: number): readonly number[] {
  const first = 20_000 + (process.pid % 500) * 20 + reserved;
  reserved += count;
  if (reserved > 20) throw new Error('A test file reserves twenty ports at the most.');
  return Array.from({ length: count }, (_, index) => first + index);
}

let reserved = 0;
