import type pg from 'pg';
import type { Log } from '../log.ts';
import type { DisclosureNotes } from '../access/disclosures.ts';
import type { Ticket } from '../ticket.ts';

/** One call that a department answered. */
export interface DisclosedCall {
  readonly ticket: Ticket;
  readonly at: Date;
  /** SHA-256 of the answer's bytes, base64url. */
  readonly response: string;
  /** Of whom something was given, and by which rows of the table; null where of nobody. */
  readonly notes: DisclosureNotes | null;
}

/** The department's own log. */
export interface DisclosureLog {
  /** Whether there is room: what cannot be kept must not be answered. */
  readonly hasRoom: () => boolean;
  /** Takes a call; it is written within moments, after its answer. */
  readonly add: (call: DisclosedCall) => void;
  /** Writes what was taken. */
  readonly close: () => Promise<void>;
}

/** Calls that wait to be written; beyond it nothing is answered. */
const mostWaiting = 20_000;

/** Calls of one statement. */
const mostAtOnce = 1_000;

/** How long a call waits for others to be written with: a busy process then writes twenty times a second. */
const gatherMs = 50;

/** How long it waits after a failure. */
const retryMs = 1_000;

/**
 * Behind the answer, not before it: the hub's ledger is durable before anything leaves, and this is its second witness. A
 * process that is killed loses what it gave within the last moments, and the reconciliation of both names those calls.
 */
export function createDisclosureLog(pool: pg.Pool, log: Log): DisclosureLog {
  let waiting: DisclosedCall[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isFailing = false;

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const taken = waiting.slice(0, mostAtOnce);
      await pool.query({ name: 'disclosures', text: insertion, values: [JSON.stringify(taken.map(toRow))] });
      isFailing = false;
      waiting = waiting.slice(taken.length);
    }
  };
  const attempt = async (): Promise<void> => {
    try {
      await write();
    } catch (error) {
      if (!isFailing) log.error({ err: error }, 'the log of disclosures cannot be written');
      isFailing = true;
      schedule(retryMs);
    }
  };
  const schedule = (delay: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(attempt);
    }, delay).unref();
  };
  return {
    hasRoom: () => waiting.length < mostWaiting,
    add: (call) => {
      waiting.push(call);
      schedule(gatherMs);
    },
    close: async () => {
      clearTimeout(timer);
      timer = undefined;
      await (writing = writing.then(attempt));
      clearTimeout(timer);
      if (waiting.length > 0)
        log.fatal({ calls: waiting.length }, 'disclosures are lost: they cannot be written');
    },
  };
}

const insertion = `insert into disclosure_record (ticket, at, access, actor, role, department, purpose, case_reference, policy, response, given)
  select ticket, at, access, actor, role, department, purpose, case_reference, policy, response, given
  from json_to_recordset($1::json) as r(ticket text, at timestamptz, access text, actor text, role text, department text,
    purpose text, case_reference text, policy text, response text, given jsonb)
  on conflict do nothing`;

const toRow = ({ ticket, at, response, notes }: DisclosedCall) => ({
  ticket: ticket.jti,
  at: at.toISOString(),
  access: ticket.requestId,
  actor: ticket.caller.sub,
  role: ticket.caller.role,
  department: ticket.caller.department,
  purpose: ticket.purpose,
  case_reference: ticket.caseReference,
  policy: ticket.policy,
  response,
  given: (notes?.disclosed ?? []).map(({ rules, persons }) => ({ rules, persons })),
});
