import type { SubgraphName } from '../../../schema/registry.ts';
import type { Kept } from './kept.ts';
import { mergeByTicket, type KnownCall, type Pair } from './merge-by-ticket.ts';

/**
 * What a difference between the two sides means.
 * - `DIFFERENT`: both know the call, but not the same answer.
 * - `PAST_THE_HUB`: the department gave an answer for an access that the ledger has never heard of.
 * - `INTERRUPTED`: the department answered an access that began and has no end in the ledger: the hub was cut off.
 * - `UNRECORDED_CALL`: the access is in the ledger, but this call of it is not.
 * - `NOT_LOGGED`: the hub has an answer of which the department's own log knows nothing.
 */
export type Difference = 'DIFFERENT' | 'PAST_THE_HUB' | 'INTERRUPTED' | 'UNRECORDED_CALL' | 'NOT_LOGGED';

/** From when until when, the end not included. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** A call that the two sides do not know alike. */
export interface Finding {
  readonly subgraph: SubgraphName;
  readonly difference: Difference;
  readonly ticket: string;
  readonly access: string;
}

/** Both sides of one department. */
export interface Sides {
  readonly subgraph: SubgraphName;
  /** Calls in the ledger that have a ticket, in the order of their tickets. */
  readonly hub: AsyncIterable<KnownCall>;
  /** Calls in the department's own log, in the same order. */
  readonly department: AsyncIterable<KnownCall>;
  /** What is looked at: both sides reach a little beyond, since they write down one call at two moments. */
  readonly period: Period;
  /** Since when each side keeps what it writes: only what both still have is compared. */
  readonly kept: Kept;
  /** How far an access got in the ledger. */
  readonly progressOf: (access: string) => Promise<'UNKNOWN' | 'BEGUN' | 'ENDED'>;
}

/** How many calls agree, and all that do not. */
export interface Reconciliation {
  readonly subgraph: SubgraphName;
  readonly agreeing: number;
  /** Answers that the department gave and the hub gave up waiting for. */
  readonly notReceived: number;
  /** Calls that one side has and the other need not have any more. */
  readonly notKept: number;
  readonly findings: readonly Finding[];
}

/** Pairs both ends by ticket and the digest of the answer. Throws when a side cannot be read to its end. */
export async function reconcile({
  subgraph,
  hub,
  department,
  period,
  kept,
  progressOf,
}: Sides): Promise<Reconciliation> {
  const findings: Finding[] = [];
  let agreeing = 0;
  let notReceived = 0;
  let notKept = 0;
  for await (const pair of mergeByTicket(hub, department)) {
    const call = pair.department ?? pair.hub;
    if (!call || call.at < period.from || call.at >= period.to) continue;
    const outcome = isGone(pair, kept) ? 'NOT_KEPT' : judge(pair);
    if (outcome === 'NOT_KEPT') notKept += 1;
    else if (outcome === 'AGREEING') agreeing += 1;
    else if (outcome === 'NOT_RECEIVED') notReceived += 1;
    else if (outcome !== 'NOTHING') {
      const difference = outcome === 'ONLY_DEPARTMENT' ? meanings[await progressOf(call.access)] : outcome;
      findings.push({ subgraph, difference, ticket: call.ticket, access: call.access });
    }
  }
  return { subgraph, agreeing, notReceived, notKept, findings };
}

/** Whether the side that does not know a call may have let it go; by the ledger's clock or the department's, a minute apart. */
function isGone({ hub, department }: Pair, kept: Kept): boolean {
  if (hub && !department) return hub.at < kept.department;
  if (hub || !department) return false;
  return department.at < kept.ledger[department.isForReview ? 'INTEGRITY' : 'ACCESS'];
}

type Judgement = 'AGREEING' | 'NOT_RECEIVED' | 'NOTHING' | 'DIFFERENT' | 'NOT_LOGGED' | 'ONLY_DEPARTMENT';

function judge({ hub, department }: Pair): Judgement {
  if (!hub) return 'ONLY_DEPARTMENT';
  // A call that was never answered need not have reached the department.
  if (!department) return hub.response === null ? 'NOTHING' : 'NOT_LOGGED';
  if (hub.response === null) return 'NOT_RECEIVED';
  return hub.response === department.response ? 'AGREEING' : 'DIFFERENT';
}

const meanings = { UNKNOWN: 'PAST_THE_HUB', BEGUN: 'INTERRUPTED', ENDED: 'UNRECORDED_CALL' } as const;
