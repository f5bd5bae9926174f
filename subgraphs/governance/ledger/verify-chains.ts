import { createHash } from 'node:crypto';
import { retentions } from '../../kit/ledger/entry.ts';
import type { PointsOf } from './checkpoint-points.ts';

/** A record as the database holds it. */
export interface ChainRow {
  readonly part: string;
  readonly chain: string;
  readonly seq: number;
  readonly at: Date;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
  /** The columns that repeat the body. */
  readonly columns: {
    readonly kind: string;
    readonly access: string;
    readonly person: string | null;
    readonly actor: string | null;
    readonly caseReference: string | null;
    readonly classes: readonly string[] | null;
  };
}

/** What is wrong, and where first. */
export interface ChainFault {
  readonly chain: string;
  readonly seq: number;
  readonly what: string;
}

/** The end of a chain as its records say it. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** What the walk found. */
export interface ChainReport {
  readonly records: number;
  readonly ends: ReadonlyMap<string, ChainEnd>;
  /** The first fault of each chain, in the order of the chains. */
  readonly faults: readonly ChainFault[];
  /** Accesses that began and have no end. */
  readonly dangling: number;
  /** Records whose moment cannot be when they were written: the clock went back, or somebody wrote them afterwards. */
  readonly untimely: readonly ChainFault[];
  /** When the oldest record was written that no checkpoint covers; null where there is none. */
  readonly oldestUncovered: Date | null;
}

interface Expectations {
  /** What checkpoints say of each chain. */
  readonly pointsOf: PointsOf;
  /** How far checkpoints cover each chain. */
  readonly covered: ReadonlyMap<string, number>;
  /** When the last checkpoint was made. */
  readonly lastAt: number;
  /** How far the clocks of those who write and of those who sign may differ. */
  readonly slackMs: number;
}

const zeros = '0'.repeat(64);

/**
 * Walks all records, month by month and chain by chain in the order of their numbers, and recomputes every link. Pure but for
 * its sources; little memory, whatever the length: of accesses only those not ended yet are remembered.
 */
export async function verifyChains(
  rows: AsyncIterable<ChainRow>,
  { pointsOf, covered, lastAt, slackMs }: Expectations,
): Promise<ChainReport> {
  const ends = new Map<string, ChainEnd>();
  const faults = new Map<string, ChainFault>();
  const untimely = new Map<string, ChainFault>();
  const open = new Set<string>();
  // The first record behind the point before: in a chain, moments never go back.
  let first: ChainRow | undefined;
  let last:
    { readonly chain: string; readonly seq: number; readonly hash: string; readonly at: number } | undefined;
  let points: Awaited<ReturnType<PointsOf>> = null;
  let records = 0;
  let oldestUncovered: Date | null = null;
  for await (const row of rows) {
    records += 1;
    if (last?.chain !== row.chain)
      points = isInPlace(row) ? await pointsOf(row.chain) : new Map<number, never>();
    const before = last?.chain === row.chain ? last : { seq: 0, hash: zeros, at: -Infinity };
    const what = faultOf(row, before, points);
    // After the first fault of a chain the rest proves nothing more.
    if (what !== null && !faults.has(row.chain))
      faults.set(row.chain, { chain: row.chain, seq: row.seq, what });
    last = { chain: row.chain, seq: row.seq, hash: row.hash, at: row.at.getTime() };
    ends.set(row.chain, { seq: row.seq, hash: row.hash });
    const isCovered = row.seq <= (covered.get(row.chain) ?? 0);
    if (!isCovered && isMoment(row.at) && (oldestUncovered === null || row.at < oldestUncovered))
      oldestUncovered = row.at;
    if (first?.chain !== row.chain) first = undefined;
    first ??= row;
    const floor = isCovered ? points?.get(row.seq)?.floor : lastAt;
    if (floor !== undefined) {
      if (first.at.getTime() < floor - slackMs && !untimely.has(row.chain))
        untimely.set(row.chain, {
          chain: row.chain,
          seq: first.seq,
          what: `${afterwards} ${new Date(floor).toISOString()}`,
        });
      first = undefined;
    }
    noteProgress(open, row);
  }
  return {
    records,
    ends,
    faults: [...faults.values()],
    untimely: [...untimely.values()],
    dangling: open.size,
    oldestUncovered,
  };
}

const afterwards = 'says an older moment than a checkpoint that had not seen it, of';

const isMoment = (at: Date): boolean => !Number.isNaN(at.getTime());

/** INTENT and OUTCOME of one access are in one chain, the first before the second. */
function noteProgress(open: Set<string>, { columns: { kind, access } }: ChainRow): void {
  if (kind === 'INTENT') open.add(access);
  else if (kind === 'OUTCOME') open.delete(access);
}

function faultOf(
  row: ChainRow,
  before: { readonly seq: number; readonly hash: string; readonly at: number },
  points: Awaited<ReturnType<PointsOf>>,
): string | null {
  if (points === null) return 'it stands behind the records of a later month';
  if (row.seq !== before.seq + 1)
    return row.seq > before.seq + 1
      ? `records ${before.seq + 1} to ${row.seq - 1} are missing`
      : 'a number stands twice';
  if (row.prev !== before.hash) return 'it is not linked to the record before it';
  if (!isMoment(row.at)) return 'its moment is none that the ledger writes';
  if (sealOf(row) !== row.hash) return 'its digest is not that of its content';
  const point = points.get(row.seq);
  if (point !== undefined && point.hash !== row.hash) return 'it is not the record that a checkpoint saw';
  if (row.at.getTime() < before.at) return 'it is older than the record before it';
  if (!isInPlace(row)) return 'it stands in another partition';
  if (row.part !== partOf(row)) return 'its moment is not of the month of its chain';
  return isRepeated(row) ? null : 'a column does not repeat its content';
}

const isInPlace = ({ chain, part }: ChainRow): boolean => chain.startsWith(`${part}-`);

/** The partition that a record of this kind of retention and moment belongs to. */
function partOf({ part, at }: ChainRow): string | null {
  const retention = retentions.find((name) => part.startsWith(`${name}-`));
  return retention === undefined ? null : `${retention}-${at.toISOString().slice(0, 7).replace('-', '')}`;
}

/** The digest over the canonical bytes of a record in its place; the database computes the same. */
export function sealOf({
  at,
  body,
  chain,
  prev,
  seq,
}: Pick<ChainRow, 'at' | 'body' | 'chain' | 'prev' | 'seq'>): string {
  const text = `{"at":"${at.toISOString()}","body":${body},"chain":"${chain}","prev":"${prev}","seq":${seq}}`;
  return createHash('sha256').update(text).digest('hex');
}

function isRepeated({ body, columns }: ChainRow): boolean {
  const content = parse(body);
  if (content === null) return false;
  const actor = content['actor'];
  const id = typeof actor === 'object' && actor !== null && 'id' in actor ? actor.id : null;
  const same = (value: unknown, column: string | null): boolean => (value ?? null) === column;
  const classes = Array.isArray(content['classes']) ? content['classes'] : null;
  return (
    same(content['kind'], columns.kind) &&
    same(content['access'], columns.access) &&
    same(content['person'], columns.person) &&
    same(id, columns.actor) &&
    same(content['case'], columns.caseReference) &&
    JSON.stringify(classes) === JSON.stringify(columns.classes)
  );
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null; // told as a fault of the record
  }
}
