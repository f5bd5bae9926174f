import type { KeyObject } from 'node:crypto';
import { digestOf, isSignedBy, readStatement, type SignedStatement } from '../../kit/witness/checkpoint.ts';
import type { CheckpointReport } from './verify-checkpoints.ts';

/** What a witness keeps. */
export interface WitnessFile {
  readonly name: string;
  readonly lines: AsyncIterable<string>;
}

/** What the witnesses' files say about the hub's. */
export interface WitnessReport {
  readonly faults: readonly string[];
  /** What of them should be there and is not. */
  readonly missing: readonly string[];
}

/** Compares what the witnesses keep with the file: whoever has seen more proves that the file was cut. */
export async function verifyWitnesses(
  files: readonly WitnessFile[],
  key: KeyObject,
  report: CheckpointReport,
): Promise<WitnessReport> {
  const faults: string[] = [];
  const missing: string[] = [];
  const ends = new Map<string, number>();
  for (const { name, lines } of files) {
    const { fault, last } = await compare(lines, key, report);
    if (fault !== null) faults.push(`${name}${fault}`);
    ends.set(name, Math.max(last, ends.get(name) ?? 0));
  }
  for (const [name, { n }] of report.witnesses) {
    const end = ends.get(name);
    if (end === undefined)
      missing.push(`the file ${name}.jsonl of the witness ${name}, who has signed statements, is not there`);
    else if (end < n)
      missing.push(`the file of the witness ${name} ends at statement ${end}, though he signed ${n}`);
  }
  return { faults, missing };
}

/** Of what is in the file word for word the file's own signatures were looked at; the first tells whose key it is. */
async function compare(
  lines: AsyncIterable<string>,
  key: KeyObject,
  { digests, statements }: CheckpointReport,
): Promise<{ readonly fault: string | null; readonly last: number }> {
  let last = 0;
  const notWhole = (why: string) => ({ fault: `: its own file is not whole (${why})`, last });
  for await (const line of lines) {
    const signed = readStatement(line);
    if (!signed) return notWhole('NOT_SIGNED');
    const { n } = signed.statement;
    if (last > 0 && n !== last + 1) return notWhole('NOT_NEXT');
    const isKnown = digests.of(n) === digestOf(signed.statement);
    if ((last === 0 || !isKnown) && !isSignedBy(key, signed)) return notWhole('NOT_SIGNED');
    if (!isKnown) return { fault: contradiction(signed, statements), last };
    last = n;
  }
  return { fault: null, last };
}

const contradiction = ({ statement: { n } }: SignedStatement, statements: number): string =>
  n > statements
    ? ` has seen statement ${n}, the file ends at ${statements}`
    : ` has seen another statement ${n}`;
