import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { verifyChains, type ChainEnd, type ChainReport, type ChainRow } from './verify-chains.ts';
import { readPoints } from './checkpoint-points.ts';
import { verifyCheckpoints, type CheckpointReport } from './verify-checkpoints.ts';
import { verifyWitnesses, type WitnessFile } from './verify-witnesses.ts';

/** Everything a verification looks at; it needs nothing of the hub that runs. */
export interface Evidence {
  /** Month by month, chain by chain. */
  readonly records: AsyncIterable<ChainRow>;
  /** The ends of chains as the database's own table said them before the records were read. */
  readonly heads: ReadonlyMap<string, ChainEnd>;
  /** The same now: while records are read, more may be written. */
  readonly readHeads: () => Promise<ReadonlyMap<string, ChainEnd>>;
  /** Lines of the checkpoint file, from their beginning at each call; null where there is none. */
  readonly checkpoints: (() => AsyncIterable<string>) | null;
  /** The hub's public key; null where it cannot be had. */
  readonly key: KeyObject | null;
  readonly witnesses: readonly WitnessFile[];
  readonly now: Date;
}

/** 0 clean, 2 tampered, 3 evidence incomplete. */
export interface Verdict {
  readonly code: 0 | 2 | 3;
  readonly records: number;
  readonly chains: number;
  readonly statements: number;
  readonly witnesses: number;
  readonly dangling: number;
  /** What was tampered with, the first place of each chain; `chain:seq` first where there is one. */
  readonly tampered: readonly string[];
  /** What is missing to be sure. */
  readonly incomplete: readonly string[];
}

/** A checkpoint is made every minute; what is older than this and not covered was not seen by any. */
const graceMs = 5 * 60_000;

export async function verifyLedger(evidence: Evidence): Promise<Verdict> {
  const { checkpoints, key, now, witnesses } = evidence;
  const lines = () => (key && checkpoints ? checkpoints() : []);
  const file = await verifyCheckpoints(lines(), key ?? neverKey, now.getTime() - graceMs);
  // What witnesses kept says something only about lines that the hub has signed.
  const seen = key ? await verifyWitnesses(witnesses, key, file) : { faults: [], missing: [] };
  const walk = await walkChains(evidence, lines(), file);
  const { ends, records, dangling, oldestUncovered, untimely } = walk;
  const tampered = [
    ...walk.faults.map(({ chain, seq, what }) => `${chain}:${seq} ${what}`),
    ...findLostTails(ends, new Map(Object.entries(file.heads)), 'the last checkpoint'),
    ...findLostTails(ends, evidence.heads, 'the table of heads'),
    ...findExtraTails(ends, await evidence.readHeads()),
    ...file.faults.map((fault) => `checkpoints: ${fault}`),
    ...seen.faults.map((fault) => `witnesses: ${fault}`),
  ];
  const incomplete = [
    ...(key ? [] : ['the hub’s public key was not found']),
    ...(checkpoints === null && records > 0 ? ['there is no checkpoint file'] : []),
    ...seen.missing,
    ...file.renewals.map(
      ({ at, by, reason, witnesses: anew }) =>
        `the witness ${Object.keys(anew ?? {}).join()} began anew at ${at} by ${by ?? '?'}: ${reason ?? '?'}`,
    ),
    ...file.restores.map(
      ({ at, by, reason }) => `a backup was restored at ${at} by ${by ?? '?'}: ${reason ?? '?'}`,
    ),
    ...untimely.map(({ chain, seq, what }) => `${chain}:${seq} ${what}`),
    ...(oldestUncovered !== null && now.getTime() - oldestUncovered.getTime() > graceMs
      ? [`no checkpoint covers what was written since ${oldestUncovered.toISOString()}`]
      : []),
  ];
  return {
    code: tampered.length > 0 ? 2 : incomplete.length > 0 ? 3 : 0,
    records,
    chains: ends.size,
    statements: file.statements,
    witnesses: witnesses.length,
    dangling,
    tampered: [...new Set(tampered)],
    incomplete,
  };
}

async function walkChains(
  { records, now }: Evidence,
  lines: AsyncIterable<string> | Iterable<string>,
  file: CheckpointReport,
): Promise<ChainReport> {
  const { pointsOf, close } = readPoints(lines, file);
  try {
    return await verifyChains(records, {
      pointsOf,
      covered: new Map(Object.entries(file.heads).map(([chain, { seq }]) => [chain, seq])),
      lastAt: Math.min(file.lastAt, now.getTime()),
      slackMs: graceMs,
    });
  } finally {
    await close();
  }
}

/** Chains that end before they once did. */
function findLostTails(
  ends: ReadonlyMap<string, ChainEnd>,
  known: ReadonlyMap<string, ChainEnd>,
  where: string,
): readonly string[] {
  return [...known].flatMap(([chain, { seq, hash }]) => {
    const end = ends.get(chain);
    if (!end) return [`${chain}:1 the chain is gone, which ${where} knows up to ${seq}`];
    if (end.seq < seq) return [`${chain}:${end.seq + 1} records are missing up to ${seq}, says ${where}`];
    return end.seq === seq && end.hash !== hash ? [`${chain}:${seq} ${where} knows another record`] : [];
  });
}

/** Records behind the end of their chain were not appended by the ledger's own function. */
function findExtraTails(
  ends: ReadonlyMap<string, ChainEnd>,
  heads: ReadonlyMap<string, ChainEnd>,
): readonly string[] {
  return [...ends].flatMap(([chain, { seq }]) => {
    const head = heads.get(chain)?.seq ?? 0;
    return seq > head ? [`${chain}:${head + 1} the table of heads does not know it`] : [];
  });
}

/** A key that has signed nothing: with none of the hub's, no line is believed. */
const { publicKey: neverKey } = generateKeyPairSync('ed25519');
