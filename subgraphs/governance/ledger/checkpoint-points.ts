import { readStatement, type Statement } from '../../kit/witness/checkpoint.ts';
import type { CheckpointReport } from './verify-checkpoints.ts';

/** What a checkpoint says of a place in a chain. */
export interface Point {
  /** The digest that must stand there. */
  readonly hash: string;
  /** When the statement before was made, which had not seen what stands behind the point before; milliseconds. */
  readonly floor: number;
}

/**
 * The points of a chain by the numbers of their records. Chains must be asked for month by month: null for one whose month lies
 * before that of another that was asked for.
 */
export type PointsOf = (chain: string) => Promise<ReadonlyMap<number, Point> | null>;

interface Said extends Point {
  readonly seq: number;
  /** The statement that says it. */
  readonly n: number;
}

/**
 * Reads the points of chains from the file that `report` is about, beside the walk over the records: a chain lives one month, so
 * that the points of one month are all that is in memory, and years of checkpoints need no more.
 */
export function readPoints(
  lines: AsyncIterable<string> | Iterable<string>,
  report: CheckpointReport,
): { readonly pointsOf: PointsOf; readonly close: () => Promise<void> } {
  const statements = pointsIn(lines, report);
  const waiting = new Map<string, Said[]>();
  let month = '';
  let n = 0;
  const readTo = async (last: number): Promise<void> => {
    while (n < last) {
      const next = await statements.next();
      if (next.done === true) return;
      n = next.value.n;
      for (const [chain, point] of next.value.points) {
        if (monthOf(chain) < month) continue;
        const known = waiting.get(chain);
        if (known) known.push(point);
        else waiting.set(chain, [point]);
      }
    }
  };
  return {
    pointsOf: async (chain) => {
      const asked = monthOf(chain);
      if (asked < month) return null;
      if (asked > month) for (const name of waiting.keys()) if (monthOf(name) < asked) waiting.delete(name);
      month = asked;
      await readTo(report.lastOf.get(chain) ?? 0);
      const said = waiting.get(chain) ?? [];
      waiting.delete(chain);
      const restores = report.restores.filter(({ n: at }) => !isGone(report, chain, at));
      return afterRestores(chain, said, restores);
    },
    close: async () => {
      await statements.return();
    },
  };
}

async function* pointsIn(
  lines: AsyncIterable<string> | Iterable<string>,
  report: CheckpointReport,
): AsyncGenerator<
  { readonly n: number; readonly points: readonly (readonly [string, Said])[] },
  void,
  undefined
> {
  let lastAt = -Infinity;
  for await (const line of lines) {
    const statement = readStatement(line)?.statement;
    if (!statement) continue;
    if (statement.n > report.statements) return;
    const { n, kind, heads } = statement;
    const at = Date.parse(statement.at);
    // A clock that went back in between proves nothing.
    const floor = Math.min(lastAt, at);
    lastAt = at;
    const said =
      kind === 'RESTORE' ? [] : Object.entries(heads).filter(([chain]) => !isGone(report, chain, n));
    yield { n, points: said.map(([chain, { seq, hash }]) => [chain, { seq, hash, floor, n }] as const) };
  }
}

/** Whether the partition of a chain went after a statement. */
const isGone = ({ removed }: CheckpointReport, chain: string, n: number): boolean =>
  n < (removed.get(chain.replace(/-\d+$/, '')) ?? 0);

/** After a restore the records behind it are others, or none; and a backup may hold what no statement had seen. */
function afterRestores(
  chain: string,
  said: readonly Said[],
  restores: readonly Statement[],
): ReadonlyMap<number, Point> {
  const points = new Map<number, Point>();
  let next = 0;
  const takeBefore = (n: number): void => {
    for (let point = said[next]; point && point.n < n; point = said[++next])
      points.set(point.seq, { hash: point.hash, floor: point.floor });
  };
  for (const { n, heads } of restores) {
    takeBefore(n);
    const head = heads[chain];
    for (const seq of points.keys()) if (seq > (head?.seq ?? 0)) points.delete(seq);
    if (head) points.set(head.seq, { hash: head.hash, floor: -Infinity });
  }
  takeBefore(Infinity);
  return points;
}

/** Of a chain that has none what sorts before all. */
const monthOf = (chain: string): string => /-(\d{6})-\d+$/.exec(chain)?.[1] ?? '';
